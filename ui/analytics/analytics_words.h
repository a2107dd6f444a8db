// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/day_range.h"
#include "domain/money.h"
#include "domain/periods.h"

#include <QString>

#include <optional>

namespace belanjain::ui {

/// Ranges that one press chooses; Free is any other. The numbers are kept in the settings.
enum class RangePreset : quint8 { Today, Week, Month, Year, Free };

/// The days of a preset that ends today. Year is twelve calendar months with the present one; invalid for Free.
DayRange rangeOf(RangePreset preset, QDate today);
/// How the bars of a preset are cut unless somebody chose otherwise.
Granularity usualGranularity(const DayRange& range);
/// The finest cut of at most 400 bars that is not finer than the one asked for.
Granularity readableGranularity(const DayRange& range, Granularity wanted);

/// The change from one figure to another in tenths of a percent, rounded half away from zero; nullopt when
/// there is nothing to compare with.
std::optional<qint64> changePermille(qint64 now, qint64 before);

/// "17,7 %" in Indonesian, "17.7%" in English; from 100 % on without a decimal. The sign is a real minus or
/// plus when `withSign`.
QString percentText(qint64 permille, bool withSign = false);
/// Whole percent of a part: "85 %"; "<1 %" of something that would round to none.
QString shareText(qint64 part, qint64 whole);

/// Short money for an axis: "0", "500 rb", "1,5 jt", "2 M"; "500K", "1.5M", "2B" in English.
QString axisMoney(qint64 rupiah);
/// The distance of gridlines, at least 1: 1, 2, 2.5 or 5 times a power of ten, four of which hold `most`.
qint64 gridStep(qint64 most);

/// Below a bar: "25 Okt", "Nov", "Jan 2026".
QString axisDate(QDate start, Granularity granularity);
/// A bar's whole name: "Sabtu, 7 November 2026", "2 – 8 Nov 2026", "November 2026".
QString periodText(const DayRange& days, Granularity granularity);
/// What the chart is held against: "30 hari sebelumnya".
QString beforeText(const DayRange& range, Granularity granularity, int periods);
/// "Omzet per hari".
QString chartTitle(Granularity granularity);

} // namespace belanjain::ui
