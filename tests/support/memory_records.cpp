// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memory_records.h"

#include <algorithm>

namespace belanjain::tests {
namespace {

SalesFigures figuresIn(const QList<SoldOrder>& orders, const Span& span)
{
    SalesTally tally({{.start = {}, .span = span}});
    for (const SoldOrder& one : orders)
        tally.add(one.sale);
    return tally.figures().constFirst();
}

QList<SalesFigures> figuresOf(const QList<SoldOrder>& orders, const QList<Period>& periods)
{
    SalesTally tally(periods);
    for (const SoldOrder& one : orders)
        tally.add(one.sale);
    return tally.figures();
}

} // namespace

ports::SalesReport MemorySales::reportOf(const ports::SalesQuery& query) const
{
    ports::SalesReport report{.query = query};
    report.periods = periodsBetween(query.first, query.last, query.granularity, zone);
    report.points = figuresOf(orders, report.periods);
    const int count = int(report.periods.size());
    const auto before = periodsBetween(firstDayAfter(query.first, query.granularity, -count),
                                       firstDayAfter(query.first, query.granularity, 0).addDays(-1),
                                       query.granularity, zone);
    report.before = figuresOf(orders, before);
    report.before.resize(count);
    const Span span = spanOf(query.first, query.last, zone);
    report.total = figuresIn(orders, span);
    if (!before.isEmpty())
        report.totalBefore = figuresIn(orders, {before.constFirst().span.from, before.constLast().span.until});
    report.settled.resize(count);
    report.statusCounts = QList<int>(5, 0);
    QHash<ProductId, ports::TopProduct> sold;
    for (const SoldOrder& one : orders) {
        if (!span.contains(one.sale.createdAt))
            continue;
        ++report.statusCounts[int(one.sale.status)];
        for (int i = 0; i < count; ++i) {
            if (one.sale.status == OrderStatus::Delivered && report.periods.at(i).span.contains(one.sale.createdAt))
                report.settled[i].rupiah += one.sale.goods.rupiah;
        }
        if (one.sale.isBooked()) {
            ports::TopProduct& top = sold[one.product];
            top.product = one.product;
            top.name = one.productName;
            top.units += one.sale.units;
            top.revenue.rupiah += one.sale.goods.rupiah;
        }
    }
    report.top = sold.values();
    std::sort(report.top.begin(), report.top.end(), [&](const auto& a, const auto& b) {
        return query.topBy == ports::TopBy::Units ? std::tuple(b.units, b.revenue) < std::tuple(a.units, a.revenue)
                                                  : std::tuple(b.revenue, b.units) < std::tuple(a.revenue, a.units);
    });
    report.top.resize(std::min<qsizetype>(report.top.size(), query.topLimit));
    return report;
}

void MemorySales::readReport(quint64 ticket, const ports::SalesQuery& query)
{
    queries.append(query);
    if (held)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, ticket, query] {
            if (problem.isEmpty())
                Q_EMIT reported(ticket, reportOf(query));
            else
                Q_EMIT failed(problem);
        },
        Qt::QueuedConnection);
}

void MemorySales::readSummary(Instant now)
{
    ++summaries;
    if (held)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, now] {
            if (!problem.isEmpty()) {
                Q_EMIT failed(problem);
                return;
            }
            const QDate today = dayOf(now, zone);
            const auto in = [&](Granularity g) { return figuresIn(orders, periodOf(today, g, zone).span); };
            ports::SalesSummary summary{.today = in(Granularity::Day),
                                        .thisWeek = in(Granularity::Week),
                                        .thisMonth = in(Granularity::Month),
                                        .stockValue = stockValue,
                                        .stockPieces = stockPieces,
                                        .stockVariants = stockVariants,
                                        .timeZone = QString::fromUtf8(zone.id())};
            for (const SoldOrder& one : std::as_const(orders)) {
                const QDate day = dayOf(one.sale.createdAt, zone);
                if (summary.firstSale.isNull() || day < summary.firstSale)
                    summary.firstSale = day;
            }
            Q_EMIT summarised(summary);
        },
        Qt::QueuedConnection);
}

ports::ReviewPage MemoryReviews::pageOf(const ports::ReviewsQuery& query) const
{
    ports::ReviewPage page;
    QList<ports::Review> found;
    for (const ports::Review& one : reviews) {
        ++page.byRating[size_t(one.rating - 1)];
        page.unanswered += one.reply.isEmpty() ? 1 : 0;
        const QString text = one.comment + u' ' + one.customerName + u' ' + one.productName;
        if ((!query.unansweredOnly || one.reply.isEmpty()) && (query.rating == 0 || query.rating == one.rating) &&
            text.contains(query.search, Qt::CaseInsensitive))
            found.append(one);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.createdAt > b.createdAt; });
    page.total = int(found.size());
    page.reviews = found.mid(query.offset, query.limit);
    return page;
}

void MemoryReviews::readPage(quint64 ticket, const ports::ReviewsQuery& query)
{
    queries.append(query);
    if (held)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, ticket, query] {
            if (problem.isEmpty())
                Q_EMIT pageRead(ticket, pageOf(query));
            else
                Q_EMIT failed(problem);
        },
        Qt::QueuedConnection);
}

quint64 ReplySink::submit(const QList<ports::Command>& batch)
{
    const quint64 ticket = ++m_ticket;
    QList<ports::CommandResult> results;
    for (const ports::Command& command : batch) {
        const auto* reply = std::get_if<ports::ReplyToReview>(&command);
        if (!reply)
            continue;
        replies.append(*reply);
        if (refusal || !storageProblem.isEmpty()) {
            results.append(ports::CommandResult{.applied = false, .violation = refusal, .storageProblem = storageProblem});
            continue;
        }
        for (ports::Review& one : m_reviews.reviews) {
            if (one.review == reply->review) {
                one.reply = reply->reply;
                one.waiting.setFlag(ports::EditField::Reply);
                one.rejected.setFlag(ports::EditField::Reply, false);
            }
        }
        results.append(ports::CommandResult{.applied = true});
    }
    QMetaObject::invokeMethod(
        this,
        [this, ticket, results] {
            Q_EMIT done(ticket, results);
            m_reviews.change();
        },
        Qt::QueuedConnection);
    return ticket;
}

} // namespace belanjain::tests
