// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"

#include <QFlags>
#include <QList>
#include <QString>

#include <optional>

namespace belanjain {

enum class OrderStatus : quint8 { Pending, Processing, Shipped, Delivered, Cancelled };

/// Who asks, in relation to this order: its customer, its store's seller, or neither.
enum class Role : quint8 { Nobody, Customer, Seller };

/// What a transition does to the reserved pieces of the order's lines.
enum class StockEffect : quint8 { None, Release, Ship };

/// The times of an order that a transition stamps.
enum class OrderTime : quint8 { Processed = 1, Shipped = 2, Delivered = 4, Cancelled = 8 };
Q_DECLARE_FLAGS(OrderTimes, OrderTime)
Q_DECLARE_OPERATORS_FOR_FLAGS(OrderTimes)

/// A step that is allowed, and what goes with it.
struct OrderStep
{
    OrderStatus from = OrderStatus::Pending;
    OrderStatus to = OrderStatus::Pending;
    StockEffect stock = StockEffect::None;
    OrderTimes stamps;

    bool operator==(const OrderStep&) const = default;
};

/// "PENDING", "PROCESSING", …
QString wireName(OrderStatus status);
std::optional<OrderStatus> parseOrderStatus(QStringView text);

/// DELIVERED and CANCELLED.
bool isFinal(OrderStatus status);

/// Whether this role may take an order from one state to another. IllegalTransition when nobody may
/// (the same state again included), NotAllowedForRole when only another role may, ReasonRequired when a
/// seller cancels without one. Fields: to, reason.
Checked<OrderStep> transition(OrderStatus from, OrderStatus to, Role role, bool hasReason);

/// Where an order in this state can go at the hands of this role, of anybody.
QList<OrderStatus> allowedNext(OrderStatus from, Role role);
QList<OrderStatus> allowedNext(OrderStatus from);

} // namespace belanjain
