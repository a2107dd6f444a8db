// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

class QTimeZone;

namespace belanjain {

// Days, ISO 8601 weeks (from Monday) and months as a place on earth lives them. A day there may have 23
// or 25 hours, or begin at one in the morning: boundaries are always asked of the time zone, never counted
// in hours. Every zone given must be valid.

enum class Granularity : quint8 { Day, Week, Month };

/// "day", "week", "month".
QString wireName(Granularity granularity);
std::optional<Granularity> parseGranularity(QStringView text);

/// From one moment up to, and without, another.
struct Span
{
    Instant from;
    Instant until;

    bool contains(Instant at) const { return from <= at && at < until; }
    bool operator==(const Span&) const = default;
};

/// A day, a week or a month, or what of it lies between two dates.
struct Period
{
    QDate start; ///< its first day in the calendar, even when the span begins later
    Span span;

    bool operator==(const Period&) const = default;
};

/// A day's first moment. Of a day that a zone left out (Samoa had no 30 December 2011) the next day's.
Instant startOfDay(QDate day, const QTimeZone& zone);
/// The day that it is at that moment.
QDate dayOf(Instant at, const QTimeZone& zone);

/// The first day of the day's period: itself, its Monday, or the first of its month.
QDate firstDay(QDate day, Granularity granularity);
/// The first day of the period `count` periods after (before, when negative) the day's.
QDate firstDayAfter(QDate day, Granularity granularity, int count = 1);

/// All of the days from `first` to `last`, both included.
Span spanOf(QDate first, QDate last, const QTimeZone& zone);
/// The whole period in which the day lies.
Period periodOf(QDate day, Granularity granularity, const QTimeZone& zone);

/// How many periods the days from `first` to `last`, both included, touch; 0 when `last` is earlier.
qint64 countPeriods(QDate first, QDate last, Granularity granularity);
/// Those periods, in order and without gaps. The first and the last hold no more than the days asked for:
/// their sums add up to those of the days.
QList<Period> periodsBetween(QDate first, QDate last, Granularity granularity, const QTimeZone& zone);

/// Where a chart that ends on `last` begins when nobody says: 30 days, 12 weeks or 12 months with the last.
QDate usualFirstDay(QDate last, Granularity granularity);

} // namespace belanjain
