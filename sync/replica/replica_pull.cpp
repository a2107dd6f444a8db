// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica.h"
#include "replica/notice_box.h"
#include "replica/removal_guard.h"
#include "replica/server_rows.h"
#include "replica/session.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

/// So many staged rows take tens of megabytes and longer to apply than a snapshot takes to load.
constexpr qsizetype maxStagedRows = 20'000;

QList<protocol::SyncRow> inServerOrder(const QHash<std::pair<QString, QString>, protocol::SyncRow>& staged)
{
    QList<protocol::SyncRow> rows = staged.values();
    // Products before their variants, so that no place has to be held for one.
    const auto rank = [](const protocol::SyncRow& row) {
        return row.table == QStringView(protocol::table::stores)     ? 0
               : row.table == QStringView(protocol::table::products) ? 1
                                                                     : 2;
    };
    std::sort(rows.begin(), rows.end(), [&](const protocol::SyncRow& a, const protocol::SyncRow& b) {
        return std::tuple(rank(a), a.version, a.table, a.id) < std::tuple(rank(b), b.version, b.table, b.id);
    });
    return rows;
}

} // namespace

void Replica::forgetStaged() { m_staged.clear(); }

storage::Result<PullEffect> Replica::stagePull(const protocol::PullAnswer& page)
{
    PullEffect effect;
    if (m_state->synced && page.epoch != m_state->epoch)
        effect.resync = Resync::EpochChanged;
    else if (page.lastSeq < m_state->acknowledged || (page.complete && page.next < m_state->cursor))
        effect.resync = Resync::ServerBehind;
    else if (m_staged.size() + page.rows.size() > maxStagedRows)
        effect.resync = Resync::TooLarge;
    if (effect.needsSnapshot()) {
        m_staged.clear();
        return effect;
    }
    for (const protocol::SyncRow& row : page.rows) {
        // A page that comes late must not bring back what a later one has deleted.
        if (row.version <= m_state->cursor)
            continue;
        auto& staged = m_staged[{row.table, row.id}];
        if (row.version > staged.version)
            staged = row;
    }
    if (!page.complete)
        return effect;
    auto applied = applyPull(page);
    // After an error the engine pulls again from the cursor; what was staged is not missed.
    m_staged.clear();
    return applied;
}

storage::Result<PullEffect> Replica::applyPull(const protocol::PullAnswer& last)
{
    PullEffect effect;
    const auto waiting = m_database->integer(u"SELECT count(*) FROM outbox WHERE seq <= ?"_s, {last.lastSeq});
    if (!waiting)
        return tl::unexpected(waiting.error());
    const bool nothingNew = m_staged.isEmpty() && *waiting == 0 && m_state->synced &&
                            last.next == m_state->cursor && last.lastSeq < m_state->nextSeq;
    if (nothingNew && !m_pause) {
        if (last.rowCount != m_state->rowCount || last.rowSum != m_state->rowSum) {
            effect.resync = Resync::SumMismatch;
            return effect;
        }
        m_state->lastSync = m_clock.now();
        effect.applied = true;
        return effect;
    }

    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    const Instant time = m_clock.now();
    now.acknowledgeUpTo(last.lastSeq, last.results, time, m_ids, effect);

    now.effective.prepareForRows();
    ServerRows rows(now.work, now.state, now.effective);
    const QList<protocol::SyncRow> staged = inServerOrder(m_staged);
    RemovalGuard guard(now.work);
    guard.before(staged);
    for (const protocol::SyncRow& row : staged) {
        if (now.work.ok())
            rows.apply(row);
    }
    rows.rebuildWaiting();
    now.rebuildSettled();
    if (now.work.ok() && (now.state.rowCount != last.rowCount || now.state.rowSum != last.rowSum)) {
        effect = {};
        effect.resync = Resync::SumMismatch;
        return effect; // the session rolls back
    }
    if (const auto pause = guard.after(time); pause && !guard.isAccepted()) {
        session->reset(); // nothing of it stays
        return pauseFor(*pause);
    }
    guard.clear();
    now.state.epoch = last.epoch;
    now.state.cursor = last.next;
    now.state.synced = true;
    now.state.lastSync = time;
    if (const auto committed = now.commit(); !committed)
        return tl::unexpected(committed.error());
    const bool renumbered = now.state.device != m_state->device;
    *m_state = now.state;
    if (renumbered)
        m_sent = m_state->nextSeq - 1;
    m_pause.reset();
    effect.applied = true;
    effect.touched = now.effective.touched();
    return effect;
}

storage::Result<PullEffect> Replica::pauseFor(const ports::RemovalPause& pause)
{
    Work work(*m_database);
    RemovalGuard(work).store(pause);
    if (!work.ok())
        return work.failure();
    m_pause = pause;
    return PullEffect{.paused = true};
}

storage::Outcome Replica::acceptRemoval()
{
    Work work(*m_database);
    RemovalGuard(work).accept();
    if (work.ok())
        m_pause.reset();
    return work.outcome();
}

storage::Result<std::unique_ptr<SnapshotBuilder>> Replica::beginSnapshot(const protocol::SnapshotHead& head)
{
    m_staged.clear();
    return SnapshotBuilder::create(m_file.next(), head, m_fault);
}

