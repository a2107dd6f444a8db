// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync_engine.h"

#include "protocol/json.h"
#include "protocol/problem.h"

#include <QUrl>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using ports::Connection;
namespace
{

constexpr qint64 pollMs = 60'000;
/// A marketplace that would take most of the catalogue away is asked again less often.
constexpr qint64 pausedPollMs = 600'000;
/// The server's heartbeat comes every 25 s; two missed ones mean the line is dead.
constexpr int eventTimeoutMs = 60'000;

QString encoded(const QString& text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

/// What a refusal is called in the status; empty when the answer names none. A marketplace that no longer
/// speaks this program's schema is told from one that does not speak it yet.
QString codeOf(const protocol::Problem& problem)
{
    const auto oldest = protocol::toInteger(problem.extra.value(u"oldest"));
    const bool outdated = problem.code == u"schema_unsupported" && oldest && *oldest > protocol::syncSchema;
    return outdated ? u"schema_outdated"_s : problem.code;
}

} // namespace

SyncEngine::SyncEngine(Parts parts, Events events)
    : m_parts(parts)
    , m_events(std::move(events))
    , m_backoff(parts.random)
    , m_listenBackoff(parts.random)
    , m_eventParser([this](const QByteArray& event, const QByteArray& data) {
        const auto json = event == "head" ? protocol::parseObject(data) : tl::unexpected(0);
        const bool newer = json && protocol::toInteger(json->value(u"version")).value_or(0) > m_parts.replica.cursor();
        if (newer && !m_parts.replica.removalPause())
            syncNow();
    })
{
    m_status.lastSync = m_parts.replica.lastSync();
    m_wasPaused = m_parts.replica.removalPause().has_value();
    m_needSnapshot = !m_parts.replica.isChecked();
}

SyncEngine::~SyncEngine() = default;

void SyncEngine::start(bool workOffline)
{
    m_started = true;
    m_status.connection = workOffline ? Connection::WorkingOffline : Connection::Connecting;
    refreshCounts();
    if (!workOffline)
        cycle();
}

void SyncEngine::editsQueued()
{
    refreshCounts();
    if (!m_parts.replica.removalPause()) // asked again by time or by the person, not at each edit
        syncNow();
}

void SyncEngine::syncNow()
{
    if (m_running)
        m_again = true;
    else
        cycle();
}

void SyncEngine::setWorkOffline(bool offline)
{
    if (offline == (m_status.connection == Connection::WorkingOffline))
        return;
    m_next.reset();
    m_relisten.reset();
    if (offline) {
        // What is under way may or may not have reached the marketplace; both are told apart by seq later.
        m_parts.api.cancelAll();
        stop();
        m_listening = false;
        setConnection(Connection::WorkingOffline);
        return;
    }
    m_backoff.reset();
    setConnection(Connection::Connecting);
    cycle();
}

void SyncEngine::sessionRenewed()
{
    if (m_status.connection == Connection::SignInNeeded) {
        setConnection(Connection::Connecting);
        cycle();
    }
}

void SyncEngine::sessionEnded()
{
    m_next.reset();
    m_relisten.reset();
    m_parts.api.cancelAll();
    stop();
    m_listening = false;
    if (m_status.connection != Connection::WorkingOffline)
        setConnection(Connection::SignInNeeded);
}

void SyncEngine::refreshCounts()
{
    const auto waiting = m_parts.replica.waitingCount();
    const auto attention = m_parts.replica.rejectionCount();
    if (!waiting || !attention) {
        storageFailed(waiting ? attention.error() : waiting.error());
        return;
    }
    m_status.waiting = *waiting;
    m_status.attention = *attention;
    publish();
}

void SyncEngine::cycle()
{
    const Connection now = m_status.connection;
    if (!m_started || m_running || now == Connection::WorkingOffline || now == Connection::SignInNeeded)
        return;
    m_running = true;
    ++m_cycle;
    m_fetched = false;
    m_again = false;
    m_next.reset();
    if (m_needSnapshot || !m_parts.replica.everSynced())
        fetchSnapshot();
    else if (m_parts.replica.removalPause())
        pull();
    else
        push();
}

void SyncEngine::stop()
{
    m_running = false;
    ++m_cycle;
    m_snapshot.reset();
    m_pullAfter = -1;
    m_parts.replica.forgetStaged();
}

std::function<void(const HttpAnswer&)>
SyncEngine::inThisCycle(std::function<void(const HttpAnswer&)> done) const
{
    return [this, cycle = m_cycle, done = std::move(done)](const HttpAnswer& answer) {
        if (cycle == m_cycle)
            done(answer);
    };
}

void SyncEngine::push()
{
    const auto ops = m_parts.replica.pending(m_opsPerPush, protocol::maxPushBytes / 2, m_pushedSeq);
    if (!ops) {
        storageFailed(ops.error());
        return;
    }
    if (ops->isEmpty()) {
        pull();
        return;
    }
    if (m_status.connection == Connection::Connected)
        setConnection(Connection::Syncing);
    const protocol::PushRequest body{.device = m_parts.replica.deviceId(),
                                     .epoch = m_parts.replica.epoch(),
                                     .ops = *ops};
    HttpRequest request{.method = "POST", .path = u"/v1/sync/push"_s, .body = protocol::toJson(body.toJson())};
    const int sent = int(ops->size());
    const qint64 lastSent = ops->back().seq;
    m_parts.replica.noteSent(lastSent);
    m_parts.api.send(request, inThisCycle([this, sent, lastSent](const HttpAnswer& answer) {
                         pushed(answer, sent, lastSent);
                     }));
}

void SyncEngine::pushed(const HttpAnswer& answer, int sent, qint64 lastSent)
{
    if (handledCommonRefusal(answer))
        return;
    if (!answer.success()) {
        if (answer.status == 413 && sent > 1) {
            m_opsPerPush = qMax(1, sent / 2);
            push();
            return;
        }
        pushRefused(answer);
        return;
    }
    const auto json = protocol::parseObject(answer.body);
    protocol::ObjectReader reader(json.value_or(QJsonObject()));
    const protocol::PushAnswer result = protocol::PushAnswer::read(reader);
    if (!json || !reader.ok() || result.lastSeq < lastSent) {
        retryLater(u"bad_answer"_s, 0, true);
        return;
    }
    if (const auto noted = m_parts.replica.noteResults(result); !noted) {
        storageFailed(noted.error());
        return;
    }
    // Not the server's lastSeq: when this file is an old copy that is further, and what follows here is not
    // what was pushed then.
    m_pushedSeq = lastSent;
    push();
}

void SyncEngine::pushRefused(const HttpAnswer& answer)
{
    const protocol::Problem problem = protocol::Problem::read(answer.status, answer.body);
    const bool gap = answer.status == 409 && problem.code == u"seq_gap";
    const bool mismatch = answer.status == 409 && problem.code == u"seq_mismatch";
    if (!gap && !mismatch) {
        const QString code = codeOf(problem);
        retryLater(code.isEmpty() ? u"push_refused"_s : code, answer.retryAfterSeconds, true);
        return;
    }
    const auto first = m_parts.replica.pending(1);
    if (!first) {
        storageFailed(first.error());
        return;
    }
    const auto expected = protocol::toInteger(problem.extra.value(u"expected"));
    const qint64 firstSeq = first->isEmpty() ? 0 : first->front().seq;
    if (gap && expected && *expected >= firstSeq && *expected - 1 != m_pushedSeq) {
        m_pushedSeq = *expected - 1;
        push();
        return;
    }
    if (gap && expected && *expected <= m_parts.replica.acknowledgedSeq()) {
        // It was restored from a backup and has forgotten what it had acknowledged. The snapshot says since
        // when, so that those edits are sent again with the waiting ones.
        fetchSnapshot();
        return;
    }
    // The server knows this device otherwise than it knows itself. The ops keep their ids, by which the
    // server recognises any that did arrive under the old numbers.
    if (++m_renumberings > 3) {
        m_renumberings = 0;
        retryLater(problem.code, answer.retryAfterSeconds, true);
        return;
    }
    if (const auto renumbered = m_parts.replica.becomeNewDevice(); !renumbered) {
        storageFailed(renumbered.error());
        return;
    }
    m_pushedSeq = 0;
    push();
}

void SyncEngine::pull()
{
    const replica::Replica& replica = m_parts.replica;
    const qint64 after = m_pullAfter >= 0 ? m_pullAfter : replica.cursor();
    const QString path = u"/v1/sync/pull?epoch=%1&after=%2&schema=%3&deviceId=%4&limit=%5"_s.arg(encoded(replica.epoch()))
                             .arg(after)
                             .arg(protocol::syncSchema)
                             .arg(replica.deviceId().toString())
                             .arg(protocol::maxRowsPerPull);
    m_parts.api.send({.path = path}, inThisCycle([this](const HttpAnswer& answer) { pulled(answer); }));
}

void SyncEngine::pulled(const HttpAnswer& answer)
{
    if (handledCommonRefusal(answer))
        return;
    if (!answer.success()) {
        retryLater(answer);
        return;
    }
    const auto json = protocol::parseObject(answer.body);
    protocol::ObjectReader reader(json.value_or(QJsonObject()));
    const protocol::PullAnswer page = protocol::PullAnswer::read(reader);
    const qint64 asked = m_pullAfter >= 0 ? m_pullAfter : m_parts.replica.cursor();
    if (!json || !reader.ok() || (!page.complete && page.next <= asked)) {
        m_pullAfter = -1;
        m_parts.replica.forgetStaged();
        retryLater(u"bad_answer"_s, 0, true);
        return;
    }
    const DeviceId device = m_parts.replica.deviceId();
    const auto effect = m_parts.replica.stagePull(page);
    if (m_parts.replica.deviceId() != device) {
        // The file was an old copy; what waits is numbered anew and goes out under the new id.
        m_pushedSeq = 0;
        m_again = true;
    }
    if (!effect) {
        m_pullAfter = -1;
        storageFailed(effect.error());
        return;
    }
    if (effect->needsSnapshot()) {
        m_pullAfter = -1;
        fetchSnapshot();
        return;
    }
    if (effect->paused) {
        paused();
        return;
    }
    if (!page.complete) {
        m_pullAfter = page.next;
        pull();
        return;
    }
    m_pullAfter = -1;
    if (effect->touched.any() && m_events.applied)
        m_events.applied(effect->touched);
    cycleDone();
}

void SyncEngine::fetchSnapshot()
{
    m_needSnapshot = true;
    if (m_fetched) {
        // A server that asks for a snapshot right after one is not asked again without a pause.
        retryLater(u"resync_required"_s, 0, true);
        return;
    }
    m_fetched = true;
    m_pullAfter = -1;
    m_parts.replica.forgetStaged();
    m_snapshot = std::make_unique<SnapshotDownload>(m_parts.replica);
    m_status.progressDone = 0;
    m_status.progressTotal = 0;
    setConnection(m_parts.replica.everSynced() ? Connection::Syncing : Connection::FirstSync);
    const QString path = u"/v1/sync/snapshot?schema=%1&deviceId=%2"_s.arg(protocol::syncSchema)
                             .arg(m_parts.replica.deviceId().toString());
    m_parts.api.stream(
        {.path = path},
        [this, cycle = m_cycle](const QByteArray& chunk) {
            if (cycle != m_cycle || !m_snapshot)
                return;
            m_snapshot->feed(chunk);
            m_status.progressDone = m_snapshot->rows();
            m_status.progressTotal = m_snapshot->rowsExpected();
            publish();
        },
        inThisCycle([this](const HttpAnswer& answer) { snapshotDone(answer); }));
}

void SyncEngine::snapshotDone(const HttpAnswer& answer)
{
    const auto download = std::move(m_snapshot);
    if (handledCommonRefusal(answer))
        return;
    if (!answer.success()) {
        retryLater(answer);
        return;
    }
    const auto effect = download->finish();
    if (!effect) {
        if (effect.error().kind == storage::Error::Kind::Other)
            retryLater(u"snapshot_broken"_s, 0, true);
        else
            storageFailed(effect.error());
        return;
    }
    if (effect->paused) {
        paused();
        return;
    }
    if (!effect->applied) {
        retryLater(u"snapshot_sum"_s, 0, true);
        return;
    }
    m_needSnapshot = false;
    m_pushedSeq = 0;
    m_status.progressDone = 0;
    m_status.progressTotal = 0;
    if (m_events.fileSwapped)
        m_events.fileSwapped();
    if (m_events.applied)
        m_events.applied(effect->touched);
    push(); // what was edited meanwhile, or is to be sent again
}

void SyncEngine::cycleDone()
{
    m_running = false;
    m_backoff.reset();
    m_renumberings = 0;
    m_status.lastSync = m_parts.clock.now();
    m_status.connection = Connection::Connected;
    m_status.problem.clear();
    tellPause();
    refreshCounts();
    listen();
    if (m_again)
        cycle();
    else
        planPoll();
}

/// The marketplace answers, and nothing is taken from it or given to it until somebody has decided.
void SyncEngine::paused()
{
    stop();
    m_backoff.reset();
    m_status.progressDone = 0;
    m_status.progressTotal = 0;
    setConnection(Connection::Connected, u"removal_paused"_s);
    tellPause();
    m_next = m_parts.scheduler.after(jittered(pausedPollMs, m_parts.random), [this] { cycle(); });
}

void SyncEngine::tellPause()
{
    const bool now = m_parts.replica.removalPause().has_value();
    if ((now || m_wasPaused) && m_events.pauseChanged)
        m_events.pauseChanged();
    m_wasPaused = now;
}

void SyncEngine::acceptRemoval()
{
    if (const auto accepted = m_parts.replica.acceptRemoval(); !accepted) {
        storageFailed(accepted.error());
        return;
    }
    tellPause();
    syncNow();
}

void SyncEngine::planPoll()
{
    m_next = m_parts.scheduler.after(jittered(pollMs, m_parts.random), [this] { cycle(); });
}

bool SyncEngine::handledCommonRefusal(const HttpAnswer& answer)
{
    switch (answer.status) {
    case 401:
        sessionEnded();
        return true;
    case 410:
        fetchSnapshot();
        return true;
    case 0:
    case 408:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        retryLater(answer);
        return true;
    default:
        return false;
    }
}

void SyncEngine::retryLater(const HttpAnswer& answer)
{
    const protocol::Problem problem = protocol::Problem::read(answer.status, answer.body);
    const QString named = codeOf(problem);
    const QString code = !named.isEmpty()   ? named
                         : answer.reached() ? u"http_%1"_s.arg(answer.status)
                                            : u"unreachable"_s;
    retryLater(code, answer.retryAfterSeconds, answer.reached() && answer.status < 500);
}

void SyncEngine::retryLater(const QString& problem, int retryAfterSeconds, bool reached)
{
    stop();
    setConnection(reached ? Connection::Connecting : Connection::Unreachable, problem);
    m_next = m_parts.scheduler.after(m_backoff.next(retryAfterSeconds), [this] { cycle(); });
}

void SyncEngine::storageFailed(const storage::Error& error)
{
    if (m_events.storageFailed)
        m_events.storageFailed(error.text);
    const bool full = error.kind == storage::Error::Kind::Full;
    if (m_running)
        retryLater(full ? u"disk_full"_s : u"storage"_s, 0, true);
    if (error.kind == storage::Error::Kind::Corrupt && m_events.damaged)
        m_events.damaged();
}

void SyncEngine::listen()
{
    if (m_listening)
        return;
    m_listening = true;
    m_eventParser.restart();
    HttpRequest request{.path = u"/v1/events"_s, .timeoutMs = eventTimeoutMs};
    request.headers.append(std::pair<QByteArray, QByteArray>("Accept", "text/event-stream"));
    m_parts.api.stream(
        request,
        [this](const QByteArray& chunk) {
            m_listenBackoff.reset();
            m_eventParser.feed(chunk);
        },
        [this](const HttpAnswer& answer) {
            m_listening = false;
            const Connection now = m_status.connection;
            if (now == Connection::WorkingOffline || now == Connection::SignInNeeded || answer.status == 401)
                return;
            // A line that broke may mean a marketplace that went: a pull finds out, and listens again.
            m_relisten = m_parts.scheduler.after(m_listenBackoff.next(answer.retryAfterSeconds), [this] { syncNow(); });
        });
}

void SyncEngine::setConnection(Connection connection, const QString& problem)
{
    m_status.connection = connection;
    m_status.problem = problem;
    publish();
}

void SyncEngine::publish()
{
    if (m_events.status)
        m_events.status(m_status);
}

} // namespace belanjain::engine
