// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/inventory_columns.h"

#include <array>

namespace belanjain::tables {

using ports::EditField;
using ports::InventorySort;

namespace {

constexpr std::array<ColumnInfo, inventoryColumnCount> columns{{
    {.column = InventoryColumn::Mark, .key = u"mark", .width = 48, .fixed = true},
    {.column = InventoryColumn::Picture, .key = u"picture", .width = 44, .fixed = true},
    {.column = InventoryColumn::Product, .key = u"product", .sort = InventorySort::Product, .width = 280},
    {.column = InventoryColumn::Options, .key = u"options", .width = 116},
    {.column = InventoryColumn::Sku,
     .key = u"sku",
     .sort = InventorySort::Sku,
     .edit = EditField::Sku,
     .width = 122},
    {.column = InventoryColumn::Barcode,
     .key = u"barcode",
     .edit = EditField::Barcode,
     .width = 132,
     .shown = false},
    {.column = InventoryColumn::Category, .key = u"category", .sort = InventorySort::Category, .width = 109},
    {.column = InventoryColumn::Price,
     .key = u"price",
     .sort = InventorySort::Price,
     .edit = EditField::Price,
     .number = true,
     .width = 104},
    {.column = InventoryColumn::OnHand,
     .key = u"onHand",
     .sort = InventorySort::OnHand,
     .edit = EditField::Stock,
     .number = true,
     .width = 56},
    {.column = InventoryColumn::Reserved,
     .key = u"reserved",
     .sort = InventorySort::Reserved,
     .number = true,
     .width = 64},
    {.column = InventoryColumn::Available,
     .key = u"available",
     .sort = InventorySort::Available,
     .edit = EditField::Stock,
     .number = true,
     .width = 116},
    {.column = InventoryColumn::Threshold,
     .key = u"threshold",
     .sort = InventorySort::Threshold,
     .edit = EditField::Threshold,
     .number = true,
     .width = 52},
    {.column = InventoryColumn::Status, .key = u"status", .width = 92, .shown = false},
    {.column = InventoryColumn::Sync, .key = u"sync", .sort = InventorySort::Sync, .width = 104},
}};

} // namespace

std::span<const ColumnInfo> inventoryColumns() { return columns; }

const ColumnInfo& columnInfo(InventoryColumn column) { return columns[size_t(column)]; }

InventoryColumn columnOf(EditField field)
{
    switch (field) {
    case EditField::Stock:
        return InventoryColumn::Available;
    case EditField::Price:
        return InventoryColumn::Price;
    case EditField::Sku:
        return InventoryColumn::Sku;
    case EditField::Threshold:
        return InventoryColumn::Threshold;
    case EditField::Barcode:
        return InventoryColumn::Barcode;
    case EditField::Product:
    case EditField::Order:
    case EditField::Reply:
        break;
    }
    return InventoryColumn::Product;
}

} // namespace belanjain::tables
