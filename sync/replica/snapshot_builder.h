// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "storage/database.h"

#include <QString>

#include <memory>

namespace belanjain::replica {

class BulkLoad;

/// Loads a whole space into a new file beside the replica's. The replica goes on working meanwhile;
/// nothing of it changes before Replica::swapIn(). Destroyed before that, it removes its file.
class SnapshotBuilder
{
public:
    ~SnapshotBuilder();
    SnapshotBuilder(const SnapshotBuilder&) = delete;
    SnapshotBuilder& operator=(const SnapshotBuilder&) = delete;

    /// Adds rows in the order of the stream (a product before its variants is fastest, any order works).
    /// Fails when the file cannot be written or a row comes twice (then at the end).
    storage::Outcome add(const QList<protocol::SyncRow>& rows);
    storage::Outcome add(const protocol::SyncRow& row);
    /// Rows added so far, for progress.
    qint64 rows() const { return m_rows; }
    const protocol::SnapshotHead& head() const { return m_head; }

private:
    friend class Replica;
    static storage::Result<std::unique_ptr<SnapshotBuilder>>
    create(const QString& file, const protocol::SnapshotHead& head, const storage::FaultHook& fault);
    SnapshotBuilder(const QString& file, const protocol::SnapshotHead& head);
    /// Whether count and sum are what the head says.
    bool agrees() const;
    /// Builds indexes and closes the file; gives the store's threshold.
    storage::Result<qint32> finish();

    QString m_file;
    protocol::SnapshotHead m_head;
    std::unique_ptr<BulkLoad> m_load;
    qint64 m_rows = 0;
    bool m_kept = false;
};

} // namespace belanjain::replica
