// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/button.h"
#include "common/language.h"
#include "common/messages.h"
#include "common/view_settings.h"
#include "domain/format.h"
#include "domain/violation_text.h"
#include "orders/move_results.h"
#include "orders/order_panel.h"
#include "orders/order_words.h"
#include "orders/orders_page.h"
#include "orders/orders_view.h"
#include "orders/reason_dialog.h"
#include "orders/ship_dialog.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

// What the page does when asked: steps of one order or of all that are ticked.

namespace {

constexpr auto courierKey = "orders/courier"_L1;

} // namespace

/// The step that is next for most of what is ticked is the one to take; it says for how many.
void OrdersPage::nameSteps(const QList<ports::OrderRow>& orders, int marked)
{
    QHash<OrderStatus, qsizetype> next;
    for (const ports::OrderRow& order : orders) {
        if (const auto step = nextStep(order.status))
            ++next[*step];
    }
    struct Step
    {
        Button* button;
        OrderStatus to;
        QString all;
        QString some;
        QString counted;
    };
    const Step steps[] = {
        {m_bulkProcess, OrderStatus::Processing, tr("Process"), tr("Process %1"), tr("Process %1 orders")},
        {m_bulkShip, OrderStatus::Shipped, tr("Ship…"), tr("Ship %1…"), tr("Ship %1 orders…")},
        {m_bulkDeliver, OrderStatus::Delivered, tr("Mark as delivered"), tr("Mark %1 as delivered"),
         tr("Mark %1 orders as delivered")},
        {m_bulkCancel, OrderStatus::Cancelled, tr("Cancel…"), tr("Cancel %1…"), {}},
    };
    std::optional<OrderStatus> main;
    for (const Step& step : steps) {
        if (next.value(step.to) > (main ? next.value(*main) : 0))
            main = step.to;
    }
    for (const Step& step : steps) {
        const qsizetype able = movable(orders, step.to).size();
        const QString count = formatCount(able, uiLanguage());
        const bool first = step.to == main;
        step.button->setVisible(able > 0);
        step.button->setText(first && able > 1 ? step.counted.arg(count) : able == marked ? step.all : step.some.arg(count));
        if (step.button != m_bulkCancel)
            step.button->setKind(first ? Button::Kind::Primary : Button::Kind::Outlined);
    }
}

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
        m_toast->showMessage(tr("None of these orders can become “%1” now.").arg(statusWord(to)), {}, {}, Icon::Info);
        return;
    }
    if (to == OrderStatus::Shipped)
        return askForShipping(able, refusedMoves(orders, to));
    if (to == OrderStatus::Cancelled)
        return askForReason(able, refusedMoves(orders, to));
    QList<OrderMove> moves;
    for (const ports::OrderRow& order : able)
        moves.append({.order = order.order, .number = order.number, .to = to});
    m_mover.move(moves, refusedMoves(orders, to));
}

