// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/session.h"

#include <algorithm>

namespace belanjain::replica {

Replica::Session::Session(storage::Transaction transaction, storage::Database& database,
                          const ReplicaState& before, EditLog* log)
    : work(database)
    , state(before)
    , outbox(work)
    , rejections(work)
    , effective(work, state)
    , uploads(work)
    , m_transaction(std::move(transaction))
    , m_before(before)
    , m_log(log)
{}

storage::Result<std::unique_ptr<Replica::Session>> Replica::Session::begin(storage::Database& database,
                                                                           const ReplicaState& state,
                                                                           EditLog* log)
{
    auto transaction = storage::Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    return std::unique_ptr<Session>(new Session(std::move(*transaction), database, state, log));
}

storage::Outcome Replica::Session::commit()
{
    if (state != m_before) {
        ++state.commits;
        state.save(work);
    }
    if (!work.ok())
        return work.outcome();
    const auto committed = m_transaction.commit();
    if (committed && m_log)
        tellLog();
    return committed;
}

void Replica::Session::tellLog()
{
    const Outbox::Changes& changes = outbox.changes();
    const bool moved = !changes.queued.isEmpty() && !changes.settled.isEmpty(); // under other numbers
    if (changes.renumbered || moved || m_log->isStale()) {
        m_log->restart(outbox.all(), state.mark());
        return;
    }
    if (!changes.queued.isEmpty())
        m_log->queued(changes.queued, state.mark());
    if (!changes.settled.isEmpty() || (changes.queued.isEmpty() && state != m_before))
        m_log->settled(changes.settled, state.mark());
}

void Replica::Session::acknowledge(const QList<protocol::Op>& ops, const QList<protocol::OpResult>& results,
                                   Instant now, PullEffect& effect)
{
    QHash<OpId, protocol::OpResult> known;
    for (const protocol::OpResult& result : results)
        known.insert(result.id, result);
    for (const protocol::Op& op : ops) {
        const auto result =
            known.contains(op.id) ? std::optional(known.value(op.id)) : outbox.resultOf(op.id);
        if (!work.ok())
            return;
        if (!result)
            continue;
        const bool again = uploads.settle(op, *result);
        if (!again)
            rejections.settle(op, *result, now);
        outbox.remove(op);
        state.acknowledged = std::max(state.acknowledged, op.seq);
        ++effect.acknowledged;
        if (result->status == protocol::OpStatus::Rejected && !again) {
            ++effect.rejected;
            effective.touched().rejections = true;
        }
        effective.touched().outbox = true;
        m_settled.insert(op.entityId, op);
    }
    if (ops.isEmpty())
        return;
    rejections.trimHistory();
    state.history = ReplicaState::HistoryMark::of(work);
}

void Replica::Session::acknowledgeUpTo(qint64 lastSeq, const QList<protocol::OpResult>& results, Instant now,
                                       ports::IdFactory& ids, PullEffect& effect)
{
    acknowledge(outbox.upTo(lastSeq), results, now, effect);
    const bool someoneElsesNumber = lastSeq >= state.nextSeq || outbox.hasUpTo(lastSeq);
    if (work.ok() && someoneElsesNumber)
        takeNewDevice(ids.make<DeviceId>());
}

void Replica::Session::takeNewDevice(const DeviceId& device)
{
    state.device = device;
    state.nextSeq = outbox.renumber(1);
    state.acknowledged = 0;
    work.run(QStringLiteral("UPDATE history SET seq = 0"));
}

void Replica::Session::rebuildSettled()
{
    QStringList entities = m_settled.keys();
    entities.sort(); // the order decides row numbers, and a hash's order is not the same twice
    for (const QString& entity : std::as_const(entities)) {
        if (work.ok())
            effective.rebuild(m_settled.value(entity));
    }
}

} // namespace belanjain::replica
