// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/command_sink.h"
#include "ports/orders.h"

#include <QHash>
#include <QObject>

namespace belanjain::ui {

/// One order's wish to move, with what belongs to it alone.
struct OrderMove
{
    OrderId order;
    QString number; ///< for messages
    OrderStatus to = OrderStatus::Pending;
    QString reason;
    QString courier;
    QString trackingNumber;
};

/// What became of a batch of moves.
struct OrderMoveReport
{
    OrderStatus to = OrderStatus::Pending;
    quint64 ticket = 0; ///< of the batch, for taking it back
    int moved = 0;
    QStringList numbers; ///< of those that moved
    struct Refused
    {
        QString number;
        Violation violation;
    };
    QList<Refused> refused;
    int leftOut = 0; ///< of the refused, those that were not even tried
    QString storageProblem; ///< nothing was written; empty when the disk did its part
};

/// Sends moves to the replica and tells what became of each.
class OrderMover : public QObject
{
    Q_OBJECT

public:
    explicit OrderMover(ports::CommandSink& sink, QObject* parent = nullptr);

    /// All of them go to the same state.
    /// `leftOut` are told as refused with the others: they were asked for as well.
    void move(const QList<OrderMove>& moves, const QList<OrderMoveReport::Refused>& leftOut = {});

Q_SIGNALS:
    void finished(const belanjain::ui::OrderMoveReport& report);

private:
    void settle(quint64 ticket, const QList<ports::CommandResult>& results);

    ports::CommandSink& m_sink;
    struct Batch
    {
        QList<OrderMove> moves;
        QList<OrderMoveReport::Refused> leftOut;
    };
    QHash<quint64, Batch> m_submitted;
};

/// Those that cannot go there, each with the rule against it.
QList<OrderMoveReport::Refused> refusedMoves(const QList<ports::OrderRow>& orders, OrderStatus to);
/// The states a seller can take any of these orders to, in the order of work.
QList<OrderStatus> offeredMoves(const QList<ports::OrderRow>& orders);
/// Those of them that can go there.
QList<ports::OrderRow> movable(const QList<ports::OrderRow>& orders, OrderStatus to);

} // namespace belanjain::ui
