// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/column_layout.h"

#include "common/paint.h"
#include "common/theme.h"
#include "common/view_settings.h"
#include "inventory/inventory_delegate.h"
#include "inventory/inventory_header.h"
#include "inventory/inventory_view.h"

#include <QEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using tables::ColumnInfo;
using tables::InventoryColumn;

namespace {
constexpr auto Key = "inventory/columns"_L1;
constexpr int ProductMinimum = 200;
constexpr int WidestColumn = 2000;
constexpr int SortMark = 15;
constexpr int StockWordRoom = 42; ///< gaps around the word, and after it the clock of what waits and the number
constexpr int SaveDelay = 400;
constexpr int SkuCharacters = 14; ///< any more are taken from the names, which tell more
constexpr int WidestWords = 190;
/// What a narrow window can do without, the most dispensable first. What is left tells product, variant, price
/// and stock; the other columns are a wider window or a tick away.
constexpr InventoryColumn Spared[] = {InventoryColumn::Category, InventoryColumn::Reserved,
                                      InventoryColumn::Threshold, InventoryColumn::Sync,
                                      InventoryColumn::Sku};
} // namespace

ColumnLayout::ColumnLayout(const Theme& theme, InventoryView& view, ViewSettings& settings, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_view(view)
    , m_settings(settings)
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(SaveDelay);
    connect(&m_saveSoon, &QTimer::timeout, this, &ColumnLayout::save);
    restore();
    connect(view.header(), &QHeaderView::sectionResized, this, &ColumnLayout::sized);
    connect(view.header(), &QHeaderView::sectionMoved, this, [this] { m_saveSoon.start(); });
    connect(&theme, &Theme::changed, this, &ColumnLayout::refresh);
    view.viewport()->installEventFilter(this);
}

bool ColumnLayout::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        apply();
    return QObject::eventFilter(watched, event);
}

void ColumnLayout::fill(QMenu& menu)
{
    for (const ColumnInfo& info : tables::inventoryColumns()) {
        if (info.fixed || info.column == InventoryColumn::Product)
            continue; // a row without its product's name says nothing
        QAction* action =
            menu.addAction(m_view.model()->headerData(int(info.column), Qt::Horizontal).toString());
        action->setObjectName(u"column-"_s + info.keyText());
        action->setCheckable(true);
        action->setChecked(isShown(info.column));
        connect(action, &QAction::toggled, this,
                [this, column = info.column](bool on) { setShown(column, on); });
    }
    menu.addSeparator();
    QAction* first = menu.addAction(tr("Reset columns"));
    first->setObjectName(u"resetColumns"_s);
    connect(first, &QAction::triggered, this, &ColumnLayout::reset);
}

bool ColumnLayout::isShown(InventoryColumn column) const
{
    return !m_view.header()->isSectionHidden(int(column));
}

void ColumnLayout::setShown(InventoryColumn column, bool shown)
{
    const int section = int(column);
    if (!shown) {
        m_unwanted.insert(section);
        m_insisted.remove(section);
    } else if (!m_unwanted.remove(section)) {
        m_insisted.insert(section); // only the narrow window had hidden it
    }
    apply();
    m_saveSoon.start();
}

void ColumnLayout::reset()
{
    m_settings.setValue(Key, {});
    m_widths.clear();
    m_insisted.clear();
    restore();
}

void ColumnLayout::refresh() { apply(); }

void ColumnLayout::setCategories(const QStringList& categories)
{
    if (categories == m_categories)
        return;
    m_categories = categories;
    apply();
}

void ColumnLayout::setSyncNeeded(bool needed)
{
    if (!needed || m_syncNeeded)
        return;
    m_syncNeeded = true;
    apply();
}

int ColumnLayout::naturalWidth(InventoryColumn column) const
{
    const ColumnInfo& info = tables::columnInfo(column);
    if (info.fixed)
        return info.width;
    // Words differ in length from one language to the other; a head is never cut by default.
    const QFontMetricsF metrics(m_theme.font(TextStyle::Header));
    const QString title = m_view.model()->headerData(int(column), Qt::Horizontal).toString();
    const bool sorted = m_view.header()->sortIndicatorSection() == int(column);
    const int head =
        qCeil(metrics.horizontalAdvance(title)) + 2 * measure::CellPadding + (sorted ? SortMark : 0) + 1;
    if (column == InventoryColumn::Sync && !m_syncNeeded)
        return head;
    int content = 0;
    if (column == InventoryColumn::Available) // a state is never its icon alone
        content = qCeil(metrics.horizontalAdvance(InventoryDelegate::outOfStockWord())) +
                  2 * measure::CellPadding + measure::IconSmall + StockWordRoom;
    else if (column == InventoryColumn::Sync)
        content = chipSize(ChipKind::Waiting, InventoryDelegate::waitingWord(), m_theme).width() +
                  2 * measure::CellPadding;
    return std::max({info.width, head, content});
}

