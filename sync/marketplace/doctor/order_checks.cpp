// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/doctor/checks.h"

#include "domain/order_state.h"

#include <QHash>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Row;
namespace
{

/// Follows an order's steps from PENDING; they need not come in order, since no state comes twice.
QString replayed(QHash<QString, QString> steps)
{
    QString status = wireName(OrderStatus::Pending);
    while (steps.contains(status))
        status = steps.take(status);
    return steps.isEmpty() ? status : QString();
}

Outcome historiesReplay(Database& db, Findings& findings)
{
    QString order;
    QString status;
    QHash<QString, QString> steps;
    bool doubled = false;
    const auto close = [&] {
        if (order.isEmpty())
            return;
        const QString reached = doubled ? QString() : replayed(steps);
        if (reached != status)
            findings.add(order, u"is %1, its history leads to %2"_s.arg(status, reached.isEmpty() ? u"nowhere"_s : reached));
        steps.clear();
        doubled = false;
    };
    const auto done = db.each(u"SELECT o.id, o.status, e.from_status, e.to_status FROM orders o "
                              "LEFT JOIN order_events e ON e.order_id = o.id ORDER BY o.id"_s, {}, [&](const Row& row) {
                                  if (QString of = row.text(0); of != order) {
                                      close();
                                      order = std::move(of);
                                      status = row.text(1);
                                  }
                                  if (row.isNull(2))
                                      return;
                                  doubled = doubled || steps.contains(row.text(2));
                                  steps.insert(row.text(2), row.text(3));
                              });
    close();
    return done;
}

} // namespace

QList<Check> orderChecks()
{
    // SQLite reads the first table of a CROSS JOIN from beginning to end, which is the order on the disk.
    return {
        queryCheck({u"order total"_s,
                    u"SELECT id, total, subtotal + shipping_cost - discount FROM orders "
                    "WHERE total <> subtotal + shipping_cost - discount"_s,
                    u"says %1, goods and shipping less discount make %2"_s}),
        queryCheck({u"order subtotal"_s,
                    u"SELECT o.id, o.subtotal, coalesce(l.made, 0) FROM orders o LEFT JOIN (SELECT order_id, "
                    "CAST(sum(line_total) AS BIGINT) AS made FROM order_lines GROUP BY order_id) l ON l.order_id = o.id "
                    "WHERE l.made IS NULL OR o.subtotal <> l.made"_s,
                    u"says %1, its lines make %2"_s}),
        queryCheck({u"order units"_s,
                    u"SELECT o.id, o.units, coalesce(l.made, 0) FROM orders o LEFT JOIN (SELECT order_id, "
                    "CAST(sum(quantity) AS BIGINT) AS made FROM order_lines GROUP BY order_id) l ON l.order_id = o.id "
                    "WHERE o.units <> coalesce(l.made, 0)"_s,
                    u"says %1 pieces, its lines make %2"_s}),
        queryCheck({u"line total"_s,
                    u"SELECT order_id, line_total, unit_price * quantity FROM order_lines "
                    "WHERE line_total <> unit_price * quantity"_s,
                    u"a line says %1, price and quantity make %2"_s}),
        queryCheck({u"checkout total"_s,
                    u"SELECT c.id, c.total, coalesce(o.made, 0) FROM checkouts c LEFT JOIN (SELECT checkout_id, "
                    "CAST(sum(total) AS BIGINT) AS made FROM orders GROUP BY checkout_id) o ON o.checkout_id = c.id "
                    "WHERE o.made IS NULL OR c.total <> o.made"_s,
                    u"says %1, its orders make %2"_s}),
        queryCheck({u"checkout's customer"_s,
                    u"SELECT o.id, o.customer_id, c.customer_id FROM orders o JOIN checkouts c ON c.id = o.checkout_id "
                    "WHERE o.customer_id <> c.customer_id"_s,
                    u"is %1's, its checkout %2's"_s}),
        queryCheck({u"one order a store"_s,
                    u"SELECT checkout_id, store_id, count(*) FROM orders GROUP BY checkout_id, store_id "
                    "HAVING count(*) > 1"_s,
                    u"has %2 orders of store %1; one is the most"_s}),
        queryCheck({u"one store an order"_s,
                    u"SELECT l.order_id, l.variant_id, v.store_id FROM order_lines l CROSS JOIN orders o "
                    "CROSS JOIN variants v WHERE o.id = l.order_id AND v.id = l.variant_id AND v.store_id <> o.store_id"_s,
                    u"its line's variant %1 belongs to store %2"_s}),
        queryCheck({u"line's product"_s,
                    u"SELECT l.order_id, l.product_id, v.product_id FROM order_lines l "
                    "CROSS JOIN variants v WHERE v.id = l.variant_id AND v.product_id <> l.product_id"_s,
                    u"a line says product %1, its variant is of %2"_s}),
        queryCheck({u"order times"_s,
                    u"SELECT id, status FROM orders WHERE "
                    "(status IN ('PROCESSING', 'SHIPPED', 'DELIVERED') AND processed_at IS NULL) "
                    "OR (status = 'PENDING' AND processed_at IS NOT NULL) "
                    "OR ((status IN ('SHIPPED', 'DELIVERED')) <> (shipped_at IS NOT NULL)) "
                    "OR ((status = 'DELIVERED') <> (delivered_at IS NOT NULL)) "
                    "OR ((status = 'CANCELLED') <> (cancelled_at IS NOT NULL))"_s,
                    u"is %1, which its times do not say"_s}),
        {u"order history"_s, historiesReplay},
        queryCheck({u"order numbers"_s,
                    u"SELECT number, count(*) FROM orders GROUP BY number HAVING count(*) > 1"_s,
                    u"is the number of %1 orders"_s}),
    };
}

} // namespace belanjain::marketplace
