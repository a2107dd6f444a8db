// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/jobs/job.h"

#include "marketplace/jobs/purge_job.h"
#include "marketplace/jobs/weekly_report.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

QList<Job> databaseJobs() { return {weeklyReportJob(), purgeJob()}; }

storage::Result<bool> claimRun(storage::Database& db, const QString& job, const QString& scope, Instant slot, Instant now)
{
    const auto inserted = db.run(
        u"INSERT INTO job_runs (job, scope, slot, started_at) VALUES (?, ?, ?, ?) ON CONFLICT (job, scope, slot) DO NOTHING"_s,
        {job, scope, slot.ms, now.ms});
    if (!inserted)
        return tl::unexpected(inserted.error());
    return *inserted == 1;
}

tl::expected<bool, QString> writeJob(Services& services,
                                     const std::function<storage::Result<bool>(storage::Database&)>& job)
{
    storage::Result<bool> made = false;
    storage::Outcome kept;
    const bool taken = services.executor.writeAndWait(
        [&](storage::Database& db) {
            made = job(db);
            return made && *made;
        },
        kept);
    if (!taken)
        return tl::unexpected(u"the server is busy or ending"_s);
    if (!made)
        return tl::unexpected(made.error().text);
    if (!kept)
        return tl::unexpected(kept.error().text);
    return *made;
}

} // namespace belanjain::marketplace
