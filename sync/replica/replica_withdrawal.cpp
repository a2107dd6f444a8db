// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replay.h"
#include "replica/replica.h"
#include "replica/session.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;

void Replica::noteSent(qint64 seq) { m_sent = std::max(m_sent, seq); }

storage::Result<WithdrawOutcome> Replica::withdraw(const QList<OpId>& ops)
{
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    WithdrawOutcome outcome = withdrawIn(**session, ops);
    if (!(*session)->work.ok())
        return (*session)->work.failure();
    if (outcome.ops.isEmpty())
        return outcome;
    if (const auto committed = (*session)->commit(); !committed)
        return tl::unexpected(committed.error());
    *m_state = (*session)->state;
    return outcome;
}

WithdrawOutcome Replica::withdrawIn(Session& now, const QList<OpId>& ops) const
{
    WithdrawOutcome outcome;
    QSet<OpId> wanted(ops.begin(), ops.end());
    QSet<QString> edited; ///< rows with an op that stays
    QList<protocol::Op> taken;
    QList<protocol::Op> moved; ///< what stays behind the first that goes; from the last on
    const QList<protocol::Op> unsent = now.outbox.after(m_sent);
    for (auto op = unsent.crbegin(); op != unsent.crend(); ++op) {
        const bool asked = wanted.remove(op->id);
        // Ops of a new product's variants name the variants: whatever stays may need it.
        const bool needed = !createdVariants(*op).isEmpty() && !moved.isEmpty();
        if (asked && !needed && !edited.contains(op->entityId)) {
            taken.append(*op);
            continue;
        }
        outcome.result.followed += asked ? 1 : 0;
        edited.insert(op->entityId);
        moved.append(*op);
    }
    outcome.result.tooLate = int(wanted.size());
    outcome.result.withdrawn = int(taken.size());
    if (taken.isEmpty())
        return outcome;

    for (const protocol::Op& op : std::as_const(taken))
        now.outbox.remove(op);
    std::reverse(moved.begin(), moved.end());
    for (const protocol::Op& op : std::as_const(moved))
        now.outbox.remove(op);
    now.state.nextSeq = unsent.constFirst().seq;
    for (protocol::Op op : std::as_const(moved)) {
        op.seq = now.state.nextSeq++;
        now.outbox.append(op);
    }
    // The latest first, as they were taken: each row is made anew from what is left of its ops.
    for (const protocol::Op& op : std::as_const(taken)) {
        if (now.work.ok())
            now.effective.rebuild(op);
    }
    now.effective.touched().outbox = true;
    outcome.touched = now.effective.touched();
    for (const protocol::Op& op : std::as_const(taken))
        outcome.ops.append(op.id);
    return outcome;
}

} // namespace belanjain::replica
