// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/money.h"
#include "domain/order_state.h"
#include "marketplace/syncing/space.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{

/// What was bought, as it was then.
struct OrderLine
{
    ProductId product;
    VariantId variant;
    QString sku;
    QString name;
    QJsonObject options;
    Money unitPrice;
    qint64 quantity = 0;
    Money lineTotal;
};

/// One store's part of a checkout. Texts that are not there are empty, and null on the wire.
struct Order
{
    OrderId id;
    QString number; ///< "#10482"
    CheckoutId checkout;
    StoreId store;
    QString storeName; ///< as it is now; not stored with the order
    UserId customer;
    QString customerName;
    OrderStatus status = OrderStatus::Pending;
    QList<OrderLine> lines;
    Money subtotal;
    Money shippingCost;
    Money discount;
    Money total;
    QJsonObject shippingAddress;
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
    qint64 version = 0;
    qint64 storeVersion = 0; ///< of the row that storeName is read from

    /// The pieces in its lines; stored with the order.
    qint64 units() const;
    /// The contract's Order.
    QJsonObject toJson() const;
};

storage::Result<std::optional<Order>> findOrder(storage::Database& db, const OrderId& id);

/// Orders o (with their store s) that meet `condition`, which ends with its ORDER BY and LIMIT, with lines.
storage::Result<QList<Order>> readOrders(storage::Database& db, const QString& condition, const QVariantList& values);

/// Stores the new orders of one checkout with their lines and names each to its store's space. The checkout
/// is stored already.
storage::Outcome insertOrders(storage::Database& db, SpaceWriter& writer, const QList<Order>& orders);
/// Brings the versions along that finishing the spaces gave a checkout's orders.
storage::Outcome readVersions(storage::Database& db, const CheckoutId& checkout, QList<Order>& orders);

/// The next `count` order numbers, in order.
storage::Result<QStringList> takeOrderNumbers(storage::Database& db, int count);

} // namespace belanjain::marketplace
