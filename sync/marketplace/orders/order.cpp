// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/orders/order.h"

#include "protocol/json.h"
#include "storage/text_value.h"

#include <QHash>
#include <QJsonArray>

#include <utility>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Result;
using storage::Row;
using storage::textValue;
namespace
{

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonValue timeOrNull(const std::optional<Instant>& at) { return at ? QJsonValue(toRfc3339(*at)) : QJsonValue(); }

QJsonObject objectFrom(const QString& column)
{
    return protocol::parseObject(column.toUtf8()).value_or(QJsonObject());
}

QString columnFrom(const QJsonObject& object) { return QString::fromUtf8(protocol::toJson(object)); }

std::optional<Instant> instantFrom(const Row& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Instant{row.integer(column)});
}

Order orderFrom(const Row& row)
{
    Order order;
    order.id = row.id<OrderId>(0).value_or(OrderId());
    order.number = row.text(1);
    order.checkout = row.id<CheckoutId>(2).value_or(CheckoutId());
    order.store = row.id<StoreId>(3).value_or(StoreId());
    order.storeName = row.text(4);
    order.customer = row.id<UserId>(5).value_or(UserId());
    order.customerName = row.text(6);
    order.status = parseOrderStatus(row.text(7)).value_or(OrderStatus::Pending);
    order.subtotal = {row.integer(8)};
    order.shippingCost = {row.integer(9)};
    order.discount = {row.integer(10)};
    order.total = {row.integer(11)};
    order.shippingAddress = objectFrom(row.text(12));
    order.shippingService = row.text(13);
    order.paymentMethod = row.text(14);
    order.courier = row.text(15);
    order.trackingNumber = row.text(16);
    order.cancelReason = row.text(17);
    order.createdAt = {row.integer(18)};
    order.processedAt = instantFrom(row, 19);
    order.shippedAt = instantFrom(row, 20);
    order.deliveredAt = instantFrom(row, 21);
    order.cancelledAt = instantFrom(row, 22);
    order.version = row.integer(23);
    order.storeVersion = row.integer(24);
    return order;
}

OrderLine lineFrom(const Row& row)
{
    return {.product = row.id<ProductId>(0).value_or(ProductId()),
            .variant = row.id<VariantId>(1).value_or(VariantId()),
            .sku = row.text(2),
            .name = row.text(3),
            .options = objectFrom(row.text(4)),
            .unitPrice = {row.integer(5)},
            .quantity = row.integer(6),
            .lineTotal = {row.integer(7)}};
}

/// Bound the number of different statements and the parameters of one.
constexpr qsizetype ordersAtOnce = 10;
constexpr qsizetype linesAtOnce = 50;

/// "(?, ?), (?, ?)".
QString placeholders(qsizetype rows, qsizetype columns)
{
    const QString row = u'(' + QStringList(columns, u"?"_s).join(u", ") + u')';
    return QStringList(rows, row).join(u", ");
}