storage::Outcome Replica::carryOver(Session& session, const protocol::SnapshotHead& head)
{
    for (const QString& table : {u"outbox"_s, u"results"_s, u"rejections"_s, u"history"_s, u"prints"_s, u"notices"_s,
                                 u"uploads"_s, u"imports"_s, u"import_items"_s, u"decisions"_s,
                                 u"stocktake"_s, u"stocktake_counts"_s, u"stocktake_codes"_s, u"moves_seen"_s})
        session.work.run(u"INSERT INTO main.%1 SELECT * FROM old.%1"_s.arg(table));
    ReplicaState& state = session.state;
    state.history = m_state->history;
    state.commits = m_state->commits;
    state.device = m_state->device;
    state.nextSeq = m_state->nextSeq;
    state.acknowledged = m_state->acknowledged;
    if (head.lastSeq >= state.acknowledged || !session.work.ok())
        return session.work.outcome();

    // The server has forgotten ops that it had acknowledged: they are sent again, in their order and before
    // the pending ones. They need numbers that the server will take for new, so this becomes a new device.
    const QList<protocol::Op> lost = session.rejections.settledAfter(head.lastSeq);
    const QList<protocol::Op> pending = session.outbox.all();
    session.work.run(u"DELETE FROM main.outbox"_s);
    qint64 seq = 1;
    for (const QList<protocol::Op>& ops : {lost, pending}) {
        for (protocol::Op op : ops) {
            op.seq = seq++;
            session.outbox.append(op);
        }
    }
    session.work.run(u"DELETE FROM main.history WHERE op_id IN (SELECT op_id FROM main.outbox)"_s);
    state.history = ReplicaState::HistoryMark::of(session.work);
    if (!lost.isEmpty())
        NoticeBox(session.work).add({.kind = ports::Notice::Kind::Resent, .at = m_clock.now(), .kept = int(lost.size())});
    session.takeNewDevice(m_ids.make<DeviceId>());
    return session.work.outcome();
}

storage::Result<PullEffect> Replica::swapIn(std::unique_ptr<SnapshotBuilder> builder)
{
    PullEffect effect;
    if (!builder->agrees()) {
        effect.resync = Resync::SumMismatch;
        return effect;
    }
    const protocol::SnapshotHead head = builder->head();
    const auto threshold = builder->finish();
    if (!threshold)
        return tl::unexpected(threshold.error());
    // From here on with a durable connection: its checkpoint brings the whole file to disk.
    auto opened = openDatabase(builder->m_file);
    if (!opened)
        return tl::unexpected(opened.error());
    storage::Database& database = **opened;
    if (const auto attached = database.run(u"ATTACH DATABASE ? AS old"_s, {m_file.current()}); !attached)
        return tl::unexpected(attached.error());

    const Instant time = m_clock.now();
    ReplicaState fresh{.epoch = head.epoch,
                       .cursor = head.head,
                       .synced = true,
                       .rowCount = head.rowCount,
                       .rowSum = head.rowSum,
                       .lastSync = time,
                       .threshold = *threshold};
    auto session = Session::begin(database, fresh);
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    if (const auto carried = carryOver(now, head); !carried)
        return tl::unexpected(carried.error());
    if (now.state.device == m_state->device)
        now.acknowledgeUpTo(head.lastSeq, head.results, time, m_ids, effect);
    QList<protocol::Op> marked = now.outbox.all();
    const QList<ports::Rejection> refused = now.rejections.list({});
    for (const ports::Rejection& rejection : refused) {
        if (const auto one = now.rejections.find(rejection.number))
            marked.append(one->op);
    }
    now.rebuildSettled();
    for (const protocol::Op& op : std::as_const(marked)) {
        if (now.work.ok())
            now.effective.rebuild(op);
    }
    const QList<ProductId> uploading = now.uploads.products();
    for (const ProductId& product : uploading)
        now.effective.rebuildProduct(product);
    RemovalGuard guard(now.work);
    const auto pause = guard.afterSwap(time);
    Work former(*m_database);
    if (pause && !RemovalGuard(former).isAccepted()) {
        session->reset();
        return pauseFor(*pause);
    }
    if (!former.ok())
        return former.failure();
    if (const auto committed = now.commit(); !committed)
        return tl::unexpected(committed.error());
    if (const auto detached = database.execute(u"DETACH DATABASE old"_s); !detached)
        return tl::unexpected(detached.error());
    if (const auto flushed = database.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !flushed)
        return tl::unexpected(flushed.error());

    const QString old = m_file.current();
    if (const auto pointed = m_file.makeCurrent(builder->m_file); !pointed)
        return tl::unexpected(pointed.error());
    builder->m_kept = true;
    if (now.state.device != m_state->device)
        m_sent = now.state.nextSeq - 1;
    *m_state = now.state;
    if (m_log)
        m_log->restart(now.outbox.all(), m_state->mark());
    session->reset();
    m_checked = true;
    m_database = std::move(*opened);
    m_staged.clear();
    m_leftFiles.append(old);
    m_pause.reset();
    effect.applied = true;
    effect.touched = {.structure = true, .text = true, .rejections = effect.rejected > 0, .outbox = true};
    return effect;
}

} // namespace belanjain::replica
