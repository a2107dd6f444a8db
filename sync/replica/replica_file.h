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
    /// what looks like a leftover may hold the only copy of edits not yet sent.
    storage::Outcome usable() const;

    /// The file in force.
    QString current() const { return m_current; }
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
};

/// Removes a database with its log; what is still open elsewhere (on Windows) stays for the next time.
void removeDatabase(const QString& path);

} // namespace belanjain::replica
