// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/threaded_executor.h"

#include <memory>

namespace belanjain::marketplace
{

/// For PostgreSQL: writers and readers each with a connection of their own, so that no read waits behind
/// writers that wait for a lock. A write is a transaction of its own, which is run again (write_task.h) when
/// the database asked for that or went away. Connections that were lost are made anew.
class PooledExecutor : public Executor
{
public:
    /// Opens every connection first; an error of any of them is given and nothing runs.
    static storage::Result<std::unique_ptr<PooledExecutor>> start(const storage::Address& address,
                                                                  const ExecutorOptions& options);
    ~PooledExecutor() override;

    bool read(ReadJob job) override;
    bool write(WriteJob job, Done done) override;
    bool compute(std::function<void()> job) override;
    bool convert(std::function<void()> job) override;
    bool stream(ReadJob job) override;
    void stop() override;

private:
    class Private;
    explicit PooledExecutor(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace belanjain::marketplace
