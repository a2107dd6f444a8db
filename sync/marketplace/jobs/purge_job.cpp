// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/jobs/purge_job.h"

#include "marketplace/accounts/sessions.h"
#include "marketplace/accounts/throttle.h"
#include "marketplace/images/pictures.h"
#include "marketplace/mail/outbox.h"
#include "marketplace/runtime/idempotency.h"
#include "marketplace/syncing/purge.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
namespace
{

constexpr qint64 hourMs = 3600 * 1000;
/// The advisory lock of whoever purges a PostgreSQL database.
constexpr qint64 purgeLock = 0x62656c616e6a6132;
constexpr qint64 runsKeptMs = 60LL * 24 * hourMs;

} // namespace

Outcome purgeDatabase(Database& db, Instant now)
{
    if (db.isPostgres()) {
        // One of several instances is enough; who comes second leaves it to the first.
        const auto locked =
            db.integer(u"SELECT CAST(pg_try_advisory_xact_lock(%1) AS INTEGER)"_s.arg(purgeLock));
        if (!locked || *locked == 0)
            return locked ? Outcome() : tl::unexpected(locked.error());
    }
    if (const auto idempotency = Idempotency::purge(db, now); !idempotency)
        return idempotency;
    if (const auto sessions = purgeSessions(db, now); !sessions)
        return sessions;
    if (const auto throttles = Throttle::purge(db, now); !throttles)
        return throttles;
    if (const auto pictures = purgePictures(db, now); !pictures)
        return pictures;
    if (const auto mails = purgeMail(db, now); !mails)
        return mails;
    if (const auto runs = db.run(u"DELETE FROM job_runs WHERE slot < ?"_s, {now.ms - runsKeptMs}); !runs)
        return tl::unexpected(runs.error());
    return purgeSync(db, now);
}

Job purgeJob()
{
    return {u"purge"_s, u"Forgets what is past its time. Every hour."_s,
            [](Services& services, Instant now, JobCaller caller) -> tl::expected<QStringList, QString> {
                const Instant hour{now.ms - now.ms % hourMs};
                const auto done = writeJob(services, [&](Database& db) -> storage::Result<bool> {
                    const auto mine = claimRun(db, u"purge"_s, u""_s, hour, now);
                    if (!mine)
                        return mine;
                    if (!*mine && caller == JobCaller::Clock)
                        return false;
                    const auto purged = purgeDatabase(db, now);
                    return purged ? storage::Result<bool>(true) : tl::unexpected(purged.error());
                });
                if (!done)
                    return tl::unexpected(done.error());
                return *done ? QStringList{u"forgot what is past its time"_s} : QStringList();
            }};
}

} // namespace belanjain::marketplace
