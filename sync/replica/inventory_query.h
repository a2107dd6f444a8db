// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"
#include "storage/statement.h"

#include <QStringList>
#include <QVariant>

namespace belanjain::replica
{

// The SQL behind the stock table. Every order is walked along an index of its own, so a first page costs
// its rows and not the table's; ties go by the product's place, the variant's position in it, and the row
// number, and a descending order is the ascending one reversed.

struct Sql
{
    QString text;
    QVariantList values;
};

/// Statements that, one after the other, give the row numbers (in the first column) of every variant on
/// these shelves in order.
QStringList orderSql(ports::InventorySort sort, ports::StatusFilter status, bool descending);

/// The same for the given rows only (a JSON array as the one value); for few rows.
QString orderOfRowsSql(ports::InventorySort sort, ports::StatusFilter status, bool descending);

/// The first rows along an order, `limit` of them looked at, that pass every filter but the words: row
/// number and indexed text. Only sorts with a single statement can be walked; empty otherwise.
Sql walkSql(const ports::InventoryQuery& query, int limit);

/// For each filter of the query but status and words, the row numbers that pass it.
QList<Sql> filterSql(const ports::InventoryQuery& query);

/// Row numbers with words that begin so; `words` folded, not empty.
Sql matchSql(const QStringList& words);

/// Row numbers whose SKU or barcode is exactly what was typed.
Sql exactSql(const QString& search, ports::StatusFilter status);

/// The shown values of the rows in a JSON array, in its order.
QString fetchSql();
ports::InventoryRow readInventoryRow(const storage::Row& row);

/// Whether every word begins a word of the text, which the index would split the same way.
bool matchesWords(const QString& text, const QStringList& words);

/// Row numbers as a JSON array, for json_each().
QString jsonArray(const ports::RowNumber* rows, qsizetype count);

} // namespace belanjain::replica
