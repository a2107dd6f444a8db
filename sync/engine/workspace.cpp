// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workspace.h"

#include "engine/sync_door.h"
#include "engine/workspace_core.h"
#include "replica/inventory_source.h"

#include <QThread>

namespace belanjain::engine
{

class Workspace::Private
{
public:
    QThread thread;
    QObject onThread; ///< lives there, so that tasks can be posted to it
    std::unique_ptr<WorkspaceCore> core;
    std::unique_ptr<SyncDoor> door;
    std::unique_ptr<replica::InventorySource> source;
    std::unique_ptr<replica::ReplicaCommands> commands;

    template<class Task>
    void post(Task task)
    {
        QMetaObject::invokeMethod(
            &onThread, [this, task = std::move(task)] { task(*core); }, Qt::QueuedConnection);
    }
};

Workspace::Workspace() : m_d(std::make_unique<Private>()) {}

tl::expected<std::unique_ptr<Workspace>, QString> Workspace::open(const Config& config, Parts parts)
{
    std::unique_ptr<Workspace> workspace(new Workspace);
    Private& d = *workspace->m_d;
    d.core = std::make_unique<WorkspaceCore>(config, parts);
    d.door = std::make_unique<SyncDoor>([&d](std::function<void(WorkspaceCore&)> task) { d.post(std::move(task)); });
    d.thread.setObjectName(QStringLiteral("replica"));
    d.onThread.moveToThread(&d.thread);
    d.thread.start();

    // Waited for: opening takes milliseconds, and without a replica there is nothing to show.
    QString problem;
    QMetaObject::invokeMethod(&d.onThread, [&] { problem = d.core->open(); }, Qt::BlockingQueuedConnection);
    if (!problem.isEmpty())
        return tl::unexpected(problem);

    d.source = std::make_unique<replica::InventorySource>(d.core->worker->replica().databaseFile());
    d.commands = std::make_unique<replica::ReplicaCommands>(*d.core->worker);
    replica::InventorySource* source = d.source.get();
    QObject::connect(d.core->worker.get(), &replica::ReplicaWorker::changed, source,
                     [source](const replica::Touched& touched) { source->notifyChanged(touched); },
                     Qt::DirectConnection);
    QObject::connect(d.core->worker.get(), &replica::ReplicaWorker::databaseFileChanged, source,
                     [source](const QString& file) { source->setDatabaseFile(file); }, Qt::DirectConnection);
    QObject::connect(source, &replica::InventorySource::earlierFilesLeft, d.core->worker.get(),
                     &replica::ReplicaWorker::removeLeftFiles);

    Workspace* self = workspace.get();
    WorkspaceCore::News news;
    news.status = [door = d.door.get()](const ports::SyncStatus& status) {
        QMetaObject::invokeMethod(door, [door, status] { door->take(status); }, Qt::QueuedConnection);
    };
    news.tokens = [self](const Tokens& tokens) {
        QMetaObject::invokeMethod(self, [self, tokens] { Q_EMIT self->tokensRenewed(tokens); }, Qt::QueuedConnection);
    };
    news.storageFailed = [self](const QString& text) {
        QMetaObject::invokeMethod(self, [self, text] { Q_EMIT self->storageFailed(text); }, Qt::QueuedConnection);
    };
    d.post([news](WorkspaceCore& core) { core.start(news); });
    return workspace;
}

Workspace::~Workspace()
{
    Private& d = *m_d;
    if (d.thread.isRunning()) {
        // The core ends where it lives: its timers, sockets and database belong to that thread.
        QMetaObject::invokeMethod(&d.onThread, [&d] { d.core.reset(); }, Qt::BlockingQueuedConnection);
        d.thread.quit();
        d.thread.wait();
    }
}

ports::InventoryReader& Workspace::inventory() { return *m_d->source; }
ports::CommandSink& Workspace::commands() { return *m_d->commands; }
ports::SyncControl& Workspace::sync() { return *m_d->door; }

void Workspace::setLanguage(const QByteArray& language)
{
    m_d->post([language](WorkspaceCore& core) { core.api->setLanguage(language); });
}

} // namespace belanjain::engine
