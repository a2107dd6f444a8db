// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace belanjain::marketplace
{

/// A thread that does something again and again until it is stopped.
class Background
{
public:
    /// `step` runs every so often, for the first time after that while; at once again when it says true.
    Background(std::function<bool()> step, std::chrono::milliseconds every)
        : m_step(std::move(step)), m_every(every), m_thread([this] { run(); })
    {
    }
    /// Waits for the step that is under way.
    ~Background()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        while (!m_stop) {
            m_wake.wait_for(lock, m_every, [this] { return m_stop; });
            for (bool again = true; again && !m_stop;) {
                lock.unlock();
                again = m_step();
                lock.lock();
            }
        }
    }

    std::function<bool()> m_step;
    const std::chrono::milliseconds m_every;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace belanjain::marketplace
