// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "ports/id_factory.h"
#include "protocol/row_sum.h"
#include "storage/database.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <array>
#include <map>

namespace belanjain::marketplace
{

/// A unit of sync: a store's rows, or a customer's. Its id is the store's or the user's.
enum class SpaceKind : quint8 { Store, Customer };

/// The tables whose rows are synced. Each has the columns id and version (0 until first stamped).
enum class SyncedTable : quint8 { Stores, Products, Variants, Orders, Reviews };
inline constexpr int syncedTableCount = 5;

/// The table's name in SQL and on the wire, which are the same.
QString tableName(SyncedTable table);

struct SpaceHead
{
    QString space;
    QString epoch;
    qint64 version = 0;
    qint64 horizon = 0; ///< cursors below it miss tombstones that are gone
    qint64 rowCount = 0;
    protocol::RowSum rowSum;

    bool operator==(const SpaceHead&) const = default;
};

/// Sent round once the transaction that made it has committed.
struct HeadChange
{
    QString space;
    qint64 version = 0;

    bool operator==(const HeadChange&) const = default;
};

/// Makes a space with nothing in it. Its epoch is the database's, which is made with the first space.
storage::Outcome createSpace(storage::Database& database, const QString& space, SpaceKind kind,
                             ports::IdFactory& ids);

/// nullopt when there is no such space.
storage::Result<std::optional<SpaceHead>> readHead(storage::Database& database, const QString& space);

/// Gathers, inside one transaction, which synced rows were written, and at finish() gives each a version
/// of its own above the space's head, brings the head's row count and row sum along, and leaves
/// tombstones. Rows get their versions in the order in which they were first named, so that a product
/// named before its variants is pulled before them.
///
/// finish() is the transaction's last write: it takes the heads' locks in ascending id of space, which
/// makes the order of versions the order of commits and keeps two writers from waiting for each other.
/// When it fails, roll back.
class SpaceWriter
{
public:
    SpaceWriter(storage::Database& database, Instant now) : m_database(database), m_now(now) {}
    SpaceWriter(const SpaceWriter&) = delete;
    SpaceWriter& operator=(const SpaceWriter&) = delete;

    /// The row was inserted by this transaction, with version 0.
    void created(const QString& space, SyncedTable table, const QString& id);
    /// The row was changed. Naming it again, or after created(), is harmless.
    void changed(const QString& space, SyncedTable table, const QString& id);
    /// Deletes the row and leaves a tombstone for it.
    storage::Outcome remove(const QString& space, SyncedTable table, const QString& id);

    bool isEmpty() const { return m_spaces.empty(); }

    /// The spaces that moved on; empty when nothing was named. Pass them to the events hub after commit.
    storage::Result<QList<HeadChange>> finish();

private:
    struct Touched
    {
        SyncedTable table;
        QString id;
        bool isNew = false;
        bool removed = false;
        qint64 oldVersion = 0; ///< 0 for a new row
    };
    struct Pending
    {
        QList<Touched> rows;
        QHash<QString, qsizetype> index;
    };
    /// A row's new version.
    struct Stamp
    {
        QString id;
        qint64 version = 0;
    };
    using Stamps = std::array<QList<Stamp>, syncedTableCount>;
    using Spaces = std::map<QString, Pending>;

    Touched& note(const QString& space, SyncedTable table, const QString& id, bool isNew);
    storage::Result<qint64> currentVersion(SyncedTable table, const QString& id);
    storage::Result<std::map<QString, SpaceHead>> lockHeads(const Spaces& spaces);
    storage::Outcome readVersions(Spaces& spaces);
    storage::Outcome moveOn(SpaceHead& head, const QList<Touched>& rows, Stamps& stamps);
    storage::Outcome stamp(const Stamps& stamps);
    storage::Outcome store(const std::map<QString, SpaceHead>& heads);
    storage::Outcome bury(const QString& space, const Touched& row, qint64 version);

    storage::Database& m_database;
    Instant m_now;
    Spaces m_spaces; ///< ascending, which is the order of locking
};

} // namespace belanjain::marketplace
