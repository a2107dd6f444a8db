// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"
#include "storage/statement.h"

#include <QStringList>
#include <QVariant>

namespace belanjain::replica {

// The SQL behind the stock table. The usual orders are walked along an index of their own, so a first page
// costs its rows and not the table's; the others are sorted out of one narrow index. Ties go by the
// product's place, the variant's position in it, and the row number; a descending order is the ascending
// one reversed. Categories are the same when they fold to the same.

struct Sql
{
    QString text;
    QVariantList values;
};

struct OrderSql
{
    /// One after the other they give every variant on the shelves asked for, in order, by row number...
    QStringList statements;
    /// ...or, in no order, each row number with the whole number it is sorted by.
    bool byNumber = false;
};
OrderSql orderSql(ports::InventorySort sort, ports::StatusFilter status, bool descending);

/// The same for the given rows only (a JSON array as the one value), always in order; for few rows.
QString orderOfRowsSql(ports::InventorySort sort, ports::StatusFilter status, bool descending);

/// The first `limit` rows along an order: row number, indexed text, and whether it passes every filter but
/// the words. Empty for an order that is not worth looking ahead in.
Sql walkSql(const ports::InventoryQuery& query, int limit);

/// The row numbers that pass one filter, or those that do not.
struct FilterSql
{
    Sql sql;
    bool excludes = false;
};
/// For each filter of the query but status and words.
QList<FilterSql> filterSql(const ports::InventoryQuery& query);

/// Row numbers with words that begin so; `words` folded, not empty.
Sql matchSql(const QStringList& words);

/// Row numbers whose SKU or barcode is exactly what was typed.
Sql exactSql(const QString& search, ports::StatusFilter status);

/// Row number and indexed text of the rows in a JSON array, in its order.
QString textOfRowsSql();

/// The categories in use, one spelling each, in order.
QString categoriesSql();

/// The shown values of the rows in a JSON array, in its order.
QString fetchSql();
ports::InventoryRow readInventoryRow(const storage::Row& row);

/// Whether every word begins a word of the text, which the index would split the same way.
bool matchesWords(const QString& text, const QStringList& words);

/// Row numbers as a JSON array, for json_each().
QString jsonArray(const ports::RowNumber* rows, qsizetype count);

} // namespace belanjain::replica
