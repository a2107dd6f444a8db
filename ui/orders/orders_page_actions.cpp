// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/language.h"
#include "common/messages.h"
#include "common/view_settings.h"
#include "domain/format.h"
#include "domain/violation_text.h"
#include "orders/order_panel.h"
#include "orders/order_words.h"
#include "orders/orders_page.h"
#include "orders/orders_view.h"
#include "orders/reason_dialog.h"
#include "orders/ship_dialog.h"

namespace belanjain::ui {

using namespace Qt::StringLiterals;

// What the page does when asked: steps of one order or of all that are ticked.

namespace {

constexpr auto courierKey = "orders/courier"_L1;

} // namespace

void OrdersPage::act(OrderStatus to)
{
    if (m_model.markedCount() > 0)
        move(m_model.markedOrders(), to);
    else if (m_panel->order())
        move({m_panel->order()->head}, to);
}

void OrdersPage::move(const QList<ports::OrderRow>& orders, OrderStatus to)
{
    const QList<ports::OrderRow> able = movable(orders, to);
    if (able.isEmpty()) {
        m_toast->showMessage(tr("None of these orders can become \"%1\" now.").arg(statusWord(to)), {}, {}, Icon::Info);
        return;
    }
    if (to == OrderStatus::Shipped)
        return askForShipping(able);
    if (to == OrderStatus::Cancelled)
        return askForReason(able);
    QList<OrderMove> moves;
    for (const ports::OrderRow& order : able)
        moves.append({.order = order.order, .number = order.number, .to = to});
    m_mover.move(moves);
}

void OrdersPage::askForShipping(const QList<ports::OrderRow>& orders)
{
    QList<ports::OrderRow> prepared = orders;
    const bool isCurrent = orders.size() == 1 && m_panel->order() &&
                           m_panel->order()->head.order == orders.constFirst().order;
    if (isCurrent && !m_panel->typedTrackingNumber().isEmpty())
        prepared.first().trackingNumber = m_panel->typedTrackingNumber();
    auto* dialog = new ShipDialog(m_theme, prepared, m_services.settings.value(courierKey).toString(), this);
    connect(dialog, &ShipDialog::confirmed, this, [this, dialog](const QList<OrderMove>& moves) {
        m_services.settings.setValue(courierKey, dialog->courier());
        m_mover.move(moves);
    });
    dialog->open();
}

void OrdersPage::askForReason(const QList<ports::OrderRow>& orders)
{
    auto* dialog = new ReasonDialog(m_theme, int(orders.size()), this);
    connect(dialog, &ReasonDialog::confirmed, this, [this, orders](const QString& reason) {
        QList<OrderMove> moves;
        for (const ports::OrderRow& order : orders)
            moves.append({.order = order.order, .number = order.number, .to = OrderStatus::Cancelled, .reason = reason});
        m_mover.move(moves);
    });
    dialog->open();
}

void OrdersPage::tellResult(const OrderMoveReport& report)
{
    if (!report.storageProblem.isEmpty()) {
        m_toast->showMessage(tr("Nothing was changed: %1").arg(report.storageProblem), {}, {}, Icon::Warning);
        return;
    }
    QStringList sentences;
    if (report.moved > 0) {
        const QString word = statusWord(report.to);
        sentences << (report.moved == 1
                          ? tr("1 order is now \"%1\".").arg(word)
                          : tr("%1 orders are now \"%2\".").arg(formatCount(report.moved, uiLanguage()), word));
    }
    if (!report.refused.isEmpty()) {
        const auto& first = report.refused.constFirst();
        const QString why = ruleText(first.violation, uiLanguage());
        sentences << (report.refused.size() == 1
                          ? tr("%1 stayed as it was: %2").arg(numberText(first.number), why)
                          : tr("%1 and %2 more stayed as they were: %3")
                                .arg(numberText(first.number))
                                .arg(report.refused.size() - 1)
                                .arg(why));
    }
    m_toast->showMessage(sentences.join(u' '), {}, {}, report.refused.isEmpty() ? Icon::Check : Icon::Warning);
    if (report.refused.isEmpty())
        m_model.clearMarks();
}

} // namespace belanjain::ui
