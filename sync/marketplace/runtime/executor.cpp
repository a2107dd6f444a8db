// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/executor.h"

#include <QSemaphore>

namespace belanjain::marketplace
{

Executor::~Executor() = default;

bool Executor::readAndWait(const ReadJob& job)
{
    QSemaphore ended;
    const bool taken = read([&](storage::Database& db) {
        job(db);
        ended.release();
    });
    if (taken)
        ended.acquire();
    return taken;
}

bool Executor::writeAndWait(const WriteJob& job, storage::Outcome& outcome)
{
    QSemaphore ended;
    const bool taken = write(job, [&](const storage::Outcome& result) {
        outcome = result;
        ended.release();
    });
    if (taken)
        ended.acquire();
    return taken;
}

} // namespace belanjain::marketplace
