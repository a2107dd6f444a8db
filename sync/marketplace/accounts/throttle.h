// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace belanjain::marketplace
{

/// Counts failed attempts by name within a window that starts with the first. Calls may come from any
/// thread. In memory: a restart forgives.
class Throttle
{
public:
    Throttle(const ports::Clock& clock, int allowed, qint64 windowMs)
        : m_clock(clock), m_allowed(allowed), m_windowMs(windowMs)
    {
    }

    /// Seconds to wait before another attempt; 0 when it may be made now.
    int secondsToWait(const QString& name) const;
    void failed(const QString& name);
    void succeeded(const QString& name);

private:
    struct Window
    {
        qint64 startedMs = 0;
        int failures = 0;
    };
    void forgetOld(qint64 now);

    const ports::Clock& m_clock;
    const int m_allowed;
    const qint64 m_windowMs;
    mutable std::mutex m_mutex;
    QHash<QString, Window> m_windows;
};

} // namespace belanjain::marketplace
