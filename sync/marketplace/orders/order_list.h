// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/orders/order.h"
#include "marketplace/runtime/list.h"

namespace belanjain::marketplace
{

/// Whose orders, which of them, and which page: newest first.
struct OrderQuery
{
    UserId customer; ///< theirs, or
    StoreId store;   ///< the store's
    QList<OrderStatus> statuses; ///< any of these; all when empty
    std::optional<Instant> from;  ///< placed then or later
    std::optional<Instant> until; ///< placed before
    QString text;                 ///< part of a number, of the customer's name, or of a name or SKU bought
    ListParameters page;
};

/// Reads status (one, or several with commas), from, to, q and the list parameters; 400 for what they cannot be. Dates are days in `zone`,
/// both included.
Expected<OrderQuery> readOrderQuery(const Call& call, const QTimeZone& zone);

struct OrderPage
{
    QList<Order> orders;
    QJsonArray next; ///< sort keys for the cursor; empty at the end
    qint64 total = 0; ///< counted when a page was asked for
};

storage::Result<OrderPage> listOrders(storage::Database& db, const OrderQuery& query);

} // namespace belanjain::marketplace
