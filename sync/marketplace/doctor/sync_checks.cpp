// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/doctor/checks.h"

#include "marketplace/syncing/row_json.h"
#include "marketplace/syncing/space.h"

#include <algorithm>
#include <vector>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Row;
namespace
{

/// What a space's rows say, against what its head does.
struct Recount
{
    qint64 rows = 0;
    protocol::RowSum sum;
    std::vector<qint64> versions;
};

Outcome recount(Database& db, const QString& space, Recount& recount)
{
    for (const SyncedTable table : readableTables()) {
        const QString name = tableName(table);
        const auto done =
            db.each(u"SELECT id, version FROM %1 WHERE %2 = ?"_s.arg(name, spaceColumn(table)), {space},
                    [&](const Row& row) {
                        ++recount.rows;
                        recount.sum.add(protocol::rowShare(name, row.text(0), row.integer(1)));
                        recount.versions.push_back(row.integer(1));
                    });
        if (!done)
            return done;
    }
    return db.each(u"SELECT version FROM sync_tombstones WHERE space = ?"_s, {space},
                   [&](const Row& row) { recount.versions.push_back(row.integer(0)); });
}

Outcome headsHold(Database& db, Findings& findings)
{
    struct Head
    {
        QString space;
        qint64 version;
        qint64 rows;
        quint64 sum;
    };
    const auto heads = db.all(u"SELECT space, version, row_count, row_sum FROM space_head WHERE kind = 'store'"_s, {},
                              [](const Row& row) {
                                  return Head{row.text(0), row.integer(1), row.integer(2), quint64(row.integer(3))};
                              });
    if (!heads)
        return tl::unexpected(heads.error());
    for (const Head& head : *heads) {
        Recount counted;
        if (const auto done = recount(db, head.space, counted); !done)
            return done;
        if (counted.rows != head.rows)
            findings.add(head.space, u"its head says %1 rows, there are %2"_s.arg(head.rows).arg(counted.rows));
        if (counted.sum.value() != head.sum)
            findings.add(head.space, u"its head's sum is not that of its rows"_s);
        std::sort(counted.versions.begin(), counted.versions.end());
        if (!counted.versions.empty() && counted.versions.back() > head.version)
            findings.add(head.space, u"a row has version %1, its head %2"_s.arg(counted.versions.back()).arg(head.version));
        if (!counted.versions.empty() && counted.versions.front() < 1)
            findings.add(head.space, u"a row has no version"_s);
        if (const auto twice = std::adjacent_find(counted.versions.begin(), counted.versions.end());
            twice != counted.versions.end())
            findings.add(head.space, u"two rows have version %1"_s.arg(*twice));
    }
    return {};
}

Outcome tombstonesAreOfTheDead(Database& db, Findings& findings)
{
    for (const SyncedTable table : readableTables()) {
        const auto done = db.each(u"SELECT t.space, t.row_id FROM sync_tombstones t JOIN %1 r ON r.id = t.row_id "
                                  "WHERE t.table_name = '%1'"_s.arg(tableName(table)), {}, [&](const Row& row) {
                                      findings.add(row.text(0), u"has a tombstone for %1, which is there"_s.arg(row.text(1)));
                                  });
        if (!done)
            return done;
    }
    return {};
}

} // namespace

QList<Check> syncChecks()
{
    return {
        {u"space head"_s, headsHold},
        {u"tombstones"_s, tombstonesAreOfTheDead},
        queryCheck({u"spaces of stores"_s,
                    u"SELECT s.id, s.name FROM stores s WHERE NOT EXISTS (SELECT 1 FROM space_head h WHERE h.space = s.id)"_s,
                    u"the store %1 has no space"_s}),
        queryCheck({u"epochs"_s,
                    u"SELECT h.space, h.epoch FROM space_head h WHERE NOT EXISTS "
                    "(SELECT 1 FROM sync_epoch e WHERE e.epoch = h.epoch)"_s,
                    u"has epoch %1, which is not the database's"_s}),
        queryCheck({u"horizon"_s, u"SELECT space, horizon, version FROM space_head WHERE horizon > version"_s,
                    u"its horizon %1 is above its version %2"_s}),
        queryCheck({u"desktops' results"_s,
                    u"SELECT r.device_id, r.seq, d.last_seq FROM sync_results r JOIN sync_devices d "
                    "ON d.space = r.space AND d.device_id = r.device_id WHERE r.seq > d.last_seq"_s,
                    u"has the result of operation %1, the last one is %2"_s}),
    };
}

} // namespace belanjain::marketplace
