// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"
#include "ports/commands.h"
#include "tables/inventory_columns.h"

#include <QString>

#include <optional>

namespace belanjain::tables {

/// What typing into one cell means: the intent to send, the one that takes it back, and what the cell
/// shows in the meantime.
struct CellEdit
{
    ports::RowNumber row = 0;
    InventoryColumn column = InventoryColumn::Available;
    ports::EditField field = ports::EditField::Stock;
    ports::Command forward;
    ports::Command inverse;
    qint32 onHandAfter = 0; ///< of a stock edit
};

/// Reads what somebody typed or pasted into a cell of this row. nullopt: nothing would change. The column
/// must be one with ColumnInfo::edit; others give NotAllowedForRole.
///
/// On hand and available share one change: 20 typed over 13 available is "+7" on the shelf, whatever is
/// reserved. An empty threshold is the store's again.
Checked<std::optional<CellEdit>> readEdit(const ports::InventoryRow& row, InventoryColumn column,
                                          QStringView text);

/// Puts so many pieces on the shelf, or takes them off.
Checked<std::optional<CellEdit>> addStock(const ports::InventoryRow& row, qint32 pieces);
/// Leaves nothing that could be sold: what is promised to orders stays.
std::optional<CellEdit> emptyShelf(const ports::InventoryRow& row);

/// Shows the edit in a row before the replica has written it.
void show(const CellEdit& edit, ports::InventoryRow& row);

/// The cell's value as an editor starts with ("34.900", "13").
QString editText(const ports::InventoryRow& row, InventoryColumn column);
/// The cell's value for a spreadsheet: plain digits, no currency, no grouping.
QString plainText(const ports::InventoryRow& row, InventoryColumn column);

} // namespace belanjain::tables
