// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_desktop.h"

#include <QFile>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
using ports::Connection;

SimDesktop::SimDesktop(const QString& folder, const QString& name, SimServer& server, Timeline& time, Trace& trace,
                       quint64 seed, engine::Tokens tokens)
    : m_folder(folder)
    , m_name(name)
    , m_time(time)
    , m_clock(time)
    , m_random(seed)
    , m_ids(m_clock, m_random)
    , m_disk(folder, seed ^ 0xd15c)
    , m_tokens(std::move(tokens))
    , m_network(std::make_unique<SimTransport>(server, time, trace, name, seed ^ 0x5eed))
{
    m_network->isDead = [this] { return m_disk.died(); };
}

SimDesktop::~SimDesktop() { close(); }

bool SimDesktop::open(bool workOffline)
{
    m_disk.renew();
    if (keepsOthersOut) {
        auto locked = engine::lockReplica(replicaFile());
        if (!locked) {
            storageProblem = locked.error();
            return false;
        }
        m_lock = std::move(*locked);
    }
    // As the program does: damage that shows in use is known to be there, whatever a start would see of it.
    auto opened = isDamaged ? replica::recover(replicaFile(), m_clock, m_ids, m_disk.hook())
                            : replica::openSound(replicaFile(), m_clock, m_ids, m_disk.hook());
    if (!opened) {
        close();
        storageProblem = opened.error().text;
        return false;
    }
    m_replica = std::move(opened->replica);
    recovered = opened->recovered;
    damageFound = opened->damage;
    isDamaged = false;
    engine::Scheduler& scheduler = hasty ? *hasty : m_time.scheduler;
    m_api = std::make_unique<engine::ApiClient>(
        *m_network, scheduler, m_tokens,
        engine::ApiClient::Events{.renewed =
                                      [this](const engine::Tokens& tokens) {
                                          if (!died())
                                              m_tokens = tokens;
                                      },
                                  .sessionEnded = [this] { m_engine->sessionEnded(); }});
    m_engine = std::make_unique<engine::SyncEngine>(
        engine::SyncEngine::Parts{*m_replica, *m_api, scheduler, m_clock, m_random},
        engine::SyncEngine::Events{.status = {},
                                   .applied = {},
                                   .fileSwapped = [this] { m_replica->removeLeftFiles(); },
                                   .storageFailed = [this](const QString& text) { storageProblem = text; },
                                   .damaged = [this] { isDamaged = true; },
                                   .pauseChanged = {}});
    m_engine->start(workOffline);
    return true;
}

void SimDesktop::close()
{
    m_engine.reset();
    m_api.reset();
    if (m_replica && !died())
        m_replica->close();
    m_replica.reset();
    m_disk.processGone();
    if (m_lock && m_disk.died())
        leaveLockOfDead();
    m_lock.reset();
}

bool SimDesktop::letsSecondIn() const { return engine::lockReplica(replicaFile()).has_value(); }

/// A process that dies does not take its lock along; who comes next sees that there is no such process.
void SimDesktop::leaveLockOfDead()
{
    QFile lock(m_lock->fileName());
    if (!lock.open(QIODevice::ReadOnly))
        return;
    const QByteArray rest = lock.readAll();
    lock.close();
    m_lock.reset();
    constexpr int neverAProcess = 4'194'305; // one more than the highest number that Linux gives
    if (lock.open(QIODevice::WriteOnly))
        lock.write(QByteArray::number(neverAProcess) + rest.mid(rest.indexOf('\n')));
}

bool SimDesktop::settled() const
{
    return isOpen() && m_engine->status().connection == Connection::Connected && m_engine->status().waiting == 0;
}

std::optional<replica::SubmitOutcome> SimDesktop::submit(const QList<ports::Command>& commands)
{
    auto outcome = m_replica->submit(commands);
    if (!outcome)
        return std::nullopt;
    m_engine->editsQueued();
    return std::move(*outcome);
}

bool SimDesktop::wantsSignIn() const
{
    return isOpen() && m_engine->status().connection == Connection::SignInNeeded;
}

void SimDesktop::signedIn(const engine::Tokens& tokens)
{
    m_tokens = tokens;
    if (!isOpen())
        return;
    m_api->setTokens(tokens);
    m_engine->sessionRenewed();
}

} // namespace belanjain::simulation
