// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sync_control.h"

#include <functional>

namespace belanjain::engine
{

struct WorkspaceCore;

/// The person's side of an engine that runs on another thread: wishes go there, news come back, both by
/// the event queues.
class SyncDoor : public ports::SyncControl
{
    Q_OBJECT
public:
    /// Runs a task on the core's thread, later.
    using Post = std::function<void(std::function<void(WorkspaceCore&)>)>;

    explicit SyncDoor(Post post, QObject* parent = nullptr);

    ports::SyncStatus status() const override { return m_status; }
    void syncNow() override;
    void setWorkOffline(bool offline) override;
    void readRejections(std::optional<VariantId> variant) override;
    void retry(qint64 rejection, const std::optional<QJsonObject>& args) override;
    void drop(qint64 rejection) override;

    /// News from the core, on this object's thread.
    void take(const ports::SyncStatus& status);

private:
    Post m_post;
    ports::SyncStatus m_status;
};

} // namespace belanjain::engine
