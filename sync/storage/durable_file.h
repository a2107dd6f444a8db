// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLockFile;
class QSaveFile;

namespace belanjain::storage
{

// What a power cut may not undo, of files that are not databases.

/// Waits until the names in a folder are on the disk: a file that was made, renamed or removed is so after a
/// power cut as well. False when it could not be; a system that has no such thing says true.
bool syncFolder(const QString& folder);

/// Makes a folder with all above it that are missing, each durable in the one above it.
bool makeFolder(const QString& folder);

/// Commits the file and waits for its bytes and its name: what was there stays, or the new is there for good.
/// False when it was not written, or when its name could not be synced (then it is there, but may go again).
bool commitDurably(QSaveFile& file);

/// Takes the lock unless a living program holds it. A power cut may leave a lock file of which nothing but the
/// name reached the disk; it tells of no program, and is taken away unless somebody has it open and locked.
bool takeLock(QLockFile& lock);

} // namespace belanjain::storage
