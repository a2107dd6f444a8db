// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>

namespace belanjain::engine
{

/// A call planned for later; destroying it cancels the call.
class PlannedCall
{
public:
    virtual ~PlannedCall() = default;
};

/// Plans calls on the caller's thread; the simulator replaces it with virtual time.
class Scheduler
{
public:
    virtual ~Scheduler() = default;
    [[nodiscard]] virtual std::unique_ptr<PlannedCall> after(qint64 milliseconds, std::function<void()> call) = 0;
};

/// The event loop's own timers.
class TimerScheduler : public Scheduler
{
public:
    std::unique_ptr<PlannedCall> after(qint64 milliseconds, std::function<void()> call) override;
};

} // namespace belanjain::engine
