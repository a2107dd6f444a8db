// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#include <optional>

namespace belanjain::replica {

/// A second copy of the edits that wait, in a file of its own beside the replica: what a recovery replays
/// when the database cannot be read. It also says how far the database had come, so that one that lost its
/// log is noticed, and whether the program ended cleanly.
///
/// Lines, each with a check value; a line that does not agree is passed over. Written after the database's
/// commit and not synced: it survives the program's death; after a power cut it may be behind, never ahead.
/// Failing to write it fails nothing: the database is the truth while it can be read.
class EditLog
{
public:
    /// How far the database was when a line was written.
    struct Mark
    {
        DeviceId device;
        qint64 commits = 0;
        qint64 nextSeq = 1;
        qint64 acknowledged = 0;
    };
    struct Content
    {
        QList<protocol::Op> waiting; ///< by seq
        std::optional<Mark> mark;    ///< the last one that can be read
        bool cleanly = false;        ///< it ends with the program's
        bool whole = true;           ///< no line was passed over
    };

    explicit EditLog(const QString& file)
        : m_file(file)
    {}

    static QString fileOf(const QString& replicaFile) { return replicaFile + QStringLiteral(".edits"); }
    /// nullopt when there is no such file or nothing in it can be read.
    static std::optional<Content> read(const QString& file);

    /// Begins anew with what waits now.
    void restart(const QList<protocol::Op>& waiting, const Mark& mark);
    void queued(const QList<protocol::Op>& ops, const Mark& mark);
    void settled(const QList<OpId>& ops, const Mark& mark);
    /// The program ends in order.
    void close();
    /// Whether so much of the file is settled that restart() is worth it.
    bool isStale() const { return m_bytes > staleBytes && m_settled > m_waiting; }

private:
    static constexpr qint64 staleBytes = 256 * 1024;

    void write(const QByteArray& lines);

    QFile m_file;
    qint64 m_bytes = 0;
    qint64 m_waiting = 0;
    qint64 m_settled = 0;
    bool m_broken = false; ///< a write failed: nothing more goes in before the next restart()
};

} // namespace belanjain::replica
