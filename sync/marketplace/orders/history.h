// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/orders/order.h"

namespace belanjain::marketplace
{

/// A step an order took.
struct OrderEvent
{
    Instant at;
    std::optional<OrderStatus> from; ///< none: it was placed
    OrderStatus to = OrderStatus::Pending;
    QString role;   ///< "customer" or "seller"
    QString by;     ///< a name for people
    QString reason; ///< may be empty

    /// {at, from, to, role, by, reason}; from and reason are null where there is none.
    QJsonObject toJson() const;
};

/// How the order came to be as it is, from its placement on.
storage::Result<QList<OrderEvent>> readHistory(storage::Database& db, const Order& order);

} // namespace belanjain::marketplace
