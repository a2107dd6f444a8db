// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/decisions.h"

#include <functional>

namespace belanjain::engine
{

struct WorkspaceCore;

/// Refused edits of a replica on another thread: wishes go there, answers come back, both by the event queues.
class DecisionsDoor : public ports::Decisions
{
    Q_OBJECT
public:
    /// Runs a task on the core's thread, later.
    using Post = std::function<void(std::function<void(WorkspaceCore&)>)>;

    explicit DecisionsDoor(Post post, QObject* parent = nullptr);

    void read() override;
    void decide(const QList<ports::Decision>& decisions) override;
    void undo(qint64 number) override;

private:
    /// Asks for a call on this object's thread; on the core's.
    template<class Call>
    void answer(Call call);
    void fail();

    Post m_post;
};

} // namespace belanjain::engine
