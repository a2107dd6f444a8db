// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workspace.h"

#include "engine/account/account_desk.h"
#include "engine/account/stored_data.h"
#include "engine/decisions_door.h"
#include "engine/pictures/picture_service.h"
#include "engine/stock_history_desk.h"
#include "engine/sync_door.h"
#include "engine/upkeep_door.h"
#include "engine/workspace_core.h"
#include "replica/catalogue_source.h"
#include "replica/finder_source.h"
#include "replica/home_source.h"
#include "replica/import_source.h"
#include "replica/inventory_source.h"
#include "replica/news_source.h"
#include "replica/orders_export_source.h"
#include "replica/orders_source.h"
#include "replica/products_export_source.h"
#include "replica/record_lane.h"
#include "replica/restock_source.h"
#include "replica/reviews_source.h"
#include "replica/sales_source.h"
#include "replica/stocktake_desk.h"

#include <QFileInfo>
#include <QThread>

#include <atomic>

namespace belanjain::engine
{

class Workspace::Private
{
public:
    QThread thread;
    QObject onThread; ///< lives there, so that tasks can be posted to it
    std::unique_ptr<WorkspaceCore> core;
    std::unique_ptr<SyncDoor> door;
    std::unique_ptr<UpkeepDoor> upkeep;
    std::unique_ptr<replica::InventorySource> source;
    std::unique_ptr<replica::OrdersSource> orders;
    std::unique_ptr<replica::SalesSource> sales;
    std::unique_ptr<replica::ReviewsSource> reviews;
    std::unique_ptr<replica::CatalogueSource> catalogue;
    std::unique_ptr<replica::OrdersExportSource> ordersExport;
    std::unique_ptr<replica::ProductsExportSource> productsExport;
    std::unique_ptr<replica::ImportSource> importer;
    std::unique_ptr<StockHistoryDesk> stockHistory;
    std::unique_ptr<replica::StocktakeDesk> stocktake;
    std::unique_ptr<replica::RestockSource> restock;
    std::unique_ptr<replica::HomeSource> home;
    std::unique_ptr<replica::FinderSource> finder;
    std::unique_ptr<replica::NewsSource> newcomers;
    std::unique_ptr<DecisionsDoor> decisions;
    std::unique_ptr<AccountDesk> account;
    std::unique_ptr<StoredDataKeeper> storedData;
    std::unique_ptr<replica::RecordLane> sideLane; ///< for what is read beside the page in front; ends as the others do
    std::unique_ptr<replica::RecordLane> exportLane; ///< for what takes long; ends before those that read through it
    std::unique_ptr<replica::RecordLane> lane; ///< ends before those that read through it
    std::atomic<int> readersToMove = 0;        ///< that may still have a file open from before the last swap
    std::unique_ptr<replica::ReplicaCommands> commands;
    std::unique_ptr<PictureService> pictures;
    std::unique_ptr<replica::ReplicaWithdrawal> withdrawal;
    std::unique_ptr<replica::ReplicaPrintLog> prints;

    void followConnection();
    void readFrom(const QString& file);
    void tellReaders(const replica::Touched& touched) const;
    void readerMoved();

