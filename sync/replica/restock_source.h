// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/restock_reader.h"
#include "replica/record_lane.h"
#include "replica/touched.h"

#include <atomic>
#include <memory>

namespace belanjain::replica {

class Work;

/// What is low or out, with what sold lately; errors are the Work's.
ports::RestockList readRestock(Work& work, const QString& category, Instant now);

/// Reads what has to be ordered through a lane, which ends before this. Signals come on the thread this lives on.
class RestockSource : public ports::RestockReader
{
    Q_OBJECT
public:
    explicit RestockSource(RecordLane& lane, QObject* parent = nullptr);

    void read(quint64 ticket, const QString& category, Instant now) override;

    /// A commit changed this. From any thread.
    void notifyChanged(const replica::Touched& touched);

private:
    RecordLane& m_lane;
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
};

} // namespace belanjain::replica
