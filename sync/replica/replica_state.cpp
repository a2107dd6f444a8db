// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_state.h"

#include "replica/damage.h"
#include "replica/stored_json.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;

std::optional<ReplicaState> ReplicaState::load(Work& work)
{
    return work.one(
        u"SELECT device, epoch, cursor, synced, next_seq, acknowledged, row_count, row_sum, last_sync, "
        "threshold, commits, history_rows, history_last FROM replica WHERE one = 1"_s,
        {}, [](const storage::Row& row) {
            ReplicaState state{.device = row.id<DeviceId>(0).value_or(DeviceId()),
                               .epoch = row.text(1),
                               .cursor = counter(row.integer(2)),
                               .synced = row.boolean(3),
                               .nextSeq = counter(row.integer(4)),
                               .acknowledged = counter(row.integer(5)),
                               .rowCount = counter(row.integer(6)),
                               .rowSum = protocol::RowSum::parse(row.text(7)).value_or(protocol::RowSum()),
                               .threshold = row.integer32(9),
                               .history = {.rows = row.integer(11), .last = row.integer(12)},
                               .commits = counter(row.integer(10))};
            if (const auto ms = row.optionalInteger(8))
                state.lastSync = Instant{*ms};
            return state;
        });
}

void ReplicaState::save(Work& work) const
{
    work.run(
        u"INSERT INTO replica (one, device, epoch, cursor, synced, next_seq, acknowledged, row_count, "
        u"row_sum, "
        "last_sync, threshold, commits, history_rows, history_last) VALUES (1,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (one) DO UPDATE SET "
        "device = excluded.device, epoch = excluded.epoch, cursor = excluded.cursor, synced = "
        "excluded.synced, "
        "next_seq = excluded.next_seq, acknowledged = excluded.acknowledged, row_count = excluded.row_count, "
        "row_sum = excluded.row_sum, last_sync = excluded.last_sync, threshold = excluded.threshold, "
        "commits = excluded.commits, history_rows = excluded.history_rows, history_last = excluded.history_last"_s,
        {device.toString(), notNull(epoch), cursor, synced, nextSeq, acknowledged, rowCount,
         rowSum.toString(), lastSync ? QVariant(lastSync->ms) : QVariant(), threshold, commits, history.rows,
         history.last});
}

ReplicaState::HistoryMark ReplicaState::HistoryMark::of(Work& work)
{
    const auto mark = work.one(u"SELECT count(*), coalesce(max(number), 0) FROM history"_s, {}, [](const storage::Row& row) {
        return HistoryMark{.rows = row.integer(0), .last = row.integer(1)};
    });
    return mark.value_or(HistoryMark());
}

} // namespace belanjain::replica
