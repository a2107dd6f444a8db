// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "marketplace/samples/online_retail.h"

#include <QList>

#include <optional>

namespace belanjain::marketplace::samples {

/// When an order went through its states; the last that is there is the state it is in. A cancelled order has
/// only placedAt and cancelledAt, a young one no more than had happened by now.
struct OrderMoments
{
    Instant placedAt;
    std::optional<Instant> processedAt;
    std::optional<Instant> shippedAt;
    std::optional<Instant> deliveredAt;
    std::optional<Instant> cancelledAt;
};

/// Moves the order history to the present: by whole weeks, so that weekdays stay, and as few as bring its
/// last day to yesterday or later. Parallel to retail.orders; nullopt for the few orders that would lie after
/// `now` (at most six days'). The shop's clock is taken as Asia/Jakarta (UTC+7, without summer time).
/// Processing, shipping and delivery are invented from the order's number; a cancellation that would lie
/// after `now` has not happened.
QList<std::optional<OrderMoments>> placeInTime(const OnlineRetail& retail, Instant now);

} // namespace belanjain::marketplace::samples
