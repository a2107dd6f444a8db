// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders_reader.h"
#include "replica/record_lane.h"
#include "replica/touched.h"

#include <atomic>
#include <memory>
#include <optional>

namespace belanjain::replica {

/// Reads orders through a lane, which ends before this. Signals come on the thread this lives on.
class OrdersSource : public ports::OrdersReader
{
    Q_OBJECT
public:
    explicit OrdersSource(RecordLane& lane, QObject* parent = nullptr);

    void open(quint64 generation, const ports::OrdersQuery& query) override;
    void fetch(quint64 generation, const QList<ports::RowNumber>& rows) override;
    void readDetails(quint64 ticket, const QList<OrderId>& orders) override;
    void readCounts(Instant lateBefore) override;

    /// A commit changed this. From any thread.
    void notifyChanged(const replica::Touched& touched);

private:
    template<class Read, class Deliver>
    void ask(quint64 generation, Read read, Deliver deliver);
    void readCountsAgain();

    RecordLane& m_lane;
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
    std::atomic<qint64> m_lateBefore = 0;
    std::atomic<bool> m_counting = false;
};

} // namespace belanjain::replica
