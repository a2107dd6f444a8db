// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/sheet_view.h"

#include "common/column_widths.h"
#include "common/table_style.h"
#include "common/theme.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpressionValidator>
#include <QToolTip>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstColumnMinimum = 200;
/// The rows reach the edges of the page; what they hold keeps the page's margin.
constexpr int edge = measure::PageMargin - measure::CellPadding;

QRect withinMargins(const QRect& cell, int column, const QAbstractItemModel& model)
{
    return cell.adjusted(column == 0 ? edge : 0, 0, column == model.columnCount() - 1 ? -edge : 0, 0);
}

class SheetHeader : public QHeaderView
{
public:
    SheetHeader(const Theme& theme, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setSectionsClickable(false);
    }
    QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), measure::TableHeader}; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const bool number = model()->headerData(section, Qt::Horizontal, SheetNumberRole).toBool();
        paintHeaderSection(painter, rect, m_theme, {});
        paintHeaderSection(painter, withinMargins(rect, section, *model()), m_theme,
                           {.text = model()->headerData(section, Qt::Horizontal).toString(),
                            .alignment = number ? Qt::AlignRight : Qt::AlignLeft});
    }
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(viewport());
        paintHeaderSection(&painter, viewport()->rect(), m_theme, {});
        painter.end();
        QHeaderView::paintEvent(event);
    }

private:
    const Theme& m_theme;
};

} // namespace

SheetDelegate::SheetDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void SheetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect cell = withinMargins(option.rect, index.column(), *index.model());
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    const bool current = view && view->currentIndex() == index;
    const bool currentRow = view && view->currentIndex().row() == index.row();
    paintRow(painter, option.rect, m_theme, {.selected = currentRow, .hovered = option.state.testFlag(QStyle::State_MouseOver)});
    const CellInk ink = CellInk(index.data(SheetInkRole).toInt());
    const QString text = index.data().toString();
    const TextStyle style = index.data(SheetStrongRole).toBool() ? TextStyle::Bold
                            : index.column() == 0                ? TextStyle::Strong
                                                                 : TextStyle::Body;
    const QString second = index.data(SheetSecondRole).toString();
    if (const QVariant level = index.data(SheetLevelRole); level.isValid())
        paintStockCell(painter, cell, m_theme, {.number = text, .word = second, .level = StockLevel(level.toInt())});
    else if (index.data(SheetNumberRole).toBool())
        paintNumberCell(painter, cell, m_theme, text, ink, style);
    else if (!second.isEmpty())
        paintTwoTextCell(painter, cell, m_theme, text, second);
    else
        paintTextCell(painter, cell, m_theme, text, ink, style);
    if (current && view->hasFocus())
        paintCellFocus(painter, cell, m_theme);
}

QWidget* SheetDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const
{
    static const QRegularExpression digits(u"[0-9]{0,9}"_s);
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(u"sheetEditor"_s);
    edit->setProperty("cellEditor", true);
    edit->setAlignment(Qt::AlignRight);
    edit->setFont(m_theme.tabularFont(TextStyle::Body));
    edit->setValidator(new QRegularExpressionValidator(digits, edit));
    return edit;
}

void SheetDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* edit = static_cast<QLineEdit*>(editor);
    edit->setText(index.data(Qt::EditRole).toString());
    edit->selectAll();
}

void SheetDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const QString text = static_cast<QLineEdit*>(editor)->text();
    if (!text.isEmpty())
        model->setData(index, text.toInt(), Qt::EditRole);
}

void SheetDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    editor->setGeometry(withinMargins(option.rect, index.column(), *index.model()));
}

bool SheetDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                              const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || index.data(SheetNumberRole).toBool())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString second = index.data(SheetSecondRole).toString();
    const QString text = second.isEmpty() ? index.data().toString() : u"%1 · %2"_s.arg(index.data().toString(), second);
    const QFontMetricsF metrics(m_theme.font(index.column() == 0 ? TextStyle::Strong : TextStyle::Body));
    const int room = withinMargins(option.rect, index.column(), *index.model()).width() - 2 * measure::CellPadding;
    if (metrics.horizontalAdvance(text) <= room)
        QToolTip::hideText();
    else // escaped: what a seller typed is no markup; as a paragraph it wraps
        QToolTip::showText(event->globalPos(), u"<p>%1</p>"_s.arg(text.toHtmlEscaped()), view, option.rect);
    return true;
}

SheetView::SheetView(const Theme& theme, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setHorizontalHeader(new SheetHeader(theme, this));
    m_columns = new ColumnWidths(*this, {}, firstColumnMinimum);
    setItemDelegate(new SheetDelegate(theme, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(measure::Row);
    verticalHeader()->setDefaultSectionSize(measure::Row);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    connect(&theme, &Theme::changed, this, [this] {
        viewport()->update();
        horizontalHeader()->viewport()->update();
    });
}

void SheetView::setWidths(const QList<int>& widths, ViewSettings& settings, const QString& key)
{
    m_widths = QList<int>{0} + widths;
    fitHeads();
    m_columns->remember(settings, key);
}

void SheetView::fitHeads()
{
    QList<int> widths = m_widths;
    const QFontMetricsF metrics(m_theme.font(TextStyle::Header));
    for (int column = 1; column < int(widths.size()); ++column) {
        const QString head = model()->headerData(column, Qt::Horizontal).toString();
        const int margin = column == int(widths.size()) - 1 ? edge : 0;
        widths[column] = std::max(widths[column], qCeil(metrics.horizontalAdvance(head)) + 1 + 2 * measure::CellPadding) + margin;
    }
    m_columns->setWidths(widths);
}

void SheetView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && currentIndex().isValid() && state() != EditingState) {
        Q_EMIT removeAsked(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace belanjain::ui
