// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/error.h"

#include <QList>
#include <QString>

#include <utility>

namespace belanjain::storage
{

/// Where a database is: "sqlite:FILE" or "postgresql://user:password@host:port/name". Of PostgreSQL's own
/// parameters ?host= (a socket's folder too), user, password, sslmode, sslrootcert, sslcert and sslkey are
/// known. What is not said is libpq's to find: PGUSER, PGPASSWORD, ~/.pgpass, the socket.
struct Address
{
    Dialect dialect = Dialect::Sqlite;
    QString file; ///< SQLite
    QString host;
    int port = -1;
    QString user;
    QString password;
    QString name;
    QList<std::pair<QString, QString>> tls; ///< sslmode and its like

    static Address sqlite(const QString& file) { return {.dialect = Dialect::Sqlite, .file = file}; }
    /// The error's text is fit for a command line.
    static tl::expected<Address, QString> parse(const QString& text);
};

} // namespace belanjain::storage