Outcome insertHeads(Database& db, const QList<Order>& orders)
{
    const auto at = [](const std::optional<Instant>& time) { return time ? QVariant(time->ms) : QVariant(); };
    for (qsizetype from = 0; from < orders.size(); from += ordersAtOnce) {
        const QList<Order> some = orders.mid(from, ordersAtOnce);
        QVariantList values;
        for (const Order& order : some)
            values << order.id.toString() << order.number << order.checkout.toString() << order.store.toString()
                   << order.customer.toString() << order.customerName << wireName(order.status)
                   << order.subtotal.rupiah << order.shippingCost.rupiah << order.discount.rupiah
                   << order.total.rupiah << columnFrom(order.shippingAddress) << textValue(order.shippingService)
                   << order.paymentMethod << textValue(order.courier) << textValue(order.trackingNumber)
                   << textValue(order.cancelReason) << order.createdAt.ms << at(order.processedAt)
                   << at(order.shippedAt) << at(order.deliveredAt) << at(order.cancelledAt) << order.units();
        const auto done = db.run(
            u"INSERT INTO orders (id, number, checkout_id, store_id, customer_id, customer_name, status, subtotal, "
            "shipping_cost, discount, total, shipping_address, shipping_service, payment_method, courier, "
            "tracking_number, cancel_reason, created_at, processed_at, shipped_at, delivered_at, cancelled_at, units) "
            "VALUES "_s
                + placeholders(some.size(), 23),
            values);
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

Outcome insertLines(Database& db, const QList<Order>& orders)
{
    QVariantList values;
    qsizetype waiting = 0;
    const auto flush = [&]() -> Outcome {
        if (waiting == 0)
            return {};
        const auto done = db.run(
            u"INSERT INTO order_lines (order_id, position, product_id, variant_id, sku, name, options, unit_price, "
            "quantity, line_total) VALUES "_s
                + placeholders(std::exchange(waiting, 0), 10),
            std::exchange(values, {}));
        return done ? Outcome{} : tl::unexpected(done.error());
    };
    for (const Order& order : orders) {
        for (qsizetype position = 0; position < order.lines.size(); ++position) {
            const OrderLine& line = order.lines[position];
            values << order.id.toString() << position << line.product.toString() << line.variant.toString()
                   << textValue(line.sku) << textValue(line.name) << columnFrom(line.options) << line.unitPrice.rupiah
                   << line.quantity << line.lineTotal.rupiah;
            if (++waiting == linesAtOnce) {
                if (const auto flushed = flush(); !flushed)
                    return flushed;
            }
        }
    }
    return flush();
}

/// Puts the lines of all of them in with one question.
Outcome readLines(Database& db, QList<Order>& orders)
{
    if (orders.isEmpty())
        return {};
    QHash<QString, qsizetype> places;
    QVariantList ids;
    for (qsizetype i = 0; i < orders.size(); ++i) {
        ids << orders[i].id.toString();
        places.insert(orders[i].id.toString(), i);
    }
    return db.each(u"SELECT product_id, variant_id, sku, name, options, unit_price, quantity, line_total, order_id "
                   "FROM order_lines WHERE order_id IN %1 ORDER BY order_id, position"_s.arg(
                       placeholders(1, ids.size())),
                   ids, [&](const Row& row) { orders[places.value(row.text(8))].lines.append(lineFrom(row)); });
}

} // namespace

QJsonObject Order::toJson() const
{
    QJsonArray lineList;
    for (const OrderLine& line : lines)
        lineList.append(QJsonObject{{u"productId"_s, line.product.toString()},
                                    {u"variantId"_s, line.variant.toString()},
                                    {u"sku"_s, line.sku},
                                    {u"name"_s, line.name},
                                    {u"options"_s, line.options},
                                    {u"unitPrice"_s, line.unitPrice.rupiah},
                                    {u"quantity"_s, line.quantity},
                                    {u"lineTotal"_s, line.lineTotal.rupiah}});
    return {{u"id"_s, id.toString()},
            {u"number"_s, number},
            {u"checkoutId"_s, checkout.toString()},
            {u"storeId"_s, store.toString()},
            {u"storeName"_s, storeName},
            {u"customer"_s, QJsonObject{{u"id"_s, customer.toString()}, {u"name"_s, customerName}}},
            {u"status"_s, wireName(status)},
            {u"lines"_s, lineList},
            {u"subtotal"_s, subtotal.rupiah},
            {u"shippingCost"_s, shippingCost.rupiah},
            {u"discount"_s, discount.rupiah},
            {u"total"_s, total.rupiah},
            {u"shippingAddress"_s, shippingAddress},
            {u"shippingService"_s, textOrNull(shippingService)},
            {u"paymentMethod"_s, paymentMethod},
            {u"courier"_s, textOrNull(courier)},
            {u"trackingNumber"_s, textOrNull(trackingNumber)},
            {u"cancelReason"_s, textOrNull(cancelReason)},
            {u"createdAt"_s, toRfc3339(createdAt)},
            {u"processedAt"_s, timeOrNull(processedAt)},
            {u"shippedAt"_s, timeOrNull(shippedAt)},
            {u"deliveredAt"_s, timeOrNull(deliveredAt)},
            {u"cancelledAt"_s, timeOrNull(cancelledAt)},
            {u"version"_s, version}};
}

Result<QList<Order>> readOrders(Database& db, const QString& condition, const QVariantList& values)
{
    auto orders = db.all(
        u"SELECT o.id, o.number, o.checkout_id, o.store_id, s.name, o.customer_id, o.customer_name, o.status, "
        "o.subtotal, o.shipping_cost, o.discount, o.total, o.shipping_address, o.shipping_service, o.payment_method, "
        "o.courier, o.tracking_number, o.cancel_reason, o.created_at, o.processed_at, o.shipped_at, o.delivered_at, "
        "o.cancelled_at, o.version, s.version FROM orders o JOIN stores s ON s.id = o.store_id WHERE "_s
            + condition,
        values, orderFrom);
    if (!orders)
        return orders;
    if (const auto read = readLines(db, *orders); !read)
        return tl::unexpected(read.error());
    return orders;
}

Result<std::optional<Order>> findOrder(Database& db, const OrderId& id)
{
    const auto orders = readOrders(db, u"o.id = ?"_s, {id.toString()});
    if (!orders)
        return tl::unexpected(orders.error());
    return orders->isEmpty() ? std::nullopt : std::optional(orders->first());
}

qint64 Order::units() const
{
    qint64 pieces = 0;
    for (const OrderLine& line : lines)
        pieces += line.quantity;
    return pieces;
}

Outcome insertOrders(Database& db, SpaceWriter& writer, const QList<Order>& orders)
{
    if (const auto heads = insertHeads(db, orders); !heads)
        return heads;
    if (const auto lines = insertLines(db, orders); !lines)
        return lines;
    for (const Order& order : orders)
        writer.created(order.store.toString(), SyncedTable::Orders, order.id.toString());
    return {};
}

Outcome readVersions(Database& db, const CheckoutId& checkout, QList<Order>& orders)
{
    return db.each(u"SELECT id, version FROM orders WHERE checkout_id = ?"_s, {checkout.toString()},
                   [&](const Row& row) {
                       for (Order& order : orders) {
                           if (order.id.toString() == row.text(0))
                               order.version = row.integer(1);
                       }
                   });
}

Result<QStringList> takeOrderNumbers(Database& db, int count)
{
    if (db.isPostgres())
        return db.all(u"SELECT nextval('order_number') FROM generate_series(1, ?)"_s, {count},
                      [](const Row& row) { return u'#' + QString::number(row.integer(0)); });
    const auto last =
        db.integer(u"UPDATE counters SET value = value + ? WHERE name = 'order' RETURNING value"_s, {count});
    if (!last)
        return tl::unexpected(last.error());
    QStringList numbers;
    for (qint64 number = *last - count + 1; number <= *last; ++number)
        numbers << u'#' + QString::number(number);
    return numbers;
}

} // namespace belanjain::marketplace
