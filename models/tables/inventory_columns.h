// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"

#include <QString>

#include <optional>
#include <span>

namespace belanjain::tables {

/// The columns of the stock table, in their first order. The value is the model's column number.
enum class InventoryColumn : quint8 {
    Mark,
    Picture,
    Product,
    Options,
    Sku,
    Barcode,
    Category,
    Price,
    OnHand,
    Reserved,
    Available,
    Threshold,
    Status,
    Sync,
};

/// All there is to know about a column that does not depend on a row.
struct ColumnInfo
{
    InventoryColumn column;
    const char16_t* key; ///< under which settings remember it; never shown, never changed
    std::optional<ports::InventorySort> sort; ///< nullopt: a click on its header does nothing
    std::optional<ports::EditField> edit;     ///< what typing into it changes; nullopt: read only
    bool number = false;                      ///< right-aligned, tabular
    int width = 80;                           ///< first width in logical pixels
    bool shown = true;                        ///< until the seller chooses otherwise
    bool fixed = false;                       ///< always there, always at its place and width

    QString keyText() const { return QString::fromUtf16(key); }
};

std::span<const ColumnInfo> inventoryColumns();
const ColumnInfo& columnInfo(InventoryColumn column);
inline constexpr int inventoryColumnCount = int(InventoryColumn::Sync) + 1;

/// The column that a field is shown in when an edit of it failed; Available for stock.
InventoryColumn columnOf(ports::EditField field);

} // namespace belanjain::tables
