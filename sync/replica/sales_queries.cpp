// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/sales_queries.h"

#include <QTimeZone>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

// OrderStatus::Delivered is 3 and Cancelled is 4. All sums are read from an index alone.
constexpr char16_t bookedSql[] =
    u"SELECT coalesce(sum(subtotal - discount), 0), count(*), coalesce(sum(pieces), 0) "
    "FROM orders INDEXED BY orders_by_time WHERE created_at >= ? AND created_at < ? AND status <> 4";
constexpr char16_t settledSql[] =
    u"SELECT coalesce(sum(subtotal - discount), 0) FROM orders INDEXED BY orders_by_time "
    "WHERE created_at >= ? AND created_at < ? AND status = 3";
constexpr char16_t completedSql[] =
    u"SELECT coalesce(sum(subtotal - discount), 0) FROM orders INDEXED BY orders_by_delivery "
    "WHERE delivered_at >= ? AND delivered_at < ? AND delivered_at IS NOT NULL AND status = 3";

QList<SalesFigures> figuresOf(Work& work, const QList<Period>& periods)
{
    QList<SalesFigures> figures;
    for (const Period& period : periods)
        figures.append(salesIn(work, period.span));
    return figures;
}

QDate earlier(QDate day, Granularity granularity, int count, bool isLast)
{
    if (granularity != Granularity::Month)
        return day.addDays(granularity == Granularity::Week ? -7 * count : -count);
    const QDate moved = day.addMonths(-count);
    // The end of February is held against the end of January, not against its 28th.
    const bool wholeMonth = isLast && day.day() == day.daysInMonth();
    return wholeMonth ? QDate(moved.year(), moved.month(), moved.daysInMonth()) : moved;
}

QList<ports::TopProduct> topProducts(Work& work, const ports::SalesQuery& query, const Span& span)
{
    const QString order = query.topBy == ports::TopBy::Units ? u"units DESC, revenue DESC"_s : u"revenue DESC, units DESC"_s;
    auto top = work.all(
        u"SELECT l.product, sum(l.quantity) AS units, sum(l.line_total) AS revenue "
        "FROM orders o INDEXED BY orders_by_time "
        "CROSS JOIN order_lines l INDEXED BY order_lines_sold ON l.order_row = o.row "
        "WHERE o.created_at >= ? AND o.created_at < ? AND o.status <> 4 "
        "GROUP BY l.product ORDER BY %1, l.product LIMIT ?"_s.arg(order),
        {span.from.ms, span.until.ms, query.topLimit}, [](const storage::Row& r) {
            return ports::TopProduct{.product = ProductId(QUuid::fromRfc4122(r.bytes(0))),
                                     .units = r.integer(1),
                                     .revenue = {r.integer(2)}};
        });
    for (ports::TopProduct& one : top) {
        const QByteArray id = one.product.uuid().toRfc4122();
        const auto known = work.one(u"SELECT name, image_hash FROM products WHERE id = ? AND version >= 0"_s, {id},
                                    [](const storage::Row& r) { return std::pair(r.text(0), r.text(1)); });
        if (known) {
            one.name = known->first;
            one.imageHash = known->second;
            continue;
        }
        one.name = work.one(u"SELECT name FROM order_lines WHERE product = ? LIMIT 1"_s, {id},
                            [](const storage::Row& r) { return r.text(0); })
                       .value_or(QString());
    }
    return top;
}

} // namespace

QTimeZone storeZone(Work& work)
{
    const QString name = work.one(u"SELECT time_zone FROM stores LIMIT 1"_s, {},
                                  [](const storage::Row& r) { return r.text(0); })
                             .value_or(QString());
    const QTimeZone zone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone("Asia/Jakarta");
}

SalesFigures salesIn(Work& work, const Span& span)
{
    SalesFigures figures;
    work.one(QString::fromUtf16(bookedSql), {span.from.ms, span.until.ms}, [&](const storage::Row& r) {
        figures.booked = {r.integer(0)};
        figures.orders = r.integer(1);
        figures.units = r.integer(2);
        return true;
    });
    figures.completed = {work.integer(QString::fromUtf16(completedSql), {span.from.ms, span.until.ms})};
    return figures;
}

ports::SalesReport salesReport(Work& work, const ports::SalesQuery& query)
{
    const QTimeZone zone = storeZone(work);
    ports::SalesReport report{.query = query};
    report.periods = periodsBetween(query.first, query.last, query.granularity, zone);
    report.points = figuresOf(work, report.periods);
    for (const Period& period : std::as_const(report.periods))
        report.settled.append(
            Money{work.integer(QString::fromUtf16(settledSql), {period.span.from.ms, period.span.until.ms})});
    const Span span = spanOf(query.first, query.last, zone);
    report.total = salesIn(work, span);

    // The same stretch of the calendar, as many periods earlier: half a month is held against half a month.
    const int count = int(report.periods.size());
    const auto before = periodsBetween(earlier(query.first, query.granularity, count, false),
                                       earlier(query.last, query.granularity, count, true), query.granularity, zone);
    report.before = figuresOf(work, before);
    if (!before.isEmpty())
        report.totalBefore = salesIn(work, {before.constFirst().span.from, before.constLast().span.until});

    report.top = topProducts(work, query, span);
    report.statusCounts = QList<int>(5, 0);
    const auto perStatus = work.all(
        u"SELECT status, count(*) FROM orders INDEXED BY orders_by_time WHERE created_at >= ? AND created_at < ? GROUP BY status"_s,
        {span.from.ms, span.until.ms}, [](const storage::Row& r) { return std::pair(r.integer32(0), r.integer32(1)); });
    for (const auto& [status, n] : perStatus) {
        if (status >= 0 && status < report.statusCounts.size())
            report.statusCounts[status] = n;
    }
    return report;
}

ports::SalesSummary salesSummary(Work& work, Instant now)
{
    const QTimeZone zone = storeZone(work);
    const QDate today = dayOf(now, zone);
    const auto figures = [&](Granularity granularity) {
        return salesIn(work, periodOf(today, granularity, zone).span);
    };
    ports::SalesSummary summary{.today = figures(Granularity::Day),
                                .thisWeek = figures(Granularity::Week),
                                .thisMonth = figures(Granularity::Month),
                                .allTime = salesIn(work, {{std::numeric_limits<qint64>::min()},
                                                          {std::numeric_limits<qint64>::max()}}),
                                .timeZone = QString::fromUtf8(zone.id())};
    work.one(u"SELECT coalesce(sum(price * max(on_hand - reserved, 0)), 0), coalesce(sum(max(on_hand - reserved, 0)), 0), count(*) "
             "FROM variants INDEXED BY variants_by_price WHERE archived = 0"_s,
             {}, [&](const storage::Row& r) {
                 summary.stockValue = {r.integer(0)};
                 summary.stockPieces = r.integer(1);
                 summary.stockVariants = r.integer32(2);
                 return true;
             });
    const auto first = work.one(u"SELECT min(created_at) FROM orders"_s, {},
                                [](const storage::Row& r) { return r.optionalInteger(0); });
    if (first && *first)
        summary.firstSale = dayOf({**first}, zone);
    return summary;
}

} // namespace belanjain::replica
