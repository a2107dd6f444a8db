// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/jobs/scheduler.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

void Scheduler::tick()
{
    for (const Job& job : m_jobs) {
        if (m_stop)
            return;
        const auto done = job.run(m_services, m_services.clock.now(), JobCaller::Clock);
        if (!done) // the next tick tries again
            m_services.log.write(LogLevel::Warning, u"job_failed"_s, {{u"job"_s, job.name}, {u"error"_s, done.error()}});
        else if (!done->isEmpty())
            m_services.log.write(LogLevel::Info, u"job"_s, {{u"job"_s, job.name}, {u"did"_s, done->size()}});
    }
}

storage::Outcome noteFirstRun(storage::Database& db, Instant now)
{
    const auto noted = db.run(
        u"INSERT INTO settings (name, value) VALUES ('jobs_since', ?) ON CONFLICT (name) DO NOTHING"_s,
        {QString::number(now.ms)});
    return noted ? storage::Outcome() : tl::unexpected(noted.error());
}

} // namespace belanjain::marketplace
