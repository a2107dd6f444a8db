// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/server.h"

#include "marketplace/catalogue/search_index.h"
#include "marketplace/http/listener.h"
#include "marketplace/jobs/purge_job.h"
#include "marketplace/jobs/scheduler.h"
#include "marketplace/mail/mailer.h"
#include "marketplace/images/image_routes.h"
#include "marketplace/marketplace_core.h"
#include "marketplace/runtime/background.h"
#include "marketplace/runtime/pooled_executor.h"
#include "marketplace/runtime/schema.h"
#include "marketplace/syncing/head_watch.h"
#include "storage/durable_file.h"
#include "storage/transaction.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <chrono>

#include <array>
#include <chrono>
#include <thread>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Result;
namespace
{

} // namespace

http::Limits defaultLimits()
{
    http::Limits limits;
    limits.uncountedAddresses = {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
    return limits;
}

class Server::Private
{
public:
    Private(ServerConfig c, const ServerParts& p) : config(std::move(c)), parts(p) {}

    ~Private()
    {
        listener.reset();
        stopBackground();
        // What still runs uses the modules and the router.
        if (executor)
            executor->stop();
    }

    /// Two servers on one SQLite file would each think themselves its only writer.
    tl::expected<void, QString> lockFile()
    {
        if (config.database.dialect != storage::Dialect::Sqlite)
            return {};
        const QFileInfo file(config.database.file);
        if (!QDir().mkpath(file.absolutePath()))
            return tl::unexpected(u"cannot make the folder %1"_s.arg(file.absolutePath()));
        lock = std::make_unique<QLockFile>(file.absoluteFilePath() + u".lock"_s);
        if (storage::takeLock(*lock))
            return {};
        if (lock->error() == QLockFile::LockFailedError)
            return tl::unexpected(u"another server is using %1"_s.arg(file.filePath()));
        return tl::unexpected(u"cannot write beside %1"_s.arg(file.filePath()));
    }

    Result<ServerKeys> prepare()
    {
        const auto db = Database::open(config.database, {.checkpoints = true});
        if (!db)
            return tl::unexpected(db.error());
        const auto schema = migrateMarket(**db);
        if (!schema)
            return tl::unexpected(schema.error());
        state.schema = *schema;
        auto transaction = storage::Transaction::begin(**db);
        if (!transaction)
            return tl::unexpected(transaction.error());
        auto keys = loadKeys(**db, parts.random);
        if (!keys)
            return keys;
        if (const auto indexed = bringSearchIndexUp(**db); !indexed)
            return tl::unexpected(indexed.error());
        if (const auto purged = purgeDatabase(**db, parts.clock.now()); !purged)
            return tl::unexpected(purged.error());
        if (const auto noted = noteFirstRun(**db, parts.clock.now()); !noted)
            return tl::unexpected(noted.error());
        if (const auto committed = transaction->commit(); !committed)
            return tl::unexpected(committed.error());
        return keys;
    }

    tl::expected<void, QString> openDatabase(ServerKeys& keys)
    {
        const auto why = [this](const storage::Error& error) {
            parts.log.write(LogLevel::Error, u"start"_s, {{u"error"_s, error.text}});
            if (error.kind == storage::Error::Kind::Corrupt)
                return u"the database is damaged, or is not one"_s;
            return u"cannot use the database: "_s + error.text.section(u" in: "_s, 0, 0);
        };
        const auto prepared = prepare();
        if (!prepared)
            return tl::unexpected(why(prepared.error()));
        keys = *prepared;
        if (const auto started = startExecutor(); !started)
            return tl::unexpected(why(started.error()));
        return {};
    }

    Outcome startExecutor()
    {
        if (config.database.dialect == storage::Dialect::Sqlite) {
            auto started = ThreadedExecutor::start(config.database, config.executor);
            if (!started)
                return tl::unexpected(started.error());
            executor = std::move(*started);
            return {};
        }
        ExecutorOptions options = config.executor;
        options.readers = std::max(options.readers, 4); // each waits for the network, not for a core
        options.retries.counted = [this] { metrics.count(QByteArrayLiteral("belanjain_db_tx_retries_total"), {}); };
        if (!options.retries.pause)
            options.retries.pause = [this](int attempt) { pauseBefore(attempt); };
        auto started = PooledExecutor::start(config.database, options);
        if (!started)
            return tl::unexpected(started.error());
        executor = std::move(*started);
        return {};
    }

    /// Up to 4 ms before the second attempt, up to 64 before the sixth.
    void pauseBefore(int attempt)
    {
        std::array<quint8, 4> bytes{};
        parts.random.fill(bytes);
        const quint32 chance = (quint32(bytes[0]) << 24) | (quint32(bytes[1]) << 16) | (quint32(bytes[2]) << 8) | bytes[3];
        const int mostMicroseconds = 2'000 << std::min(attempt - 1, 5);
        std::this_thread::sleep_for(std::chrono::microseconds(chance % quint32(mostMicroseconds)));
    }

    void makeModules(ServerKeys keys)
    {
        const QString besideFile = QFileInfo(config.database.file).absolutePath();
        core = std::make_unique<MarketplaceCore>(
            CoreParts{parts.clock, parts.random, parts.log, *executor, metrics, state}, std::move(keys),
            CoreSettings{.accounts = config.accounts,
                         .imageWorker = config.imageWorker,
                         .dataDir = config.dataDir.isEmpty() ? besideFile : config.dataDir,
                         .imageFolder = imageFolder(config.database, config.dataDir),
                         .syncSchemas = config.syncSchemas});
        if (config.database.dialect == storage::Dialect::Postgres)
            watch = std::make_unique<HeadWatch>(*executor, core->hub());
    }

    void startBackground()
    {
        using std::chrono::milliseconds;
        if (!config.mail.smtp.url.isEmpty()) {
            mailer = std::make_unique<Mailer>(core->services(), std::make_unique<SmtpTransport>(config.mail.smtp),
                                              config.mail.from);
            mailThread = std::make_unique<Background>([this] { return mailer->step(); }, milliseconds(config.mail.everyMs));
        }
        if (config.jobsEveryMs > 0) {
            scheduler = std::make_unique<Scheduler>(core->services(), databaseJobs() + QList<Job>{core->images().sweepJob()});
            const auto tick = [this] {
                scheduler->tick();
                return false;
            };
            jobThread = std::make_unique<Background>(tick, milliseconds(config.jobsEveryMs));
        }
    }

    /// Both wait for the executor, so they end first.
    void stopBackground()
    {
        if (mailer)
            mailer->stop();
        if (scheduler)
            scheduler->stop();
        mailThread.reset();
        jobThread.reset();
    }

    ServerConfig config;
    ServerParts parts;
    Metrics metrics;
    ServerState state;
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<Executor> executor;
    std::unique_ptr<MarketplaceCore> core;
    std::unique_ptr<HeadWatch> watch;
    std::unique_ptr<http::Listener> listener;
    std::unique_ptr<Mailer> mailer;
    std::unique_ptr<Scheduler> scheduler;
    std::unique_ptr<Background> mailThread; ///< uses the mailer
    std::unique_ptr<Background> jobThread;  ///< uses the scheduler
};

Server::Server(ServerConfig config, const ServerParts& parts, QObject* parent)
    : QObject(parent), m_d(std::make_unique<Private>(std::move(config), parts))
{
}

Server::~Server() = default;

tl::expected<quint16, QString> Server::start()
{
    if (const auto locked = m_d->lockFile(); !locked)
        return tl::unexpected(locked.error());
    ServerKeys keys;
    if (const auto opened = m_d->openDatabase(keys); !opened)
        return tl::unexpected(opened.error());
    m_d->makeModules(std::move(keys));
    const ports::Clock& clock = m_d->parts.clock;
    // A child by name, so that who looks after the server finds it and its count of connections.
    m_d->listener = std::make_unique<http::Listener>(m_d->core->router(), m_d->config.limits, [&clock] { return clock.now().ms; }, this);
    connect(m_d->listener.get(), &http::Listener::drained, this, [this] {
        m_d->stopBackground();
        m_d->executor->stop();
        Q_EMIT drained();
    });
    m_d->startBackground();
    return m_d->listener->listen(m_d->config.address, m_d->config.port, m_d->config.tls);
}

void Server::drain()
{
    if (m_d->state.draining.exchange(true))
        return;
    // Told now, waited for at the end.
    if (m_d->mailer)
        m_d->mailer->stop();
    if (m_d->scheduler)
        m_d->scheduler->stop();
    if (m_d->listener)
        m_d->listener->drain();
    else
        QMetaObject::invokeMethod(this, &Server::drained, Qt::QueuedConnection);
}

Executor& Server::executor() { return *m_d->executor; }

const QList<Route>& Server::routes() const { return m_d->core->router().routes(); }

} // namespace belanjain::marketplace
