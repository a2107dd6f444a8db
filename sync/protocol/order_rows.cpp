// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/rows.h"

namespace belanjain::protocol
{
using namespace Qt::StringLiterals;
namespace
{

QJsonValue orNull(const QString& text) { return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text); }

QJsonValue orNull(const std::optional<Instant>& time)
{
    return time ? QJsonValue(toRfc3339(*time)) : QJsonValue(QJsonValue::Null);
}

std::optional<Instant> optionalInstant(ObjectReader& reader, QStringView key)
{
    const auto text = reader.optionalString(key);
    if (!text)
        return std::nullopt;
    const auto time = parseRfc3339(*text);
    if (!time)
        reader.fail(key, u"not_a_time"_s);
    return time;
}

OrderLineRow readLine(ObjectReader& reader)
{
    return {.product = reader.id<ProductId>(u"productId"),
            .variant = reader.id<VariantId>(u"variantId"),
            .sku = reader.string(u"sku"),
            .name = reader.string(u"name"),
            .options = reader.object(u"options"),
            .unitPrice = reader.money(u"unitPrice"),
            .quantity = reader.integer32(u"quantity"),
            .lineTotal = reader.money(u"lineTotal")};
}

QJsonObject lineJson(const OrderLineRow& line)
{
    return {{u"productId"_s, line.product.toString()},
            {u"variantId"_s, line.variant.toString()},
            {u"sku"_s, line.sku},
            {u"name"_s, line.name},
            {u"options"_s, line.options},
            {u"unitPrice"_s, line.unitPrice.rupiah},
            {u"quantity"_s, line.quantity},
            {u"lineTotal"_s, line.lineTotal.rupiah}};
}

} // namespace

QJsonObject OrderRow::toJson() const
{
    QJsonArray list;
    for (const OrderLineRow& line : lines)
        list.append(lineJson(line));
    return {{u"number"_s, number},
            {u"checkoutId"_s, checkout},
            {u"storeId"_s, store.toString()},
            {u"storeName"_s, storeName},
            {u"customer"_s, QJsonObject{{u"id"_s, customer.toString()}, {u"name"_s, customerName}}},
            {u"status"_s, wireName(status)},
            {u"lines"_s, list},
            {u"subtotal"_s, subtotal.rupiah},
            {u"shippingCost"_s, shippingCost.rupiah},
            {u"discount"_s, discount.rupiah},
            {u"total"_s, total.rupiah},
            {u"shippingAddress"_s, shippingAddress},
            {u"shippingService"_s, orNull(shippingService)},
            {u"paymentMethod"_s, paymentMethod},
            {u"courier"_s, orNull(courier)},
            {u"trackingNumber"_s, orNull(trackingNumber)},
            {u"cancelReason"_s, orNull(cancelReason)},
            {u"createdAt"_s, toRfc3339(createdAt)},
            {u"processedAt"_s, orNull(processedAt)},
            {u"shippedAt"_s, orNull(shippedAt)},
            {u"deliveredAt"_s, orNull(deliveredAt)},
            {u"cancelledAt"_s, orNull(cancelledAt)}};
}

OrderRow OrderRow::read(ObjectReader& reader)
{
    const auto text = [&](QStringView key) { return reader.optionalString(key).value_or(QString()); };
    OrderRow row{.number = reader.string(u"number"),
                 .checkout = reader.string(u"checkoutId"),
                 .store = reader.id<StoreId>(u"storeId"),
                 .storeName = reader.string(u"storeName"),
                 .subtotal = reader.money(u"subtotal"),
                 .shippingCost = reader.money(u"shippingCost"),
                 .discount = reader.money(u"discount"),
                 .total = reader.money(u"total"),
                 .shippingAddress = reader.object(u"shippingAddress"),
                 .shippingService = text(u"shippingService"),
                 .paymentMethod = reader.string(u"paymentMethod"),
                 .courier = text(u"courier"),
                 .trackingNumber = text(u"trackingNumber"),
                 .cancelReason = text(u"cancelReason"),
                 .createdAt = reader.instant(u"createdAt"),
                 .processedAt = optionalInstant(reader, u"processedAt"),
                 .shippedAt = optionalInstant(reader, u"shippedAt"),
                 .deliveredAt = optionalInstant(reader, u"deliveredAt"),
                 .cancelledAt = optionalInstant(reader, u"cancelledAt")};
    if (const auto status = parseOrderStatus(reader.string(u"status")))
        row.status = *status;
    else
        reader.fail(u"status", u"unknown_value"_s);
    ObjectReader customer(reader.object(u"customer"), u"customer."_s);
    row.customer = customer.id<UserId>(u"id");
    row.customerName = customer.string(u"name");
    if (!customer.ok())
        reader.fail(u"customer", u"unreadable"_s);
    reader.eachObject(reader.array(u"lines"), u"lines",
                      [&](ObjectReader& line) { row.lines.append(readLine(line)); });
    return row;
}

QJsonObject ReviewRow::toJson() const
{
    return {{u"productId"_s, product.toString()}, {u"customerName"_s, customerName},
            {u"rating"_s, rating},                {u"comment"_s, comment},
            {u"reply"_s, orNull(reply)},          {u"repliedAt"_s, orNull(repliedAt)},
            {u"createdAt"_s, toRfc3339(createdAt)}};
}

ReviewRow ReviewRow::read(ObjectReader& reader)
{
    return {.product = reader.id<ProductId>(u"productId"),
            .customerName = reader.string(u"customerName"),
            .rating = reader.integer32(u"rating"),
            .comment = reader.string(u"comment"),
            .reply = reader.optionalString(u"reply").value_or(QString()),
            .repliedAt = optionalInstant(reader, u"repliedAt"),
            .createdAt = reader.instant(u"createdAt")};
}

} // namespace belanjain::protocol
