// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <algorithm>

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

Error notConnected() { return {Error::Kind::Unavailable, u"not connected"_s}; }

} // namespace

Database::Database(std::unique_ptr<Connection> connection, Address address, Options options)
    : m_connection(std::move(connection)), m_address(std::move(address)), m_options(std::move(options))
{
}

Result<std::unique_ptr<Connection>> Database::connect(const Address& address, const Options& options)
{
    return address.dialect == Dialect::Sqlite ? openSqlite(address, options) : openPostgres(address, options);
}

Result<std::unique_ptr<Database>> Database::open(const Address& address, const Options& options)
{
    auto connection = connect(address, options);
    if (!connection)
        return tl::unexpected(connection.error());
    std::unique_ptr<Database> database(new Database(std::move(*connection), address, options));
    if (address.dialect == Dialect::Sqlite) {
        for (const QString& pragma : sqlitePragmas(options)) {
            if (const auto done = database->execute(pragma); !done)
                return tl::unexpected(done.error());
        }
    }
    return database;
}

Database::~Database() { m_statements.clear(); }

bool Database::isLost() const { return !m_connection || m_connection->isLost(); }

bool Database::reconnect()
{
    m_statements.clear();
    m_connection.reset();
    auto connection = connect(m_address, m_options);
    if (connection)
        m_connection = std::move(*connection);
    return connection.has_value();
}

tl::unexpected<Error> Database::failed(const Error& error)
{
    const bool isGrave = error.isTransient() || error.kind == Error::Kind::Unavailable;
    if (!m_faultOfTransaction || isGrave)
        m_faultOfTransaction = error.kind;
    return tl::unexpected(error);
}

Outcome Database::step(Step step, const QString& sql) const
{
    return m_options.fault ? m_options.fault(step, sql) : Outcome{};
}

void Database::forgetLeastUsed()
{
    const auto oldest = std::min_element(m_statements.cbegin(), m_statements.cend(),
                                         [](const auto& a, const auto& b) { return a->lastUse < b->lastUse; });
    m_statements.erase(oldest);
}

Result<std::shared_ptr<CachedStatement>> Database::prepared(const QString& sql)
{
    ++m_calls;
    if (const auto found = m_statements.constFind(sql); found != m_statements.cend() && !(*found)->busy) {
        (*found)->lastUse = m_calls;
        return *found;
    }
    if (!m_connection)
        return tl::unexpected(notConnected());
    auto made = m_connection->prepare(sql);
    if (!made)
        return tl::unexpected(made.error());
    auto statement = std::make_shared<CachedStatement>(CachedStatement{std::move(*made), false, m_calls});
    if (m_statements.size() >= maxKeptStatements)
        forgetLeastUsed();
    m_statements.insert(sql, statement);
    return statement;
}

Result<Rows> Database::queryOnce(const QString& sql, const QVariantList& values)
{
    auto statement = prepared(sql);
    if (!statement)
        return failed(statement.error());
    if (const auto executed = (*statement)->statement->execute(values); !executed)
        return failed(executed.error());
    (*statement)->busy = true;
    return Rows(std::move(*statement));
}

Result<Rows> Database::query(const QString& sql, const QVariantList& values)
{
    if (const auto allowed = step(Step::Statement, sql); !allowed)
        return failed(allowed.error());
    auto rows = queryOnce(sql, values);
    // A question on its own may be asked twice: nothing of its transaction was lost with the connection.
    if (!rows && m_options.readOnly && m_depth == 0 && isLost() && reconnect())
        return queryOnce(sql, values);
    return rows;
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
        return failed(allowed.error());
    if (!m_connection)
        return failed(notConnected());
    const auto done = m_connection->execute(sql);
    if (!done)
        return failed(done.error());
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
            return failed(more.error());
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
