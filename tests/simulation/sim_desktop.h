// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk.h"
#include "engine/replica_lock.h"
#include "engine/sync_engine.h"
#include "replica/recovery.h"
#include "sim_network.h"

#include <memory>
#include <optional>

namespace belanjain::simulation
{

/// A seller's desktop without its window, whose process may die at any step of its database and which is
/// then started again on what the disk holds.
class SimDesktop
{
public:
    SimDesktop(const QString& folder, const QString& name, SimServer& server, Timeline& time, Trace& trace,
               quint64 seed, engine::Tokens tokens);
    ~SimDesktop();

    const QString& name() const { return m_name; }
    const QString& folder() const { return m_folder; }
    bool isOpen() const { return m_engine != nullptr; }
    bool open(bool workOffline);
    /// Whether a second window, or another program, would get at the replica now.
    bool letsSecondIn() const;
    QString replicaFile() const { return m_folder + QStringLiteral("/replica.db"); }
    /// The process ends, cleanly or not: what is on disk is what it committed.
    void close();
    /// It died of its disk and has to be closed.
    bool died() const { return m_disk.died(); }

    replica::Replica& replica() { return *m_replica; }
    engine::SyncEngine& engine() { return *m_engine; }
    SimTransport& network() { return *m_network; }
    Disk& disk() { return m_disk; }
    WrongClock& clock() { return m_clock; }
    ports::IdFactory& ids() { return m_ids; }
    const engine::Tokens& tokens() const { return m_tokens; }
    void setTokens(const engine::Tokens& tokens) { m_tokens = tokens; }

    bool settled() const;
    /// nullopt when the disk refused; else what became of each.
    std::optional<replica::SubmitOutcome> submit(const QList<ports::Command>& commands);
    /// Signed in again, after the session had ended.
    void signedIn(const engine::Tokens& tokens);
    bool wantsSignIn() const;

    /// Off where a process's death is not this class's to know: its lock would name a program that lives.
    bool keepsOthersOut = true;
    /// For planting a mistake: waits that are not waited for.
    engine::Scheduler* hasty = nullptr;
    std::optional<ports::Notice> recovered; ///< what the last start said about damage; taken by who looks
    QString damageFound;
    bool isDamaged = false;      ///< said so while it ran: it has to be started again
    bool wasEverDamaged = false; ///< by the story
    QString storageProblem; ///< the last, empty when none
    bool diskWasFaulty = false; ///< since the last look
    bool sessionMayEnd = false; ///< something happened since the last look that ends sessions by right

private:
    void leaveLockOfDead();

    QString m_folder;
    QString m_name;
    Timeline& m_time;
    WrongClock m_clock;
    testing::SeededRandom m_random;
    ports::IdFactory m_ids;
    Disk m_disk;
    engine::Tokens m_tokens;
    std::unique_ptr<SimTransport> m_network;
    std::unique_ptr<QLockFile> m_lock; ///< outlives the replica
    std::unique_ptr<replica::Replica> m_replica;
    std::unique_ptr<engine::ApiClient> m_api;
    std::unique_ptr<engine::SyncEngine> m_engine;
};

} // namespace belanjain::simulation
