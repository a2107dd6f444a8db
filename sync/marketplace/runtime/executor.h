// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <functional>

namespace belanjain::marketplace
{

/// Where the work behind an answer runs. Every call may come from any thread and gives false, having
/// done nothing, when the work cannot be taken: too much is waiting, or the executor is stopping.
class Executor
{
public:
    /// Runs with a connection that only reads. Its queries see committed work only.
    using ReadJob = std::function<void(storage::Database&)>;
    /// Writes inside a transaction of its own. True keeps what it wrote, false undoes it. May run more
    /// than once before it is done (a serialization failure on PostgreSQL), so it starts afresh each time.
    using WriteJob = std::function<bool(storage::Database&)>;
    /// Called once when the job's work is durable (or undone, as it asked); with an error when nothing
    /// of it was kept.
    using Done = std::function<void(const storage::Outcome&)>;

    Executor() = default;
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;
    virtual ~Executor();

    virtual bool read(ReadJob job) = 0;
    virtual bool write(WriteJob job, Done done) = 0;
    /// Work that costs processor time, such as a password hash: few run at once.
    virtual bool compute(std::function<void()> job) = 0;
    /// The same for what waits for a process of its own, such as a picture being made anew, so that no
    /// sign-in stands in line behind it.
    virtual bool convert(std::function<void()> job) { return compute(std::move(job)); }
    /// A long read that waits for its client, such as a snapshot: has a few threads of its own.
    virtual bool stream(ReadJob job) = 0;

    /// Refuses new work, finishes what was taken, and returns when all of it is done.
    virtual void stop() = 0;

    /// Runs a read, or a write, and waits for its end: for work that is computing. Not for the
    /// I/O thread of a threaded executor.
    bool readAndWait(const ReadJob& job);
    bool writeAndWait(const WriteJob& job, storage::Outcome& outcome);
};

} // namespace belanjain::marketplace
