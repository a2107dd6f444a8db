// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/purge.h"

#include "marketplace/syncing/device.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

storage::Outcome purgeSync(storage::Database& db, Instant now)
{
    const qint64 forgotten = now.ms - tombstonesKeptMs;
    const auto raised = db.run(
        u"UPDATE space_head SET horizon = (SELECT max(t.version) FROM sync_tombstones t "
        "WHERE t.space = space_head.space AND t.deleted_at < ?) WHERE space IN "
        "(SELECT space FROM sync_tombstones WHERE deleted_at < ?)"_s,
        {forgotten, forgotten});
    if (!raised)
        return tl::unexpected(raised.error());
    const auto buried = db.run(u"DELETE FROM sync_tombstones WHERE deleted_at < ?"_s, {forgotten});
    if (!buried)
        return tl::unexpected(buried.error());
    // A desktop that has not been here since may still ask for them, or send the ops again.
    const qint64 old = now.ms - resultsKeptMs;
    const auto results = db.run(
        u"DELETE FROM sync_results WHERE done_at < ? OR (done_at < ? AND EXISTS (SELECT 1 FROM sync_devices d "
        "WHERE d.space = sync_results.space AND d.device_id = sync_results.device_id AND d.seen_at >= ?))"_s,
        {now.ms - absentResultsKeptMs, old, old});
    if (!results)
        return tl::unexpected(results.error());
    return {};
}

} // namespace belanjain::marketplace
