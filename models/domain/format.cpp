// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/format.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

using Names = std::array<QLatin1StringView, 12>;
using DayNames = std::array<QLatin1StringView, 7>;

constexpr Names shortMonthsId{"Jan"_L1, "Feb"_L1, "Mar"_L1, "Apr"_L1, "Mei"_L1, "Jun"_L1,
                              "Jul"_L1, "Agu"_L1, "Sep"_L1, "Okt"_L1, "Nov"_L1, "Des"_L1};
constexpr Names shortMonthsEn{"Jan"_L1, "Feb"_L1, "Mar"_L1, "Apr"_L1, "May"_L1, "Jun"_L1,
                              "Jul"_L1, "Aug"_L1, "Sep"_L1, "Oct"_L1, "Nov"_L1, "Dec"_L1};
constexpr Names monthsId{"Januari"_L1,   "Februari"_L1, "Maret"_L1,    "April"_L1,
                         "Mei"_L1,       "Juni"_L1,     "Juli"_L1,     "Agustus"_L1,
                         "September"_L1, "Oktober"_L1,  "November"_L1, "Desember"_L1};
constexpr Names monthsEn{"January"_L1,   "February"_L1, "March"_L1,    "April"_L1,
                         "May"_L1,       "June"_L1,     "July"_L1,     "August"_L1,
                         "September"_L1, "October"_L1,  "November"_L1, "December"_L1};
constexpr DayNames daysId{"Senin"_L1, "Selasa"_L1, "Rabu"_L1,  "Kamis"_L1,
                          "Jumat"_L1, "Sabtu"_L1,  "Minggu"_L1};
constexpr DayNames daysEn{"Monday"_L1, "Tuesday"_L1,  "Wednesday"_L1, "Thursday"_L1,
                          "Friday"_L1, "Saturday"_L1, "Sunday"_L1};

bool english(Language language) { return language == Language::English; }

QString grouped(qint64 number, QChar separator)
{
    QString text = QString::number(number);
    const qsizetype firstDigit = number < 0 ? 1 : 0;
    for (qsizetype i = text.size() - 3; i > firstDigit; i -= 3)
        text.insert(i, separator);
    return text;
}

QDateTime local(Instant instant, const QTimeZone& zone)
{
    if (!zone.isValid())
        return QDateTime::fromMSecsSinceEpoch(instant.ms, Qt::UTC);
    return QDateTime::fromMSecsSinceEpoch(instant.ms, zone);
}

struct Unit
{
    qint64 ms;
    QLatin1StringView id;
    QLatin1StringView en;
};

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
constexpr std::array units{Unit{365 * dayMs, "tahun"_L1, "year"_L1}, Unit{30 * dayMs, "bulan"_L1, "month"_L1},
                           Unit{dayMs, "hari"_L1, "day"_L1}, Unit{60 * minuteMs, "jam"_L1, "hour"_L1},
                           Unit{minuteMs, "menit"_L1, "minute"_L1}};

} // namespace

QString wireName(Language language)
{
    switch (language) {
    case Language::Indonesian:
        return u"id"_s;
    case Language::English:
        return u"en"_s;
    }
    return {};
}

Language languageFromTag(QStringView tag)
{
    const bool en = tag.compare("en"_L1, Qt::CaseInsensitive) == 0 ||
                    tag.startsWith("en-"_L1, Qt::CaseInsensitive) ||
                    tag.startsWith("en_"_L1, Qt::CaseInsensitive);
    return en ? Language::English : Language::Indonesian;
}

QString formatRupiah(Money money)
{
    const QString number = formatRupiahNumber(money);
    return money.rupiah < 0 ? u"-Rp "_s + number.sliced(1) : u"Rp "_s + number;
}

QString formatRupiahNumber(Money money) { return grouped(money.rupiah, u'.'); }

QString formatCount(qint64 number, Language language)
{
    return grouped(number, english(language) ? u',' : u'.');
}

QString formatChange(qint64 number, Language language)
{
    return (number > 0 ? u"+"_s : QString()) + formatCount(number, language);
}

QString formatDate(QDate date, Language language)
{
    if (!date.isValid())
        return {};
    const Names& months = english(language) ? shortMonthsEn : shortMonthsId;
    return u"%1 %2 %3"_s.arg(date.day()).arg(months[size_t(date.month() - 1)]).arg(date.year());
}

QString formatDate(Instant instant, const QTimeZone& zone, Language language)
{
    return formatDate(local(instant, zone).date(), language);
}

QString formatLongDate(QDate date, Language language)
{
    if (!date.isValid())
        return {};
    const DayNames& days = english(language) ? daysEn : daysId;
    return u"%1, %2 %3"_s.arg(days[size_t(date.dayOfWeek() - 1)])
        .arg(date.day())
        .arg(formatMonth(date, language));
}

QString formatLongDate(Instant instant, const QTimeZone& zone, Language language)
{
    return formatLongDate(local(instant, zone).date(), language);
}

QString formatMonth(QDate date, Language language)
{
    if (!date.isValid())
        return {};
    const Names& months = english(language) ? monthsEn : monthsId;
    return u"%1 %2"_s.arg(months[size_t(date.month() - 1)]).arg(date.year());
}

QString formatTime(Instant instant, const QTimeZone& zone, Language language)
{
    return local(instant, zone).time().toString(english(language) ? u"HH:mm"_s : u"HH.mm"_s);
}

QString formatDateTime(Instant instant, const QTimeZone& zone, Language language)
{
    return formatDate(instant, zone, language) + u' ' + formatTime(instant, zone, language);
}

QString formatAge(Instant then, Instant now, Language language)
{
    const qint64 age = bounded(now).ms - bounded(then).ms;
    for (const Unit& unit : units) {
        const qint64 number = age / unit.ms;
        if (number < 1)
            continue;
        const QString count = formatCount(number, language);
        if (!english(language))
            return u"%1 %2 lalu"_s.arg(count, unit.id);
        return u"%1 %2%3 ago"_s.arg(count, unit.en, number == 1 ? QString() : u"s"_s);
    }
    return english(language) ? u"just now"_s : u"baru saja"_s;
}

} // namespace belanjain
