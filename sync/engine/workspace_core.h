// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/http_transport.h"
#include "engine/pictures/picture_uploader.h"
#include "engine/sync_engine.h"
#include "engine/workspace.h"
#include "replica/replica_commands.h"
#include "storage/file_check.h"

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
        std::function<void(const QList<ports::Notice>&, const std::optional<ports::RemovalPause>&)> upkeep;
    };

    WorkspaceCore(const Workspace::Config& config, Workspace::Parts parts);
    /// Ends the replica in order.
    ~WorkspaceCore();

    /// Opens the replica; to be called first, on the thread it stays on. An empty text is success. Another
    /// program on the same replica is a problem: both would number their edits from the same outbox.
    QString open();
    void start(News news);
    /// A picture was uploaded or refused.
    void pictureSettled(const replica::Touched& touched);

    /// Where the report of a damage comes from: a reader may still mean the file of before.
    enum class Report { OfThisReplica, OfSomeFile };
    /// The replica turned out to be damaged; from any thread. It is replaced as soon as nothing here uses it.
    void damaged(const QString& how, Report report = Report::OfThisReplica);
    void tellUpkeep();
    void tellStorage(const storage::Error& error);

    Workspace::Config config;
    Workspace::Parts parts;
    std::unique_ptr<QLockFile> lock; ///< outlives the replica
    ports::IdFactory ids;
    TimerScheduler scheduler;
    std::unique_ptr<replica::ReplicaWorker> worker;
    std::unique_ptr<HttpTransport> transport;
    std::unique_ptr<ApiClient> api;
    PictureFiles pictures;
    std::unique_ptr<PictureUploader> uploader;
    std::unique_ptr<SyncEngine> engine;

private:
    void startEngine(bool workOffline);
    void recover();
    void lookThrough();
    void planLook(int ms);

    News m_news;
    std::unique_ptr<storage::FileCheck> m_check;
    std::unique_ptr<PlannedCall> m_nextLook;
    bool m_lookLater = false;
    bool m_recovering = false;
};

} // namespace belanjain::engine
