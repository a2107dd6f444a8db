// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/upkeep_door.h"

#include "engine/workspace_core.h"

namespace belanjain::engine
{

UpkeepDoor::UpkeepDoor(Post post, QObject* parent) : ports::Upkeep(parent), m_post(std::move(post)) {}

void UpkeepDoor::dismissNotice(qint64 number)
{
    m_post([number](WorkspaceCore& core) {
        if (const auto dismissed = core.worker->replica().dismissNotice(number); !dismissed)
            core.tellStorage(dismissed.error());
        core.tellUpkeep();
    });
}

void UpkeepDoor::acceptRemoval()
{
    m_post([](WorkspaceCore& core) { core.engine->acceptRemoval(); });
}

void UpkeepDoor::askAgain()
{
    m_post([](WorkspaceCore& core) { core.engine->syncNow(); });
}

void UpkeepDoor::take(const QList<ports::Notice>& notices, const std::optional<ports::RemovalPause>& pause)
{
    if (m_notices != notices) {
        m_notices = notices;
        Q_EMIT noticesChanged();
    }
    if (m_pause != pause) {
        m_pause = pause;
        Q_EMIT removalPauseChanged();
    }
}

} // namespace belanjain::engine
