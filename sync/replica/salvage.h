// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "replica/replica_state.h"

#include <QList>
#include <QVariantList>

#include <optional>

namespace belanjain::replica {

class ReplicaFile;

/// What can still be read of a damaged replica and its edit log. A page that does not agree with its check
/// value counts as unreadable, so what is here is what was written.
struct Salvage
{
    QList<protocol::Op> ops; ///< that wait, in their order
    /// Set when it is certain that these are all and who made them: then the new replica goes on as the same
    /// device, under the same numbers.
    std::optional<ReplicaState> state;
    std::optional<int> lost; ///< edits that waited and are not here; nullopt: nobody can tell
    QList<QVariantList> rejections; ///< rows of those tables, as far as they can be read
    QList<QVariantList> history;
    QList<QVariantList> notices;
    QList<QVariantList> prints;
    QList<QVariantList> uploads;

    /// Reads; changes nothing but that SQLite may move its log into the database. `lostCommits`: storage::logLostCommits()
    /// said so before anything was opened, so that only the log of edits can tell how much is missing.
    static Salvage from(const QString& file, bool lostCommits);

    static QString rejectionColumns();
    static QString historyColumns();
    static QString noticeColumns();
    static QString printColumns();
    static QString uploadColumns();
};

} // namespace belanjain::replica
