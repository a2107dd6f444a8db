// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/error.h"

#include <QSqlError>

namespace belanjain::storage
{
using namespace Qt::StringLiterals;
namespace
{

// https://www.postgresql.org/docs/15/errcodes-appendix.html
Error::Kind postgresKind(const QString& state)
{
    if (state == u"40001")
        return Error::Kind::Serialization;
    if (state == u"40P01")
        return Error::Kind::Deadlock;
    if (state == u"55P03")
        return Error::Kind::Busy;
    if (state.startsWith(u"23"))
        return Error::Kind::Constraint;
    if (state.startsWith(u"53100"))
        return Error::Kind::Full;
    if (state.startsWith(u"XX"))
        return Error::Kind::Corrupt;
    if (state.startsWith(u"08") || state.startsWith(u"57P") || state.startsWith(u"53"))
        return Error::Kind::Unavailable;
    return Error::Kind::Other;
}

} // namespace

// https://www.sqlite.org/rescode.html; the low byte is the primary code.
Error::Kind sqliteKind(int code)
{
    switch (code & 0xff) {
    case 5:
    case 6:
        return Error::Kind::Busy;
    case 10: // I/O error
    case 14: // cannot open
    case 8:  // read-only
        return Error::Kind::Unavailable;
    case 11:
    case 26:
        return Error::Kind::Corrupt;
    case 13:
        return Error::Kind::Full;
    case 19:
        return Error::Kind::Constraint;
    default:
        return Error::Kind::Other;
    }
}

Error toError(const QSqlError& error, Dialect dialect, const QString& context)
{
    const QString native = error.nativeErrorCode();
    Error result;
    // libpq has no state for what it notices itself: the server cannot be reached, or is gone.
    if (native.isEmpty() && (dialect == Dialect::Postgres || error.type() == QSqlError::ConnectionError))
        result.kind = Error::Kind::Unavailable;
    else
        result.kind = dialect == Dialect::Sqlite ? sqliteKind(native.toInt()) : postgresKind(native);
    result.text = u"%1 [%2] in: %3"_s.arg(error.text().trimmed(), native, context.left(300));
    return result;
}

} // namespace belanjain::storage
