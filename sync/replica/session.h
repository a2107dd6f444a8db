// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/effective.h"
#include "replica/replica.h"
#include "storage/transaction.h"

namespace belanjain::replica {

/// One write transaction of the replica with everything it works on; what it learns becomes the replica's
/// state once it has committed.
class Replica::Session
{
public:
    static storage::Result<std::unique_ptr<Session>> begin(storage::Database& database,
                                                           const ReplicaState& state, EditLog* log = nullptr);

    Work work;
    ReplicaState state;
    Outbox outbox;
    RejectionBox rejections;
    Effective effective;
    Uploads uploads;

    /// Writes the state when it changed, and commits unless something failed. The edit log follows.
    storage::Outcome commit();

    /// Moves the acknowledged ops to the history and the refused ones to the rejections; what they named
    /// has to be rebuilt by rebuildSettled(). Without a result, in `results` or from a push, an op is not
    /// acknowledged: a number alone may be that of another op.
    void acknowledge(const QList<protocol::Op>& ops, const QList<protocol::OpResult>& results, Instant now,
                     PullEffect& effect);
    /// The same for everything up to lastSeq. When that is more than was ever made here, or covers an op that
    /// nobody has a result for, this file was restored from an older copy and the server's numbers are of
    /// edits made since: what has no result goes on under a new id.
    void acknowledgeUpTo(qint64 lastSeq, const QList<protocol::OpResult>& results, Instant now,
                         ports::IdFactory& ids, PullEffect& effect);
    void rebuildSettled();
    /// Another device id; pending ops are numbered from 1 and the history is no longer of this numbering.
    void takeNewDevice(const DeviceId& device);

private:
    Session(storage::Transaction transaction, storage::Database& database, const ReplicaState& before, EditLog* log);
    void tellLog();

    storage::Transaction m_transaction;
    ReplicaState m_before;
    EditLog* m_log;
    QHash<QString, protocol::Op> m_settled; ///< one op an entity
};

} // namespace belanjain::replica
