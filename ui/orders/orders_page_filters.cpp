// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/button.h"
#include "common/language.h"
#include "common/range_panel.h"
#include "domain/periods.h"
#include "orders/filter_chips.h"
#include "orders/order_panel.h"
#include "orders/order_words.h"
#include "orders/orders_page.h"
#include "orders/orders_view.h"
#include "orders/product_picker.h"
#include "printing/document_words.h"

#include <QMenu>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

// The filters beyond tabs and search, and the menus of what leaves the program.

namespace {

const QString daysChip = QStringLiteral("days");
const QString productChip = QStringLiteral("product");

} // namespace

void OrdersPage::chooseRange(const QVariant& days)
{
    if (days.toInt() >= 0) {
        m_days.reset();
        applyFilters();
        return;
    }
    m_range->setCurrent(0); // what is chosen freely stands in a chip
    const QDate today = dayOf(m_services.clock.now(), m_zone);
    auto* panel = new RangePanel(m_theme, m_days.value_or(DayRange{today.addDays(-29), today}), today, this);
    connect(panel, &RangePanel::chosen, this, [this](const DayRange& range) {
        m_days = range;
        applyFilters();
    });
    panel->popUp(*m_range);
}

void OrdersPage::openProductPicker()
{
    auto* picker = new ProductPicker(m_theme, m_services.catalogue, this);
    connect(picker, &ProductPicker::chosen, this, [this](const ProductId& product, const QString& name) {
        m_product = product;
        m_productName = name;
        applyFilters();
    });
    picker->popUp(*m_productButton);
}

void OrdersPage::showChips()
{
    QList<FilterChips::Chip> chips;
    if (m_days)
        chips.append({daysChip, rangeText(*m_days)});
    if (m_product)
        chips.append({productChip, m_productName});
    m_chips->show(chips);
}

void OrdersPage::removeChip(const QString& key)
{
    if (key == daysChip)
        m_days.reset();
    else
        m_product.reset();
    applyFilters();
    m_view->setFocus(Qt::OtherFocusReason);
}

QList<OrderId> OrdersPage::chosenOrders() const
{
    QList<OrderId> orders;
    const QList<ports::OrderRow> marked = m_model.markedOrders();
    for (const ports::OrderRow& order : marked)
        orders << order.order;
    if (orders.isEmpty() && m_panel->order())
        orders << m_panel->order()->head.order;
    return orders;
}

void OrdersPage::print(ports::PrintedDocument document) { m_outlet->print(document, chosenOrders()); }

void OrdersPage::fillMenus()
{
    const auto menuOf = [](Button* button) {
        if (!button->menu())
            button->setMenu(new QMenu(button));
        button->menu()->clear();
        return button->menu();
    };
    QMenu* papers = menuOf(m_bulkPrint);
    for (const auto document : {ports::PrintedDocument::Label, ports::PrintedDocument::PickList,
                                ports::PrintedDocument::PackingSlip, ports::PrintedDocument::Invoice}) {
        const QAction* action = papers->addAction(documentTitle(document, uiLanguage()) + u'…');
        connect(action, &QAction::triggered, this, [this, document] { print(document); });
    }
    QMenu* files = menuOf(m_export);
    const auto offer = [&](const QString& text, sheet::Format format, char separator) {
        const QAction* action = files->addAction(text);
        connect(action, &QAction::triggered, this, [this, format, separator] {
            const QList<OrderId> marked = m_model.markedCount() > 0 ? chosenOrders() : QList<OrderId>();
            m_outlet->askForFile(format, {.separator = separator}, m_model.query(), marked);
        });
    };
    offer(tr("Excel…"), sheet::Format::Excel, ',');
    offer(tr("CSV, with semicolons…"), sheet::Format::Csv, ';');
    offer(tr("CSV, with commas…"), sheet::Format::Csv, ',');
}

} // namespace belanjain::ui
