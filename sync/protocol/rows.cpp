// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/rows.h"

namespace belanjain::protocol
{
using namespace Qt::StringLiterals;

QJsonObject StoreRow::toJson() const
{
    return {{u"name"_s, name},
            {u"location"_s, location},
            {u"description"_s, description},
            {u"lowStockThreshold"_s, lowStockThreshold},
            {u"timeZone"_s, timeZone}};
}

StoreRow StoreRow::read(ObjectReader& reader)
{
    return {.name = reader.string(u"name"),
            .location = reader.string(u"location"),
            .description = reader.string(u"description"),
            .lowStockThreshold = reader.integer32(u"lowStockThreshold"),
            .timeZone = reader.string(u"timeZone")};
}

QJsonObject ProductRow::toJson() const
{
    return {{u"name"_s, name},
            {u"description"_s, description},
            {u"category"_s, category},
            {u"status"_s, archived ? u"archived"_s : u"active"_s},
            {u"options"_s, options},
            {u"specifications"_s, specifications},
            {u"images"_s, images},
            {u"createdAt"_s, createdAt},
            {u"updatedAt"_s, updatedAt}};
}

ProductRow ProductRow::read(ObjectReader& reader)
{
    const QString status = reader.string(u"status");
    if (status != u"active" && status != u"archived" && reader.has(u"status"))
        reader.fail(u"status", u"unknown_value"_s);
    return {.name = reader.string(u"name"),
            .description = reader.string(u"description"),
            .category = reader.string(u"category"),
            .archived = status == u"archived",
            .options = reader.array(u"options"),
            .specifications = reader.array(u"specifications"),
            .images = reader.array(u"images"),
            .createdAt = reader.string(u"createdAt"),
            .updatedAt = reader.string(u"updatedAt")};
}

QJsonObject VariantRow::toJson() const
{
    QJsonObject json{{u"productId"_s, product.toString()},
                     {u"position"_s, position},
                     {u"sku"_s, sku},
                     {u"barcode"_s, barcode},
                     {u"options"_s, options},
                     {u"price"_s, price.rupiah},
                     {u"weightGrams"_s, weightGrams},
                     {u"onHand"_s, onHand},
                     {u"reserved"_s, reserved},
                     {u"lowStockThreshold"_s, QJsonValue::Null}};
    if (lowStockThreshold)
        json[u"lowStockThreshold"_s] = *lowStockThreshold;
    return json;
}

VariantRow VariantRow::read(ObjectReader& reader)
{
    return {.product = reader.id<ProductId>(u"productId"),
            .position = reader.integer32(u"position"),
            .sku = reader.string(u"sku"),
            .barcode = reader.string(u"barcode"),
            .options = reader.object(u"options"),
            .price = reader.money(u"price"),
            .weightGrams = reader.integer32(u"weightGrams"),
            .onHand = reader.integer32(u"onHand"),
            .reserved = reader.integer32(u"reserved"),
            .lowStockThreshold = reader.optionalInteger32(u"lowStockThreshold")};
}

} // namespace belanjain::protocol
