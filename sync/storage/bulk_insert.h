// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace belanjain::storage {

/// Inserts very many rows into a SQLite file (see checkedFile()) that nothing else has open, through SQLite's own interface:
/// of the nine microseconds a row of twenty columns takes through QtSql, eight go into binding. One
/// transaction from open() to finish(), not durable; what breaks off leaves a file to throw away.
class BulkInsert
{
public:
    /// One INSERT with positional parameters; values are given from left to right.
    class Statement
    {
    public:
        ~Statement();
        Statement(Statement&& other) noexcept;
        Statement& operator=(Statement&&) = delete;

        void integer(qint64 value);
        void text(const QString& value);
        void blob(const QByteArray& value);
        void null();
        /// Inserts the row and starts the next.
        Outcome step();

    private:
        friend class BulkInsert;
        Statement(sqlite3* connection, sqlite3_stmt* statement);
        void took(int result);

        sqlite3* m_connection;
        sqlite3_stmt* m_statement;
        QList<QByteArray> m_held; ///< bytes that have to stay until the step
        int m_next = 1;
        int m_wrong = 0; ///< the first result that was not well
    };

    static Result<std::unique_ptr<BulkInsert>> open(const QString& file, int cacheKiB,
                                                    const FaultHook& fault = {});
    ~BulkInsert();
    BulkInsert(const BulkInsert&) = delete;
    BulkInsert& operator=(const BulkInsert&) = delete;

    /// Statements have to be gone before finish().
    Result<Statement> prepare(const QString& sql);
    Outcome finish();

private:
    BulkInsert(sqlite3* connection, const FaultHook& fault)
        : m_connection(connection)
        , m_fault(fault)
    {}
    Outcome execute(Step step, const char* sql);

    sqlite3* m_connection;
    FaultHook m_fault;
};

} // namespace belanjain::storage
