// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders.h"
#include "replica/inventory_query.h"
#include "replica/work.h"

namespace belanjain::replica {

// What screens ask about orders, on a reading connection. Errors are the Work's.

/// What the orders `o` that match fulfil, with " WHERE " in front when it is anything.
Sql orderConditions(const ports::OrdersQuery& query);
/// The rows that match, in order; ties go to the newer order.
QList<ports::RowNumber> orderRows(Work& work, const ports::OrdersQuery& query);
/// The shown values of these rows, in their order.
QList<ports::OrderRow> fetchOrders(Work& work, const QList<ports::RowNumber>& rows);
std::optional<ports::OrderDetail> readOrderDetail(Work& work, const OrderId& order);
ports::OrderCounts countOrders(Work& work, Instant lateBefore);

} // namespace belanjain::replica
