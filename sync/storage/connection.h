// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/error.h"

#include <QByteArray>
#include <QString>
#include <QVariantList>

#include <memory>

namespace belanjain::storage
{

struct Address;
struct Options;

/// A prepared statement of one connection: run, read row by row, finished, run again.
class Statement
{
public:
    Statement() = default;
    virtual ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    virtual Outcome execute(const QVariantList& values) = 0;
    /// Steps to the next row: false at the end.
    virtual Result<bool> next() = 0;
    /// Rows the last execute() changed.
    virtual qint64 affected() const = 0;
    /// Gives up what is left to read; the statement can be executed again.
    virtual void finish() = 0;

    // Of the row it stands on.
    virtual bool isNull(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual bool boolean(int column) const = 0;
};

/// One open connection of either dialect. Belongs to the thread that opened it; outlives its statements.
class Connection
{
public:
    Connection() = default;
    virtual ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    virtual Result<std::unique_ptr<Statement>> prepare(const QString& sql) = 0;
    /// Runs a statement once, without values.
    virtual Outcome execute(const QString& sql) = 0;
    /// Whether the server behind it is gone; only another connection helps.
    virtual bool isLost() const { return false; }
};

/// Through SQLite's own interface: of the nine microseconds that a row of twenty columns takes through QtSql,
/// eight go into binding, and reading is no better.
Result<std::unique_ptr<Connection>> openSqlite(const Address& address, const Options& options);
/// Through libpq: values go apart from the statement, and what is lost is told from what is refused.
Result<std::unique_ptr<Connection>> openPostgres(const Address& address, const Options& options);

} // namespace belanjain::storage
