// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/orders_source.h"

#include "replica/lane_answer.h"
#include "replica/order_queries.h"

namespace belanjain::replica {

OrdersSource::OrdersSource(RecordLane& lane, QObject* parent)
    : ports::OrdersReader(parent)
    , m_lane(lane)
{}

template<class Read, class Deliver>
void OrdersSource::ask(quint64 generation, Read read, Deliver deliver)
{
    askLane(m_lane, this, std::move(read), std::move(deliver),
            [this, generation](const QString& reason) { Q_EMIT failed(generation, reason); });
}

void OrdersSource::open(quint64 generation, const ports::OrdersQuery& query)
{
    *m_newest = generation;
    struct Opened
    {
        ports::RowOrder order;
        QList<ports::OrderRow> firstPage;
    };
    ask(
        generation,
        [query, generation, newest = m_newest](Work& work) {
            if (*newest != generation)
                return Opened();
            auto rows = std::make_shared<QList<ports::RowNumber>>(orderRows(work, query));
            return Opened{rows, fetchOrders(work, rows->mid(0, pageSize))};
        },
        [this, generation](const Opened& opened) {
            if (opened.order && generation == *m_newest)
                Q_EMIT ordered(generation, opened.order, opened.firstPage);
        });
}

void OrdersSource::fetch(quint64 generation, const QList<ports::RowNumber>& rows)
{
    ask(
        generation, [rows](Work& work) { return fetchOrders(work, rows); },
        [this, generation](const QList<ports::OrderRow>& read) {
            if (generation >= *m_newest)
                Q_EMIT fetched(generation, read);
        });
}

void OrdersSource::readDetails(quint64 ticket, const QList<OrderId>& orders)
{
    ask(
        ticket,
        [orders](Work& work) {
            QList<ports::OrderDetail> details;
            for (const OrderId& order : orders) {
                if (const auto detail = readOrderDetail(work, order); detail && work.ok())
                    details.append(*detail);
            }
            return details;
        },
        [this, ticket](const QList<ports::OrderDetail>& details) { Q_EMIT detailsRead(ticket, details); });
}

void OrdersSource::readCounts(Instant lateBefore)
{
    m_lateBefore = lateBefore.ms;
    readCountsAgain();
}

void OrdersSource::readCountsAgain()
{
    if (m_counting.exchange(true))
        return; // the one that waits sees what has changed
    ask(
        0,
        [this](Work& work) {
            m_counting = false;
            return countOrders(work, {m_lateBefore});
        },
        [this](const ports::OrderCounts& counts) { Q_EMIT counted(counts); });
}

void OrdersSource::notifyChanged(const Touched& touched)
{
    if (touched.orders.isEmpty() && !touched.ordersAdded)
        return;
    if (touched.ordersAdded)
        QMetaObject::invokeMethod(this, &OrdersSource::orderStale, Qt::QueuedConnection);
    if (!touched.orders.isEmpty())
        ask(
            0, [rows = touched.orders](Work& work) { return fetchOrders(work, rows); },
            [this](const QList<ports::OrderRow>& rows) { Q_EMIT rowsChanged(rows); });
    if (m_lateBefore != 0)
        readCountsAgain();
}

} // namespace belanjain::replica
