// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "support/fake_network.h"
#include "support/fake_time.h"

#include <list>

namespace belanjain::simulation
{

/// The time of the simulated world: nothing passes but by advance() and by skip().
class Timeline
{
public:
    testing::ManualScheduler scheduler;

    qint64 now() const { return m_skipped + scheduler.now(); }
    /// Months pass in which nobody does anything.
    void skip(qint64 milliseconds) { m_skipped += milliseconds; }

    /// For what happens whoever is still there to see it.
    void later(qint64 milliseconds, std::function<void()> call)
    {
        const auto place = m_planned.emplace(m_planned.end());
        *place = scheduler.after(milliseconds, [this, place, call = std::move(call)] {
            const auto keep = std::move(*place);
            m_planned.erase(place);
            call();
        });
    }

private:
    qint64 m_skipped = 0;
    std::list<std::unique_ptr<engine::PlannedCall>> m_planned;
};

/// One computer's idea of the time, which may be wrong by years.
class WrongClock : public ports::Clock
{
public:
    explicit WrongClock(const Timeline& time) : m_time(time) {}

    Instant now() const override { return {startMs + m_time.now() + wrongBy}; }
    qint64 monotonicMs() const override { return m_time.now(); }

    qint64 wrongBy = 0; ///< milliseconds

    static constexpr qint64 startMs = 1'795'233'600'000; // 2026-11-21T04:00:00Z

private:
    const Timeline& m_time;
};

} // namespace belanjain::simulation
