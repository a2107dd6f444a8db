// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <QSqlError>
#include <QUuid>

namespace belanjain::storage
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int maxKeptStatements = 300;

QStringList sqlitePragmas(const Options& options)
{
    QStringList pragmas{
        u"PRAGMA foreign_keys=ON"_s,
        u"PRAGMA trusted_schema=OFF"_s,
        u"PRAGMA temp_store=MEMORY"_s,
        u"PRAGMA cache_size=-%1"_s.arg(options.cacheKiB),
        options.checkpoints ? u"PRAGMA wal_autocheckpoint=4000"_s : u"PRAGMA wal_autocheckpoint=0"_s,
    };
    if (options.readOnly) {
        pragmas << u"PRAGMA query_only=ON"_s;
    } else if (options.durable) {
        pragmas << u"PRAGMA journal_mode=WAL"_s << u"PRAGMA synchronous=FULL"_s;
    } else {
        pragmas << u"PRAGMA journal_mode=OFF"_s << u"PRAGMA synchronous=OFF"_s << u"PRAGMA locking_mode=EXCLUSIVE"_s;
    }
    return pragmas;
}

} // namespace

Database::Database(QSqlDatabase connection, Dialect dialect, FaultHook fault)
    : m_connection(std::move(connection)), m_dialect(dialect), m_fault(std::move(fault))
{
}

Result<std::unique_ptr<Database>> Database::open(const Address& address, const Options& options)
{
    const bool sqlite = address.dialect == Dialect::Sqlite;
    const QString name = QUuid::createUuid().toString(QUuid::Id128);
    QSqlDatabase connection = QSqlDatabase::addDatabase(sqlite ? u"QSQLITE"_s : u"QPSQL"_s, name);
    if (sqlite) {
        connection.setDatabaseName(address.file);
        connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(options.busyTimeoutMs));
    } else {
        connection.setHostName(address.host);
        connection.setPort(address.port);
        connection.setUserName(address.user);
        connection.setPassword(address.password);
        connection.setDatabaseName(address.name);
        connection.setConnectOptions(u"connect_timeout=5"_s);
    }
    if (!connection.open()) {
        const Error error = toError(connection.lastError(), address.dialect, u"open"_s);
        connection = {};
        QSqlDatabase::removeDatabase(name);
        return tl::unexpected(error);
    }
    std::unique_ptr<Database> database(new Database(connection, address.dialect, options.fault));
    connection = {}; // the last handle must be the database's own when it closes
    if (sqlite) {
        for (const QString& pragma : sqlitePragmas(options)) {
            if (const auto done = database->execute(pragma); !done)
                return tl::unexpected(done.error());
        }
    }
    return database;
}

Database::~Database()
{
    const QString name = m_connection.connectionName();
    m_statements.clear();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(name);
}

Outcome Database::step(Step step, const QString& sql) const
{
    return m_fault ? m_fault(step, sql) : Outcome{};
}

Result<std::shared_ptr<CachedStatement>> Database::prepared(const QString& sql)
{
    if (const auto found = m_statements.constFind(sql); found != m_statements.cend() && !(*found)->busy)
        return *found;
    auto statement = std::make_shared<CachedStatement>(CachedStatement{QSqlQuery(m_connection), sql, false});
    statement->query.setForwardOnly(true);
    if (!statement->query.prepare(sql))
        return tl::unexpected(toError(statement->query.lastError(), m_dialect, sql));
    if (m_statements.size() >= maxKeptStatements)
        m_statements.clear();
    m_statements.insert(sql, statement);
    return statement;
}

Result<Rows> Database::query(const QString& sql, const QVariantList& values)
{
    if (const auto allowed = step(Step::Statement, sql); !allowed)
        return tl::unexpected(allowed.error());
    auto statement = prepared(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    QSqlQuery& query = (*statement)->query;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (!query.exec()) {
        const Error error = toError(query.lastError(), m_dialect, sql);
        query.finish();
        return tl::unexpected(error);
    }
    (*statement)->busy = true;
    return Rows(std::move(*statement), m_dialect);
}

Result<qint64> Database::run(const QString& sql, const QVariantList& values)
{
    auto rows = query(sql, values);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->affected();
}

Outcome Database::execute(const QString& sql)
{
    if (const auto allowed = step(Step::Statement, sql); !allowed)
        return tl::unexpected(allowed.error());
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        return tl::unexpected(toError(query.lastError(), m_dialect, sql));
    return {};
}

Outcome Database::each(const QString& sql, const QVariantList& values, const std::function<void(const Row&)>& read)
{
    auto rows = query(sql, values);
    if (!rows)
        return tl::unexpected(rows.error());
    while (true) {
        const auto more = rows->next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        read(rows->row());
    }
}

Result<qint64> Database::integer(const QString& sql, const QVariantList& values)
{
    const auto value = one(sql, values, [](const Row& row) { return row.integer(0); });
    if (!value)
        return tl::unexpected(value.error());
    return value->value_or(0);
}

} // namespace belanjain::storage
