// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/shipping_deadline.h"

#include <algorithm>

namespace belanjain {
namespace {

constexpr qint64 hourMs = 60LL * 60 * 1000;

} // namespace

ShippingDeadline shippingDeadline(OrderStatus status, Instant createdAt, Instant now)
{
    using Kind = ShippingDeadline::Kind;
    if (status != OrderStatus::Pending && status != OrderStatus::Processing)
        return {};
    const qint64 left = bounded(createdAt).ms + shipWithinMs - bounded(now).ms;
    if (left < 0)
        return {Kind::Late, std::max<qint64>(1, -left / hourMs)};
    if (left < shipSoonMs)
        return {Kind::Soon, (left + hourMs - 1) / hourMs};
    return {Kind::Fine, 0};
}

Instant lateBefore(Instant now) { return {now.ms - shipWithinMs}; }

} // namespace belanjain
