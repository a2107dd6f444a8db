// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/doctor/checks.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Row;
namespace
{

Outcome fileIsSound(Database& db, Findings& findings)
{
    return db.each(u"PRAGMA integrity_check(20)"_s, {}, [&](const Row& row) {
        if (row.text(0) != u"ok")
            findings.add(u"database"_s, row.text(0));
    });
}

Outcome referencesHold(Database& db, Findings& findings)
{
    return db.each(u"PRAGMA foreign_key_check"_s, {}, [&](const Row& row) {
        const QString place = row.isNull(1) ? row.text(0) : u"%1 row %2"_s.arg(row.text(0), row.text(1));
        findings.add(place, u"refers to a row of %1 that is not there"_s.arg(row.text(2)));
    });
}

} // namespace

/// PostgreSQL keeps references by itself, and has tools of its own for its files.
QList<Check> storageChecks(const Database& db)
{
    if (db.isPostgres())
        return {};
    return {{u"file"_s, fileIsSound}, {u"references"_s, referencesHold}};
}

} // namespace belanjain::marketplace
