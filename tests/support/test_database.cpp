// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_database.h"

#include "marketplace/runtime/schema.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QUuid>

namespace belanjain::testing
{
using namespace Qt::StringLiterals;
using storage::Address;
using storage::Database;
namespace
{

/// Any number that no other lock uses.
constexpr qint64 templateLock = 7'261'001;

Address inCluster(const QString& name)
{
    return {.dialect = storage::Dialect::Postgres,
            .file = {},
            .host = qEnvironmentVariable("BELANJAIN_TEST_POSTGRESQL"),
            .port = 5432,
            .user = u"belanjain"_s,
            .password = {},
            .name = name};
}

std::unique_ptr<Database> opened(const Address& address)
{
    auto db = Database::open(address);
    if (!db)
        qFatal("the tests' PostgreSQL in '%s' is not there (tests/support/postgresql starts it): %s",
               qPrintable(address.host), qPrintable(db.error().text));
    return std::move(*db);
}

void require(const storage::Outcome& outcome)
{
    if (!outcome)
        qFatal("the tests' PostgreSQL: %s", qPrintable(outcome.error().text));
}

/// By what is in it, so that a cluster that was left behind is never out of date.
QString templateName()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QDir folder(u":/sql/marketplace/postgresql"_s);
    const QStringList files = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString& name : files) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no migration %s", qPrintable(name));
        hash.addData(file.readAll());
    }
    return u"market_"_s + QString::fromLatin1(hash.result().toHex().left(16));
}

/// Whoever comes first makes it, the others wait.
void makeTemplate(Database& admin, const QString& name)
{
    require(admin.execute(u"SELECT pg_advisory_lock(%1)"_s.arg(templateLock)));
    const auto there = admin.integer(u"SELECT count(*) FROM pg_database WHERE datname = ?"_s, {name});
    if (!there)
        qFatal("%s", qPrintable(there.error().text));
    if (*there == 0) {
        const QString unfinished = name + u"_new"_s;
        require(admin.execute(u"DROP DATABASE IF EXISTS "_s + unfinished));
        require(admin.execute(u"CREATE DATABASE "_s + unfinished));
        if (const auto made = marketplace::migrateMarket(*opened(inCluster(unfinished))); !made)
            qFatal("migration: %s", qPrintable(made.error().text));
        require(admin.execute(u"ALTER DATABASE %1 RENAME TO %2"_s.arg(unfinished, name)));
    }
    require(admin.execute(u"SELECT pg_advisory_unlock(%1)"_s.arg(templateLock)));
}

} // namespace

bool TestDatabase::isPostgres() { return qEnvironmentVariable("BELANJAIN_TEST_DATABASE") == u"postgresql"; }

Address TestDatabase::nowhere()
{
    if (!isPostgres())
        return Address::sqlite(QDir::tempPath() + u"/belanjain/no/such/folder/x.db"_s);
    Address address = inCluster(u"nothing"_s);
    address.host += u"/no/such/folder"_s;
    return address;
}

TestDatabase::TestDatabase(Content content)
{
    if (!isPostgres()) {
        m_address = Address::sqlite(m_dir.filePath(u"market.db"_s));
        return;
    }
    const auto admin = opened(inCluster(u"postgres"_s));
    QString source = u"template1"_s;
    if (content == Content::Marketplace) {
        source = templateName();
        makeTemplate(*admin, source);
    }
    m_address = inCluster(u"test_"_s + QUuid::createUuid().toString(QUuid::Id128));
    require(admin->execute(u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(m_address.name, source)));
}

TestDatabase::~TestDatabase()
{
    if (!isPostgres())
        return;
    const auto admin = opened(inCluster(u"postgres"_s));
    require(admin->execute(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_address.name)));
    if (m_hasCopy)
        require(admin->execute(u"DROP DATABASE %1_copy"_s.arg(m_address.name)));
}

void TestDatabase::keepCopy()
{
    m_hasCopy = true;
    if (isPostgres())
        return require(opened(inCluster(u"postgres"_s))
                           ->execute(u"CREATE DATABASE %1_copy TEMPLATE %1"_s.arg(m_address.name)));
    if (!QFile::copy(m_address.file, m_address.file + u".copy"_s))
        qFatal("cannot copy %s", qPrintable(m_address.file));
}

void TestDatabase::goBackToCopy()
{
    if (isPostgres()) {
        const auto admin = opened(inCluster(u"postgres"_s));
        require(admin->execute(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_address.name)));
        return require(admin->execute(u"CREATE DATABASE %1 TEMPLATE %1_copy"_s.arg(m_address.name)));
    }
    for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_address.file + end);
    if (!QFile::copy(m_address.file + u".copy"_s, m_address.file))
        qFatal("cannot copy %s back", qPrintable(m_address.file));
}

QByteArray TestDatabase::contents() const
{
    if (!isPostgres()) {
        QFile file(m_address.file);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(m_address.file));
        return file.readAll();
    }
    const auto db = opened(m_address);
    const auto text = [](const storage::Row& row) { return row.text(0); };
    QString all;
    const QStringList tables =
        db->all(u"SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = 'public'"_s, {}, text).value();
    for (const QString& table : tables)
        all += db->all(u"SELECT CAST(t AS text) FROM %1 t"_s.arg(table), {}, text).value().join(u'\n');
    return all.toUtf8();
}

} // namespace belanjain::testing
