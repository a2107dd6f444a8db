// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sync_control.h"
#include "protocol/messages.h"
#include "replica/work.h"

namespace belanjain::replica {

/// How an acknowledged op ended, as history keeps it: protocol::OpStatus, and what people decided since.
enum class Fate : int { Applied = 0, Merged = 1, Rejected = 2, Dropped = 3, Retried = 4 };

/// Edits the server refused and nobody has decided on yet, and the history of all that is settled.
class RejectionBox
{
public:
    explicit RejectionBox(Work& work)
        : m_work(work)
    {}

    /// The newest entries kept in the history.
    static constexpr int keptHistory = 5'000;

    void settle(const protocol::Op& op, const protocol::OpResult& result, Instant now);
    /// Applied and merged ops with a seq over `seq`, oldest first.
    QList<protocol::Op> settledAfter(qint64 seq);
    void trimHistory();

    QList<ports::Rejection> list(const std::optional<VariantId>& variant);
    struct Refused
    {
        protocol::Op op; ///< without seq and base version
    };
    std::optional<Refused> find(qint64 number);
    void decide(qint64 number, Fate fate, Instant now);
    int count();
    /// The fields with refused edits, flags of ports::EditField.
    int fieldsOf(const QString& entityId);

    /// Columns number, name, code, detail, args, current, fields, client_time, refused_at, entity_id; no title.
    static ports::Rejection read(const storage::Row& row);
    void addTitle(ports::Rejection& rejection);

private:
    Work& m_work;
};

} // namespace belanjain::replica
