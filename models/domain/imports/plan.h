// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/imports/reason.h"
#include "domain/money.h"
#include "domain/product_draft.h"

#include <QList>
#include <QString>

#include <array>
#include <functional>
#include <optional>

namespace belanjain::imports {

enum class Fate : quint8 {
    NewProduct, ///< the row begins a product that the store does not have
    NewVariant, ///< the row is one more variant of such a product
    Changed,    ///< price or stock of a variant of the store's
    Unchanged,
    Skipped, ///< nothing to import in it: a further picture of Shopify's
    Wrong,
};
inline constexpr int fateCount = int(Fate::Wrong) + 1;

/// What becomes of one row of the file.
struct RowFate
{
    qint64 line = 0; ///< of the file, from 1
    Fate fate = Fate::Unchanged;
    QString name;
    QString options; ///< "Merah, L"
    QString sku;
    std::optional<Money> price; ///< as it will be
    std::optional<qint64> stock;
    std::optional<Money> oldPrice; ///< set when it changes
    std::optional<qint64> oldStock;
    QList<Reason> reasons; ///< Wrong alone has them
    QList<Note> notes;
};

struct PlannedProduct
{
    ProductDraft draft;
    qint64 line = 0; ///< of its first row

    bool operator==(const PlannedProduct&) const = default;
};

struct PlannedChange
{
    VariantId variant;
    ProductId product;
    QString label; ///< for people: SKU or name
    bool restore = false; ///< the product is archived
    std::optional<Money> oldPrice;
    std::optional<Money> newPrice; ///< set together with oldPrice
    qint32 stockDelta = 0;
    qint64 line = 0;

    bool operator==(const PlannedChange&) const = default;
};

/// A dry run: every row's fate, and what is to be done.
struct Plan
{
    QList<RowFate> rows; ///< in the file's order
    QList<PlannedProduct> products;
    QList<PlannedChange> changes;
    std::array<int, fateCount> counts{};

    int count(Fate fate) const { return counts[std::size_t(fate)]; }
    bool isEmpty() const { return products.isEmpty() && changes.isEmpty(); }
};

/// A variant of the store's as screens show it.
struct KnownVariant
{
    VariantId variant;
    ProductId product;
    QString name;    ///< of the product
    QString options; ///< label: "Merah, L"
    QString sku;
    Money price;
    qint64 available = 0;
    bool archived = false;
};

/// What the store has.
class Store
{
public:
    virtual ~Store() = default;
    virtual std::optional<KnownVariant> bySku(const QString& sku) = 0;
    /// The variants of the first product with exactly this name, one on sale before an archived one.
    virtual QList<KnownVariant> byName(const QString& name) = 0;
};

/// Called now and then with how much is done of how much; false stops.
using GoOn = std::function<bool(qint64 done, qint64 total)>;

} // namespace belanjain::imports
