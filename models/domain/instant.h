// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace belanjain
{

/// A point in time, in milliseconds since 1970-01-01T00:00:00Z. Carries no time zone.
struct Instant
{
    qint64 ms = 0;

    auto operator<=>(const Instant&) const = default;
};

/// The years 1 to 9999 of RFC 3339; an instant beyond them is no time of this product.
inline constexpr Instant earliestInstant{-62'135'596'800'000};
inline constexpr Instant latestInstant{253'402'300'799'999};
/// The nearest that lies within.
constexpr Instant bounded(Instant instant)
{
    return instant < earliestInstant ? earliestInstant : latestInstant < instant ? latestInstant : instant;
}

/// RFC 3339 in UTC with milliseconds, as the wire has it: 2026-11-21T04:05:06.789Z. Bounded.
QString toRfc3339(Instant instant);

/// Reads RFC 3339 with any offset and 0 to 9 digits of fraction; nullopt for anything else, and for what the
/// offset takes out of the years 1 to 9999.
std::optional<Instant> parseRfc3339(QStringView text);

} // namespace belanjain
