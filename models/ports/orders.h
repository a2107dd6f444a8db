// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/money.h"
#include "domain/order_state.h"
#include "ports/inventory.h"
#include "ports/printed.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <array>
#include <optional>

namespace belanjain::ports
{

/// What the list of orders shows of one: the effective values, pending steps included.
struct OrderRow
{
    RowNumber row = 0;
    OrderId order;
    QString number; ///< "#10482"
    QString customerName;
    QString city;
    OrderStatus status = OrderStatus::Pending;
    Money total;
    int lines = 0;
    qint64 pieces = 0;
    QString firstLine; ///< name of the first line
    QString shippingService;
    QString courier;
    QString trackingNumber;
    Instant createdAt;
    int labelPrints = 0; ///< how often its label was printed here
    EditFields waiting;
    EditFields rejected;

    bool operator==(const OrderRow&) const = default;
};

struct OrderLine
{
    ProductId product;
    VariantId variant;
    QString sku;
    QString name;
    QString optionsLabel; ///< "Hitam, L"
    Money unitPrice;
    qint32 quantity = 0;
    Money lineTotal;
    qint32 weightGrams = 0; ///< of one piece as it is now; 0 when nobody knows
    QString imageHash; ///< of the product as it is now; empty when there is none

    bool operator==(const OrderLine&) const = default;
};

struct OrderAddress
{
    QString recipient;
    QString phone;
    QString street;
    QString city;
    QString province;
    QString postcode;

    bool operator==(const OrderAddress&) const = default;
};

/// Everything about one order, as of now.
struct OrderDetail
{
    OrderRow head;
    QList<OrderLine> list;
    OrderAddress address;
    Money subtotal;
    Money shippingCost;
    Money discount;
    QString paymentMethod; ///< "COD", "BANK_TRANSFER", "EWALLET", "CARD"
    QString cancelReason;
    std::optional<Instant> processedAt;
    std::optional<Instant> shippedAt;
    std::optional<Instant> deliveredAt;
    std::optional<Instant> cancelledAt;
    QList<PrintNote> prints; ///< only documents that were printed

    bool operator==(const OrderDetail&) const = default;
};

enum class OrderSort : quint8 { Created, Number, Customer, Total, Status };

struct OrdersQuery
{
    QString search; ///< words matched by prefix in number, customer, SKU and product name
    std::optional<OrderStatus> status;
    std::optional<ProductId> product; ///< only orders with a line of it
    std::optional<Instant> from;  ///< created at or after
    std::optional<Instant> until; ///< created before
    std::optional<Instant> lateBefore; ///< only those still to be shipped that were created before this
    SyncFilter sync = SyncFilter::Any;
    OrderSort sort = OrderSort::Created;
    bool descending = true;

    bool operator==(const OrdersQuery&) const = default;
};

/// How many orders there are in each state, whatever the current filter.
struct OrderCounts
{
    std::array<int, 5> byStatus{}; ///< by OrderStatus
    int late = 0;                  ///< still to be shipped and created before the moment that was asked with
    std::optional<Instant> oldestOpen; ///< when the longest-waiting pending or processing order was made

    int of(OrderStatus status) const { return byStatus[size_t(status)]; }
    int all() const { return byStatus[0] + byStatus[1] + byStatus[2] + byStatus[3] + byStatus[4]; }
    bool operator==(const OrderCounts&) const = default;
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::OrderRow)
Q_DECLARE_METATYPE(belanjain::ports::OrderDetail)
Q_DECLARE_METATYPE(belanjain::ports::OrdersQuery)
Q_DECLARE_METATYPE(belanjain::ports::OrderCounts)
