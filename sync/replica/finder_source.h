// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/finder.h"
#include "replica/record_lane.h"

#include <atomic>
#include <memory>

namespace belanjain::replica {

class Work;

/// A few products and orders, on a reading connection; errors are the Work's.
ports::Findings findRecords(Work& work, const QString& search);

/// Finds through a lane, which ends before this. Signals come on the thread this lives on.
class FinderSource : public ports::Finder
{
    Q_OBJECT
public:
    explicit FinderSource(RecordLane& lane, QObject* parent = nullptr);

    void find(quint64 ticket, const QString& search) override;

private:
    RecordLane& m_lane;
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
};

} // namespace belanjain::replica
