// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/instant.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace belanjain
{
using namespace Qt::StringLiterals;

QString toRfc3339(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.ms, Qt::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
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
    return Instant{QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() + fraction - offset};
}

} // namespace belanjain
