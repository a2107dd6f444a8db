// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/push.h"

#include "marketplace/catalogue/row_locks.h"
#include "marketplace/runtime/problem_text.h"
#include "marketplace/syncing/apply_op.h"
#include "marketplace/syncing/device.h"
#include "storage/transaction.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using protocol::Op;
using protocol::OpResult;
using storage::Result;
namespace
{

using Inner = tl::expected<PushDone, PushProblem>;

Inner refused(PushRefusal refusal, qint64 expected = 0) { return tl::unexpected(PushProblem{refusal, expected}); }

/// One push on its way.
class Push
{
public:
    Push(const PushParts& parts, const protocol::PushRequest& request)
        : m_parts(parts), m_request(request), m_space(parts.actor.store.toString())
    {
    }

    Result<Inner> run()
    {
        const auto head = readHead(m_parts.db, m_space);
        if (!head)
            return tl::unexpected(head.error());
        if (!*head)
            return refused(PushRefusal::NoSpace);
        if ((*head)->epoch != m_request.epoch)
            return refused(PushRefusal::ResyncRequired);
        QStringList entities;
        for (const Op& op : m_request.ops)
            entities << op.entityId.toLower();
        if (const auto locked = lockRowsAndHead(m_parts.db, m_space, entities); !locked)
            return tl::unexpected(locked.error());
        const auto last = lockDevice(m_parts.db, m_space, m_request.device, m_parts.now);
        if (!last)
            return tl::unexpected(last.error());
        m_done.answer.lastSeq = *last;
        for (const Op& op : m_request.ops) {
            auto problem = op.seq <= *last ? repeat(op) : take(op);
            if (!problem)
                return tl::unexpected(problem.error());
            if (*problem)
                return refused((*problem)->refusal, (*problem)->expected);
        }
        return Inner(std::move(m_done));
    }

private:
    using Step = Result<std::optional<PushProblem>>;

    /// An op that was had already.
    Step repeat(const Op& op)
    {
        const auto stored = readResult(m_parts.db, m_space, m_request.device, op.seq);
        if (!stored)
            return tl::unexpected(stored.error());
        if (!*stored) {
            // Older than results are kept, so it was settled long ago.
            m_done.answer.results.append({.id = op.id, .seq = op.seq, .code = u"result_expired"_s});
            return std::nullopt;
        }
        if ((*stored)->fingerprint != digestOf(op))
            return PushProblem{PushRefusal::SeqMismatch, 0};
        m_done.answer.results.append((*stored)->result);
        return std::nullopt;
    }

    Step take(const Op& op)
    {
        const qint64 expected = m_done.answer.lastSeq + 1;
        if (op.seq != expected)
            return PushProblem{PushRefusal::SeqGap, expected};
        auto result = sentBefore(op);
        if (!result)
            return tl::unexpected(result.error());
        if (const auto stored = storeResult(m_parts.db, m_space, m_request.device, op, *result, m_parts.now); !stored)
            return tl::unexpected(stored.error());
        m_done.answer.lastSeq = op.seq;
        result->seq = op.seq;
        m_done.answer.results.append(*result);
        return std::nullopt;
    }

    /// A device that registered anew sends what it had queued again; what was applied is not applied twice.
    Result<OpResult> sentBefore(const Op& op)
    {
        auto known = readResultOf(m_parts.db, m_space, op.id);
        if (!known)
            return tl::unexpected(known.error());
        return *known ? Result<OpResult>(**known) : apply(op);
    }

    Result<OpResult> apply(const Op& op)
    {
        auto transaction = storage::Transaction::begin(m_parts.db);
        if (!transaction)
            return tl::unexpected(transaction.error());
        SpaceWriter writer(m_parts.db, m_parts.now);
        const WriteContext context{.db = m_parts.db,
                                   .writer = writer,
                                   .ids = m_parts.ids,
                                   .now = m_parts.now,
                                   .actor = m_parts.actor};
        auto result = applyOp(context, op, m_parts.language);
        if (!result)
            return failed(op, result.error());
        if (result->status == protocol::OpStatus::Rejected)
            return result;
        const auto changes = writer.finish();
        if (!changes)
            return failed(op, changes.error());
        if (const auto done = transaction->commit(); !done)
            return failed(op, done.error());
        m_done.changes += *changes;
        return result;
    }

    Result<OpResult> failed(const Op& op, const storage::Error& error) const
    {
        if (error.kind != storage::Error::Kind::Constraint && error.kind != storage::Error::Kind::Other)
            return tl::unexpected(error);
        return OpResult{.id = op.id,
                        .status = protocol::OpStatus::Rejected,
                        .code = u"failed"_s,
                        .detail = problemText(500, u"failed"_s, m_parts.language)};
    }

    const PushParts& m_parts;
    const protocol::PushRequest& m_request;
    QString m_space;
    PushDone m_done;
};

} // namespace

Result<Inner> push(const PushParts& parts, const protocol::PushRequest& request)
{
    return Push(parts, request).run();
}

} // namespace belanjain::marketplace
