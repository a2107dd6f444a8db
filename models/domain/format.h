// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "domain/money.h"

#include <QString>

class QDate;
class QTimeZone;

namespace belanjain {

// The one place that writes money, numbers and dates for people. QLocale is not used: it writes rupiah
// as "Rp1.250.000,00" and differs between Qt versions.

enum class Language : quint8 { Indonesian, English };

/// "id", "en".
QString wireName(Language language);
/// English for tags that begin with "en", Indonesian for all others ("id", "en-GB", empty).
Language languageFromTag(QStringView tag);

/// "Rp 1.250.000", "-Rp 5.000": the same in both languages.
QString formatRupiah(Money money);
/// The number alone, as an editor shows it: "1.250.000".
QString formatRupiahNumber(Money money);
/// "1.204" in Indonesian, "1,204" in English.
QString formatCount(qint64 number, Language language);
/// With its sign: "+7", "-3", "0".
QString formatChange(qint64 number, Language language);

// Days and times are those of the zone given, never of the machine.

/// "21 Nov 2026".
QString formatDate(Instant instant, const QTimeZone& zone, Language language);
QString formatDate(QDate date, Language language);
/// "Sabtu, 21 November 2026", "Saturday, 21 November 2026".
QString formatLongDate(Instant instant, const QTimeZone& zone, Language language);
QString formatLongDate(QDate date, Language language);
/// "November 2026".
QString formatMonth(QDate date, Language language);
/// "14.32", "14:32".
QString formatTime(Instant instant, const QTimeZone& zone, Language language);
/// "21 Nov 2026 14.32".
QString formatDateTime(Instant instant, const QTimeZone& zone, Language language);
/// "baru saja", "27 menit lalu", "3 hours ago"; a time in the future is "just now", since clocks differ.
QString formatAge(Instant then, Instant now, Language language);

} // namespace belanjain
