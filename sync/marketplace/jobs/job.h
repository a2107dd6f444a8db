// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/services.h"

#include <QStringList>

#include <functional>

#include <tl/expected.hpp>

namespace belanjain::marketplace
{

enum class JobCaller : quint8 { Clock, Hand };

/// Work that is done at certain times. Runs on a thread that may wait for the executor.
struct Job
{
    QString name;
    QString summary; ///< one line for --help
    /// Does what is due at `now`, which by hand may be any time, and has not been done; by hand also what the clock would leave alone. Says what
    /// it did, a line each; nothing when nothing was due.
    std::function<tl::expected<QStringList, QString>(Services& services, Instant now, JobCaller caller)> run;
};

/// Those that need a database only: run-job knows them too.
QList<Job> databaseJobs();

/// Inserts the row of a run: false when another has it. In the transaction that does the work, so that either
/// both are kept or neither.
storage::Result<bool> claimRun(storage::Database& db, const QString& job, const QString& scope, Instant slot, Instant now);

/// Runs a write and waits; the outer error is why nothing was kept. False when the job did not want it kept.
tl::expected<bool, QString> writeJob(Services& services, const std::function<storage::Result<bool>(storage::Database&)>& job);

} // namespace belanjain::marketplace
