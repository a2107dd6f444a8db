// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/error.h"

#include <QString>

namespace belanjain::storage
{

/// Where a database is: "sqlite:FILE" or "postgresql://user:password@host:port/name".
struct Address
{
    Dialect dialect = Dialect::Sqlite;
    QString file; ///< SQLite
    QString host;
    int port = -1;
    QString user;
    QString password;
    QString name;

    static Address sqlite(const QString& file) { return {.dialect = Dialect::Sqlite, .file = file}; }
    /// The error's text is fit for a command line.
    static tl::expected<Address, QString> parse(const QString& text);
};

} // namespace belanjain::storage
