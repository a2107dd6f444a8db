// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/executor.h"

#include <functional>

namespace belanjain::marketplace
{

struct WriteTask
{
    Executor::WriteJob job;
    Executor::Done done;
};

/// How a write is run again.
struct Retries
{
    int attempts = 6; ///< in all; then the caller is told to come again later
    /// Waits before attempt number 2, 3, …, each time at random, so that two that met do not meet again.
    std::function<void(int attempt)> pause;
    std::function<void()> counted; ///< each time, for the metrics
};

/// Runs the task in a transaction of its own. It is run again after a serialization failure, a deadlock, and
/// the loss of the connection before the commit was sent (after that nobody knows whether it counts); and once
/// when a UNIQUE or foreign key said no, for somebody else's row may have come in between, which the second
/// run sees and has proper words for.
void runWriteAlone(storage::Database& database, const WriteTask& task, const Retries& retries);

} // namespace belanjain::marketplace
