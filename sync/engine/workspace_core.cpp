// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workspace_core.h"

#include "engine/replica_lock.h"
#include "replica/recovery.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

Q_LOGGING_CATEGORY(logWorkspace, "belanjain.engine.workspace")

/// Nobody waits for it; the start has other things to do.
constexpr int firstLookMs = 20'000;
constexpr int lookEveryMs = 6 * 3'600'000;
constexpr int recoverAgainMs = 60'000;

} // namespace

QString picturesFolder(const Workspace::Config& config)
{
    return QFileInfo(config.replicaFile).dir().filePath(u"pictures"_s);
}

WorkspaceCore::WorkspaceCore(const Workspace::Config& configuration, Workspace::Parts from)
    : config(configuration), parts(from), ids(from.clock, from.random), pictures(picturesFolder(configuration), from.clock)
{
}

WorkspaceCore::~WorkspaceCore()
{
    m_check.reset();
    engine.reset();
    if (worker)
        worker->replica().close();
}

QString WorkspaceCore::open()
{
    auto locked = lockReplica(config.replicaFile);
    if (!locked)
        return locked.error();
    lock = std::move(*locked);
    auto opened = replica::openSound(config.replicaFile, parts.clock, ids);
    if (!opened)
        return opened.error().text;
    if (opened->recovered)
        qCWarning(logWorkspace).noquote() << config.replicaFile << "was damaged:" << opened->damage;
    m_lookLater = opened->lookLater;
    worker = std::make_unique<replica::ReplicaWorker>(std::move(opened->replica));
    return {};
}

void WorkspaceCore::start(News news)
{
    m_news = std::move(news);
    transport = std::make_unique<HttpTransport>(config.marketplace);
    api = std::make_unique<ApiClient>(*transport, scheduler, config.tokens,
                                      ApiClient::Events{.renewed = m_news.tokens,
                                                        .sessionEnded = [this] { engine->sessionEnded(); }});
    api->setLanguage(config.language);
    QObject::connect(worker.get(), &replica::ReplicaWorker::editsQueued, worker.get(),
                     [this] {
                         engine->editsQueued();
                         uploader->wake();
                     });
    QObject::connect(worker.get(), &replica::ReplicaWorker::damaged, worker.get(),
                     [this] { damaged(u"found by an edit"_s); });
    startEngine(config.workOffline);
    planLook(m_lookLater ? 0 : firstLookMs);
}

void WorkspaceCore::startEngine(bool workOffline)
{
    const auto status = [this](const ports::SyncStatus& now) {
        ports::SyncStatus full = now;
        full.marketplace = config.marketplace.authority();
        full.onThisComputer = config.onThisComputer;
        uploader->setOnline(now.connection == ports::Connection::Connected
                            || now.connection == ports::Connection::Syncing);
        m_news.status(full);
    };
    uploader = std::make_unique<PictureUploader>(
        PictureUploader::Parts{worker->replica(), *api, scheduler, parts.random, pictures},
        PictureUploader::Events{.changed = [this](const replica::Touched& touched) { pictureSettled(touched); },
                                .storageFailed = m_news.storageFailed});
    uploader->removeStrays();
    engine = std::make_unique<SyncEngine>(
        SyncEngine::Parts{worker->replica(), *api, scheduler, parts.clock, parts.random},
        SyncEngine::Events{.status = status,
                           .applied =
                               [this](const replica::Touched& touched) {
                                   worker->announce(touched);
                                   uploader->wake(); // a product may have become known
                               },
                           .fileSwapped =
                               [this] {
                                   worker->announceSwap();
                                   tellUpkeep();
                               },
                           .storageFailed = m_news.storageFailed,
                           .damaged = [this] { damaged(u"found by a sync"_s); },
                           .pauseChanged = [this] { tellUpkeep(); }});
    tellUpkeep();
    engine->start(workOffline);
}

void WorkspaceCore::tellUpkeep()
{
    const auto notices = worker->replica().notices();
    if (!notices) {
        tellStorage(notices.error());
        return;
    }
    m_news.upkeep(*notices, worker->replica().removalPause());
}

void WorkspaceCore::tellStorage(const storage::Error& error)
{
    m_news.storageFailed(error.text);
    if (error.kind == storage::Error::Kind::Corrupt)
        damaged(error.text);
}

void WorkspaceCore::damaged(const QString& how, Report report)
{
    QMetaObject::invokeMethod(
        worker.get(),
        [this, how, report] {
            if (m_recovering)
                return;
            if (report == Report::OfSomeFile && replica::isSound(worker->replica().databaseFile()))
                return;
            m_recovering = true;
            qCWarning(logWorkspace).noquote() << config.replicaFile << "is damaged:" << how;
            recover();
        },
        Qt::QueuedConnection);
}

void WorkspaceCore::recover()
{
    m_check.reset();
    // The damaged one stays in use until there is another: without any there is nothing to show.
    auto opened = replica::recover(config.replicaFile, parts.clock, ids);
    if (!opened) {
        m_news.storageFailed(opened.error().text);
        m_nextLook = scheduler.after(recoverAgainMs, [this] { recover(); });
        return;
    }
    const bool offline = engine->status().connection == ports::Connection::WorkingOffline;
    api->cancelAll();
    uploader.reset();
    engine.reset();
    worker->replace(std::move(opened->replica));
    m_recovering = false;
    startEngine(offline);
    planLook(firstLookMs);
}

void WorkspaceCore::planLook(int ms)
{
    m_nextLook = scheduler.after(ms, [this] { lookThrough(); });
}

/// What is read is checked anyway; this finds what nobody has read for a long time.
void WorkspaceCore::lookThrough()
{
    m_check = std::make_unique<storage::FileCheck>(worker->replica().databaseFile(),
                                                   [this](const QString& wrong) { damaged(wrong); });
    planLook(lookEveryMs);
}

void WorkspaceCore::pictureSettled(const replica::Touched& touched)
{
    worker->announce(touched);
    if (touched.outbox)
        engine->editsQueued();
    else
        engine->refreshCounts();
}

} // namespace belanjain::engine
