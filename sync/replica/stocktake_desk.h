// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/stocktake.h"
#include "replica/record_lane.h"
#include "replica/replica_commands.h"
#include "replica/touched.h"

#include <functional>

namespace belanjain::replica {

/// The draft of a stocktake, written by a ReplicaWorker and read through a lane, which ends before this, as does
/// the worker's thread. Signals come on the thread this lives on.
class StocktakeDesk : public ports::Stocktake
{
    Q_OBJECT
public:
    StocktakeDesk(ReplicaWorker& worker, RecordLane& lane, const ports::Clock& clock, QObject* parent = nullptr);

    void read() override;
    void begin(const QString& category) override;
    void scan(quint64 ticket, const QString& code) override;
    void setCount(quint64 ticket, const VariantId& variant, std::optional<qint32> pieces) override;
    void settleCode(const QString& code, const std::optional<VariantId>& variant) override;
    void readUncounted(quint64 ticket, int offset, int limit) override;
    void markApplying() override;
    void settle(const QList<VariantId>& applied) override;
    void discard() override;

    /// A commit changed this. From any thread.
    void notifyChanged(const replica::Touched& touched);

private:
    /// Writes on the worker's thread, then says so here; a failure is told and ends it.
    template<class Answer>
    void write(std::function<Answer(Work&)> task, std::function<void(const Answer&)> deliver);
    void change(std::function<void(Work&)> task);

    ReplicaWorker& m_worker;
    RecordLane& m_lane;
    const ports::Clock& m_clock;
    bool m_looked = false; ///< for a stocktake that was being applied when the program ended
};

} // namespace belanjain::replica
