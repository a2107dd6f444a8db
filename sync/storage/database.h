// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/address.h"
#include "storage/error.h"
#include "storage/statement.h"

#include <QHash>
#include <QList>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

namespace belanjain::storage
{

/// The places where a database can fail, for tests that make it fail there.
enum class Step { Begin, Statement, Commit };

/// Called before each step; an error stops the step as if the database had given it.
using FaultHook = std::function<Outcome(Step, const QString& sql)>;

struct Options
{
    bool readOnly = false;
    /// Of all connections to one SQLite file only one may checkpoint its log: versions before 3.51.3
    /// can corrupt it when two reset it at once.
    bool checkpoints = false;
    int cacheKiB = 8'000;
    int busyTimeoutMs = 5'000; ///< how long a lock is waited for
    /// Off only for a file that is thrown away when it is not finished (a snapshot being loaded).
    bool durable = true;
    FaultHook fault;
};

/// One connection with its prepared statements. Belongs to the thread that opened it.
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const Address& address, const Options& options = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Dialect dialect() const { return m_address.dialect; }
    bool isPostgres() const { return m_address.dialect == Dialect::Postgres; }

    /// Runs a prepared statement with positional values; the statement is kept for the next call.
    Result<Rows> query(const QString& sql, const QVariantList& values = {});
    /// Runs a statement that returns no rows; gives the number of rows it changed.
    Result<qint64> run(const QString& sql, const QVariantList& values = {});
    /// Runs statements that cannot be prepared or are run once (DDL, PRAGMA).
    Outcome execute(const QString& sql);

    /// Calls read for each row.
    Outcome each(const QString& sql, const QVariantList& values, const std::function<void(const Row&)>& read);

    /// The first row, mapped; nullopt when there is none.
    template<class Map>
    auto one(const QString& sql, const QVariantList& values, Map map)
        -> Result<std::optional<decltype(map(std::declval<const Row&>()))>>;

    /// Every row, mapped.
    template<class Map>
    auto all(const QString& sql, const QVariantList& values, Map map)
        -> Result<QList<decltype(map(std::declval<const Row&>()))>>;

    /// The first column of the first row as an integer; 0 when there is no row.
    Result<qint64> integer(const QString& sql, const QVariantList& values = {});

    /// Whether a Transaction is open on this connection.
    bool inTransaction() const { return m_depth > 0; }

    /// Whether the connection has gone (PostgreSQL). The next outermost Transaction, and the next query of a
    /// connection that only reads, connect anew by themselves; until that succeeds everything is Unavailable.
    bool isLost() const;
    /// The gravest thing that went wrong since the outermost Transaction began, whether or not somebody
    /// handled it: what decides if the transaction may be run again.
    std::optional<Error::Kind> faultOfTransaction() const { return m_faultOfTransaction; }

private:
    friend class Transaction;
    Database(std::unique_ptr<Connection> connection, Address address, Options options);
    static Result<std::unique_ptr<Connection>> connect(const Address& address, const Options& options);
    bool reconnect();
    tl::unexpected<Error> failed(const Error& error);
    Result<Rows> queryOnce(const QString& sql, const QVariantList& values);
    Result<std::shared_ptr<CachedStatement>> prepared(const QString& sql);
    Outcome step(Step step, const QString& sql) const;
    void forgetLeastUsed();

    std::unique_ptr<Connection> m_connection;
    Address m_address;
    Options m_options;
    std::optional<Error::Kind> m_faultOfTransaction;
    QHash<QString, std::shared_ptr<CachedStatement>> m_statements; ///< gone before their connection
    quint64 m_calls = 0;
    int m_depth = 0;
};

template<class Map>
auto Database::one(const QString& sql, const QVariantList& values, Map map)
    -> Result<std::optional<decltype(map(std::declval<const Row&>()))>>
{
    using T = decltype(map(std::declval<const Row&>()));
    auto rows = query(sql, values);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto more = rows->next();
    if (!more)
        return tl::unexpected(more.error());
    if (!*more)
        return std::optional<T>{};
    return std::optional<T>(map(rows->row()));
}

template<class Map>
auto Database::all(const QString& sql, const QVariantList& values, Map map)
    -> Result<QList<decltype(map(std::declval<const Row&>()))>>
{
    QList<decltype(map(std::declval<const Row&>()))> list;
    if (const auto done = each(sql, values, [&](const Row& row) { list.append(map(row)); }); !done)
        return tl::unexpected(done.error());
    return list;
}

} // namespace belanjain::storage
