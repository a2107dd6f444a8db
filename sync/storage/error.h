// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace belanjain::storage
{

enum class Dialect { Sqlite, Postgres };

/// What a database call failed with, sorted by what the caller can do about it.
struct Error
{
    enum class Kind {
        Constraint,    ///< UNIQUE, CHECK or FOREIGN KEY said no: a rule, not a fault
        Busy,          ///< lock not had in time: try again
        Serialization, ///< PostgreSQL 40001: run the transaction again
        Deadlock,      ///< PostgreSQL 40P01: run the transaction again
        Full,          ///< disk full
        Corrupt,       ///< not a database, or a damaged one
        Unavailable,   ///< server gone, file cannot be opened, I/O error
        Other,
    };
    Kind kind = Kind::Other;
    QString text; ///< the driver's words with the statement; for logs, never for people or responses

    bool isTransient() const
    {
        return kind == Kind::Busy || kind == Kind::Serialization || kind == Kind::Deadlock;
    }
};

template<class T>
using Result = tl::expected<T, Error>;
using Outcome = Result<void>;

/// Of SQLite's result code, extended or not.
Error::Kind sqliteKind(int code);
/// By SQLSTATE.
Error::Kind postgresKind(const QString& state);

} // namespace belanjain::storage
