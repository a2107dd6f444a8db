// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/cell_edit.h"

#include "domain/barcode.h"
#include "domain/format.h"
#include "domain/money_input.h"
#include "domain/sku.h"
#include "domain/stock.h"
#include "domain/stock_input.h"

namespace belanjain::tables {
using namespace Qt::StringLiterals;

using ports::EditField;
using ports::InventoryRow;

namespace {

using Plan = Checked<std::optional<CellEdit>>;

CellEdit edit(const InventoryRow& row, InventoryColumn column, EditField field, ports::Command forward,
              ports::Command inverse)
{
    return {.row = row.row,
            .column = column,
            .field = field,
            .forward = std::move(forward),
            .inverse = std::move(inverse)};
}

Plan changeStock(const InventoryRow& row, InventoryColumn column, qint64 delta)
{
    if (delta == 0)
        return std::nullopt;
    const auto level = adjust({.onHand = row.onHand, .reserved = row.reserved}, delta);
    if (!level)
        return tl::unexpected(level.error());
    const auto pieces = qint32(delta);
    auto planned = edit(row, column, EditField::Stock, ports::AdjustStock{row.variant, pieces, {}},
                        ports::AdjustStock{row.variant, -pieces, {}});
    planned.onHandAfter = level->onHand;
    return planned;
}

Plan readStock(const InventoryRow& row, InventoryColumn column, QStringView text)
{
    const auto entry = parseStockEntry(text);
    if (!entry)
        return tl::unexpected(entry.error());
    const bool shelf = column == InventoryColumn::OnHand;
    const auto delta = deltaFor(*entry, shelf ? row.onHand : row.available());
    if (!delta)
        return tl::unexpected(delta.error());
    // More is promised than there is: so many available means the missing pieces on top.
    const bool short_ = !shelf && row.reserved > row.onHand && entry->kind == StockEntry::Kind::SetTo;
    const qint64 missing = short_ && *delta != 0 ? qint64(row.reserved) - row.onHand : 0;
    return changeStock(row, column, *delta + missing);
}

Plan readPrice(const InventoryRow& row, QStringView text)
{
    const auto price = parsePrice(text);
    if (!price)
        return tl::unexpected(price.error());
    if (*price == row.price)
        return std::nullopt;
    return edit(row, InventoryColumn::Price, EditField::Price, ports::SetPrice{row.variant, *price},
                ports::SetPrice{row.variant, row.price});
}

Plan readSku(const InventoryRow& row, QStringView text)
{
    const auto sku = checkSku(text.toString(), u"sku"_s);
    if (!sku)
        return tl::unexpected(sku.error());
    if (*sku == row.sku)
        return std::nullopt;
    return edit(row, InventoryColumn::Sku, EditField::Sku, ports::SetSku{row.variant, *sku},
                ports::SetSku{row.variant, row.sku});
}

Plan readBarcode(const InventoryRow& row, QStringView text)
{
    const auto barcode = checkBarcode(text.toString(), u"barcode"_s);
    if (!barcode)
        return tl::unexpected(barcode.error());
    if (*barcode == row.barcode)
        return std::nullopt;
    return edit(row, InventoryColumn::Barcode, EditField::Barcode, ports::SetBarcode{row.variant, *barcode},
                ports::SetBarcode{row.variant, row.barcode});
}

Plan readThreshold(const InventoryRow& row, QStringView text)
{
    std::optional<qint32> wanted;
    if (!text.trimmed().isEmpty()) {
        const auto count = parseCount(text, u"threshold"_s);
        if (!count)
            return tl::unexpected(count.error());
        wanted = *count;
    }
    const std::optional<qint32> own = row.ownThreshold ? std::optional(row.threshold) : std::nullopt;
    // Typing the store's number over the store's number is no wish to have one of its own.
    if (wanted == own || (!own && wanted == row.threshold))
        return std::nullopt;
    return edit(row, InventoryColumn::Threshold, EditField::Threshold,
                ports::SetThreshold{row.variant, wanted}, ports::SetThreshold{row.variant, own});
}

} // namespace

Plan readEdit(const InventoryRow& row, InventoryColumn column, QStringView text)
{
    switch (column) {
    case InventoryColumn::OnHand:
    case InventoryColumn::Available:
        return readStock(row, column, text);
    case InventoryColumn::Price:
        return readPrice(row, text);
    case InventoryColumn::Sku:
        return readSku(row, text);
    case InventoryColumn::Barcode:
        return readBarcode(row, text);
    case InventoryColumn::Threshold:
        return readThreshold(row, text);
    case InventoryColumn::Mark:
    case InventoryColumn::Picture:
    case InventoryColumn::Product:
    case InventoryColumn::Options:
    case InventoryColumn::Category:
    case InventoryColumn::Reserved:
    case InventoryColumn::Status:
    case InventoryColumn::Sync:
        break;
    }
    return tl::unexpected(Violation{columnInfo(column).keyText(), Rule::NotAllowedForRole, {}});
}

Plan addStock(const InventoryRow& row, qint32 pieces)
{
    return changeStock(row, InventoryColumn::Available, pieces);
}

std::optional<CellEdit> emptyShelf(const InventoryRow& row)
{
    const auto plan = changeStock(row, InventoryColumn::Available, -qint64(row.available()));
    return plan ? *plan : std::nullopt;
}

void show(const CellEdit& edit, InventoryRow& row)
{
    if (edit.field == EditField::Stock)
        row.onHand = edit.onHandAfter;
    else if (const auto* price = std::get_if<ports::SetPrice>(&edit.forward))
        row.price = price->price;
    else if (const auto* sku = std::get_if<ports::SetSku>(&edit.forward))
        row.sku = sku->sku;
    else if (const auto* barcode = std::get_if<ports::SetBarcode>(&edit.forward))
        row.barcode = barcode->barcode;
    else if (const auto* threshold = std::get_if<ports::SetThreshold>(&edit.forward)) {
        row.ownThreshold = threshold->threshold.has_value();
        row.threshold = threshold->threshold.value_or(row.threshold);
    }
}

QString editText(const InventoryRow& row, InventoryColumn column)
{
    return column == InventoryColumn::Price ? formatRupiahNumber(row.price) : plainText(row, column);
}

QString plainText(const InventoryRow& row, InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::Product:
        return row.productName;
    case InventoryColumn::Options:
        return row.optionsLabel;
    case InventoryColumn::Sku:
        return row.sku;
    case InventoryColumn::Barcode:
        return row.barcode;
    case InventoryColumn::Category:
        return row.category;
    case InventoryColumn::Price:
        return QString::number(row.price.rupiah);
    case InventoryColumn::OnHand:
        return QString::number(row.onHand);
    case InventoryColumn::Reserved:
        return QString::number(row.reserved);
    case InventoryColumn::Available:
        return QString::number(row.available());
    case InventoryColumn::Threshold:
        return QString::number(row.threshold);
    case InventoryColumn::Mark:
    case InventoryColumn::Picture:
    case InventoryColumn::Status:
    case InventoryColumn::Sync:
        break;
    }
    return {};
}

} // namespace belanjain::tables
