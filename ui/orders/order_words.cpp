// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/order_words.h"

#include "common/language.h"
#include "domain/format.h"
#include "domain/shipping_deadline.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

} // namespace

ChipKind chipOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Pending:
        return ChipKind::New;
    case OrderStatus::Processing:
        return ChipKind::Processing;
    case OrderStatus::Shipped:
        return ChipKind::Shipped;
    case OrderStatus::Delivered:
        return ChipKind::Done;
    case OrderStatus::Cancelled:
        return ChipKind::Cancelled;
    }
    return ChipKind::Neutral;
}

QString statusWord(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Pending:
        return QCoreApplication::translate("Orders", "New");
    case OrderStatus::Processing:
        return QCoreApplication::translate("Orders", "Processing");
    case OrderStatus::Shipped:
        return QCoreApplication::translate("Orders", "Shipped");
    case OrderStatus::Delivered:
        return QCoreApplication::translate("Orders", "Delivered");
    case OrderStatus::Cancelled:
        return QCoreApplication::translate("Orders", "Cancelled");
    }
    return {};
}

QString paymentWord(const QString& method)
{
    if (method == u"COD")
        return QCoreApplication::translate("Orders", "Cash on delivery");
    if (method == u"BANK_TRANSFER")
        return QCoreApplication::translate("Orders", "Bank transfer");
    if (method == u"EWALLET")
        return QCoreApplication::translate("Orders", "E-wallet");
    if (method == u"CARD")
        return QCoreApplication::translate("Orders", "Card");
    return method;
}

QString serviceWord(const QString& service)
{
    if (service == u"HARI_INI")
        return QCoreApplication::translate("Orders", "Same day");
    if (service == u"EKSPRES")
        return QCoreApplication::translate("Orders", "Express");
    if (service == u"REGULER")
        return QCoreApplication::translate("Orders", "Regular");
    if (service == u"EKONOMI")
        return QCoreApplication::translate("Orders", "Economy");
    if (service == u"KARGO")
        return QCoreApplication::translate("Orders", "Cargo");
    return service;
}

OrderAge ageOf(const ports::OrderRow& order, Instant now, const QTimeZone& zone)
{
    const Language language = uiLanguage();
    const ShippingDeadline deadline = shippingDeadline(order.status, order.createdAt, now);
    switch (deadline.kind) {
    case ShippingDeadline::Kind::Late:
        return {Icon::Warning, QCoreApplication::translate("Orders", "Late by %1 h").arg(formatCount(deadline.hours, language)), CellInk::Out};
    case ShippingDeadline::Kind::Soon:
        return {Icon::Clock, QCoreApplication::translate("Orders", "%1 h left").arg(deadline.hours), CellInk::Low};
    case ShippingDeadline::Kind::Fine:
    case ShippingDeadline::Kind::None:
        break;
    }
    if (now.ms - order.createdAt.ms < dayMs)
        return {.text = formatAge(order.createdAt, now, language)};
    const QString date = formatDate(order.createdAt, zone, language);
    const bool thisYear = date.endsWith(formatDate(now, zone, language).right(4));
    const QString day = thisYear ? date.chopped(5) : date;
    return {.text = thisYear ? day + u' ' + formatTime(order.createdAt, zone, language) : day};
}

std::optional<OrderStatus> nextStep(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Pending:
        return OrderStatus::Processing;
    case OrderStatus::Processing:
        return OrderStatus::Shipped;
    case OrderStatus::Shipped:
        return OrderStatus::Delivered;
    case OrderStatus::Delivered:
    case OrderStatus::Cancelled:
        break;
    }
    return std::nullopt;
}

QString phoneText(const QString& phone)
{
    constexpr int group = 4;
    constexpr int shortest = 10;
    constexpr int longest = 13;
    const bool digits = std::all_of(phone.begin(), phone.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits || !phone.startsWith(u"08") || phone.size() < shortest || phone.size() > longest)
        return phone;
    return u"%1-%2-%3"_s.arg(phone.first(group), phone.sliced(group, group), phone.sliced(2 * group));
}

QString numberText(const QString& number) { return number.startsWith(u'#') ? number : u'#' + number; }

QString ordersSelected(int count)
{
    return count == 1 ? QCoreApplication::translate("Orders", "1 order selected") : QCoreApplication::translate("Orders", "%1 orders selected").arg(formatCount(count, uiLanguage()));
}

} // namespace belanjain::ui
