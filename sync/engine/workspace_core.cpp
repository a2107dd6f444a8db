// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workspace_core.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

/// Renames the replica's files, so that a new one can take their place and nothing is thrown away.
bool setAside(const QString& file, Instant now)
{
    const QFileInfo info(file);
    QDir folder = info.dir();
    const QString suffix = u".damaged-%1"_s.arg(now.ms);
    bool all = true;
    for (const QString& name : folder.entryList({info.fileName() + u'*'}, QDir::Files)) {
        if (!name.contains(u".damaged-"))
            all = folder.rename(name, name + suffix) && all;
    }
    return all;
}

} // namespace

QString picturesFolder(const Workspace::Config& config)
{
    return QFileInfo(config.replicaFile).dir().filePath(u"pictures"_s);
}

WorkspaceCore::WorkspaceCore(const Workspace::Config& configuration, Workspace::Parts from)
    : config(configuration), parts(from), ids(from.clock, from.random)
{
}

QString WorkspaceCore::open()
{
    // Not named after the replica's file, so that it stays when a damaged one is set aside.
    const QFileInfo file(config.replicaFile);
    lock = std::make_unique<QLockFile>(file.dir().filePath(u"in-use.lock"_s));
    lock->setStaleLockTime(
        0); // a program that died is told by its process, one that runs for days is not stale
    if (!lock->tryLock(0)) {
        return lock->error() == QLockFile::LockFailedError
                   ? u"another window or program is using %1"_s.arg(file.filePath())
                   : u"cannot write beside %1"_s.arg(file.filePath());
    }
    auto opened = replica::Replica::open(config.replicaFile, parts.clock, ids);
    if (!opened && opened.error().kind == storage::Error::Kind::Corrupt
        && setAside(config.replicaFile, parts.clock.now()))
        opened = replica::Replica::open(config.replicaFile, parts.clock, ids);
    if (!opened)
        return opened.error().text;
    worker = std::make_unique<replica::ReplicaWorker>(std::move(*opened));
    return {};
}

void WorkspaceCore::start(News news)
{
    transport = std::make_unique<HttpTransport>(config.marketplace);
    api = std::make_unique<ApiClient>(*transport, scheduler, config.tokens,
                                      ApiClient::Events{.renewed = news.tokens,
                                                        .sessionEnded = [this] { engine->sessionEnded(); }});
    api->setLanguage(config.language);
    const auto status = [this, tell = std::move(news.status)](const ports::SyncStatus& now) {
        ports::SyncStatus full = now;
        full.marketplace = config.marketplace.authority();
        full.onThisComputer = config.onThisComputer;
        tell(full);
    };
    engine = std::make_unique<SyncEngine>(
        SyncEngine::Parts{worker->replica(), *api, scheduler, parts.clock, parts.random},
        SyncEngine::Events{.status = status,
                           .applied = [this](const replica::Touched& touched) { worker->announce(touched); },
                           .fileSwapped = [this] { worker->announceSwap(); },
                           .storageFailed = news.storageFailed});
    QObject::connect(worker.get(), &replica::ReplicaWorker::editsQueued, worker.get(),
                     [this] { engine->editsQueued(); });
    engine->start(config.workOffline);
}

} // namespace belanjain::engine
