// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/http_transport.h"
#include "engine/sync_engine.h"
#include "replica/recovery.h"
#include "support/fake_time.h"

#include <QTemporaryDir>

#include <memory>

namespace belanjain::testing
{

/// A seller's desktop on the test's thread, opened as the program opens it, whose folder can be spoiled
/// while it does not run.
class SellerDesk
{
public:
    SellerDesk(quint16 port, const QString& refreshToken, const ports::Clock& clock, quint64 seed);
    ~SellerDesk();

    /// Starts the program; what it told about a recovery, if there was one.
    std::optional<ports::Notice> open(bool workOffline);
    /// Ends it in order.
    void close();
    /// Ends it as kill -9 would.
    void die();

    replica::Replica& replica() { return *m_replica; }
    engine::SyncEngine& engine() { return *m_engine; }
    QString file() const { return m_dir->filePath(QStringLiteral("replica.db")); }
    QString folder() const { return m_dir->path(); }
    bool edit(const ports::Command& command);
    bool settled() const;

    QString storageProblem;
    bool damaged = false; ///< noticed while it ran

private:
    std::unique_ptr<QTemporaryDir> m_dir = std::make_unique<QTemporaryDir>();
    quint16 m_port;
    engine::Tokens m_tokens;
    const ports::Clock& m_clock;
    SeededRandom m_random;
    ports::IdFactory m_ids;
    engine::TimerScheduler m_scheduler;
    std::unique_ptr<replica::Replica> m_replica;
    std::unique_ptr<engine::HttpTransport> m_network;
    std::unique_ptr<engine::ApiClient> m_api;
    std::unique_ptr<engine::SyncEngine> m_engine;
};

} // namespace belanjain::testing
