// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/decided_box.h"
#include "replica/replica.h"
#include "replica/session.h"

namespace belanjain::replica {

storage::Result<QList<ports::OpenDecision>> Replica::openDecisions() const
{
    Work work(*m_database);
    auto open = replica::openDecisions(work);
    return work.ok() ? storage::Result<QList<ports::OpenDecision>>(std::move(open)) : work.failure();
}

storage::Result<QList<ports::MadeDecision>> Replica::madeDecisions(int limit) const
{
    Work work(*m_database);
    auto made = DecidedBox(work).list(m_sent, limit);
    return work.ok() ? storage::Result<QList<ports::MadeDecision>>(std::move(made)) : work.failure();
}

storage::Result<std::optional<Touched>> Replica::reopen(qint64 rejection)
{
    Touched touched;
    Work look(*m_database);
    const auto made = DecidedBox(look).find(rejection);
    if (!look.ok())
        return look.failure();
    if (!made)
        return std::optional<Touched>();
    if (made->newOp) {
        // When the program ended right between these two, the edit is neither waiting nor settled and is
        // put back all the same.
        const auto taken = withdraw({*made->newOp});
        if (!taken)
            return tl::unexpected(taken.error());
        const bool settled = look.has(QStringLiteral("SELECT 1 FROM history WHERE op_id = ?"), {made->newOp->toString()});
        const bool waits = look.has(QStringLiteral("SELECT 1 FROM outbox WHERE op_id = ?"), {made->newOp->toString()});
        if (settled || waits || !look.ok())
            return look.ok() ? storage::Result<std::optional<Touched>>(std::optional<Touched>()) : look.failure();
        touched.merge(taken->touched);
    }
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    DecidedBox(now.work).reopen(rejection);
    now.effective.rebuild(made->op);
    now.effective.touched().rejections = true;
    if (const auto committed = now.commit(); !committed)
        return tl::unexpected(committed.error());
    *m_state = now.state;
    touched.merge(now.effective.touched());
    return std::optional(touched);
}

} // namespace belanjain::replica
