// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/move_orders.h"

#include <algorithm>

namespace belanjain::ui {

OrderMover::OrderMover(ports::CommandSink& sink, QObject* parent)
    : QObject(parent)
    , m_sink(sink)
{
    connect(&m_sink, &ports::CommandSink::done, this, &OrderMover::settle);
}

void OrderMover::move(const QList<OrderMove>& moves, const QList<OrderMoveReport::Refused>& leftOut)
{
    QList<ports::Command> batch;
    for (const OrderMove& move : moves)
        batch.append(ports::MoveOrder{move.order, move.to, move.reason, move.courier, move.trackingNumber});
    if (!batch.isEmpty())
        m_submitted.insert(m_sink.submit(batch), {moves, leftOut});
}

void OrderMover::settle(quint64 ticket, const QList<ports::CommandResult>& results)
{
    const auto submitted = m_submitted.constFind(ticket);
    if (submitted == m_submitted.cend())
        return;
    const QList<OrderMove> moves = submitted->moves;
    OrderMoveReport report{.to = moves.constFirst().to, .ticket = ticket, .refused = submitted->leftOut,
                           .leftOut = int(submitted->leftOut.size())};
    m_submitted.erase(submitted);
    for (qsizetype i = 0; i < moves.size() && i < results.size(); ++i) {
        const ports::CommandResult& result = results.at(i);
        if (!result.storageProblem.isEmpty())
            report.storageProblem = result.storageProblem;
        else if (result.violation)
            report.refused.append({moves.at(i).number, *result.violation});
        else {
            ++report.moved;
            report.numbers << moves.at(i).number;
        }
    }
    Q_EMIT finished(report);
}

QList<ports::OrderRow> movable(const QList<ports::OrderRow>& orders, OrderStatus to)
{
    QList<ports::OrderRow> some;
    std::copy_if(orders.begin(), orders.end(), std::back_inserter(some), [to](const ports::OrderRow& order) {
        return allowedNext(order.status, Role::Seller).contains(to);
    });
    return some;
}

QList<OrderMoveReport::Refused> refusedMoves(const QList<ports::OrderRow>& orders, OrderStatus to)
{
    QList<OrderMoveReport::Refused> refused;
    for (const ports::OrderRow& order : orders) {
        const auto step = transition(order.status, to, Role::Seller, true);
        if (!step)
            refused.append({order.number, step.error()});
    }
    return refused;
}

QList<OrderStatus> offeredMoves(const QList<ports::OrderRow>& orders)
{
    QList<OrderStatus> offered;
    for (const auto to :
         {OrderStatus::Processing, OrderStatus::Shipped, OrderStatus::Delivered, OrderStatus::Cancelled}) {
        if (!movable(orders, to).isEmpty())
            offered.append(to);
    }
    return offered;
}

} // namespace belanjain::ui
