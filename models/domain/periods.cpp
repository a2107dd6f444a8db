// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/periods.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace belanjain {
namespace {

/// A number that rises by one with each period.
qint64 ordinalOf(QDate day, Granularity granularity)
{
    switch (granularity) {
    case Granularity::Day:
        return day.toJulianDay();
    case Granularity::Week:
        return day.toJulianDay() / 7; // day 0 of the Julian count was a Monday
    case Granularity::Month:
        return qint64(day.year()) * 12 + day.month();
    }
    return 0;
}

} // namespace

QString wireName(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Day:
        return u"day"_s;
    case Granularity::Week:
        return u"week"_s;
    case Granularity::Month:
        return u"month"_s;
    }
    return {};
}

std::optional<Granularity> parseGranularity(QStringView text)
{
    for (const Granularity each : {Granularity::Day, Granularity::Week, Granularity::Month}) {
        if (text == wireName(each))
            return each;
    }
    return std::nullopt;
}

Instant startOfDay(QDate day, const QTimeZone& zone)
{
    QDateTime start = day.startOfDay(zone);
    if (!start.isValid())
        start = day.addDays(1).startOfDay(zone);
    return {start.toMSecsSinceEpoch()};
}

QDate dayOf(Instant at, const QTimeZone& zone) { return QDateTime::fromMSecsSinceEpoch(at.ms, zone).date(); }

QDate firstDay(QDate day, Granularity granularity)
{
    switch (granularity) {
    case Granularity::Day:
        return day;
    case Granularity::Week:
        return day.addDays(1 - day.dayOfWeek());
    case Granularity::Month:
        return {day.year(), day.month(), 1};
    }
    return day;
}

QDate firstDayAfter(QDate day, Granularity granularity, int count)
{
    const QDate first = firstDay(day, granularity);
    switch (granularity) {
    case Granularity::Day:
        return first.addDays(count);
    case Granularity::Week:
        return first.addDays(7LL * count);
    case Granularity::Month:
        return first.addMonths(count);
    }
    return first;
}

Span spanOf(QDate first, QDate last, const QTimeZone& zone)
{
    return {startOfDay(first, zone), startOfDay(last.addDays(1), zone)};
}

Period periodOf(QDate day, Granularity granularity, const QTimeZone& zone)
{
    const QDate first = firstDay(day, granularity);
    return {first, {startOfDay(first, zone), startOfDay(firstDayAfter(day, granularity), zone)}};
}

qint64 countPeriods(QDate first, QDate last, Granularity granularity)
{
    return first > last ? 0 : ordinalOf(last, granularity) - ordinalOf(first, granularity) + 1;
}

QList<Period> periodsBetween(QDate first, QDate last, Granularity granularity, const QTimeZone& zone)
{
    QList<Period> periods;
    periods.reserve(countPeriods(first, last, granularity));
    Instant from = startOfDay(first, zone);
    for (QDate day = first; day <= last;) {
        const QDate next = firstDayAfter(day, granularity);
        const Instant until = startOfDay(std::min(next, last.addDays(1)), zone);
        periods.append({firstDay(day, granularity), {from, until}});
        from = until;
        day = next;
    }
    return periods;
}

QDate usualFirstDay(QDate last, Granularity granularity)
{
    return granularity == Granularity::Day ? last.addDays(-29) : firstDayAfter(last, granularity, -11);
}

} // namespace belanjain
