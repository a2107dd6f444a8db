// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/jobs/job.h"

#include <atomic>

namespace belanjain::marketplace
{

/// Runs each job when it is due: tick() is called every so often, on one thread that may wait.
class Scheduler
{
public:
    Scheduler(Services& services, QList<Job> jobs) : m_services(services), m_jobs(std::move(jobs)) {}

    void tick();
    /// Any thread: no further job is begun.
    void stop() { m_stop = true; }

private:
    Services& m_services;
    const QList<Job> m_jobs;
    std::atomic<bool> m_stop = false;
};

/// Notes when this marketplace's jobs first ran; inside the caller's transaction.
storage::Outcome noteFirstRun(storage::Database& db, Instant now);

} // namespace belanjain::marketplace
