// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/space.h"

#include <array>
#include <utility>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Outcome;
using storage::Result;
using storage::Row;
namespace
{

storage::Error missing(const QString& what) { return {storage::Error::Kind::Other, what}; }

SpaceHead headFrom(const Row& row)
{
    return {.space = row.text(0),
            .epoch = row.text(1),
            .version = row.integer(2),
            .horizon = row.integer(3),
            .rowCount = row.integer(4),
            .rowSum = protocol::RowSum(quint64(row.integer(5)))};
}

QString headSql(bool lock)
{
    const QString sql = u"SELECT space, epoch, version, horizon, row_count, row_sum FROM space_head WHERE space = ?"_s;
    return lock ? sql + u" FOR UPDATE"_s : sql;
}

/// The statements of one table, made once: they are looked up by their text.
struct TableSql
{
    QString version;
    QString stamp;
    QString erase;
};

const TableSql& sqlOf(SyncedTable table)
{
    static const auto all = [] {
        std::array<TableSql, syncedTableCount> made;
        for (int i = 0; i < syncedTableCount; ++i) {
            const QString name = tableName(SyncedTable(i));
            made[size_t(i)] = {u"SELECT version FROM %1 WHERE id = ?"_s.arg(name),
                               u"UPDATE %1 SET version = ? WHERE id = ?"_s.arg(name),
                               u"DELETE FROM %1 WHERE id = ?"_s.arg(name)};
        }
        return made;
    }();
    return all[size_t(table)];
}

Result<QString> databaseEpoch(storage::Database& database, ports::IdFactory& ids)
{
    const QString made = ids.make<DeviceId>().toString();
    const auto inserted = database.run(
        u"INSERT INTO sync_epoch (singleton, epoch) VALUES (1, ?) ON CONFLICT (singleton) DO NOTHING"_s, {made});
    if (!inserted)
        return tl::unexpected(inserted.error());
    const auto epoch = database.one(u"SELECT epoch FROM sync_epoch"_s, {}, [](const Row& row) { return row.text(0); });
    if (!epoch)
        return tl::unexpected(epoch.error());
    return epoch->value_or(made);
}

} // namespace

QString tableName(SyncedTable table)
{
    switch (table) {
    case SyncedTable::Stores:
        return u"stores"_s;
    case SyncedTable::Products:
        return u"products"_s;
    case SyncedTable::Variants:
        return u"variants"_s;
    case SyncedTable::Orders:
        return u"orders"_s;
    case SyncedTable::Reviews:
        return u"reviews"_s;
    }
    return {};
}

Outcome createSpace(storage::Database& database, const QString& space, SpaceKind kind, ports::IdFactory& ids)
{
    const auto epoch = databaseEpoch(database, ids);
    if (!epoch)
        return tl::unexpected(epoch.error());
    const auto done = database.run(u"INSERT INTO space_head (space, kind, epoch) VALUES (?, ?, ?)"_s,
                                   {space, kind == SpaceKind::Store ? u"store"_s : u"customer"_s, *epoch});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

Result<std::optional<SpaceHead>> readHead(storage::Database& database, const QString& space)
{
    return database.one(headSql(false), {space}, headFrom);
}

SpaceWriter::Touched& SpaceWriter::note(const QString& space, SyncedTable table, const QString& id, bool isNew)
{
    Pending& pending = m_spaces[space];
    const QString key = QChar(u'0' + int(table)) + id;
    if (const auto found = pending.index.constFind(key); found != pending.index.cend())
        return pending.rows[*found];
    pending.index.insert(key, pending.rows.size());
    pending.rows.append(Touched{.table = table, .id = id, .isNew = isNew});
    return pending.rows.last();
}

void SpaceWriter::created(const QString& space, SyncedTable table, const QString& id) { note(space, table, id, true); }

void SpaceWriter::changed(const QString& space, SyncedTable table, const QString& id) { note(space, table, id, false); }

Outcome SpaceWriter::remove(const QString& space, SyncedTable table, const QString& id)
{
    const auto version = currentVersion(table, id);
    if (!version)
        return tl::unexpected(version.error());
    const auto gone = m_database.run(sqlOf(table).erase, {id});
    if (!gone)
        return tl::unexpected(gone.error());
    Touched& row = note(space, table, id, false);
    row.removed = true;
    row.oldVersion = *version;
    return {};
}

Result<QList<HeadChange>> SpaceWriter::finish()
{
    QList<HeadChange> changes;
    const auto spaces = std::exchange(m_spaces, {});
    for (const auto& [space, pending] : spaces) {
        const auto change = finishSpace(space, pending.rows);
        if (!change)
            return tl::unexpected(change.error());
        changes.append(*change);
    }
    return changes;
}

Result<HeadChange> SpaceWriter::finishSpace(const QString& space, const QList<Touched>& rows)
{
    const auto found = m_database.one(headSql(m_database.isPostgres()), {space}, headFrom);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return tl::unexpected(missing(u"no space "_s + space));
    SpaceHead head = **found;
    for (const Touched& row : rows) {
        if (const auto done = stamp(row, ++head.version, head); !done)
            return tl::unexpected(done.error());
    }
    const auto updated =
        m_database.run(u"UPDATE space_head SET version = ?, row_count = ?, row_sum = ? WHERE space = ?"_s,
                       {head.version, head.rowCount, qint64(head.rowSum.value()), space});
    if (!updated)
        return tl::unexpected(updated.error());
    return HeadChange{space, head.version};
}

Result<qint64> SpaceWriter::currentVersion(SyncedTable table, const QString& id)
{
    const auto version =
        m_database.one(sqlOf(table).version, {id}, [](const Row& row) { return row.integer(0); });
    if (!version)
        return tl::unexpected(version.error());
    if (!*version)
        return tl::unexpected(missing(u"no row %1 in %2"_s.arg(id, tableName(table))));
    return **version;
}

Outcome SpaceWriter::stamp(const Touched& row, qint64 version, SpaceHead& head)
{
    const QString table = tableName(row.table);
    qint64 before = row.oldVersion;
    if (!row.isNew && !row.removed) {
        const auto current = currentVersion(row.table, row.id);
        if (!current)
            return tl::unexpected(current.error());
        before = *current;
    }
    if (before > 0) {
        head.rowSum.remove(protocol::rowShare(table, row.id, before));
        --head.rowCount;
    }
    if (row.removed)
        return bury(head.space, row, version);
    head.rowSum.add(protocol::rowShare(table, row.id, version));
    ++head.rowCount;
    const auto stamped = m_database.run(sqlOf(row.table).stamp, {version, row.id});
    if (!stamped)
        return tl::unexpected(stamped.error());
    if (*stamped != 1)
        return tl::unexpected(missing(u"no row %1 in %2"_s.arg(row.id, table)));
    return {};
}

Outcome SpaceWriter::bury(const QString& space, const Touched& row, qint64 version)
{
    const auto done = m_database.run(
        u"INSERT INTO sync_tombstones (space, table_name, row_id, version, deleted_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (space, table_name, row_id) DO UPDATE SET version = excluded.version, "
        "deleted_at = excluded.deleted_at"_s,
        {space, tableName(row.table), row.id, version, m_now.ms});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace belanjain::marketplace
