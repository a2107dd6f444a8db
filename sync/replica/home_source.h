// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/home_reader.h"
#include "replica/record_lane.h"
#include "replica/touched.h"

namespace belanjain::replica {

class Work;

/// What a seller's first page tells, on a reading connection; errors are the Work's.
ports::HomeReport homeReport(Work& work, Instant now);

/// Reads it through a lane, which ends before this. Signals come on the thread this lives on.
class HomeSource : public ports::HomeReader
{
    Q_OBJECT
public:
    explicit HomeSource(RecordLane& lane, QObject* parent = nullptr);

    void read(Instant now) override;

    /// A commit changed this. From any thread.
    void notifyChanged(const replica::Touched& touched);

private:
    RecordLane& m_lane;
};

} // namespace belanjain::replica
