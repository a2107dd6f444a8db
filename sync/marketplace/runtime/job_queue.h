// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace belanjain::marketplace
{

/// Jobs on their way to worker threads. Bounded, so that overload is told instead of piled up.
template<class Job>
class JobQueue
{
public:
    explicit JobQueue(size_t limit) : m_limit(limit) {}

    /// False when it is full or closed.
    bool put(Job job)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed || m_jobs.size() >= m_limit)
                return false;
            m_jobs.push_back(std::move(job));
        }
        m_some.notify_one();
        return true;
    }

    /// Waits for jobs and takes up to `most`; empty when the queue is closed and done.
    std::vector<Job> take(size_t most)
    {
        std::unique_lock lock(m_mutex);
        m_some.wait(lock, [this] { return m_closed || !m_jobs.empty(); });
        std::vector<Job> taken;
        while (!m_jobs.empty() && taken.size() < most) {
            taken.push_back(std::move(m_jobs.front()));
            m_jobs.pop_front();
        }
        return taken;
    }

    /// Takes no more; what waits is still given out.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_some.notify_all();
    }

private:
    const size_t m_limit;
    std::mutex m_mutex;
    std::condition_variable m_some;
    std::deque<Job> m_jobs;
    bool m_closed = false;
};

} // namespace belanjain::marketplace
