// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/transaction.h"

namespace belanjain::storage
{
using namespace Qt::StringLiterals;
namespace
{

/// Prepared once and kept on SQLite, where savepoints come thousands of times a second; PostgreSQL does not
/// prepare them.
Outcome control(Database& database, const QString& sql)
{
    if (database.isPostgres())
        return database.execute(sql);
    const auto done = database.run(sql);
    return done ? Outcome{} : tl::unexpected(done.error());
}

} // namespace

Result<Transaction> Transaction::begin(Database& database)
{
    return start(database, database.isPostgres() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
}

Result<Transaction> Transaction::beginRead(Database& database)
{
    return start(database, database.isPostgres() ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s : u"BEGIN"_s);
}

Result<Transaction> Transaction::start(Database& database, const QString& beginSql)
{
    if (const auto allowed = database.step(Step::Begin, beginSql); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction(database, database.m_depth + 1);
    const QString sql =
        transaction.m_depth == 1 ? beginSql : u"SAVEPOINT "_s + transaction.savepointName();
    if (transaction.m_depth == 1) {
        if (database.isLost())
            database.reconnect(); // if it fails, BEGIN says so
        database.m_faultOfTransaction.reset();
    }
    auto begun = control(database, sql);
    // That the connection has gone shows only when it is used; nothing has been done on it yet.
    if (!begun && transaction.m_depth == 1 && database.isLost() && database.reconnect())
        begun = control(database, sql);
    if (!begun) {
        transaction.m_database = nullptr;
        return tl::unexpected(begun.error());
    }
    ++database.m_depth;
    return transaction;
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(other.m_database), m_depth(other.m_depth)
{
    other.m_database = nullptr;
}

Transaction::~Transaction() { rollback(); }

QString Transaction::savepointName() const { return u"s%1"_s.arg(m_depth); }

Outcome Transaction::commit()
{
    if (!m_database)
        return tl::unexpected(Error{Error::Kind::Other, u"transaction already ended"_s});
    auto done = m_database->step(Step::Commit, {});
    if (done)
        done = control(*m_database, m_depth == 1 ? u"COMMIT"_s : u"RELEASE SAVEPOINT "_s + savepointName());
    if (!done) {
        rollback();
        return done;
    }
    --m_database->m_depth;
    m_database = nullptr;
    return {};
}

void Transaction::rollback()
{
    if (!m_database)
        return;
    Database& database = *m_database;
    m_database = nullptr;
    --database.m_depth;
    // The fault hook is passed by: a rollback that fails leaves nothing to decide, the connection's
    // loss rolls back as well.
    if (m_depth == 1) {
        (void)(database.m_connection && database.m_connection->execute(u"ROLLBACK"_s));
    } else if (database.m_connection) {
        (void)database.m_connection->execute(u"ROLLBACK TO SAVEPOINT "_s + savepointName());
        (void)database.m_connection->execute(u"RELEASE SAVEPOINT "_s + savepointName());
    }
}

} // namespace belanjain::storage
