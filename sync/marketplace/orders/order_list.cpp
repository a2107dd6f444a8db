// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/orders/order_list.h"

#include "domain/text.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qsizetype maxText = 100;

/// A day's first moment (`days` later), or the time itself.
std::optional<Instant> momentOf(const QString& text, const QTimeZone& zone, int days)
{
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid())
            return std::nullopt;
        return Instant{date.addDays(days).startOfDay(zone).toMSecsSinceEpoch()};
    }
    return parseRfc3339(text);
}

/// A pattern for LIKE that takes the text literally.
QString containing(const QString& text)
{
    QString pattern = text.toLower();
    for (const QChar special : {u'\\', u'%', u'_'})
        pattern.replace(special, QString(u'\\') + special);
    return u'%' + pattern + u'%';
}

struct Condition
{
    QString sql;
    QVariantList values;

    void add(const QString& part, const QVariantList& with)
    {
        sql += u" AND "_s + part;
        values += with;
    }
};

Condition conditionOf(const OrderQuery& query)
{
    Condition condition = query.store.isNull() ? Condition{u"o.customer_id = ?"_s, {query.customer.toString()}}
                                               : Condition{u"o.store_id = ?"_s, {query.store.toString()}};
    if (!query.statuses.isEmpty()) {
        QVariantList names;
        for (const OrderStatus status : query.statuses)
            names << wireName(status);
        condition.add(u"o.status IN (%1)"_s.arg(QStringList(names.size(), u"?"_s).join(u',')), names);
    }
    if (query.from)
        condition.add(u"o.created_at >= ?"_s, {query.from->ms});
    if (query.until)
        condition.add(u"o.created_at < ?"_s, {query.until->ms});
    if (!query.text.isEmpty()) {
        const QString pattern = containing(query.text);
        condition.add(u"(lower(o.number) LIKE ? ESCAPE '\\' OR lower(o.customer_name) LIKE ? ESCAPE '\\' OR "
                      "EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND "
                      "(lower(l.name) LIKE ? ESCAPE '\\' OR lower(l.sku) LIKE ? ESCAPE '\\')))"_s,
                      {pattern, pattern, pattern, pattern});
    }
    return condition;
}

} // namespace

Expected<OrderQuery> readOrderQuery(const Call& call, const QTimeZone& zone)
{
    OrderQuery query;
    const auto page = listParameters(call, u"orders"_s, 2);
    if (!page)
        return tl::unexpected(page.error());
    query.page = *page;
    for (const QString& name : call.request().queryValue(u"status").value_or(QString()).split(u',')) {
        const auto status = parseOrderStatus(name);
        if (status && !query.statuses.contains(*status))
            query.statuses.append(*status);
        else if (!status && call.request().hasQuery(u"status"))
            return tl::unexpected(badParameter(u"status"_s, call.language()));
    }
    if (const auto from = call.request().queryValue(u"from")) {
        query.from = momentOf(*from, zone, 0);
        if (!query.from)
            return tl::unexpected(badParameter(u"from"_s, call.language()));
    }
    if (const auto to = call.request().queryValue(u"to")) {
        query.until = momentOf(*to, zone, 1);
        if (!query.until)
            return tl::unexpected(badParameter(u"to"_s, call.language()));
        if (to->size() != 10)
            ++query.until->ms; // a time is included as well
    }
    query.text = normalisedLine(call.request().queryValue(u"q").value_or(QString()));
    if (codePoints(query.text) > maxText)
        return tl::unexpected(badParameter(u"q"_s, call.language()));
    return query;
}

storage::Result<OrderPage> listOrders(storage::Database& db, const OrderQuery& query)
{
    OrderPage page;
    Condition condition = conditionOf(query);
    if (query.page.page) {
        const auto total = db.integer(u"SELECT count(*) FROM orders o WHERE "_s + condition.sql, condition.values);
        if (!total)
            return tl::unexpected(total.error());
        page.total = *total;
    }
    if (query.page.hasCursor()) {
        const qint64 at = query.page.after.at(0).toInteger();
        const QString id = query.page.after.at(1).toString();
        condition.add(u"(o.created_at < ? OR (o.created_at = ? AND o.id < ?))"_s, {at, at, id});
    }
    const int limit = query.page.limit;
    auto orders = readOrders(db, condition.sql + u" ORDER BY o.created_at DESC, o.id DESC LIMIT ? OFFSET ?"_s,
                             condition.values + QVariantList{limit + 1, query.page.offset()});
    if (!orders)
        return tl::unexpected(orders.error());
    if (orders->size() > limit) {
        orders->removeLast();
        page.next = {orders->last().createdAt.ms, orders->last().id.toString()};
    }
    page.orders = *orders;
    return page;
}

} // namespace belanjain::marketplace
