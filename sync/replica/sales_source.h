// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sales_reader.h"
#include "replica/record_lane.h"
#include "replica/touched.h"

#include <atomic>
#include <memory>

namespace belanjain::replica {

/// Adds up sales through a lane, which ends before this. Signals come on the thread this lives on.
class SalesSource : public ports::SalesReader
{
    Q_OBJECT
public:
    explicit SalesSource(RecordLane& lane, QObject* parent = nullptr);

    void readReport(quint64 ticket, const ports::SalesQuery& query) override;
    void readSummary(Instant now) override;

    /// A commit changed this. From any thread.
    void notifyChanged(const replica::Touched& touched);

private:
    RecordLane& m_lane;
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
};

} // namespace belanjain::replica