    template<class Task>
    void post(Task task)
    {
        QMetaObject::invokeMethod(
            &onThread,
            [this, task = std::move(task)] {
                if (core) // a reader may still tell something while the workspace closes
                    task(*core);
            },
            Qt::QueuedConnection);
    }
};

/// On the replica's thread.
void Workspace::Private::readFrom(const QString& file)
{
    readersToMove += 4;
    source->setDatabaseFile(file);
    lane->setFile(file, [this] { readerMoved(); });
    exportLane->setFile(file, [this] { readerMoved(); });
    newcomers->forget();
    sideLane->setFile(file, [this] { readerMoved(); });
    const auto all = replica::Touched::everything();
    tellReaders(all);
}

/// On any thread. The files of before may go once nobody has them open.
void Workspace::Private::readerMoved()
{
    if (--readersToMove == 0)
        post([](WorkspaceCore& on) { on.worker->removeLeftFiles(); });
}

void Workspace::Private::tellReaders(const replica::Touched& touched) const
{
    orders->notifyChanged(touched);
    sales->notifyChanged(touched);
    reviews->notifyChanged(touched);
    catalogue->notifyChanged(touched);
    stockHistory->notifyChanged(touched);
    stocktake->notifyChanged(touched);
    restock->notifyChanged(touched);
    home->notifyChanged(touched);
    newcomers->notifyChanged(touched);
    if (touched.rejections)
        QMetaObject::invokeMethod(decisions.get(), &ports::Decisions::stale, Qt::QueuedConnection);
}

/// Pictures are fetched while the marketplace answers, and never while the person works offline.
void Workspace::Private::followConnection()
{
    QObject::connect(door.get(), &ports::SyncControl::statusChanged, pictures.get(),
                     [this](const ports::SyncStatus& status) {
                         const bool online = status.connection == ports::Connection::Connected ||
                                             status.connection == ports::Connection::Syncing;
                         pictures->setOnline(online);
                         stockHistory->setOnline(online);
                         account->setOnline(online || status.connection == ports::Connection::FirstSync);
                     });
}

Workspace::Workspace() : m_d(std::make_unique<Private>()) {}

tl::expected<std::unique_ptr<Workspace>, QString> Workspace::open(const Config& config, Parts parts)
{
    std::unique_ptr<Workspace> workspace(new Workspace);
    Private& d = *workspace->m_d;
    d.core = std::make_unique<WorkspaceCore>(config, parts);
    d.door = std::make_unique<SyncDoor>([&d](std::function<void(WorkspaceCore&)> task) { d.post(std::move(task)); });
    d.upkeep = std::make_unique<UpkeepDoor>([&d](std::function<void(WorkspaceCore&)> task) { d.post(std::move(task)); });
    d.thread.setObjectName(QStringLiteral("replica"));
    d.onThread.moveToThread(&d.thread);
    d.thread.start();

    // Waited for: opening takes milliseconds, and without a replica there is nothing to show.
    QString problem;
    QMetaObject::invokeMethod(&d.onThread, [&] { problem = d.core->open(); }, Qt::BlockingQueuedConnection);
    if (!problem.isEmpty())
        return tl::unexpected(problem);

    const QString file = d.core->worker->replica().databaseFile();
    d.source = std::make_unique<replica::InventorySource>(file);
    const auto damaged = [&d] { d.post([](WorkspaceCore& core) { core.damaged(QStringLiteral("found by a reader"), WorkspaceCore::Report::OfSomeFile); }); };
    d.lane = std::make_unique<replica::RecordLane>(file, damaged);
    QObject::connect(d.source.get(), &replica::InventorySource::fileDamaged, d.source.get(), damaged, Qt::DirectConnection);
    d.exportLane = std::make_unique<replica::RecordLane>(file, damaged);
    d.ordersExport = std::make_unique<replica::OrdersExportSource>(*d.exportLane);
    d.productsExport = std::make_unique<replica::ProductsExportSource>(*d.exportLane);
    d.importer = std::make_unique<replica::ImportSource>(*d.exportLane, *d.core->worker);
    d.sideLane = std::make_unique<replica::RecordLane>(file, damaged);
    d.home = std::make_unique<replica::HomeSource>(*d.sideLane);
    d.finder = std::make_unique<replica::FinderSource>(*d.sideLane);
    d.newcomers = std::make_unique<replica::NewsSource>(*d.sideLane);
    d.decisions = std::make_unique<DecisionsDoor>([&d](std::function<void(WorkspaceCore&)> task) { d.post(std::move(task)); });
    d.account = std::make_unique<AccountDesk>([&d](const HttpRequest& request, const AccountDesk::Done& done) {
        d.post([request, done](const WorkspaceCore& core) {
            if (core.api)
                core.api->send(request, done);
            else
                done({});
        });
    });
    d.storedData = std::make_unique<StoredDataKeeper>(QFileInfo(config.replicaFile).path());
    d.orders = std::make_unique<replica::OrdersSource>(*d.lane);
    d.sales = std::make_unique<replica::SalesSource>(*d.lane);
    d.reviews = std::make_unique<replica::ReviewsSource>(*d.lane);
    d.catalogue = std::make_unique<replica::CatalogueSource>(*d.lane);
    d.commands = std::make_unique<replica::ReplicaCommands>(*d.core->worker);
    d.pictures = std::make_unique<PictureService>(picturesFolder(config), config.marketplace, parts.clock);
    d.stockHistory = std::make_unique<StockHistoryDesk>([&d](std::function<void(WorkspaceCore&)> task) { d.post(std::move(task)); });
    d.stocktake = std::make_unique<replica::StocktakeDesk>(*d.core->worker, *d.exportLane, parts.clock);
    d.restock = std::make_unique<replica::RestockSource>(*d.exportLane);
    d.followConnection();
    d.withdrawal = std::make_unique<replica::ReplicaWithdrawal>(*d.core->worker);
    d.prints = std::make_unique<replica::ReplicaPrintLog>(*d.core->worker);
    QObject::connect(d.core->worker.get(), &replica::ReplicaWorker::changed, d.source.get(),
                     [&d](const replica::Touched& touched) {
                         d.source->notifyChanged(touched);
                         d.tellReaders(touched);
                     },
                     Qt::DirectConnection);
    QObject::connect(d.core->worker.get(), &replica::ReplicaWorker::databaseFileChanged, d.source.get(),
                     [&d](const QString& now) { d.readFrom(now); }, Qt::DirectConnection);
    QObject::connect(d.source.get(), &replica::InventorySource::earlierFilesLeft, d.source.get(),
                     [&d] { d.readerMoved(); }, Qt::DirectConnection);

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
    news.upkeep = [upkeep = d.upkeep.get()](const QList<ports::Notice>& notices,
                                            const std::optional<ports::RemovalPause>& pause) {
        QMetaObject::invokeMethod(upkeep, [upkeep, notices, pause] { upkeep->take(notices, pause); }, Qt::QueuedConnection);
    };
    d.post([news](WorkspaceCore& core) { core.start(news); });
    return workspace;
}

Workspace::~Workspace()
{
    Private& d = *m_d;
    if (d.ordersExport)
        d.ordersExport->cancelAll(); // its lane waits for the task under way
    if (d.productsExport)
        d.productsExport->cancelAll();
    if (d.importer)
        d.importer->cancelAll();
    if (d.thread.isRunning()) {
        // The core ends where it lives: its timers, sockets and database belong to that thread.
        QMetaObject::invokeMethod(&d.onThread, [&d] { d.core.reset(); }, Qt::BlockingQueuedConnection);
        d.thread.quit();
        d.thread.wait();
    }
}

ports::InventoryReader& Workspace::inventory() { return *m_d->source; }
ports::OrdersReader& Workspace::orders() { return *m_d->orders; }
ports::SalesReader& Workspace::sales() { return *m_d->sales; }
ports::ReviewsReader& Workspace::reviews() { return *m_d->reviews; }
ports::CatalogueReader& Workspace::catalogue() { return *m_d->catalogue; }
ports::Pictures& Workspace::pictures() { return *m_d->pictures; }
ports::CommandSink& Workspace::commands() { return *m_d->commands; }
ports::CommandWithdrawal& Workspace::withdrawal() { return *m_d->withdrawal; }
ports::PrintLog& Workspace::prints() { return *m_d->prints; }
ports::OrdersExport& Workspace::ordersExport() { return *m_d->ordersExport; }
ports::ProductsExport& Workspace::productsExport() { return *m_d->productsExport; }
ports::Importer& Workspace::importer() { return *m_d->importer; }
ports::StockHistory& Workspace::stockHistory() { return *m_d->stockHistory; }
ports::Stocktake& Workspace::stocktake() { return *m_d->stocktake; }
ports::RestockReader& Workspace::restock() { return *m_d->restock; }
ports::SyncControl& Workspace::sync() { return *m_d->door; }
ports::Upkeep& Workspace::upkeep() { return *m_d->upkeep; }
ports::HomeReader& Workspace::home() { return *m_d->home; }
ports::Finder& Workspace::finder() { return *m_d->finder; }
ports::NewsReader& Workspace::news() { return *m_d->newcomers; }
ports::Decisions& Workspace::decisions() { return *m_d->decisions; }
ports::AccountDesk& Workspace::account() { return *m_d->account; }
ports::StoredDataKeeper& Workspace::storedData() { return *m_d->storedData; }

void Workspace::setLanguage(const QByteArray& language)
{
    m_d->post([language](WorkspaceCore& core) { core.api->setLanguage(language); });
}

} // namespace belanjain::engine
