// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/error.h"

#include <QString>

namespace belanjain::replica {

/// Which of the files beside `file` is the replica. See Replica.
class ReplicaFile
{
public:
    explicit ReplicaFile(const QString& file);

    /// Whether it is known which file is in force. When it is not, nothing may be opened, made or removed:
    /// what looks like a leftover may hold the only copy of edits not yet sent. Corrupt when the pointer says
    /// nothing of use, Unavailable when it cannot be read.
    storage::Outcome usable() const;

    /// The name it goes by, whichever is in force.
    QString base() const { return m_file; }
    /// The file in force.
    QString current() const { return m_current; }
    /// Every file that was in force once or was to be, also those that cannot be opened; the base file first.
    QStringList all() const;
    /// A name for the next one, not in use.
    QString next() const;
    /// Makes `path`, one of next(), the file in force; atomic, and durable when it returns.
    storage::Outcome makeCurrent(const QString& path);
    /// Removes what unfinished snapshots and earlier swaps left behind, except `keep`.
    void removeStrays(const QString& keep = {}) const;

private:
    QString m_file;
    QString m_current;
    QString m_problem;
    storage::Error::Kind m_kind = storage::Error::Kind::Corrupt;
};

/// Removes a database with its log; what is still open elsewhere (on Windows) stays for the next time.
void removeDatabase(const QString& path);

} // namespace belanjain::replica
