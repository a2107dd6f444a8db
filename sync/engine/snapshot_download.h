// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/replica.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace belanjain::engine
{

/// Turns a snapshot's bytes, cut anywhere, into rows of a new replica file. Nothing of the replica
/// changes until finish() swaps the verified file in.
class SnapshotDownload
{
public:
    explicit SnapshotDownload(replica::Replica& replica) : m_replica(replica) {}

    /// After an error further bytes are ignored and finish() gives that error.
    void feed(const QByteArray& chunk);
    bool failed() const { return m_error.has_value(); }
    qint64 rows() const { return m_builder ? m_builder->rows() : 0; }
    qint64 rowsExpected() const { return m_builder ? m_builder->head().rowCount : 0; }

    storage::Result<replica::PullEffect> finish();

private:
    void line(const QByteArray& text);
    void fail(const QString& why);

    replica::Replica& m_replica;
    std::unique_ptr<replica::SnapshotBuilder> m_builder;
    QByteArray m_buffer;
    std::optional<storage::Error> m_error;
    bool m_ended = false;
};

} // namespace belanjain::engine
