// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/http_transport.h"
#include "engine/sync_engine.h"
#include "ports/system.h"
#include "replica/replica.h"
#include "support/fake_time.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace belanjain::testing
{

/// The socket, as a test wants it to fail. Counts what is sent.
class FaultyTransport : public engine::Transport
{
public:
    enum class Fate {
        Pass,
        LoseAnswer, ///< the server gets the request, nobody gets the answer
        Refuse,     ///< the request does not leave
        SendTwice,  ///< the server gets it twice; the second answer counts
    };
    using Decide = std::function<Fate(const engine::HttpRequest&)>;

    explicit FaultyTransport(const QUrl& marketplace) : m_real(marketplace) {}

    Decide decide;
    std::function<void(engine::HttpRequest&)> rewrite; ///< what a program of another version would send instead
    QStringList sent; ///< "POST /v1/sync/push", in order

    std::unique_ptr<engine::PendingCall> send(const engine::HttpRequest& request,
                                              std::function<void(const engine::HttpAnswer&)> done) override;
    std::unique_ptr<engine::PendingCall> stream(const engine::HttpRequest& request,
                                                std::function<void(const QByteArray&)> chunk,
                                                std::function<void(const engine::HttpAnswer&)> done) override;

private:
    Fate fateOf(const engine::HttpRequest& request);
    engine::HttpRequest rewritten(engine::HttpRequest request) const;

    engine::HttpTransport m_real;
    engine::TimerScheduler m_later;
};

/// A seller's desktop without its window: the real replica and engine on the test's own thread.
class TestDesktop
{
public:
    /// refreshToken is of a session of its own. The clock outlives it.
    TestDesktop(quint16 port, const QString& refreshToken, const ports::Clock& clock, quint64 seed);
    ~TestDesktop();

    replica::Replica& replica() { return *m_replica; }
    FaultyTransport& network() { return *m_network; }
    engine::SyncEngine& engine() { return *m_engine; }
    const ports::SyncStatus& status() const { return m_engine->status(); }
    bool settled() const
    {
        return status().connection == ports::Connection::Connected && status().waiting == 0;
    }

    /// Submits one command and tells the engine; false when a rule or the disk refused it.
    bool edit(const ports::Command& command);
    /// Ends the program as a crash would and starts it again on the same file, at another port if given.
    void restart(quint16 port = 0, bool workOffline = false);
    /// Copies what is on disk, as a backup program would; the program is started again.
    void keepCopy();
    /// Puts that copy back while the program does not run, and starts it again.
    void goBackToCopy(bool workOffline = false);
    /// Rows as the seller sees them: "sku onHand reserved price" sorted.
    QStringList stock();
    VariantId variant(const QString& sku);

    QString storageProblem;

private:
    void open(bool workOffline);
    void close();

    QTemporaryDir m_dir;
    QTemporaryDir m_copy;
    quint16 m_port;
    engine::Tokens m_tokens;
    const ports::Clock& m_clock;
    SeededRandom m_random;
    ports::IdFactory m_ids;
    engine::TimerScheduler m_scheduler;
    std::unique_ptr<replica::Replica> m_replica;
    std::unique_ptr<FaultyTransport> m_network;
    std::unique_ptr<engine::ApiClient> m_api;
    std::unique_ptr<engine::SyncEngine> m_engine;
};

} // namespace belanjain::testing
