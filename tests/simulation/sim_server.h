// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk.h"
#include "engine/net/transport.h"
#include "marketplace/accounts/keys.h"
#include "marketplace/http/mailbox.h"
#include "marketplace/http/stream_queue.h"
#include "marketplace/marketplace_core.h"
#include "marketplace/runtime/inline_executor.h"
#include "virtual_time.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace belanjain::simulation
{

/// What came back over the wire.
struct Reply
{
    int status = 0;
    QByteArray body;
    int retryAfterSeconds = 0;
    bool cut = false; ///< the body broke off
    quint64 stream = 0; ///< not 0: goes on, until the client leaves or the server goes
};

/// The real modules of the marketplace on a real database file, without a socket: a request is answered
/// inside handle(), on the caller's thread, or the process dies of it.
class SimServer
{
public:
    struct Listener
    {
        std::function<void(const QByteArray&)> piece;
        std::function<void()> ended;
    };

    SimServer(const QString& folder, Timeline& time, quint64 seed);
    ~SimServer();

    QString databaseFile() const { return m_folder + QStringLiteral("/market.db"); }
    WrongClock& clock() { return m_clock; }
    Disk& disk() { return m_disk; }
    storage::Database& database() { return *m_database; }

    bool isUp() const { return m_core != nullptr; }
    marketplace::MarketplaceCore& core() { return *m_core; }
    /// False when it cannot; problem() says why.
    bool start();
    /// The process is gone at once; what listened to it finds the line broken.
    void kill();
    QString problem() const { return m_problem; }

    /// nullopt when there is no answer: it is not up, or it died on the way.
    std::optional<Reply> handle(const engine::HttpRequest& request);
    void listen(quint64 stream, Listener listener);
    void leave(quint64 stream);
    /// What the program does by itself every 25 s.
    void beat();
    /// What it does every hour.
    storage::Outcome purge();
    /// Gives the database another epoch, as restoring a backup does.
    storage::Outcome renewEpoch();

private:
    struct Open
    {
        Reply reply;
        bool answered = false;
        std::shared_ptr<http::StreamQueue> queue;
        Listener listener;
    };

    storage::Result<marketplace::ServerKeys> readKeys();
    void deliver(http::Letter letter);

    QString m_folder;
    Timeline& m_time;
    WrongClock m_clock;
    testing::SeededRandom m_random;
    marketplace::SilentLog m_log;
    Disk m_disk;
    QObject m_thread; ///< says which thread the mailbox delivers on
    QString m_problem;
    quint64 m_requests = 0;
    std::map<quint64, Open> m_open;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<marketplace::InlineExecutor> m_executor;
    std::unique_ptr<marketplace::Metrics> m_metrics;
    std::unique_ptr<marketplace::ServerState> m_state;
    std::unique_ptr<marketplace::MarketplaceCore> m_core;
    std::shared_ptr<http::Mailbox> m_mailbox;
};

} // namespace belanjain::simulation
