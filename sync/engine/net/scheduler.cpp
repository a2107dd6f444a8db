// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/net/scheduler.h"

#include <QTimer>

namespace belanjain::engine
{
namespace
{

class TimerCall : public PlannedCall
{
public:
    TimerCall(qint64 milliseconds, std::function<void()> call)
    {
        m_timer.setSingleShot(true);
        // The call may destroy this object, so it runs from a copy.
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [call = std::move(call)] {
            const auto copy = call;
            copy();
        });
        m_timer.start(int(qBound(qint64(0), milliseconds, qint64(24 * 3600 * 1000))));
    }

private:
    QTimer m_timer;
};

} // namespace

std::unique_ptr<PlannedCall> TimerScheduler::after(qint64 milliseconds, std::function<void()> call)
{
    return std::make_unique<TimerCall>(milliseconds, std::move(call));
}

} // namespace belanjain::engine
