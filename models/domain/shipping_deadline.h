// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "domain/order_state.h"

namespace belanjain {

/// An order is to be on its way two days after it was placed; the last hours are told beforehand.
inline constexpr qint64 shipWithinMs = 48LL * 60 * 60 * 1000;
inline constexpr qint64 shipSoonMs = 6LL * 60 * 60 * 1000;

/// How an order stands against that.
struct ShippingDeadline
{
    enum class Kind : quint8 {
        None, ///< on its way, delivered or cancelled
        Fine,
        Soon, ///< less than shipSoonMs left
        Late,
    };
    Kind kind = Kind::None;
    qint64 hours = 0; ///< left (rounded up) when Soon, over (rounded down, at least 1) when Late

    bool operator==(const ShippingDeadline&) const = default;
};

ShippingDeadline shippingDeadline(OrderStatus status, Instant createdAt, Instant now);

/// Open orders placed before this are late.
Instant lateBefore(Instant now);

} // namespace belanjain
