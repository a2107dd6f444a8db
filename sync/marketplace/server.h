// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/accounts/accounts.h"
#include "marketplace/http/limits.h"
#include "marketplace/images/image_worker.h"
#include "marketplace/mail/mail_message.h"
#include "marketplace/mail/smtp.h"
#include "marketplace/runtime/log.h"
#include "marketplace/runtime/threaded_executor.h"
#include "marketplace/syncing/schema_range.h"
#include "ports/clock.h"
#include "ports/random_source.h"
#include "storage/address.h"

#include <QHostAddress>
#include <QObject>

#include <memory>
#include <optional>

class QThread;

namespace belanjain::marketplace
{

/// Loopback is where the desktop, the tests and a proxy come from: not counted per address.
http::Limits defaultLimits();

/// How mails leave.
struct MailOptions
{
    SmtpServer smtp; ///< without one, mails wait in the outbox until they are forgotten
    MailAddress from{QStringLiteral("Belanjain"), QStringLiteral("belanjain@localhost")};
    int everyMs = 1'000; ///< how often the outbox is looked at
};

struct ServerConfig
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0; ///< 0 takes a free one
    storage::Address database;
    QString dataDir; ///< for images and the like; beside the SQLite file when empty
    std::optional<http::TlsFiles> tls;
    http::Limits limits = defaultLimits();
    ExecutorOptions executor;
    AccountOptions accounts;
    ImageWorkerOptions imageWorker;
    MailOptions mail;
    SchemaRange syncSchemas = {};
    int jobsEveryMs = 20'000; ///< how often it is looked what is due; 0: never
};

/// What the server is given from outside; outlives it. Each may be used from any thread.
struct ServerParts
{
    const ports::Clock& clock;
    ports::RandomSource& random;
    Log& log;
};

/// The marketplace: database, workers, modules and listener put together. Lives on its I/O thread,
/// which needs an event loop.
class Server : public QObject
{
    Q_OBJECT

public:
    Server(ServerConfig config, const ServerParts& parts, QObject* parent = nullptr);
    /// Cuts what is open; drain() first to be polite.
    ~Server() override;

    /// Locks and migrates the database and listens. Gives the port, or why not, fit for stderr.
    tl::expected<quint16, QString> start();

    /// /readyz turns 503, nothing new is accepted, what is in flight finishes (Limits::drainMs at the
    /// most), the workers end; then drained() comes, once.
    void drain();

    /// For work from inside the program, such as loading sample data.
    Executor& executor();

    /// The table of calls; once it has started.
    const QList<Route>& routes() const;

Q_SIGNALS:
    void drained();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

/// A server on a thread of its own, for a program whose own thread is busy with a window.
class ThreadedServer
{
public:
    ThreadedServer(ServerConfig config, const ServerParts& parts);
    /// Stops it.
    ~ThreadedServer();
    ThreadedServer(const ThreadedServer&) = delete;
    ThreadedServer& operator=(const ThreadedServer&) = delete;

    /// Waits until it listens. Gives the port, or why not.
    tl::expected<quint16, QString> start();
    /// Drains it and waits until it has ended.
    void stop();

    /// Runs on the server's thread and waits for it; only while it is started.
    void invoke(const std::function<void(Server&)>& work);

private:
    ServerConfig m_config;
    ServerParts m_parts;
    std::unique_ptr<QThread> m_thread;
    Server* m_server = nullptr; ///< lives on the thread's stack, between start() and stop()
};

} // namespace belanjain::marketplace
