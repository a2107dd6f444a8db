// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"

#include "storage/transaction.h"

#include <QDir>
#include <QFile>

namespace belanjain::storage
{
using namespace Qt::StringLiterals;
namespace
{

/// The advisory lock under which one instance brings a PostgreSQL database up to date; others wait.
constexpr qint64 migrationLock = 0x62656c616e6a6131;

Error failure(const QString& text) { return {Error::Kind::Other, text}; }

Outcome apply(Database& database, const QString& path, int version)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(failure(u"cannot read migration %1"_s.arg(path)));
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const QString& statement : splitStatements(QString::fromUtf8(file.readAll()))) {
        if (const auto done = database.execute(statement); !done)
            return done;
    }
    const auto noted = database.run(u"INSERT INTO schema_migrations(version) VALUES (?)"_s, {version});
    if (!noted)
        return tl::unexpected(noted.error());
    return transaction->commit();
}

} // namespace

QStringList splitStatements(const QString& script)
{
    QStringList statements;
    QString current;
    const auto lines = QStringView(script).split(u'\n');
    for (const QStringView line : lines) {
        const QStringView trimmed = line.trimmed();
        if (current.isEmpty() && (trimmed.isEmpty() || trimmed.startsWith(u"--")))
            continue;
        current += line;
        current += u'\n';
        const bool trigger = current.startsWith(u"CREATE TRIGGER", Qt::CaseInsensitive);
        const bool insideDollars = current.count(u"$$") % 2 != 0;
        const bool ends = trigger ? trimmed.compare(u"END;", Qt::CaseInsensitive) == 0 : trimmed.endsWith(u';');
        if (ends && !insideDollars) {
            statements << current.trimmed();
            current.clear();
        }
    }
    if (!current.trimmed().isEmpty())
        statements << current.trimmed();
    return statements;
}

namespace
{

Result<int> migrateAlone(Database& database, const QString& folder)
{
    const auto made = database.execute(u"CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY)"_s);
    if (!made)
        return tl::unexpected(made.error());
    const auto current = database.integer(u"SELECT max(version) FROM schema_migrations"_s);
    if (!current)
        return tl::unexpected(current.error());

    const QStringList files = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return tl::unexpected(failure(u"no migrations in %1"_s.arg(folder)));
    int version = 0;
    for (const QString& file : files) {
        ++version;
        if (file.left(4).toInt() != version)
            return tl::unexpected(failure(u"migration %1 is out of sequence"_s.arg(file)));
        if (version <= *current)
            continue;
        if (const auto done = apply(database, folder + u'/' + file, version); !done)
            return tl::unexpected(done.error());
    }
    // Sound, and not for this program to open: no damage.
    if (*current > version)
        return tl::unexpected(Error{Error::Kind::Unavailable, u"the database is of version %1, this program knows %2"_s.arg(*current).arg(version)});
    return version;
}

} // namespace

Result<int> migrate(Database& database, const QString& folder)
{
    if (!database.isPostgres())
        return migrateAlone(database, folder);
    // Whoever migrates may take its time.
    for (const QString& sql : {u"SET lock_timeout = 0"_s, u"SELECT pg_advisory_lock(%1)"_s.arg(migrationLock)}) {
        if (const auto done = database.execute(sql); !done)
            return tl::unexpected(done.error());
    }
    auto version = migrateAlone(database, folder);
    // A connection that is lost has given its locks back.
    (void)database.execute(u"SELECT pg_advisory_unlock(%1)"_s.arg(migrationLock));
    (void)database.execute(u"RESET lock_timeout"_s);
    return version;
}

} // namespace belanjain::storage
