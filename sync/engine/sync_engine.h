// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/api_client.h"
#include "engine/net/backoff.h"
#include "engine/net/event_stream.h"
#include "engine/net/scheduler.h"
#include "engine/snapshot_download.h"
#include "ports/clock.h"
#include "ports/sync_control.h"
#include "replica/replica.h"

#include <functional>
#include <memory>

namespace belanjain::engine
{

/// Settles one replica with its marketplace: pushes what waits, pulls what is new, fetches a snapshot
/// when there is nothing yet or the server asks for one, listens for events, and backs off with jitter
/// when it cannot. One cycle at a time; a wish for another one while it runs is remembered, not lost.
///
/// An op is never dropped here: it leaves the outbox only inside the transaction that applies the pull
/// acknowledging it. Single-threaded, on the replica's thread; nothing in it reads a clock or draws chance
/// but through what it is given.
class SyncEngine
{
public:
    struct Events
    {
        std::function<void(const ports::SyncStatus&)> status;
        std::function<void(const replica::Touched&)> applied;
        /// The replica's file was replaced: readers open it anew.
        std::function<void()> fileSwapped;
        /// The local database failed (disk full, damaged); text for logs.
        std::function<void(const QString&)> storageFailed;
        /// The local database is damaged: this engine and its replica are to be replaced (replica/recovery.h).
        std::function<void()> damaged;
        /// A removal was put off, or one that was is over (replica::Replica::removalPause()).
        std::function<void()> pauseChanged;
    };
    struct Parts
    {
        replica::Replica& replica;
        ApiClient& api;
        Scheduler& scheduler;
        const ports::Clock& clock;
        ports::RandomSource& random;
    };

    SyncEngine(Parts parts, Events events);
    ~SyncEngine();

    /// Begins to sync, at once if online.
    void start(bool workOffline);
    /// Edits have been queued.
    void editsQueued();
    void syncNow();
    void setWorkOffline(bool offline);
    /// The person lets the removal through that a sync was paused for.
    void acceptRemoval();
    /// The person signed in again.
    void sessionRenewed();
    void sessionEnded();
    /// Counts of waiting and refused edits have changed.
    void refreshCounts();

    const ports::SyncStatus& status() const { return m_status; }

private:
    void cycle();
    /// Ends the cycle without another word from it: answers still on their way are for nobody.
    void stop();
    std::function<void(const HttpAnswer&)> inThisCycle(std::function<void(const HttpAnswer&)> done) const;
    void push();
    void pushed(const HttpAnswer& answer, int sent, qint64 lastSent);
    void pushRefused(const HttpAnswer& answer);
    void pull();
    void pulled(const HttpAnswer& answer);
    void fetchSnapshot();
    void snapshotDone(const HttpAnswer& answer);
    void listen();
    void cycleDone();
    void paused();
    void tellPause();
    void retryLater(const HttpAnswer& answer);
    void retryLater(const QString& problem, int retryAfterSeconds, bool reached);
    void storageFailed(const storage::Error& error);
    bool handledCommonRefusal(const HttpAnswer& answer);
    void setConnection(ports::Connection connection, const QString& problem = {});
    void publish();
    void planPoll();

    Parts m_parts;
    Events m_events;
    ports::SyncStatus m_status;
    Backoff m_backoff;
    Backoff m_listenBackoff;
    std::unique_ptr<PlannedCall> m_next;
    std::unique_ptr<PlannedCall> m_relisten;
    std::unique_ptr<SnapshotDownload> m_snapshot;
    EventParser m_eventParser;
    qint64 m_pushedSeq = 0;
    qint64 m_pullAfter = -1; ///< next page of a pull under way; -1: begin at the cursor
    int m_opsPerPush = protocol::maxOpsPerPush;
    int m_renumberings = 0;
    quint64 m_cycle = 0;    ///< tells the answers of this cycle from those of one that was given up
    bool m_fetched = false; ///< a cycle fetches one snapshot; who wants another waits
    bool m_running = false;
    bool m_started = false;
    bool m_again = false;
    bool m_needSnapshot = false;
    bool m_listening = false;
    bool m_wasPaused = false;
};

} // namespace belanjain::engine
