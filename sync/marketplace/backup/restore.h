// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/id_factory.h"
#include "storage/database.h"

#include <QString>

#include <tl/expected.hpp>

namespace belanjain::marketplace
{

struct RestoreWish
{
    QString from;
    QString databaseFile; ///< of SQLite
    QString imageFolder;
    bool replace = false; ///< a database that is there already
};

struct RestoreReport
{
    qint64 rows = 0;
    qint64 pictures = 0; ///< files
    QString createdAt;   ///< when the backup was made
    int schema = 0;      ///< after the migrations
};

/// Gives every space a new sync epoch: desktops are answered 410 resync_required, download everything and
/// send again what this database has lost. For a database that went back in time. Inside the caller's
/// transaction.
storage::Outcome renewEpoch(storage::Database& db, ports::IdFactory& ids);

/// Puts a backup in the place of a database that no server uses: everything is unpacked and checked beside it
/// (sums, SQLite's integrity check), migrated and given a new sync epoch before the old one goes. Errors are
/// sentences for stderr; after one the old database is as it was.
tl::expected<RestoreReport, QString> restoreBackup(const RestoreWish& wish, ports::IdFactory& ids);

} // namespace belanjain::marketplace
