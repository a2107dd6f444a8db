// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analytics_words.h"

#include "domain/format.h"
#include "common/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostBars = 400;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalyticsWords)
};

bool indonesian() { return uiLanguage() == Language::Indonesian; }

/// A number of tenths with at most one decimal: 15 is "1,5", 20 is "2".
QString tenths(qint64 value)
{
    const QString whole = formatCount(value / 10, uiLanguage());
    return value % 10 == 0 ? whole : whole + (indonesian() ? u',' : u'.') + QString::number(value % 10);
}

QString withoutYear(const QString& date) { return date.section(u' ', 0, 1); }

/// a × 1000 / b, rounded half away from zero; both fit in 40 bits.
qint64 permilleOf(qint64 a, qint64 b)
{
    const qint64 twice = 2'000 * a;
    return (twice + (a >= 0 ? b : -b)) / (2 * b);
}

} // namespace

DayRange rangeOf(RangePreset preset, QDate today)
{
    switch (preset) {
    case RangePreset::Today:
        return {today, today};
    case RangePreset::Week:
        return {today.addDays(-6), today};
    case RangePreset::Month:
        return {today.addDays(-29), today};
    case RangePreset::Year:
        return {firstDayAfter(today, Granularity::Month, -11), today};
    case RangePreset::Free:
        break;
    }
    return {};
}

Granularity usualGranularity(const DayRange& range)
{
    const qint64 days = range.first.daysTo(range.last) + 1;
    return days <= 62 ? Granularity::Day : days <= 184 ? Granularity::Week : Granularity::Month;
}

Granularity readableGranularity(const DayRange& range, Granularity wanted)
{
    while (wanted != Granularity::Month && countPeriods(range.first, range.last, wanted) > MostBars)
        wanted = wanted == Granularity::Day ? Granularity::Week : Granularity::Month;
    return wanted;
}

std::optional<qint64> changePermille(qint64 now, qint64 before)
{
    if (before <= 0)
        return std::nullopt;
    return permilleOf(now - before, before);
}

QString percentText(qint64 permille, bool withSign)
{
    const qint64 size = std::abs(permille);
    const QString number = size >= 1'000 ? formatCount((size + 5) / 10, uiLanguage()) : tenths(size);
    const QString sign = permille < 0 ? u"\u2212"_s : withSign && permille > 0 ? u"+"_s : QString();
    return sign + number + (indonesian() ? u"\u00A0%"_s : u"%"_s);
}

QString shareText(qint64 part, qint64 whole)
{
    const qint64 percent = whole > 0 ? (permilleOf(part, whole) + 5) / 10 : 0;
    const QString sign = indonesian() ? u"\u00A0%"_s : u"%"_s;
    if (percent == 0 && part > 0)
        return u"<1"_s + sign;
    return QString::number(percent) + sign;
}

QString axisMoney(qint64 rupiah)
{
    struct Unit
    {
        qint64 size;
        QString name;
    };
    const Unit units[] = {
        //: A thousand million on a chart's axis, after the number: "2 M" in Indonesian, "2B" in English.
        {1'000'000'000, Words::tr("%1B")},
        //: A million on a chart's axis: "2 jt" in Indonesian, "2M" in English.
        {1'000'000, Words::tr("%1M")},
        //: A thousand on a chart's axis: "2 rb" in Indonesian, "2K" in English.
        {1'000, Words::tr("%1K")},
    };
    for (const Unit& unit : units) {
        if (rupiah >= unit.size)
            return unit.name.arg(tenths((rupiah * 10 + unit.size / 2) / unit.size));
    }
    return formatCount(rupiah, uiLanguage());
}

qint64 gridStep(qint64 most)
{
    const qint64 atLeast = std::max<qint64>(1, (most + 3) / 4);
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 tenfold : {10, 20, 25, 50}) {
            const qint64 step = power * tenfold / 10;
            // 2.5 million is read at a glance, 2.5 rupiah or 12.5 thousand are not.
            if (step >= atLeast && (tenfold != 25 || power >= 10))
                return step;
        }
    }
}

QString axisDate(QDate start, Granularity granularity)
{
    const QString date = formatDate(start, uiLanguage());
    if (granularity != Granularity::Month)
        return withoutYear(date);
    return start.month() == 1 ? date.section(u' ', 1) : date.section(u' ', 1, 1);
}

QString periodText(const DayRange& days, Granularity granularity)
{
    switch (granularity) {
    case Granularity::Day:
        return formatLongDate(days.first, uiLanguage());
    case Granularity::Week:
        return rangeText(days);
    case Granularity::Month:
        break;
    }
    const bool whole = days.first.day() == 1 && days.last.day() == days.last.daysInMonth();
    return whole ? formatMonth(days.first, uiLanguage()) : rangeText(days);
}

QString beforeText(const DayRange& range, Granularity granularity, int periods)
{
    const QString count = formatCount(periods, uiLanguage());
    switch (granularity) {
    case Granularity::Day:
        return range.first == range.last ? Words::tr("the day before") : Words::tr("%1 days before").arg(count);
    case Granularity::Week:
        return periods == 1 ? Words::tr("the week before") : Words::tr("%1 weeks before").arg(count);
    case Granularity::Month:
        break;
    }
    return periods == 1 ? Words::tr("the month before") : Words::tr("%1 months before").arg(count);
}

QString chartTitle(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Day:
        return Words::tr("Revenue by day");
    case Granularity::Week:
        return Words::tr("Revenue by week");
    case Granularity::Month:
        break;
    }
    return Words::tr("Revenue by month");
}

} // namespace belanjain::ui
