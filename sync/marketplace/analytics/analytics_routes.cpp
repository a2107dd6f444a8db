// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/analytics/analytics_routes.h"

#include "domain/store.h"
#include "marketplace/analytics/sales_numbers.h"
#include "marketplace/analytics/summary.h"
#include "storage/transaction.h"

#include <QTimeZone>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

Expected<QTimeZone> zoneOf(const Call& call)
{
    if (const auto asked = call.request().queryValue(u"tz")) {
        if (!checkTimeZone(*asked, u"tz"_s))
            return tl::unexpected(badParameter(u"tz"_s, call.language()));
        return QTimeZone(asked->toLatin1());
    }
    const auto stored = call.db().one(u"SELECT time_zone FROM stores WHERE id = ?"_s, {call.caller().store.toString()},
                                      [](const storage::Row& row) { return row.text(0); });
    if (!stored)
        return call.fail(stored.error());
    QTimeZone zone(stored->value_or(QString()).toLatin1());
    // Stored by a machine that knew more zones.
    return zone.isValid() ? zone : QTimeZone("Asia/Jakarta");
}

/// A day as YYYY-MM-DD; nullopt when it was not given.
Expected<std::optional<QDate>> dateParameter(const Call& call, const QString& name)
{
    const auto text = call.request().queryValue(name);
    if (!text)
        return std::optional<QDate>();
    const QDate date = QDate::fromString(*text, u"yyyy-MM-dd"_s);
    if (!date.isValid() || date.toString(Qt::ISODate) != *text)
        return tl::unexpected(badParameter(name, call.language()));
    return std::optional(date);
}

/// The days asked for, both included.
struct Days
{
    QDate first;
    QDate last;
};

protocol::Problem refusedRange(const Call& call, const QString& code)
{
    protocol::Problem refused = problem(400, code, call.language());
    refused.errors.append({u"from"_s, code, refused.detail, {}});
    return refused;
}

/// from and to: up to today, and from where a chart usually begins, unless told otherwise.
Expected<Days> daysOf(const Call& call, Granularity granularity, const QTimeZone& zone)
{
    const auto from = dateParameter(call, u"from"_s);
    if (!from)
        return tl::unexpected(from.error());
    const auto to = dateParameter(call, u"to"_s);
    if (!to)
        return tl::unexpected(to.error());
    Days days;
    days.last = to->value_or(dayOf(call.now(), zone));
    days.first = from->value_or(usualFirstDay(days.last, granularity));
    if (days.first > days.last)
        return tl::unexpected(refusedRange(call, u"range_reversed"_s));
    return days;
}

void describe(QJsonObject& body, const Days& days, const QTimeZone& zone)
{
    body[u"from"_s] = days.first.toString(Qt::ISODate);
    body[u"to"_s] = days.last.toString(Qt::ISODate);
    body[u"timeZone"_s] = QString::fromLatin1(zone.id());
}

Answer summary(Call& call)
{
    const auto zone = zoneOf(call);
    if (!zone)
        return tl::unexpected(zone.error());
    const auto body = readSummary(call.db(), call.caller().store, call.now(), *zone);
    return body ? Answer(json(200, *body)) : call.fail(body.error());
}

Answer revenue(Call& call)
{
    const auto granularity = parseGranularity(call.request().queryValue(u"granularity").value_or(u"day"_s));
    if (!granularity)
        return tl::unexpected(badParameter(u"granularity"_s, call.language()));
    const auto zone = zoneOf(call);
    if (!zone)
        return tl::unexpected(zone.error());
    const auto days = daysOf(call, *granularity, *zone);
    if (!days)
        return tl::unexpected(days.error());
    if (countPeriods(days->first, days->last, *granularity) > maxRevenuePoints)
        return tl::unexpected(refusedRange(call, u"range_too_long"_s));
    const QList<Period> periods = periodsBetween(days->first, days->last, *granularity, *zone);
    auto snapshot = storage::Transaction::beginRead(call.db());
    if (!snapshot)
        return call.fail(snapshot.error());
    const auto figures = salesBy(call.db(), call.caller().store, periods);
    if (!figures)
        return call.fail(figures.error());
    QJsonArray points;
    for (qsizetype i = 0; i < periods.size(); ++i) {
        QJsonObject point = toJson(figures->at(i));
        point[u"start"_s] = periods[i].start.toString(Qt::ISODate);
        points.append(point);
    }
    QJsonObject body{{u"granularity"_s, wireName(*granularity)}, {u"points"_s, points}};
    describe(body, *days, *zone);
    return json(200, body);
}

Answer top(Call& call)
{
    const auto by = parseTopBy(call.request().queryValue(u"by").value_or(u"units"_s));
    if (!by)
        return tl::unexpected(badParameter(u"by"_s, call.language()));
    int limit = defaultTopProducts;
    if (const auto text = call.request().queryValue(u"limit")) {
        bool ok = false;
        limit = text->toInt(&ok);
        const bool plain = std::ranges::all_of(*text, [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (!ok || !plain || limit < 1 || limit > maxTopProducts)
            return tl::unexpected(badParameter(u"limit"_s, call.language()));
    }
    const auto zone = zoneOf(call);
    if (!zone)
        return tl::unexpected(zone.error());
    const auto days = daysOf(call, Granularity::Day, *zone);
    if (!days)
        return tl::unexpected(days.error());
    const auto products =
        topProducts(call.db(), call.caller().store, spanOf(days->first, days->last, *zone), *by, limit);
    if (!products)
        return call.fail(products.error());
    QJsonArray items;
    for (const TopProduct& product : *products)
        items.append(product.toJson());
    QJsonObject body{{u"items"_s, items}};
    describe(body, *days, *zone);
    return json(200, body);
}

} // namespace

QList<Route> analyticsRoutes()
{
    return {
        {.method = "GET", .path = "/v1/analytics/summary", .access = Access::Seller, .handle = summary},
        {.method = "GET", .path = "/v1/analytics/revenue", .access = Access::Seller, .handle = revenue},
        {.method = "GET", .path = "/v1/analytics/top-products", .access = Access::Seller, .handle = top},
    };
}

} // namespace belanjain::marketplace
