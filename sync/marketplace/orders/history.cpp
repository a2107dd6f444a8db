// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/orders/history.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

QJsonObject OrderEvent::toJson() const
{
    return {{u"at"_s, toRfc3339(at)},
            {u"from"_s, from ? QJsonValue(wireName(*from)) : QJsonValue()},
            {u"to"_s, wireName(to)},
            {u"role"_s, role},
            {u"by"_s, by},
            {u"reason"_s, reason.isEmpty() ? QJsonValue() : QJsonValue(reason)}};
}

storage::Result<QList<OrderEvent>> readHistory(storage::Database& db, const Order& order)
{
    QList<OrderEvent> events{{order.createdAt, std::nullopt, OrderStatus::Pending, u"customer"_s, order.customerName, {}}};
    // By the state left too: the steps of one moment come in the order in which they can only have been taken.
    const auto done = db.each(
        u"SELECT at, from_status, to_status, lower(role), moved_by, reason FROM order_events WHERE order_id = ? "
        "ORDER BY at, CASE from_status WHEN 'PENDING' THEN 0 WHEN 'PROCESSING' THEN 1 ELSE 2 END"_s,
        {order.id.toString()}, [&](const storage::Row& row) {
            events.append({{row.integer(0)},
                           parseOrderStatus(row.text(1)),
                           parseOrderStatus(row.text(2)).value_or(OrderStatus::Pending),
                           row.text(3),
                           row.text(4),
                           row.text(5)});
        });
    if (!done)
        return tl::unexpected(done.error());
    return events;
}

} // namespace belanjain::marketplace
