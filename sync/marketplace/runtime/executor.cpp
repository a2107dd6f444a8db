// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/executor.h"

#include <condition_variable>
#include <mutex>

namespace belanjain::marketplace
{

namespace
{

/// Told once by a worker, waited for once. Tells while it holds the lock, so that who waits may destroy it
/// at once.
class Ending
{
public:
    void tell()
    {
        const std::lock_guard lock(m_mutex);
        m_told = true;
        m_changed.notify_one();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_told; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_told = false;
};

} // namespace

Executor::~Executor() = default;

bool Executor::readAndWait(const ReadJob& job)
{
    Ending ended;
    const bool taken = read([&](storage::Database& db) {
        job(db);
        ended.tell();
    });
    if (taken)
        ended.wait();
    return taken;
}

bool Executor::writeAndWait(const WriteJob& job, storage::Outcome& outcome)
{
    Ending ended;
    const bool taken = write(job, [&](const storage::Outcome& result) {
        outcome = result;
        ended.tell();
    });
    if (taken)
        ended.wait();
    return taken;
}

} // namespace belanjain::marketplace