/// As the list has them; what is not in it now comes last.
QList<ports::OrderRow> OrdersPage::inListOrder(QList<ports::OrderRow> orders) const
{
    const auto place = [this](const ports::OrderRow& order) {
        const int position = m_model.positionOf(order.row);
        return position >= 0 ? position : std::numeric_limits<int>::max();
    };
    std::stable_sort(orders.begin(), orders.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    return orders;
}

void OrdersPage::askForShipping(const QList<ports::OrderRow>& orders,
                                const QList<OrderMoveReport::Refused>& leftOut)
{
    QList<ports::OrderRow> prepared = inListOrder(orders);
    const bool isCurrent = orders.size() == 1 && m_panel->order() &&
                           m_panel->order()->head.order == orders.constFirst().order;
    if (isCurrent && !m_panel->typedTrackingNumber().isEmpty())
        prepared.first().trackingNumber = m_panel->typedTrackingNumber();
    auto* dialog = new ShipDialog(m_theme, prepared, m_services.settings.value(courierKey).toString(), this);
    connect(dialog, &ShipDialog::confirmed, this, [this, dialog, leftOut](const QList<OrderMove>& moves) {
        m_services.settings.setValue(courierKey, dialog->courier());
        m_mover.move(moves, leftOut);
    });
    dialog->open();
}

void OrdersPage::askForReason(const QList<ports::OrderRow>& orders,
                              const QList<OrderMoveReport::Refused>& leftOut)
{
    const QList<ports::OrderRow> shown = inListOrder(orders);
    QStringList numbers;
    for (const ports::OrderRow& order : shown)
        numbers << numberText(order.number);
    auto* dialog = new ReasonDialog(m_theme, numbers, this);
    connect(dialog, &ReasonDialog::confirmed, this, [this, orders, leftOut](const QString& reason) {
        QList<OrderMove> moves;
        for (const ports::OrderRow& order : orders)
            moves.append({.order = order.order, .number = order.number, .to = OrderStatus::Cancelled, .reason = reason});
        m_mover.move(moves, leftOut);
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
        const QString count = formatCount(report.moved, uiLanguage());
        const QString word = statusWord(report.to).toLower();
        if (report.to == OrderStatus::Cancelled)
            sentences << (report.moved == 1 ? tr("1 order cancelled.") : tr("%1 orders cancelled.").arg(count));
        else
            sentences << (report.moved == 1 ? tr("1 order marked as %1.").arg(word)
                                            : tr("%1 orders marked as %2.").arg(count, word));
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
    m_lastReport = report;
    const bool several = !report.refused.isEmpty() && report.refused.size() + report.moved > 1;
    const bool undoable = m_services.withdrawal && report.moved > 0;
    if (undoable)
        m_undo.append(report.ticket);
    const Icon icon = report.refused.isEmpty() ? Icon::Check : Icon::Warning;
    if (several)
        m_toast->showMessage(sentences.join(u' '), tr("Show each"), {}, icon);
    else if (undoable)
        m_toast->showMessage(sentences.join(u' '), tr("Undo"), tr("Ctrl Z"), icon);
    else
        m_toast->showMessage(sentences.join(u' '), {}, {}, icon);
    // What could not go along was known beforehand; what was refused is to be looked at.
    if (report.refused.size() == report.leftOut)
        m_model.clearMarks();
}

void OrdersPage::takeToastsAction()
{
    if (m_lastReport.refused.isEmpty())
        takeBack();
    else
        (new MoveResults(m_theme, m_lastReport, this))->open();
}

void OrdersPage::takeBack()
{
    if (!m_services.withdrawal)
        return;
    if (m_undo.isEmpty()) {
        m_toast->showMessage(tr("There is nothing to undo."), {}, {}, Icon::Info);
        return;
    }
    m_withdrawing = m_undo.takeLast();
    m_services.withdrawal->withdraw(m_withdrawing);
}

void OrdersPage::tellWithdrawal(quint64 ticket, const ports::Withdrawal& outcome)
{
    if (ticket != m_withdrawing)
        return;
    m_withdrawing = 0;
    m_lastReport = {};
    if (!outcome.storageProblem.isEmpty()) {
        m_undo.append(ticket);
        m_toast->showMessage(tr("Nothing was changed: %1").arg(outcome.storageProblem), {}, {}, Icon::Warning);
        return;
    }
    const auto count = [](int n) { return formatCount(n, uiLanguage()); };
    QStringList sentences;
    if (outcome.withdrawn > 0)
        sentences << (outcome.withdrawn == 1 ? tr("1 order is as it was before.")
                                             : tr("%1 orders are as they were before.").arg(count(outcome.withdrawn)));
    if (outcome.tooLate > 0)
        sentences << (outcome.tooLate == 1
                          ? tr("1 order stays: the marketplace may already know about it.")
                          : tr("%1 orders stay: the marketplace may already know about them.").arg(count(outcome.tooLate)));
    if (outcome.followed > 0)
        sentences << (outcome.followed == 1 ? tr("1 order has been changed again since. Undo that first.")
                                            : tr("%1 orders have been changed again since. Undo that first.")
                                                  .arg(count(outcome.followed)));
    const bool whole = outcome.tooLate == 0 && outcome.followed == 0;
    m_toast->showMessage(sentences.join(u' '), {}, {}, whole ? Icon::Undo : Icon::Warning);
}

} // namespace belanjain::ui
