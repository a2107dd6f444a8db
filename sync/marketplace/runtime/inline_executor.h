// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/executor.h"

namespace belanjain::marketplace
{

/// Runs everything at once on the caller's thread, each write committed by itself: the same order of
/// events every time, for simulations and one-off commands.
class InlineExecutor : public Executor
{
public:
    /// The connection must outlive the executor.
    explicit InlineExecutor(storage::Database& database) : m_database(database) {}

    bool read(ReadJob job) override;
    bool write(WriteJob job, Done done) override;
    bool compute(std::function<void()> job) override;
    bool stream(ReadJob job) override;
    void stop() override { m_stopped = true; }

private:
    storage::Database& m_database;
    bool m_stopped = false;
};

} // namespace belanjain::marketplace
