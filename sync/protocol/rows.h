// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/money.h"
#include "protocol/json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

// The `data` of the rows that a seller's space holds, as both ends read and write it. A row whose table
// a desktop does not know is kept for the row sum and otherwise left alone.
namespace belanjain::protocol
{

namespace table
{
inline constexpr char16_t stores[] = u"stores";
inline constexpr char16_t products[] = u"products";
inline constexpr char16_t variants[] = u"variants";
inline constexpr char16_t orders[] = u"orders";
inline constexpr char16_t reviews[] = u"reviews";
} // namespace table

struct StoreRow
{
    QString name;
    QString location;
    QString description;
    qint32 lowStockThreshold = 10;
    QString timeZone;

    QJsonObject toJson() const;
    static StoreRow read(ObjectReader& reader);
};

struct ProductRow
{
    QString name;
    QString description;
    QString category;
    bool archived = false;
    QJsonArray options;        ///< [{name, values: []}]
    QJsonArray specifications; ///< [{label, value}]
    QJsonArray images;         ///< [{id, sha256, width, height, position}]
    QString createdAt;
    QString updatedAt;

    QJsonObject toJson() const;
    static ProductRow read(ObjectReader& reader);
};

struct VariantRow
{
    ProductId product;
    qint32 position = 0; ///< among the product's variants
    QString sku;
    QString barcode;
    QJsonObject options; ///< {"Warna": "Merah"}
    Money price;
    qint32 weightGrams = 0;
    qint32 onHand = 0;
    qint32 reserved = 0;
    std::optional<qint32> lowStockThreshold;

    QJsonObject toJson() const;
    static VariantRow read(ObjectReader& reader);
};

// An `orders` row's data is the contract's Order, a `reviews` row's its Review, without id and version.

} // namespace belanjain::protocol
