// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventory_toolbar.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/theme.h"
#include "inventory/column_layout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::InventoryQuery;
using ports::StatusFilter;
using ports::StockFilter;

namespace {
constexpr int TypingRest = 80;
}

InventoryToolbar::InventoryToolbar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_search(new SearchField(theme, {}, this))
    , m_category(new DropButton(theme, {}, this))
    , m_status(new DropButton(theme, {}, this))
    , m_stock(new DropButton(theme, {}, this))
    , m_columnButton(new Button(theme, QString(), this))
{
    setObjectName(u"inventoryToolbar"_s);
    m_search->setObjectName(u"inventorySearch"_s);
    m_search->setDebounce(TypingRest);
    m_search->setMaximumWidth(m_search->sizeHint().width());
    m_category->setObjectName(u"categoryFilter"_s);
    m_status->setObjectName(u"statusFilter"_s);
    m_stock->setObjectName(u"stockFilter"_s);
    m_columnButton->setObjectName(u"columnButton"_s);
    m_columnButton->setKind(Button::Kind::Flat);
    m_columnButton->setGlyph(Icon::Columns);
    setFixedHeight(measure::Toolbar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::PageMargin, 2, measure::PageMargin, 10);
    row->setSpacing(8);
    row->addWidget(m_search);
    row->addWidget(m_category);
    row->addWidget(m_status);
    row->addWidget(m_stock);
    row->addStretch();
    row->addWidget(m_columnButton);
    connect(m_search, &SearchField::searched, this, &InventoryToolbar::changed);
    connect(m_search, &SearchField::left, this, &InventoryToolbar::searchLeft);
    for (DropButton* filter : {m_category, m_status, m_stock})
        connect(filter, &DropButton::chosen, this, &InventoryToolbar::changed);
    connect(m_columnButton, &Button::clicked, this, [this] {
        // The button ends the row: right edges are flush, as the menu would leave the page.
        if (QMenu* menu = makeColumnMenu())
            menu->popup(m_columnButton->mapToGlobal(
                QPoint(m_columnButton->width() - menu->sizeHint().width(), m_columnButton->height() + 4)));
    });
    retranslate();
}

void InventoryToolbar::openColumnMenu(const QPoint& global)
{
    if (QMenu* menu = makeColumnMenu())
        menu->popup(global);
}

QMenu* InventoryToolbar::makeColumnMenu()
{
    if (!m_columns)
        return nullptr;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_columns->fill(*menu);
    return menu;
}

void InventoryToolbar::setCategories(const QStringList& categories)
{
    if (categories == m_categories)
        return;
    m_categories = categories;
    fillChoices();
}

void InventoryToolbar::fillChoices()
{
    const QVariant category = m_category->current();
    const QVariant status = m_status->current();
    const QVariant stock = m_stock->current();
    m_category->clearChoices();
    m_category->addChoice(tr("All categories"), QString());
    for (const QString& name : std::as_const(m_categories)) {
        QString text = name;
        m_category->addChoice(text.replace(u'&', u"&&"_s), name);
    }
    m_status->clearChoices();
    m_status->addChoice(tr("Active"), int(StatusFilter::Active));
    m_status->addChoice(tr("Archived"), int(StatusFilter::Archived));
    m_status->addChoice(tr("Active and archived"), int(StatusFilter::All));
    m_stock->clearChoices();
    m_stock->addChoice(tr("All stock levels"), int(StockFilter::Any));
    m_stock->addChoice(tr("Low or out of stock"), int(StockFilter::LowOrOut));
    m_stock->addChoice(tr("Low"), int(StockFilter::Low));
    m_stock->addChoice(tr("Out of stock"), int(StockFilter::Out));
    m_stock->addChoice(tr("Enough"), int(StockFilter::Enough));
    m_category->setCurrent(category.isValid() ? category : QString());
    m_status->setCurrent(status.isValid() ? status : int(StatusFilter::Active));
    m_stock->setCurrent(stock.isValid() ? stock : int(StockFilter::Any));
    const InventoryQuery query = [this] {
        InventoryQuery now;
        fill(now);
        return now;
    }();
    showQuery(query);
}

void InventoryToolbar::showQuery(const InventoryQuery& query)
{
    const QSignalBlocker quiet(this);
    // A space at the end is somebody about to type the next word.
    if (m_search->text().trimmed() != query.search)
        m_search->showSearch(query.search);
    m_category->setCurrent(query.category);
    m_category->setChosen(!query.category.isEmpty());
    m_status->setCurrent(int(query.status));
    m_status->setChosen(query.status != StatusFilter::Active);
    m_stock->setCurrent(int(query.stock));
    m_stock->setChosen(query.stock != StockFilter::Any);
}

void InventoryToolbar::fill(InventoryQuery& query) const
{
    query.search = m_search->text().trimmed();
    query.category = m_category->current().toString();
    query.status = StatusFilter(m_status->current().toInt());
    query.stock = StockFilter(m_stock->current().toInt());
}

bool InventoryToolbar::isFiltering() const
{
    InventoryQuery query;
    fill(query);
    return query != InventoryQuery();
}

void InventoryToolbar::clear()
{
    showQuery({});
    Q_EMIT changed();
}

void InventoryToolbar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void InventoryToolbar::setUsable(bool usable)
{
    for (QWidget* control :
         {static_cast<QWidget*>(m_category), static_cast<QWidget*>(m_status), static_cast<QWidget*>(m_stock)})
        control->setEnabled(usable);
    m_columnButton->setVisible(usable);
}

void InventoryToolbar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InventoryToolbar::retranslate()
{
    m_search->setPlaceholderText(tr("Search name, SKU or barcode"));
    m_search->setAccessibleName(tr("Search the stock"));
    m_search->setKeyCap(tr("Ctrl F"));
    m_category->setAccessibleName(tr("Category"));
    m_status->setAccessibleName(tr("Status"));
    m_stock->setAccessibleName(tr("Stock level"));
    m_columnButton->setText(tr("Columns"));
    fillChoices();
}

} // namespace belanjain::ui
