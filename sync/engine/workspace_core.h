// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/http_transport.h"
#include "engine/sync_engine.h"
#include "engine/workspace.h"
#include "replica/replica_commands.h"

#include <QLockFile>

namespace belanjain::engine
{

/// Where an account's pictures lie: beside its replica.
QString picturesFolder(const Workspace::Config& config);

/// What lives on a workspace's replica thread: the replica, and the engine that settles it.
struct WorkspaceCore
{
    struct News
    {
        std::function<void(const ports::SyncStatus&)> status;
        std::function<void(const Tokens&)> tokens;
        std::function<void(const QString&)> storageFailed;
    };

    WorkspaceCore(const Workspace::Config& config, Workspace::Parts parts);

    /// Opens the replica; to be called first, on the thread it stays on. An empty text is success. Another
    /// program on the same replica is a problem: both would number their edits from the same outbox.
    QString open();
    void start(News news);

    Workspace::Config config;
    Workspace::Parts parts;
    std::unique_ptr<QLockFile> lock; ///< outlives the replica
    ports::IdFactory ids;
    TimerScheduler scheduler;
    std::unique_ptr<replica::ReplicaWorker> worker;
    std::unique_ptr<HttpTransport> transport;
    std::unique_ptr<ApiClient> api;
    std::unique_ptr<SyncEngine> engine;
};

} // namespace belanjain::engine