int ColumnLayout::wantedWidth(InventoryColumn column) const
{
    const QFontMetricsF metrics(m_theme.font(TextStyle::Body));
    qreal words = 0;
    if (column == InventoryColumn::Sku)
        words = metrics.horizontalAdvance(QString(SkuCharacters, u'B')); // capitals, and of the wider ones
    if (column == InventoryColumn::Category) {
        for (const QString& name : m_categories)
            words = std::max(words, metrics.horizontalAdvance(name));
    }
    return std::max(naturalWidth(column), std::min(WidestWords, qCeil(words) + 2 * measure::CellPadding + 1));
}

int ColumnLayout::width() const
{
    // The scroll bar's place stays free without it: columns that jump while a search is typed are hard to read.
    return m_view.width() - m_view.verticalScrollBar()->sizeHint().width();
}

QSet<int> ColumnLayout::spared(int room) const
{
    QSet<int> gone;
    for (const InventoryColumn column : Spared) {
        const int section = int(column);
        if (room >= 0)
            break;
        // What somebody sized, sorted by or is working in stays where it is.
        if (m_unwanted.contains(section) || m_insisted.contains(section) || m_widths.contains(section) ||
            m_view.header()->sortIndicatorSection() == section || m_view.currentIndex().column() == section)
            continue;
        gone.insert(section);
        room += naturalWidth(column);
    }
    return gone;
}

void ColumnLayout::apply()
{
    const QScopedValueRollback guard(m_applying, true);
    InventoryHeader& header = *m_view.header();
    const int product = int(InventoryColumn::Product);
    int room = width() - m_widths.value(product, ProductMinimum);
    for (const ColumnInfo& info : tables::inventoryColumns()) {
        if (const int section = int(info.column); section != product && !m_unwanted.contains(section))
            room -= m_widths.value(section, naturalWidth(info.column));
    }
    const QSet<int> gone = spared(room);
    int others = 0;
    for (const ColumnInfo& info : tables::inventoryColumns()) {
        const int section = int(info.column);
        const bool hidden = m_unwanted.contains(section) || gone.contains(section);
        if (header.isSectionHidden(section) != hidden)
            header.setSectionHidden(section, hidden);
        if (section == product || hidden)
            continue;
        header.resizeSection(section, m_widths.value(section, naturalWidth(info.column)));
        others += header.sectionSize(section);
    }
    // What is left over goes to the words that would be cut, and then to the product's name.
    int left = width() - others - m_widths.value(product, ProductMinimum);
    for (const InventoryColumn column : {InventoryColumn::Sku, InventoryColumn::Category}) {
        const int section = int(column);
        if (left <= 0 || header.isSectionHidden(section) || m_widths.contains(section))
            continue;
        const int more = std::min(left, wantedWidth(column) - header.sectionSize(section));
        header.resizeSection(section, header.sectionSize(section) + more);
        others += more;
        left -= more;
    }
    header.resizeSection(
        product, m_widths.value(product, std::max(ProductMinimum, width() - others)));
}

void ColumnLayout::sized(int section, int, int newWidth)
{
    if (m_applying || newWidth <= 0)
        return;
    m_widths.insert(section, newWidth);
    if (section != int(InventoryColumn::Product))
        apply();
    m_saveSoon.start();
}

void ColumnLayout::restore()
{
    InventoryHeader& header = *m_view.header();
    {
        const QScopedValueRollback guard(m_applying, true);
        for (const ColumnInfo& info : tables::inventoryColumns()) {
            header.moveSection(header.visualIndex(int(info.column)), int(info.column));
            if (info.shown)
                m_unwanted.remove(int(info.column));
            else
                m_unwanted.insert(int(info.column));
            header.setSectionResizeMode(int(info.column),
                                        info.fixed ? QHeaderView::Fixed : QHeaderView::Interactive);
        }
        // "sku:124:1" in the order on screen; a width of 0 is the natural one; 0 is hidden, 1 shown, 2 shown
        // also where there is little room. What is not understood (a
        // column of another version, a file somebody wrote in) is left out.
        int visual = 0;
        for (const QString& entry : m_settings.value(Key).toStringList()) {
            const QStringList parts = entry.split(u':');
            for (const ColumnInfo& info : tables::inventoryColumns()) {
                if (parts.size() != 3 || parts[0] != info.keyText() || info.fixed)
                    continue;
                const int width = parts[1].toInt();
                if (width >= header.minimumSectionSize() && width <= WidestColumn)
                    m_widths.insert(int(info.column), width);
                if (parts[2] != u"0" || info.column == InventoryColumn::Product)
                    m_unwanted.remove(int(info.column));
                else
                    m_unwanted.insert(int(info.column));
                if (parts[2] == u"2")
                    m_insisted.insert(int(info.column));
                header.moveSection(header.visualIndex(int(info.column)), 2 + visual++);
            }
        }
    }
    apply();
}

void ColumnLayout::save()
{
    QStringList entries;
    const InventoryHeader& header = *m_view.header();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int section = header.logicalIndex(visual);
        const ColumnInfo& info = tables::columnInfo(InventoryColumn(section));
        if (!info.fixed)
            entries.append(u"%1:%2:%3"_s.arg(info.keyText())
                               .arg(m_widths.value(section, 0))
                               .arg(m_unwanted.contains(section)   ? 0
                                    : m_insisted.contains(section) ? 2
                                                                   : 1));
    }
    m_settings.setValue(Key, entries);
}

} // namespace belanjain::ui
