// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/error.h"

namespace belanjain::storage
{
// https://www.postgresql.org/docs/15/errcodes-appendix.html
Error::Kind postgresKind(const QString& state)
{
    if (state == u"40001")
        return Error::Kind::Serialization;
    if (state == u"40P01")
        return Error::Kind::Deadlock;
    if (state == u"55P03" || state == u"57014") // a lock not had in time, a statement cut short
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

} // namespace belanjain::storage
