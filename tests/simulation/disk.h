// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace belanjain::simulation
{

/// The disk under one process, and the moment of that process's death: told of each step of its database.
class Disk
{
public:
    storage::FaultHook hook()
    {
        return [this](storage::Step step, const QString& sql) { return before(step, sql); };
    }

    /// The process dies at the n-th step from now, before it is made.
    void dieAtStep(int steps) { m_stepsToDeath = steps; }
    /// The next `steps` writes find no space.
    void fillFor(int steps) { m_fullFor = steps; }
    bool isFull() const { return m_fullFor > 0; }
    bool died() const { return m_dead; }
    /// A new process, on a disk with space.
    void renew() { m_dead = false, m_stepsToDeath = 0, m_fullFor = 0; }
    /// Looks on: what is done now is not the process's doing.
    bool paused = false;
    /// Called before each step.
    std::function<void()> watch;

private:
    storage::Outcome before(storage::Step step, const QString& sql)
    {
        using Kind = storage::Error::Kind;
        if (paused)
            return {};
        if (watch)
            watch();
        if (m_stepsToDeath > 0 && --m_stepsToDeath == 0)
            m_dead = true;
        if (m_dead)
            return tl::unexpected(storage::Error{Kind::Unavailable, QStringLiteral("the process has died")});
        const bool writes = step == storage::Step::Commit || sql.startsWith(u"INSERT") || sql.startsWith(u"UPDATE")
                            || sql.startsWith(u"DELETE");
        if (m_fullFor > 0 && writes) {
            --m_fullFor;
            return tl::unexpected(storage::Error{Kind::Full, QStringLiteral("disk full")});
        }
        return {};
    }

    int m_stepsToDeath = 0;
    int m_fullFor = 0;
    bool m_dead = false;
};

} // namespace belanjain::simulation
