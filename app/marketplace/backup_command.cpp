// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup_command.h"

#include "marketplace/backup/backup.h"
#include "marketplace/backup/restore.h"
#include "marketplace/images/image_store.h"
#include "options.h"
#include "ports/system.h"
#include "storage/transaction.h"
#include "subcommand.h"

#include <QFileInfo>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using storage::Dialect;
namespace
{

int unusable(const QString& subcommand, const QString& what)
{
    complain(subcommand + u": "_s + what);
    return exitUsage;
}

int failed(const QString& subcommand, const QString& what)
{
    complain(subcommand + u": "_s + what);
    return exitFailed;
}

/// What is wrong with a file that has to be named; empty when nothing is.
QString missing(const QCommandLineParser& parser, const QString& option)
{
    if (!parser.positionalArguments().isEmpty())
        return u"'%1' means nothing here"_s.arg(parser.positionalArguments().constFirst());
    return parser.value(option).isEmpty() ? u"--%1 is missing"_s.arg(option) : QString();
}

int renewOnly(const storage::Address& address, ports::IdFactory& ids)
{
    if (address.dialect == Dialect::Sqlite && !QFileInfo(address.file).isFile())
        return failed(u"restore"_s, u"there is no database %1"_s.arg(address.file));
    const auto said = [](const storage::Error& error) {
        return failed(u"restore"_s, u"the database said: "_s + error.text.section(u" in: "_s, 0, 0));
    };
    const auto db = storage::Database::open(address);
    if (!db)
        return said(db.error());
    auto transaction = storage::Transaction::begin(**db);
    if (!transaction)
        return said(transaction.error());
    if (const auto renewed = marketplace::renewEpoch(**db, ids); !renewed)
        return said(renewed.error());
    if (const auto committed = transaction->commit(); !committed)
        return said(committed.error());
    say(u"the database has a new sync epoch: desktops download everything again and send what it has lost"_s);
    return exitOk;
}

} // namespace

int backupCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Writes the database and its pictures into one archive (tar, zstd), as they are at one moment. The server\n"
        "may run. A database in PostgreSQL is backed up with pg_dump instead, and the folder images beside it."_s);
    parser.addOptions({databaseOption(),
                       dataDirOption(),
                       {u"to"_s, u"The archive to write, such as marketplace.tar.zst."_s, u"file"_s},
                       {u"force"_s, u"Replaces a file that is there already."_s}});
    if (const auto code = parseOptions(parser, u"backup"_s, arguments))
        return *code;
    if (const QString wrong = missing(parser, u"to"_s); !wrong.isEmpty())
        return unusable(u"backup"_s, wrong);
    const auto address = databaseOf(parser);
    if (!address)
        return exitUsage;
    if (address->dialect == Dialect::Postgres)
        return unusable(u"backup"_s, u"--database: PostgreSQL is backed up with pg_dump, see backup --help"_s);
    const QString to = parser.value(u"to"_s);
    if (!QFileInfo(address->file).isFile())
        return failed(u"backup"_s, u"there is no database %1"_s.arg(address->file));
    if (QFileInfo::exists(to) && !parser.isSet(u"force"_s))
        return failed(u"backup"_s, u"%1 is there already; --force replaces it"_s.arg(to));
    const ports::SystemClock clock;
    const auto report =
        marketplace::makeBackup({address->file, marketplace::imageFolder(*address, parser.value(u"data-dir"_s)), to, clock.now()});
    if (!report)
        return failed(u"backup"_s, report.error());
    if (report->missingPictures > 0)
        complain(u"backup: %1 files of pictures are missing from the folder for images"_s.arg(report->missingPictures));
    say(u"%1: %2 bytes, %3 rows, %4 files of pictures"_s.arg(to).arg(report->bytes).arg(report->rows).arg(report->pictures));
    return exitOk;
}

int restoreCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Puts a backup in the place of a database that no server uses. The archive is checked first. The database\n"
        "gets a new sync epoch: desktops download everything again and send what it has lost.\n"
        "After pg_restore, `restore --only-renew --database postgresql://…` gives that database its new epoch."_s);
    parser.addOptions({databaseOption(),
                       dataDirOption(),
                       {u"from"_s, u"The archive that 'backup' wrote."_s, u"file"_s},
                       {u"force"_s, u"Replaces a database that is there already."_s},
                       {u"only-renew"_s, u"Restores nothing: gives a database that was restored by other means its new epoch."_s}});
    if (const auto code = parseOptions(parser, u"restore"_s, arguments))
        return *code;
    const bool renew = parser.isSet(u"only-renew"_s);
    if (const QString wrong = renew ? QString() : missing(parser, u"from"_s); !wrong.isEmpty())
        return unusable(u"restore"_s, wrong);
    const auto address = databaseOf(parser);
    if (!address)
        return exitUsage;
    const ports::SystemClock clock;
    ports::SystemRandom random;
    ports::IdFactory ids(clock, random);
    if (renew)
        return renewOnly(*address, ids);
    if (address->dialect == Dialect::Postgres)
        return unusable(u"restore"_s, u"--database: PostgreSQL is restored with pg_restore, see restore --help"_s);
    const marketplace::RestoreWish wish{.from = parser.value(u"from"_s),
                                        .databaseFile = address->file,
                                        .imageFolder = marketplace::imageFolder(*address, parser.value(u"data-dir"_s)),
                                        .replace = parser.isSet(u"force"_s)};
    const auto report = marketplace::restoreBackup(wish, ids);
    if (!report)
        return failed(u"restore"_s, report.error());
    say(u"%1: the backup of %2, %3 rows, %4 files of pictures; desktops will download everything again"_s.arg(
            address->file, report->createdAt)
            .arg(report->rows)
            .arg(report->pictures));
    return exitOk;
}

} // namespace belanjain::app
