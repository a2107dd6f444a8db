// SPDX-License-Identifier: GPL-3.0-or-later
#include "home/home_words.h"

#include "common/language.h"
#include "domain/format.h"
#include "domain/periods.h"
#include "domain/shipping_deadline.h"
#include "orders/order_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::HomeEvent;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HomePage)
};

QString number(qint64 n) { return formatCount(n, uiLanguage()); }

QString counted(int count, const QString& one, const QString& many) { return count == 1 ? one : many.arg(number(count)); }

/// A long name cut at a word, so that what stands behind it in the sentence is still read.
QString briefly(const QString& name)
{
    constexpr qsizetype most = 32;
    if (name.size() <= most)
        return name;
    const qsizetype space = name.lastIndexOf(u' ', most - 1);
    QString cut = name.left(space > most / 2 ? space : most - 1);
    while (!cut.isEmpty() && !cut.back().isLetterOrNumber() && cut.back() != u')')
        cut.chop(1);
    return cut + u'…';
}

/// How long ago by the store's calendar: beside a date, "a day" is a midnight rather than 24 hours.
QString daysAgo(Instant then, Instant now, const QTimeZone& zone)
{
    const qint64 days = dayOf(then, zone).daysTo(dayOf(now, zone));
    if (days < 1)
        return formatAge(then, now, uiLanguage());
    return days == 1 ? Words::tr("yesterday") : Words::tr("%1 days ago").arg(number(days));
}

} // namespace

QString greeting(const QString& person, Instant now, const QTimeZone& zone)
{
    const QString first = person.simplified().section(u' ', 0, 0);
    const int hour = QDateTime::fromMSecsSinceEpoch(now.ms, zone).time().hour();
    const QString text = hour >= 4 && hour < 11   ? Words::tr("Good morning, %1")
                         : hour >= 11 && hour < 15 ? Words::tr("Good day, %1")
                         : hour >= 15 && hour < 18 ? Words::tr("Good afternoon, %1")
                                                   : Words::tr("Good evening, %1");
    return first.isEmpty() ? text.section(u',', 0, 0) : text.arg(first);
}

QString decideTitle(int count)
{
    return counted(count, Words::tr("1 change needs your decision"), Words::tr("%1 changes need your decision"));
}

QString lateTitle(int count) { return counted(count, Words::tr("1 order is late"), Words::tr("%1 orders are late")); }

QString lateDetail(const QList<ports::HomeReport::LateOrder>& orders, Instant now)
{
    QStringList parts;
    for (const auto& order : orders) {
        const qint64 hours = shippingDeadline(OrderStatus::Pending, order.placed, now).hours;
        const QString over = hours >= 48  ? Words::tr("%1 days").arg(number(hours / 24))
                             : hours == 1 ? Words::tr("1 hour")
                                          : Words::tr("%1 hours").arg(number(hours));
        parts << (parts.isEmpty() ? Words::tr("%1 %2 overdue").arg(order.customer, over)
                                  : u"%1 %2"_s.arg(order.customer, over));
    }
    return parts.join(u", "_s);
}

QString freshTitle(int count) { return counted(count, Words::tr("1 new order"), Words::tr("%1 new orders")); }

QString startedTitle(int count)
{
    return counted(count, Words::tr("1 order to be shipped"), Words::tr("%1 orders to be shipped"));
}

QString waitingDetail(const ports::OrdersToDo& orders, Instant now, const QTimeZone& zone)
{
    if (!orders.oldest)
        return {};
    return Words::tr("The oldest came on %1, %2")
        .arg(formatDateTime(*orders.oldest, zone, uiLanguage()), daysAgo(*orders.oldest, now, zone));
}

QString outTitle(int count)
{
    return counted(count, Words::tr("1 variant is out of stock"), Words::tr("%1 variants are out of stock"));
}

QString outDetail(const QStringList& names, int count)
{
    const int others = count - int(names.size());
    if (names.isEmpty())
        return {};
    if (names.size() == 1)
        return others > 0 ? Words::tr("%1 and %2 more").arg(briefly(names.at(0)), number(others)) : names.at(0);
    return others > 0 ? Words::tr("%1, %2 and %3 more").arg(briefly(names.at(0)), briefly(names.at(1)), number(others))
                      : Words::tr("%1 and %2").arg(briefly(names.at(0)), briefly(names.at(1)));
}

QString lowTitle(int count)
{
    return counted(count, Words::tr("1 variant is running low"), Words::tr("%1 variants are running low"));
}

QString reviewsTitle(int count)
{
    return counted(count, Words::tr("1 review without a reply"), Words::tr("%1 reviews without a reply"));
}

QString reviewsDetail(int worstRating, const QString& product)
{
    if (worstRating <= 0)
        return {};
    return worstRating == 1 ? Words::tr("One of them gave 1 star to %1").arg(product)
                            : Words::tr("The lowest gave %1 stars to %2").arg(number(worstRating), product);
}

QString eventText(const HomeEvent& event)
{
    switch (event.kind) {
    case HomeEvent::Kind::OrderPlaced:
        return Words::tr("Order %1 from %2, %3").arg(numberText(event.name), event.person, formatRupiah(event.total));
    case HomeEvent::Kind::ReviewWritten:
        return event.count == 1
                   ? Words::tr("A review with 1 star for %1 from %2").arg(event.name, event.person)
                   : Words::tr("A review with %1 stars for %2 from %3").arg(number(event.count), event.name, event.person);
    case HomeEvent::Kind::EditsSettled:
        return counted(event.count, Words::tr("1 change was sent to the marketplace"),
                       Words::tr("%1 changes were sent to the marketplace"));
    }
    return {};
}

} // namespace belanjain::ui
