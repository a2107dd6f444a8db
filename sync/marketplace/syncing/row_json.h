// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/syncing/space.h"
#include "storage/database.h"

#include <QJsonObject>

namespace belanjain::marketplace
{

/// The SQL expression that writes a row of the table, called r in the query, as one protocol::SyncRow in
/// UTF-8: the database makes the bytes that go out, and nothing in between parses or builds JSON.
QString rowJsonSql(const storage::Database& db, SyncedTable table);

/// The column that says which space a row belongs to.
QString spaceColumn(SyncedTable table);

/// The tables that rows are read from, in the order of a snapshot; variants come with their products.
const QList<SyncedTable>& readableTables();

/// A deleted row as a SyncRow.
QByteArray tombstoneJson(const QString& table, const QString& id, qint64 version);

/// The row's data with its version, as `current` of a result; empty when there is none in the space.
storage::Result<QJsonObject> currentRow(storage::Database& db, SyncedTable table, const QString& space,
                                        const QString& id);

} // namespace belanjain::marketplace
