// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belanjain::storage
{

/// Whether the write-ahead log of a SQLite database has lost commits that were in it when the last program to use
/// it died. SQLite itself takes a shorter log for one that ends there; since a checkpoint may have moved later
/// pages into the database by then, what it shows would be of several moments at once.
///
/// The wal-index (FILE-shm) stays behind when a program dies and says how many frames were committed; it is
/// written after the log is on disk (synchronous=FULL), so the log may have more frames, never fewer. False where
/// it says nothing: after a clean end, or when a power cut took it.
///
/// To be called while nobody has the database open. Formats: sqlite.org/walformat.html.
bool logLostCommits(const QString& databaseFile);

} // namespace belanjain::storage
