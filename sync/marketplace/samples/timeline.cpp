// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/timeline.h"

#include "marketplace/samples/stable_hash.h"

namespace belanjain::marketplace::samples {
namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qint64 jakartaOffsetMs = 7 * hourMs;

// How far the wall clocks of the data move so that they read as Jakarta's now.
qint64 weeksForward(const OnlineRetail& retail, qint64 nowWallMs)
{
    qint64 lastDay = 0;
    for (const RetailOrder& order : retail.orders)
        lastDay = qMax(lastDay, order.placedAt.toMSecsSinceEpoch() / dayMs);
    const qint64 days = nowWallMs / dayMs - 1 - lastDay;
    // Rounded up: towards the present.
    return days >= 0 ? (days + 6) / 7 : -(-days / 7);
}

qint64 between(quint64 hash, qint64 fromMs, qint64 toMs)
{
    return fromMs + qint64(hash % quint64(toMs - fromMs));
}

} // namespace

QList<std::optional<OrderMoments>> placeInTime(const OnlineRetail& retail, Instant now)
{
    const qint64 shift = weeksForward(retail, now.ms + jakartaOffsetMs) * 7 * dayMs - jakartaOffsetMs;
    QList<std::optional<OrderMoments>> moments;
    moments.reserve(retail.orders.size());
    for (const RetailOrder& order : retail.orders) {
        OrderMoments at{{order.placedAt.toMSecsSinceEpoch() + shift}, {}, {}, {}, {}};
        if (at.placedAt > now) {
            moments.append(std::nullopt);
            continue;
        }
        if (order.cancelled() && order.cancelledAt.toMSecsSinceEpoch() + shift <= now.ms) {
            at.cancelledAt = Instant{order.cancelledAt.toMSecsSinceEpoch() + shift};
            moments.append(at);
            continue;
        }
        const auto reached = [now](qint64 ms) {
            return ms <= now.ms ? std::optional(Instant{ms}) : std::nullopt;
        };
        const quint64 hash = stableHash(order.number, "moments");
        const qint64 processed = at.placedAt.ms + between(hash, 2 * hourMs, 34 * hourMs);
        const qint64 shipped = processed + between(hash >> 12, 2 * hourMs, 30 * hourMs);
        const qint64 delivered = shipped + between(hash >> 24, dayMs, 4 * dayMs);
        at.processedAt = reached(processed);
        at.shippedAt = reached(shipped);
        at.deliveredAt = reached(delivered);
        moments.append(at);
    }
    return moments;
}

} // namespace belanjain::marketplace::samples
