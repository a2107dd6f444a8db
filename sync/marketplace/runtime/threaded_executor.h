// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/write_task.h"

#include <memory>

namespace belanjain::marketplace
{

struct ExecutorOptions
{
    int readers = 2; ///< with a connection each
    int writers = 8; ///< PostgreSQL, with a connection each; SQLite has one writer
    int computers = 2; ///< each may hold the memory of one password hash (19 MiB)
    int converters = 2;
    int streamers = 2;
    int groupSize = 64;       ///< the most jobs in one commit
    int waitingReads = 4096;  ///< beyond these, work is refused
    int waitingWrites = 4096;
    int waitingComputations = 256;
    int waitingConversions = 32; ///< each holds an upload
    int waitingStreams = 64;
    Retries retries; ///< PostgreSQL
    storage::FaultHook writerFault; ///< for tests
};

/// Reader threads with connections that only read, one writer thread that commits in groups and alone
/// checkpoints, a few threads for password hashes and for long answers.
class ThreadedExecutor : public Executor
{
public:
    /// Opens every connection first; an error of any of them is given and nothing runs.
    static storage::Result<std::unique_ptr<ThreadedExecutor>> start(const storage::Address& address,
                                                                    const ExecutorOptions& options);
    ~ThreadedExecutor() override;

    bool read(ReadJob job) override;
    bool write(WriteJob job, Done done) override;
    bool compute(std::function<void()> job) override;
    bool convert(std::function<void()> job) override;
    bool stream(ReadJob job) override;
    void stop() override;

private:
    class Private;
    explicit ThreadedExecutor(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace belanjain::marketplace
