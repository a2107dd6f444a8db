// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/home_source.h"

#include "domain/shipping_deadline.h"
#include "replica/lane_answer.h"
#include "replica/sales_queries.h"

#include <QTimeZone>

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using ports::HomeEvent;
namespace {

constexpr int shownEvents = 5;

ports::OrdersToDo ordersToDo(Work& work, const QString& condition, const QVariantList& values)
{
    return work
        .one(u"SELECT count(*), coalesce(sum(total), 0), min(created_at) FROM orders WHERE "_s + condition, values,
             [](const storage::Row& r) {
                 const auto oldest = r.optionalInteger(2);
                 return ports::OrdersToDo{r.integer32(0), {r.integer(1)},
                                          oldest ? std::optional(Instant{*oldest}) : std::nullopt};
             })
        .value_or(ports::OrdersToDo());
}

void readOrders(Work& work, ports::HomeReport& report)
{
    // OrderStatus::Pending is 0 and Processing is 1.
    const qint64 limit = lateBefore(report.at).ms;
    report.fresh = ordersToDo(work, u"status = 0"_s, {});
    report.started = ordersToDo(work, u"status = 1"_s, {});
    report.late = ordersToDo(work, u"status IN (0, 1) AND created_at < ?"_s, {limit});
    report.latest = work.all(
        u"SELECT customer_name, created_at FROM orders WHERE status IN (0, 1) AND created_at < ? ORDER BY created_at, row LIMIT 2"_s,
        {limit}, [](const storage::Row& r) { return ports::HomeReport::LateOrder{r.text(0), {r.integer(1)}}; });
    report.anyOrder = work.has(u"SELECT 1 FROM orders LIMIT 1"_s, {});
}

void readStock(Work& work, const Span& week, ports::HomeReport& report)
{
    const auto counted = work.all(u"SELECT status, n FROM counts WHERE archived = 0"_s, {},
                                  [](const storage::Row& r) { return std::pair(r.integer32(0), r.integer32(1)); });
    for (const auto& [status, n] : counted) {
        report.anyProduct = report.anyProduct || n > 0;
        if (status == 1)
            report.low = n;
        else if (status == 2)
            report.out = n;
    }
    if (report.out == 0)
        return;
    const auto asked = work.all(
        u"SELECT p.name, sum(l.quantity) AS pieces FROM orders o INDEXED BY orders_by_time "
        "CROSS JOIN order_lines l ON l.order_row = o.row JOIN variants v ON v.id = l.variant "
        "JOIN products p ON p.row = v.product "
        "WHERE o.created_at >= ? AND o.created_at < ? AND o.status <> 4 AND v.archived = 0 AND v.status = 2 "
        "GROUP BY p.row ORDER BY pieces DESC, p.row"_s,
        {week.from.ms, week.until.ms}, [](const storage::Row& r) { return std::pair(r.text(0), r.integer(1)); });
    for (const auto& [name, pieces] : asked) {
        report.outOrdered += pieces;
        if (report.outNames.size() < 2)
            report.outNames << name;
    }
    const QStringList others =
        work.all(u"SELECT p.name FROM variants v INDEXED BY variants_short JOIN products p ON p.row = v.product "
                 "WHERE v.archived = 0 AND v.status = 2 AND v.status <> 0 LIMIT 8"_s,
                 {}, [](const storage::Row& r) { return r.text(0); });
    for (const QString& name : others) {
        if (report.outNames.size() < 2 && !report.outNames.contains(name))
            report.outNames << name;
    }
}

void readReviews(Work& work, ports::HomeReport& report)
{
    report.unanswered = int(work.integer(u"SELECT count(*) FROM reviews WHERE reply = ''"_s));
    work.one(u"SELECT r.rating, coalesce(p.name, '') FROM reviews r LEFT JOIN products p ON p.id = r.product "
             "WHERE r.reply = '' ORDER BY r.rating, r.created_at DESC LIMIT 1"_s,
             {}, [&](const storage::Row& r) {
                 report.worstRating = r.integer32(0);
                 report.worstProduct = r.text(1);
                 return true;
             });
}

void readFigures(Work& work, const QTimeZone& zone, ports::HomeReport& report)
{
    const QDate today = dayOf(report.at, zone);
    report.firstDay = firstDay(today, Granularity::Week);
    const Instant dayBegins = startOfDay(today, zone);
    const Instant dayBegan = startOfDay(today.addDays(-7), zone);
    const Instant until{report.at.ms + 1};
    const Instant weekAgo{dayBegan.ms + (until.ms - dayBegins.ms)};
    report.today = salesIn(work, {dayBegins, until});
    report.todayBefore = salesIn(work, {dayBegan, weekAgo});
    report.week = salesIn(work, {startOfDay(report.firstDay, zone), until});
    report.weekBefore = salesIn(work, {startOfDay(report.firstDay.addDays(-7), zone), weekAgo});
    const auto sold = salesReport(work, {.first = report.firstDay,
                                         .last = report.firstDay.addDays(6),
                                         .granularity = Granularity::Day,
                                         .topBy = ports::TopBy::Units,
                                         .topLimit = 5});
    for (const SalesFigures& day : sold.points)
        report.days << day.booked;
    for (const SalesFigures& day : sold.before)
        report.daysBefore << day.booked;
    report.top = sold.top;
}

QList<HomeEvent> latestEvents(Work& work)
{
    QList<HomeEvent> events = work.all(
        u"SELECT created_at, number, customer_name, total FROM orders ORDER BY created_at DESC, row DESC LIMIT ?"_s,
        {shownEvents}, [](const storage::Row& r) {
            return HomeEvent{.kind = HomeEvent::Kind::OrderPlaced,
                             .at = {r.integer(0)},
                             .name = r.text(1),
                             .person = r.text(2),
                             .total = {r.integer(3)}};
        });
    events += work.all(
        u"SELECT r.created_at, coalesce(p.name, ''), r.customer_name, r.rating FROM reviews r "
        "LEFT JOIN products p ON p.id = r.product ORDER BY r.created_at DESC LIMIT ?"_s,
        {shownEvents}, [](const storage::Row& r) {
            return HomeEvent{.kind = HomeEvent::Kind::ReviewWritten,
                             .at = {r.integer(0)},
                             .name = r.text(1),
                             .person = r.text(2),
                             .count = r.integer32(3)};
        });
    // What was sent in one go was settled at one moment. Applied is 0 and Merged 1.
    events += work.all(
        u"SELECT settled_at, count(*) FROM (SELECT settled_at, status FROM history ORDER BY number DESC LIMIT 500) "
        "WHERE status IN (0, 1) GROUP BY settled_at ORDER BY settled_at DESC LIMIT ?"_s,
        {shownEvents}, [](const storage::Row& r) {
            return HomeEvent{.kind = HomeEvent::Kind::EditsSettled, .at = {r.integer(0)}, .count = r.integer32(1)};
        });
    std::stable_sort(events.begin(), events.end(),
                     [](const HomeEvent& a, const HomeEvent& b) { return a.at > b.at; });
    return events.mid(0, shownEvents);
}

} // namespace

ports::HomeReport homeReport(Work& work, Instant now)
{
    const QTimeZone zone = storeZone(work);
    ports::HomeReport report{.at = now, .timeZone = QString::fromUtf8(zone.id())};
    report.synced = work.integer(u"SELECT synced FROM replica"_s) != 0;
    readOrders(work, report);
    readFigures(work, zone, report);
    readStock(work, periodOf(dayOf(now, zone), Granularity::Week, zone).span, report);
    readReviews(work, report);
    report.events = latestEvents(work);
    return report;
}

HomeSource::HomeSource(RecordLane& lane, QObject* parent)
    : ports::HomeReader(parent)
    , m_lane(lane)
{}

void HomeSource::read(Instant now)
{
    askLane(
        m_lane, this, [now](Work& work) { return homeReport(work, now); },
        [this](const ports::HomeReport& report) { Q_EMIT reported(report); },
        [this](const QString& reason) { Q_EMIT failed(reason); });
}

void HomeSource::notifyChanged(const Touched& touched)
{
    if (touched.any())
        QMetaObject::invokeMethod(this, &HomeSource::stale, Qt::QueuedConnection);
}

} // namespace belanjain::replica
