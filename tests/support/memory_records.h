// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/command_sink.h"
#include "ports/reviews_reader.h"
#include "ports/sales_reader.h"

#include <QTimeZone>

namespace belanjain::tests {

/// An order as the charts see it.
struct SoldOrder
{
    Sale sale;
    ProductId product;
    QString productName;
};

/// Adds up orders in memory by the domain's own tally, a turn of the event loop later.
class MemorySales : public ports::SalesReader
{
    Q_OBJECT
public:
    void readReport(quint64 ticket, const ports::SalesQuery& query) override;
    void readSummary(Instant now) override;

    ports::SalesReport reportOf(const ports::SalesQuery& query) const;
    /// Tells the screen that orders changed.
    void change() { Q_EMIT stale(); }

    QList<SoldOrder> orders;
    Money stockValue;
    qint64 stockPieces = 0;
    int stockVariants = 0;
    QTimeZone zone{"Asia/Jakarta"};
    QString problem; ///< reading fails with this sentence while it is not empty
    bool held = false; ///< nothing is answered
    QList<ports::SalesQuery> queries;
    int summaries = 0;
};

/// Reviews in memory, newest first, and the sink that takes replies to them.
class MemoryReviews : public ports::ReviewsReader
{
    Q_OBJECT
public:
    void readPage(quint64 ticket, const ports::ReviewsQuery& query) override;

    ports::ReviewPage pageOf(const ports::ReviewsQuery& query) const;
    void change() { Q_EMIT stale(); }

    QList<ports::Review> reviews;
    QString problem;
    bool held = false;
    QList<ports::ReviewsQuery> queries;
};

class ReplySink : public ports::CommandSink
{
    Q_OBJECT
public:
    explicit ReplySink(MemoryReviews& reviews)
        : m_reviews(reviews)
    {}

    quint64 submit(const QList<ports::Command>& batch) override;

    QList<ports::ReplyToReview> replies;
    QString storageProblem;
    std::optional<Violation> refusal;

private:
    MemoryReviews& m_reviews;
    quint64 m_ticket = 0;
};

} // namespace belanjain::tests
