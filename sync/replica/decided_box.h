// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/decisions.h"
#include "protocol/messages.h"
#include "replica/work.h"

namespace belanjain::replica {

class Outbox;

/// The decisions made lately, each with the refused edit as it was.
class DecidedBox
{
public:
    explicit DecidedBox(Work& work)
        : m_work(work)
    {}

    static constexpr int kept = 500;

    /// Of a rejection that is still there; `fate` is a replica::Fate.
    void note(qint64 rejection, int fate, Instant now);
    /// Another edit took the place of the refused one.
    void setNewOp(qint64 rejection, const OpId& op);

    struct Made
    {
        protocol::Op op; ///< the refused one, without seq and base version
        int fate = 0;
        std::optional<OpId> newOp;
    };
    /// One that may be undone: none of pictures, whose bytes go with the decision.
    std::optional<Made> find(qint64 rejection);
    /// Makes it a rejection again, under the same number.
    void reopen(qint64 rejection);
    /// The latest first. Those whose new edit was sent (its seq is at most `sent`) or settled cannot be undone.
    QList<ports::MadeDecision> list(qint64 sent, int limit);

private:
    Work& m_work;
};

/// What screens show of the refused edits that wait.
QList<ports::OpenDecision> openDecisions(Work& work);

} // namespace belanjain::replica
