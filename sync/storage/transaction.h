// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace belanjain::storage
{

/// A transaction that rolls back when its scope ends without commit(). Inside another one it is a
/// savepoint: its own work can be undone alone, and is durable once the outermost has committed.
class Transaction
{
public:
    /// Takes the write lock at once on SQLite, so that no later statement fails for want of it.
    static Result<Transaction> begin(Database& database);
    /// A read transaction: every query in it sees one snapshot.
    static Result<Transaction> beginRead(Database& database);

    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// On an error nothing of the transaction was kept.
    Outcome commit();
    void rollback();

private:
    Transaction(Database& database, int depth) : m_database(&database), m_depth(depth) {}
    static Result<Transaction> start(Database& database, const QString& beginSql);
    QString savepointName() const;

    Database* m_database;
    int m_depth;
};

} // namespace belanjain::storage
