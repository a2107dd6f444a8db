// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

#include <QString>

#include <tl/expected.hpp>

namespace belanjain::marketplace
{

struct BackupWish
{
    QString databaseFile; ///< of SQLite
    QString imageFolder;
    QString to;
    Instant now;
};

struct BackupReport
{
    qint64 bytes = 0; ///< of the archive
    qint64 rows = 0;
    qint64 pictures = 0;        ///< files
    qint64 missingPictures = 0; ///< files that the database knows and nobody has
};

/// Writes a marketplace on SQLite into one archive (layout.h), as it is at one moment, beside a running
/// server. What is at `to` is replaced once the new archive is whole and on the disk. Errors are sentences
/// for stderr.
tl::expected<BackupReport, QString> makeBackup(const BackupWish& wish);

} // namespace belanjain::marketplace
