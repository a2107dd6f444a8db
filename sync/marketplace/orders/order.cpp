// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/orders/order.h"

#include "protocol/json.h"
#include "storage/text_value.h"

#include <QJsonArray>

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

Outcome insertLine(Database& db, const Order& order, qsizetype position)
{
    const OrderLine& line = order.lines.at(position);
    const auto done = db.run(
        u"INSERT INTO order_lines (order_id, position, product_id, variant_id, sku, name, options, unit_price, "
        "quantity, line_total) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {order.id.toString(), position, line.product.toString(), line.variant.toString(), textValue(line.sku),
         textValue(line.name), columnFrom(line.options), line.unitPrice.rupiah, line.quantity, line.lineTotal.rupiah});
    return done ? Outcome{} : tl::unexpected(done.error());
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
        "o.cancelled_at, o.version FROM orders o JOIN stores s ON s.id = o.store_id WHERE "_s
            + condition,
        values, orderFrom);
    if (!orders)
        return orders;
    for (Order& order : *orders) {
        const auto lines = db.all(
            u"SELECT product_id, variant_id, sku, name, options, unit_price, quantity, line_total FROM order_lines "
            "WHERE order_id = ? ORDER BY position"_s,
            {order.id.toString()}, lineFrom);
        if (!lines)
            return tl::unexpected(lines.error());
        order.lines = *lines;
    }
    return orders;
}

Result<std::optional<Order>> findOrder(Database& db, const OrderId& id)
{
    const auto orders = readOrders(db, u"o.id = ?"_s, {id.toString()});
    if (!orders)
        return tl::unexpected(orders.error());
    return orders->isEmpty() ? std::nullopt : std::optional(orders->first());
}

Outcome insertOrder(Database& db, SpaceWriter& writer, const Order& order)
{
    const auto at = [](const std::optional<Instant>& time) { return time ? QVariant(time->ms) : QVariant(); };
    const auto done = db.run(
        u"INSERT INTO orders (id, number, checkout_id, store_id, customer_id, customer_name, status, subtotal, "
        "shipping_cost, discount, total, shipping_address, shipping_service, payment_method, courier, "
        "tracking_number, cancel_reason, created_at, processed_at, shipped_at, delivered_at, cancelled_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {order.id.toString(), order.number, order.checkout.toString(), order.store.toString(),
         order.customer.toString(), order.customerName, wireName(order.status), order.subtotal.rupiah,
         order.shippingCost.rupiah, order.discount.rupiah, order.total.rupiah, columnFrom(order.shippingAddress),
         textValue(order.shippingService), order.paymentMethod, textValue(order.courier),
         textValue(order.trackingNumber), textValue(order.cancelReason), order.createdAt.ms, at(order.processedAt),
         at(order.shippedAt), at(order.deliveredAt), at(order.cancelledAt)});
    if (!done)
        return tl::unexpected(done.error());
    for (qsizetype i = 0; i < order.lines.size(); ++i) {
        if (const auto line = insertLine(db, order, i); !line)
            return line;
    }
    writer.created(order.store.toString(), SyncedTable::Orders, order.id.toString());
    return {};
}

Result<QStringList> takeOrderNumbers(Database& db, int count)
{
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
