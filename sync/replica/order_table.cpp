// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/order_table.h"

#include "replica/text_keys.h"
#include "replica/value_list.h"

#include <numeric>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

std::optional<Instant> timeAt(const storage::Row& row, int column)
{
    const auto ms = row.optionalInteger(column);
    return ms ? std::optional(Instant{*ms}) : std::nullopt;
}

template<class SomeId>
SomeId idAt(const storage::Row& row, int column)
{
    return SomeId(QUuid::fromRfc4122(row.bytes(column)));
}

StoredOrder readOrder(const storage::Row& row)
{
    return {.row = row.integer32(0),
            .id = idAt<OrderId>(row, 1),
            .version = row.integer(2),
            .data = {.number = row.text(3),
                     .checkout = row.text(4),
                     .store = idAt<StoreId>(row, 5),
                     .storeName = row.text(6),
                     .customer = idAt<UserId>(row, 7),
                     .customerName = row.text(8),
                     .status = OrderStatus(row.integer32(9)),
                     .subtotal = {row.integer(10)},
                     .shippingCost = {row.integer(11)},
                     .discount = {row.integer(12)},
                     .total = {row.integer(13)},
                     .shippingAddress = objectFrom(row.text(14)),
                     .shippingService = row.text(15),
                     .paymentMethod = row.text(16),
                     .courier = row.text(17),
                     .trackingNumber = row.text(18),
                     .cancelReason = row.text(19),
                     .createdAt = {row.integer(20)},
                     .processedAt = timeAt(row, 21),
                     .shippedAt = timeAt(row, 22),
                     .deliveredAt = timeAt(row, 23),
                     .cancelledAt = timeAt(row, 24)},
            .waiting = row.integer32(26),
            .rejected = row.integer32(27)};
}

QString marks(int count) { return QStringList(count, u"?"_s).join(u','); }

QVariantList valuesOf(const StoredOrder& order)
{
    ValueList list;
    OrderTable::write(order, list);
    return list.values;
}

} // namespace

qint64 piecesOf(const protocol::OrderRow& order)
{
    return std::accumulate(order.lines.begin(), order.lines.end(), qint64(0),
                           [](qint64 sum, const protocol::OrderLineRow& line) { return sum + line.quantity; });
}

QString OrderTable::columns()
{
    return u"id, version, number, checkout, store, store_name, customer, customer_name, status, subtotal, "
           "shipping_cost, discount, total, address, shipping_service, payment_method, courier, tracking_number, "
           "cancel_reason, created_at, processed_at, shipped_at, delivered_at, cancelled_at, pieces, waiting, rejected"_s;
}

QString OrderTable::lineColumns()
{
    return u"order_row, position, product, variant, sku, name, options, unit_price, quantity, line_total"_s;
}

QString OrderTable::searchText(const protocol::OrderRow& data)
{
    QStringList words{data.number, data.customerName, data.trackingNumber};
    for (const protocol::OrderLineRow& line : data.lines)
        words << line.sku << line.name;
    return foldedKey(words.join(u' '));
}

std::optional<StoredOrder> OrderTable::find(const OrderId& id)
{
    static const QString sql = u"SELECT row, %1 FROM orders WHERE id = ?"_s.arg(columns());
    auto order = m_work.one(sql, {id.uuid().toRfc4122()}, readOrder);
    if (order)
        order->data.lines = lines(order->row);
    return order;
}

std::optional<StoredOrder> OrderTable::at(ports::RowNumber row)
{
    static const QString sql = u"SELECT row, %1 FROM orders WHERE row = ?"_s.arg(columns());
    auto order = m_work.one(sql, {row}, readOrder);
    if (order)
        order->data.lines = lines(row);
    return order;
}

QList<protocol::OrderLineRow> OrderTable::lines(ports::RowNumber row)
{
    static const QString sql =
        u"SELECT %1 FROM order_lines WHERE order_row = ? ORDER BY position"_s.arg(lineColumns());
    return m_work.all(sql, {row}, [](const storage::Row& r) {
        return protocol::OrderLineRow{.product = idAt<ProductId>(r, 2),
                                      .variant = idAt<VariantId>(r, 3),
                                      .sku = r.text(4),
                                      .name = r.text(5),
                                      .options = objectFrom(r.text(6)),
                                      .unitPrice = {r.integer(7)},
                                      .quantity = r.integer32(8),
                                      .lineTotal = {r.integer(9)}};
    });
}

void OrderTable::insertLines(ports::RowNumber row, const QList<protocol::OrderLineRow>& lines)
{
    static const QString sql =
        u"INSERT INTO order_lines (%1) VALUES (%2)"_s.arg(lineColumns(), marks(lineWidth));
    for (int i = 0; i < lines.size(); ++i) {
        ValueList values;
        writeLine(row, i, lines.at(i), values);
        m_work.run(sql, values.values);
    }
}

void OrderTable::write(const std::optional<StoredOrder>& before, const StoredOrder& after, Touched& touched)
{
    static const QString insertSql =
        u"INSERT INTO orders (%1) VALUES (%2) RETURNING row"_s.arg(columns(), marks(width));
    static const QString updateSql = u"UPDATE orders SET (%1) = (%2) WHERE row = ?"_s.arg(columns(), marks(width));
    const QString text = searchText(after.data);
    ports::RowNumber row = before ? before->row : 0;
    if (before) {
        m_work.run(updateSql, valuesOf(after) << row);
        touched.touchOrder(row, before->data.status != after.data.status);
    } else {
        row = m_work.one(insertSql, valuesOf(after), [](const storage::Row& r) { return r.integer32(0); })
                  .value_or(0);
        touched.ordersAdded = true;
    }
    if (!before || before->data.lines != after.data.lines) {
        if (before)
            m_work.run(u"DELETE FROM order_lines WHERE order_row = ?"_s, {row});
        insertLines(row, after.data.lines);
    }
    const QString old = before ? searchText(before->data) : QString();
    if (before && old != text)
        m_work.run(u"INSERT INTO order_search (order_search, rowid, text) VALUES ('delete', ?, ?)"_s, {row, old});
    if (!before || old != text)
        m_work.run(u"INSERT INTO order_search (rowid, text) VALUES (?, ?)"_s, {row, text});
}

void OrderTable::remove(const StoredOrder& order, Touched& touched)
{
    m_work.run(u"INSERT INTO order_search (order_search, rowid, text) VALUES ('delete', ?, ?)"_s,
               {order.row, searchText(order.data)});
    m_work.run(u"DELETE FROM order_lines WHERE order_row = ?"_s, {order.row});
    m_work.run(u"DELETE FROM orders WHERE row = ?"_s, {order.row});
    touched.ordersAdded = true;
}

} // namespace belanjain::replica
