// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/record_lane.h"

#include <QHash>
#include <QObject>

#include <atomic>
#include <memory>
#include <utility>

namespace belanjain::replica {

/// Exports under way on a lane, by their tickets. To be used on the thread of their owner, which outlives the lane.
class ExportRuns
{
public:
    explicit ExportRuns(RecordLane& lane)
        : m_lane(lane)
    {}

    /// `write` runs on the lane's thread: it takes the database and a function (done, total) that tells how far it
    /// is and says whether to go on. The owner emits progressed(ticket, done, total) and finished(ticket, result),
    /// with a Result of that problem when the database cannot be had.
    template<class Result, class Owner, class Write>
    void start(Owner* owner, quint64 ticket, Write write)
    {
        const auto halt = std::make_shared<std::atomic<bool>>(false);
        m_running.insert(ticket, halt);
        m_lane.post([this, owner, ticket, halt, write = std::move(write)](const storage::Result<storage::Database*>& database) {
            const auto goOn = [&](qint64 done, qint64 total) {
                QMetaObject::invokeMethod(
                    owner, [owner, ticket, done, total] { Q_EMIT owner->progressed(ticket, done, total); }, Qt::QueuedConnection);
                return !*halt;
            };
            const Result result = database ? write(**database, goOn) : Result{.problem = readFailure(database.error())};
            QMetaObject::invokeMethod(
                owner,
                [this, owner, ticket, result] {
                    m_running.remove(ticket);
                    Q_EMIT owner->finished(ticket, result);
                },
                Qt::QueuedConnection);
        });
    }

    void cancel(quint64 ticket)
    {
        if (const auto halt = m_running.value(ticket))
            *halt = true;
    }
    void cancelAll()
    {
        for (const auto& halt : std::as_const(m_running))
            *halt = true;
    }

private:
    RecordLane& m_lane;
    QHash<quint64, std::shared_ptr<std::atomic<bool>>> m_running; ///< set: to be given up
};

} // namespace belanjain::replica
