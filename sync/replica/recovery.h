// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/replica.h"

#include <optional>

namespace belanjain::replica {

struct Opened
{
    std::unique_ptr<Replica> replica;
    /// Set when the replica was damaged: what became of it, also kept in the replica as a notice.
    std::optional<ports::Notice> recovered;
    QString damage; ///< what was wrong, for logs
    /// The file is so large that not all of it was read before use. No wrong page can be used unnoticed, but
    /// somebody should look through it soon (storage::FileCheck).
    bool lookLater = false;
};

/// How much is looked through before use, by the size of the database file in bytes. Beyond it only the
/// outbox is.
struct Care
{
    qint64 afterCleanExit = 16 << 20;
    qint64 afterDeath = 256 << 20;
};

/// Opens or creates a replica as a program should: with its edit log (replica/edit_log.h), looked through
/// after the program died, and founded anew from what can be salvaged when it is damaged. Errors are those of
/// a disk that is full or may not be written; what is damaged is never one.
///
/// Replica::close() ends it in order; a replica that is destroyed without it counts as one whose program died.
storage::Result<Opened> openSound(const QString& file, const ports::Clock& clock, ports::IdFactory& ids,
                                  storage::FaultHook fault = {}, Care care = {});

/// Reads the whole database file anew, past what connections have in memory.
bool isSound(const QString& databaseFile);

/// For a replica that turned out to be damaged while it was in use (an error of kind Corrupt): salvages its edits into a new one, which has to fetch everything anew. The
/// former one may still be open; it is not to be written to or closed in order any more.
storage::Result<Opened> recover(const QString& file, const ports::Clock& clock, ports::IdFactory& ids,
                                storage::FaultHook fault = {});

} // namespace belanjain::replica
