// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/space.h"

#include <algorithm>
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

constexpr char16_t headColumns[] = u"SELECT space, epoch, version, horizon, row_count, row_sum FROM space_head WHERE space ";

/// The most rows of one statement: bounds the number of different ones.
constexpr qsizetype rowsAtOnce = 50;

/// "?, ?, ?".
QString marks(qsizetype count) { return QStringList(count, u"?"_s).join(u", "); }

/// "(?, ?), (?, ?)"; the first row says what the columns are, which PostgreSQL wants to know.
QString tuples(qsizetype count, const QString& first, const QString& other)
{
    QStringList list(count, other);
    list[0] = first;
    return list.join(u", ");
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
    return database.one(QString::fromUtf16(headColumns) + u"= ?"_s, {space}, headFrom);
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
    const auto gone = m_database.run(u"DELETE FROM %1 WHERE id = ?"_s.arg(tableName(table)), {id});
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
    Spaces spaces = std::exchange(m_spaces, {});
    auto heads = lockHeads(spaces);
    if (!heads)
        return tl::unexpected(heads.error());
    if (const auto read = readVersions(spaces); !read)
        return tl::unexpected(read.error());
    Stamps stamps;
    for (const auto& [space, pending] : spaces) {
        SpaceHead& head = heads->at(space);
        if (const auto moved = moveOn(head, pending.rows, stamps); !moved)
            return tl::unexpected(moved.error());
        changes.append({space, head.version});
    }
    if (const auto stamped = stamp(stamps); !stamped)
        return tl::unexpected(stamped.error());
    if (const auto stored = store(*heads); !stored)
        return tl::unexpected(stored.error());
    return changes;
}

Result<std::map<QString, SpaceHead>> SpaceWriter::lockHeads(const Spaces& spaces)
{
    std::map<QString, SpaceHead> heads;
    for (auto it = spaces.cbegin(); it != spaces.cend();) {
        QVariantList values;
        for (; it != spaces.cend() && values.size() < rowsAtOnce; ++it)
            values << it->first;
        const QString order = m_database.isPostgres() ? u" ORDER BY space FOR NO KEY UPDATE"_s : QString();
        const auto read = m_database.each(QString::fromUtf16(headColumns) + u"IN ("_s + marks(values.size()) + u')' + order, values,
                                          [&](const Row& row) {
                                              SpaceHead head = headFrom(row);
                                              heads.emplace(head.space, head);
                                          });
        if (!read)
            return tl::unexpected(read.error());
    }
    for (const auto& [space, pending] : spaces) {
        if (!heads.contains(space))
            return tl::unexpected(missing(u"no space "_s + space));
    }
    return heads;
}

/// Of the rows that were there before and still are.
Outcome SpaceWriter::readVersions(Spaces& spaces)
{
    std::array<QList<Touched*>, syncedTableCount> byTable;
    for (auto& [space, pending] : spaces) {
        for (Touched& row : pending.rows) {
            if (!row.isNew && !row.removed)
                byTable[size_t(row.table)].append(&row);
        }
    }
    for (size_t table = 0; table < byTable.size(); ++table) {
        const QString name = tableName(SyncedTable(table));
        for (qsizetype from = 0; from < byTable[table].size(); from += rowsAtOnce) {
            QHash<QString, Touched*> some;
            QVariantList values;
            for (qsizetype i = from; i < std::min(from + rowsAtOnce, byTable[table].size()); ++i) {
                some.insert(byTable[table][i]->id, byTable[table][i]);
                values << byTable[table][i]->id;
            }
            qsizetype found = 0;
            const auto read = m_database.each(
                u"SELECT id, version FROM %1 WHERE id IN (%2)"_s.arg(name, marks(values.size())), values, [&](const Row& row) {
                    some.value(row.text(0))->oldVersion = row.integer(1);
                    ++found;
                });
            if (!read)
                return read;
            if (found != values.size())
                return tl::unexpected(missing(u"a row of %1 is not there"_s.arg(name)));
        }
    }
    return {};
}

/// Gives the rows their versions and brings the head along.
Outcome SpaceWriter::moveOn(SpaceHead& head, const QList<Touched>& rows, Stamps& stamps)
{
    for (const Touched& row : rows) {
        const QString table = tableName(row.table);
        ++head.version;
        if (row.oldVersion > 0) {
            head.rowSum.remove(protocol::rowShare(table, row.id, row.oldVersion));
            --head.rowCount;
        }
        if (row.removed) {
            if (const auto buried = bury(head.space, row, head.version); !buried)
                return buried;
            continue;
        }
        head.rowSum.add(protocol::rowShare(table, row.id, head.version));
        ++head.rowCount;
        stamps[size_t(row.table)].append({row.id, head.version});
    }
    return {};
}

Outcome SpaceWriter::stamp(const Stamps& stamps)
{
    for (size_t table = 0; table < stamps.size(); ++table) {
        const QList<Stamp>& all = stamps[table];
        const QString name = tableName(SyncedTable(table));
        for (qsizetype from = 0; from < all.size(); from += rowsAtOnce) {
            const qsizetype count = std::min(rowsAtOnce, all.size() - from);
            QVariantList values;
            values.reserve(count * 2);
            for (qsizetype i = from; i < from + count; ++i)
                values << all[i].id << all[i].version;
            const auto stamped = m_database.run(
                u"WITH s(id, version) AS (VALUES %1) UPDATE %2 SET version = s.version FROM s WHERE %2.id = s.id"_s.arg(
                    tuples(count, u"(CAST(? AS TEXT), CAST(? AS BIGINT))"_s, u"(?, ?)"_s), name),
                values);
            if (!stamped)
                return tl::unexpected(stamped.error());
            if (*stamped != count)
                return tl::unexpected(missing(u"a row of %1 is not there"_s.arg(name)));
        }
    }
    return {};
}

Outcome SpaceWriter::store(const std::map<QString, SpaceHead>& heads)
{
    for (auto it = heads.cbegin(); it != heads.cend();) {
        QVariantList values;
        qsizetype count = 0;
        for (; it != heads.cend() && count < rowsAtOnce; ++it, ++count)
            values << it->first << it->second.version << it->second.rowCount << qint64(it->second.rowSum.value());
        const auto stored = m_database.run(
            u"WITH h(space, version, row_count, row_sum) AS (VALUES %1) UPDATE space_head SET version = h.version, "
            "row_count = h.row_count, row_sum = h.row_sum FROM h WHERE space_head.space = h.space"_s.arg(
                tuples(count, u"(CAST(? AS TEXT), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))"_s, u"(?, ?, ?, ?)"_s)),
            values);
        if (!stored)
            return tl::unexpected(stored.error());
    }
    return {};
}

Result<qint64> SpaceWriter::currentVersion(SyncedTable table, const QString& id)
{
    const auto version =
        m_database.one(u"SELECT version FROM %1 WHERE id = ?"_s.arg(tableName(table)), {id}, [](const Row& row) { return row.integer(0); });
    if (!version)
        return tl::unexpected(version.error());
    if (!*version)
        return tl::unexpected(missing(u"no row %1 in %2"_s.arg(id, tableName(table))));
    return **version;
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
