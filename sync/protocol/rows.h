// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/money.h"
#include "domain/order_state.h"
#include "protocol/json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
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

struct OrderLineRow
{
    ProductId product;
    VariantId variant;
    QString sku;
    QString name;
    QJsonObject options; ///< {"Warna": "Merah"}
    Money unitPrice;
    qint32 quantity = 0;
    Money lineTotal;

    bool operator==(const OrderLineRow&) const = default;
};

/// The contract's Order without id and version. Texts that are null on the wire are empty here.
struct OrderRow
{
    QString number; ///< "#10482"
    QString checkout;
    StoreId store;
    QString storeName;
    UserId customer;
    QString customerName;
    OrderStatus status = OrderStatus::Pending;
    QList<OrderLineRow> lines;
    Money subtotal;
    Money shippingCost;
    Money discount;
    Money total;
    QJsonObject shippingAddress; ///< {recipient, phone, street, city, province, postcode}
    QString shippingService;
    QString paymentMethod;
    QString courier;
    QString trackingNumber;
    QString cancelReason;
    Instant createdAt;
    std::optional<Instant> processedAt;
    std::optional<Instant> shippedAt;
    std::optional<Instant> deliveredAt;
    std::optional<Instant> cancelledAt;

    QJsonObject toJson() const;
    static OrderRow read(ObjectReader& reader);
};

/// The contract's Review without id and version.
struct ReviewRow
{
    ProductId product;
    QString customerName;
    qint32 rating = 0;
    QString comment;
    QString reply; ///< empty: none yet
    std::optional<Instant> repliedAt;
    Instant createdAt;

    QJsonObject toJson() const;
    static ReviewRow read(ObjectReader& reader);
};

} // namespace belanjain::protocol
