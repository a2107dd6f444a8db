// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/catalogue/write_context.h"
#include "marketplace/orders/order.h"
#include "protocol/json.h"

namespace belanjain::marketplace
{

/// A wish to take an order to another state: the body of POST …/transitions, the args of order.transition.
struct OrderMove
{
    OrderStatus to = OrderStatus::Pending;
    QString reason;
    QString courier;
    QString trackingNumber;

    static OrderMove read(protocol::ObjectReader& reader);
};

/// What a move that a rule refuses is answered with besides the rule: lines whose pieces are missing.
struct MissingPieces
{
    VariantId variant;
    qint64 requested = 0;
    qint64 onHand = 0;
};

/// Takes an order of the actor's store (whoever moves it) along by the state machine, with its stock, its
/// times and a line in its history. NotFound when the store has no such order. OutOfStock, with `missing`
/// filled, when a loss has left too few pieces to ship.
Ruled<void> moveOrder(const WriteContext& context, const OrderId& id, const OrderMove& move, Role role,
                      QList<MissingPieces>* missing = nullptr);

} // namespace belanjain::marketplace
