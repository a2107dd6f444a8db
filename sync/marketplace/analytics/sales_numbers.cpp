// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/analytics/sales_numbers.h"

#include <functional>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Result;
using storage::Row;
namespace
{

/// Periods of one statement. The last statement is filled with empty ones, so that there is one text to
/// prepare.
constexpr qsizetype batch = 32;

/// Sums over orders o for each of a batch of periods, by their place. Each period is one range of an index
/// that holds everything summed. CROSS JOIN, for SQLite to look up orders by period and not the other way.
QString batchSql(const QString& sums, const QString& time, const QString& which)
{
    QStringList rows;
    for (qsizetype i = 0; i < batch; ++i)
        rows << u"(%1, CAST(? AS BIGINT), CAST(? AS BIGINT))"_s.arg(i);
    return u"WITH periods (place, since, until) AS (VALUES %1) SELECT p.place, %2 FROM periods p CROSS JOIN orders o "
           "WHERE o.store_id = ? AND %3 AND o.%4 >= p.since AND o.%4 < p.until GROUP BY p.place"_s
        .arg(rows.join(u", "_s), sums, which, time);
}

// The conditions stand as in the indexes' definitions, or these would not be used.

const QString& bookedSql()
{
    static const QString sql =
        batchSql(u"CAST(sum(o.subtotal - o.discount) AS BIGINT), count(*), CAST(sum(o.units) AS BIGINT)"_s,
                 u"created_at"_s, u"o.status <> 'CANCELLED'"_s);
    return sql;
}

const QString& completedSql()
{
    static const QString sql = batchSql(u"CAST(sum(o.subtotal - o.discount) AS BIGINT)"_s, u"delivered_at"_s,
                                        u"o.status = 'DELIVERED'"_s);
    return sql;
}

/// Runs a batchSql() over all periods; `read` gets the index of a period that has orders, and its row.
Outcome eachPeriod(Database& db, const QString& sql, const StoreId& store, const QList<Period>& periods,
                   const std::function<void(qsizetype, const Row&)>& read)
{
    for (qsizetype start = 0; start < periods.size(); start += batch) {
        QVariantList values;
        for (qsizetype i = start; i < start + batch; ++i) {
            const Span span = i < periods.size() ? periods[i].span : Span();
            values << span.from.ms << span.until.ms;
        }
        values << store.toString();
        const auto done = db.each(sql, values, [&](const Row& row) { read(start + row.integer(0), row); });
        if (!done)
            return done;
    }
    return {};
}

} // namespace

QJsonObject toJson(const SalesFigures& figures)
{
    return {{u"booked"_s, figures.booked.rupiah},
            {u"completed"_s, figures.completed.rupiah},
            {u"orders"_s, figures.orders},
            {u"units"_s, figures.units}};
}

Result<QList<SalesFigures>> salesBy(Database& db, const StoreId& store, const QList<Period>& periods)
{
    QList<SalesFigures> figures(periods.size());
    const auto booked = eachPeriod(db, bookedSql(), store, periods, [&](qsizetype i, const Row& row) {
        figures[i].booked = {row.integer(1)};
        figures[i].orders = row.integer(2);
        figures[i].units = row.integer(3);
    });
    if (!booked)
        return tl::unexpected(booked.error());
    const auto completed = eachPeriod(db, completedSql(), store, periods,
                                      [&](qsizetype i, const Row& row) { figures[i].completed = {row.integer(1)}; });
    if (!completed)
        return tl::unexpected(completed.error());
    return figures;
}

Result<SalesFigures> salesOfAllTime(Database& db, const StoreId& store)
{
    constexpr qint64 ever = 1LL << 60;
    const auto figures = salesBy(db, store, {Period{{}, {{-ever}, {ever}}}});
    if (!figures)
        return tl::unexpected(figures.error());
    return figures->first();
}

Result<QMap<OrderStatus, qint64>> ordersByStatus(Database& db, const StoreId& store)
{
    QMap<OrderStatus, qint64> counts;
    for (const OrderStatus each : {OrderStatus::Pending, OrderStatus::Processing, OrderStatus::Shipped,
                                   OrderStatus::Delivered, OrderStatus::Cancelled})
        counts[each] = 0;
    const auto counted = db.each(u"SELECT status, count(*) FROM orders WHERE store_id = ? GROUP BY status"_s,
                                 {store.toString()}, [&](const Row& row) {
                                     if (const auto status = parseOrderStatus(row.text(0)))
                                         counts[*status] = row.integer(1);
                                 });
    if (!counted)
        return tl::unexpected(counted.error());
    return counts;
}

std::optional<TopBy> parseTopBy(QStringView text)
{
    if (text == u"units")
        return TopBy::Units;
    return text == u"revenue" ? std::optional(TopBy::Revenue) : std::nullopt;
}

QJsonObject TopProduct::toJson() const
{
    return {{u"productId"_s, product.toString()},
            {u"name"_s, name},
            {u"units"_s, units},
            {u"revenue"_s, revenue.rupiah}};
}

Result<QList<TopProduct>> topProducts(Database& db, const StoreId& store, const Span& span, TopBy by, int limit)
{
    // Names are looked up for the few that are left.
    const QString sql =
        u"SELECT t.product_id, p.name, t.units, t.revenue FROM (SELECT l.product_id AS product_id, "
        "CAST(sum(l.quantity) AS BIGINT) AS units, CAST(sum(l.line_total) AS BIGINT) AS revenue "
        "FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE o.store_id = ? AND o.status <> 'CANCELLED' AND "
        "o.created_at >= ? AND o.created_at < ? GROUP BY l.product_id ORDER BY %1 DESC, l.product_id LIMIT ?) t "
        "JOIN products p ON p.id = t.product_id ORDER BY t.%1 DESC, t.product_id"_s
            .arg(by == TopBy::Units ? u"units"_s : u"revenue"_s);
    return db.all(sql, {store.toString(), span.from.ms, span.until.ms, limit}, [](const Row& row) {
        return TopProduct{row.id<ProductId>(0).value_or(ProductId()), row.text(1), row.integer(2), {row.integer(3)}};
    });
}

} // namespace belanjain::marketplace
