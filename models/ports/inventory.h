// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/money.h"

#include <QFlags>
#include <QList>
#include <QMetaType>
#include <QString>

#include <memory>
#include <optional>

namespace belanjain::ports
{

/// A row's number in the local replica: small, stable for as long as the replica file lives, never
/// sent anywhere. Screens hold a million of them where a million ids would not fit.
using RowNumber = qint32;

/// The fields of a variant (of an order, of a review) that a seller edits; as flags, which of them have an edit
/// that waits for the marketplace or that it refused.
enum class EditField : quint8 { Stock = 1, Price = 2, Sku = 4, Threshold = 8, Barcode = 16, Product = 32, Order = 64, Reply = 128 };
Q_DECLARE_FLAGS(EditFields, EditField)
Q_DECLARE_OPERATORS_FOR_FLAGS(EditFields)

/// What the stock table shows of one variant: the effective values, pending edits included.
struct InventoryRow
{
    RowNumber row = 0;
    VariantId variant;
    ProductId product;
    QString productName;
    QString optionsLabel; ///< option values in the product's order, "Hitam, L"; empty for a single variant
    QString sku;
    QString barcode;
    QString category;
    QString imageHash; ///< content hash of the first picture, empty when there is none
    Money price;
    qint32 onHand = 0;
    qint32 reserved = 0;
    qint32 threshold = 0;      ///< in force: the variant's own, else the store's
    bool ownThreshold = false; ///< whether the variant has one of its own
    bool archived = false;
    EditFields waiting;
    EditFields rejected;

    /// Pieces that can still be sold; never below 0 even when a loss took on hand below reserved.
    qint32 available() const { return onHand > reserved ? onHand - reserved : 0; }
    bool operator==(const InventoryRow&) const = default;
};

enum class InventorySort : quint8 { Product, Sku, Category, Price, OnHand, Reserved, Available, Threshold, Sync };
enum class StatusFilter : quint8 { Active, Archived, All };
enum class StockFilter : quint8 { Any, Low, Out, LowOrOut, Enough };
enum class SyncFilter : quint8 { Any, Waiting, Rejected };

struct InventoryQuery
{
    QString search; ///< words matched by prefix in name, options, SKU and barcode; an exact SKU or barcode first
    QString category; ///< empty: all
    StatusFilter status = StatusFilter::Active;
    StockFilter stock = StockFilter::Any;
    SyncFilter sync = SyncFilter::Any;
    InventorySort sort = InventorySort::Product;
    bool descending = false;

    bool operator==(const InventoryQuery&) const = default;
};

/// Counts over the whole store (active products), whatever the current filter.
struct InventorySummary
{
    int variants = 0;
    int low = 0; ///< 0 < available < threshold
    int out = 0; ///< available = 0

    bool operator==(const InventorySummary&) const = default;
};

struct InventoryTotals
{
    int rows = 0;
    qint64 available = 0;
    Money value; ///< sum of price × available
};

using RowOrder = std::shared_ptr<const QList<RowNumber>>;

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::InventoryRow)
Q_DECLARE_METATYPE(belanjain::ports::InventoryQuery)
Q_DECLARE_METATYPE(belanjain::ports::InventorySummary)
Q_DECLARE_METATYPE(belanjain::ports::InventoryTotals)
Q_DECLARE_METATYPE(belanjain::ports::RowOrder)
