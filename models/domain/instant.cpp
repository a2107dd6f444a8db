// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/instant.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace belanjain
{
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 unixEpochJulianDay = 2'440'588;

void putDigits(QChar* at, int value, int digits)
{
    for (int i = digits; i-- > 0; value /= 10)
        at[i] = QChar(u'0' + value % 10);
}

} // namespace

// Lists carry many times, and QDateTime reads its format anew for each.
QString toRfc3339(Instant instant)
{
    const qint64 whole = bounded(instant).ms;
    const qint64 days = whole >= 0 ? whole / dayMs : -((dayMs - 1 - whole) / dayMs);
    const QDate date = QDate::fromJulianDay(days + unixEpochJulianDay);
    const int ms = int(whole - days * dayMs);
    QString text = u"0000-00-00T00:00:00.000Z"_s;
    QChar* at = text.data();
    putDigits(at, date.year(), 4);
    putDigits(at + 5, date.month(), 2);
    putDigits(at + 8, date.day(), 2);
    putDigits(at + 11, ms / 3'600'000, 2);
    putDigits(at + 14, ms / 60'000 % 60, 2);
    putDigits(at + 17, ms / 1000 % 60, 2);
    putDigits(at + 20, ms % 1000, 3);
    return text;
}

std::optional<Instant> parseRfc3339(QStringView text)
{
    static const QRegularExpression shape(
        uR"(\A(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))\z)"_s);
    const auto match = shape.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date = QDate::fromString(match.captured(1), u"yyyy-MM-dd"_s);
    const QTime time = QTime::fromString(match.captured(2), u"HH:mm:ss"_s);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    const int fraction = (match.captured(3) + u"000"_s).left(3).toInt();
    const int hours = match.captured(5).toInt();
    const int minutes = match.captured(6).toInt();
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    const qint64 offset = (match.captured(4) == u"-" ? -1 : 1) * (hours * 60 + minutes) * 60'000LL;
    const Instant instant{QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() + fraction - offset};
    return instant == bounded(instant) ? std::optional(instant) : std::nullopt;
}

} // namespace belanjain
