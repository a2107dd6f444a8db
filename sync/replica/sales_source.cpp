// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/sales_source.h"

#include "replica/lane_answer.h"
#include "replica/sales_queries.h"

namespace belanjain::replica {

SalesSource::SalesSource(RecordLane& lane, QObject* parent)
    : ports::SalesReader(parent)
    , m_lane(lane)
{}

void SalesSource::readReport(quint64 ticket, const ports::SalesQuery& query)
{
    *m_newest = ticket;
    askLane(
        m_lane, this,
        [query, ticket, newest = m_newest](Work& work) {
            return *newest == ticket ? salesReport(work, query) : ports::SalesReport();
        },
        [this, ticket](const ports::SalesReport& report) {
            if (*m_newest == ticket)
                Q_EMIT reported(ticket, report);
        },
        [this](const QString& reason) { Q_EMIT failed(reason); });
}

void SalesSource::readSummary(Instant now)
{
    askLane(
        m_lane, this, [now](Work& work) { return salesSummary(work, now); },
        [this](const ports::SalesSummary& summary) { Q_EMIT summarised(summary); },
        [this](const QString& reason) { Q_EMIT failed(reason); });
}

void SalesSource::notifyChanged(const Touched& touched)
{
    const bool stock = !touched.rows.isEmpty() || touched.structure;
    if (!touched.orders.isEmpty() || touched.ordersAdded || stock || touched.store)
        QMetaObject::invokeMethod(this, &SalesSource::stale, Qt::QueuedConnection);
}

} // namespace belanjain::replica
