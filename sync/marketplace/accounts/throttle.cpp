// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/throttle.h"

namespace belanjain::marketplace
{
namespace
{

constexpr qsizetype mostWindows = 100'000;

}

int Throttle::secondsToWait(const QString& name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_windows.constFind(name);
    if (found == m_windows.cend() || found->failures < m_allowed)
        return 0;
    const qint64 left = found->startedMs + m_windowMs - m_clock.monotonicMs();
    return left > 0 ? int((left + 999) / 1000) : 0;
}

void Throttle::failed(const QString& name)
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.monotonicMs();
    if (m_windows.size() >= mostWindows)
        forgetOld(now);
    Window& window = m_windows[name];
    if (window.failures == 0 || now - window.startedMs >= m_windowMs)
        window = {now, 0};
    ++window.failures;
}

void Throttle::succeeded(const QString& name)
{
    const std::lock_guard lock(m_mutex);
    m_windows.remove(name);
}

/// Whoever fills the memory with names loses the old ones first; when all are new, everything starts
/// afresh rather than growing.
void Throttle::forgetOld(qint64 now)
{
    m_windows.removeIf([&](const auto& entry) { return now - entry.value().startedMs >= m_windowMs; });
    if (m_windows.size() >= mostWindows)
        m_windows.clear();
}

} // namespace belanjain::marketplace
