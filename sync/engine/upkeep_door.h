// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/upkeep.h"

#include <functional>

namespace belanjain::engine
{

struct WorkspaceCore;

/// The person's side of what guards the replica, which lives on another thread; as SyncDoor.
class UpkeepDoor : public ports::Upkeep
{
    Q_OBJECT
public:
    using Post = std::function<void(std::function<void(WorkspaceCore&)>)>;

    explicit UpkeepDoor(Post post, QObject* parent = nullptr);

    QList<ports::Notice> notices() const override { return m_notices; }
    void dismissNotice(qint64 number) override;
    std::optional<ports::RemovalPause> removalPause() const override { return m_pause; }
    void acceptRemoval() override;
    void askAgain() override;

    /// News from the core, on this object's thread.
    void take(const QList<ports::Notice>& notices, const std::optional<ports::RemovalPause>& pause);

private:
    Post m_post;
    QList<ports::Notice> m_notices;
    std::optional<ports::RemovalPause> m_pause;
};

} // namespace belanjain::engine
