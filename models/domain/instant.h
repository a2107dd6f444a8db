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

/// RFC 3339 in UTC with milliseconds, as the wire has it: 2026-11-21T04:05:06.789Z.
QString toRfc3339(Instant instant);

/// Reads RFC 3339 with any offset and 0 to 9 digits of fraction; nullopt for anything else.
std::optional<Instant> parseRfc3339(QStringView text);

} // namespace belanjain
