// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/stock.h"
#include "protocol/row_sum.h"
#include "replica/edit_log.h"
#include "replica/work.h"

#include <QString>

#include <optional>

namespace belanjain::replica {

/// The one row of the table `replica`: who this is and how far it has come. A transaction works on a copy
/// and the copy becomes the truth once it has committed.
struct ReplicaState
{
    DeviceId device;
    QString epoch;
    qint64 cursor = 0;
    bool synced = false;
    qint64 nextSeq = 1;
    qint64 acknowledged = 0; ///< the highest seq a pull has acknowledged
    qint64 rowCount = 0;
    protocol::RowSum rowSum;
    std::optional<Instant> lastSync;
    qint32 threshold = defaultLowStockThreshold; ///< the store's

    /// The history as the last commit left it: its lines, and the number of the newest. A file in which it is
    /// otherwise has pages of different commits.
    struct HistoryMark
    {
        qint64 rows = 0;
        qint64 last = 0;
        bool operator==(const HistoryMark&) const = default;
        static HistoryMark of(Work& work);
    };
    HistoryMark history;
    qint64 commits = 0; ///< of this state; more in the edit log than here means that the database lost some

    bool operator==(const ReplicaState&) const = default;

    /// nullopt for a file that has none yet.
    static std::optional<ReplicaState> load(Work& work);
    void save(Work& work) const;
    EditLog::Mark mark() const
    {
        return {.device = device, .commits = commits, .nextSeq = nextSeq, .acknowledged = acknowledged};
    }
};

} // namespace belanjain::replica
