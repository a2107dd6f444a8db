// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product.h"
#include "domain/sku.h"
#include "domain/violation.h"

#include <QList>
#include <QString>

#include <optional>

namespace belanjain {

/// A variant as somebody asks for it. What is missing comes from the product: its price, its stock, its
/// weight, a made SKU. Numbers are as they came, not yet checked.
struct VariantDraft
{
    QString sku;
    QString barcode;
    QList<OptionValue> options;
    std::optional<Money> price;
    std::optional<qint64> stock;
    std::optional<qint64> weightGrams;
    std::optional<qint64> lowStockThreshold;

    bool operator==(const VariantDraft&) const = default;
};

/// What POST /v1/products and the op product.create carry.
///
/// Without options there is one variant. With options and no variants there is one for every
/// combination, each with the product's price and stock. With variants, each names exactly the product's
/// options with values out of theirs, and no combination comes twice; they need not be all combinations.
struct ProductDraft
{
    QString name;
    QString description;
    QString category;
    std::optional<Money> price;  ///< may be missing when every variant has one
    std::optional<qint64> stock; ///< the same
    QString sku;                 ///< of the single variant; with options, what the made SKUs start with
    QString barcode;             ///< of the single variant; PerVariant when there are several
    qint64 weightGrams = 0;
    std::optional<qint64> lowStockThreshold;
    QList<Option> options;
    QList<Specification> specifications;
    QList<VariantDraft> variants;

    bool operator==(const ProductDraft&) const = default;
};

/// A variant with everything decided but its id.
struct NewVariant
{
    QString sku;
    QString barcode;
    QList<OptionValue> options;
    Money price;
    qint32 stock = 0;
    qint32 weightGrams = 0;
    std::optional<qint32> lowStockThreshold;

    bool operator==(const NewVariant&) const = default;
};

/// A product ready to be stored: normalised, checked, expanded.
struct NewProduct
{
    QString name;
    QString description;
    QString category;
    QList<Option> options;
    QList<Specification> specifications;
    QList<NewVariant> variants; ///< never empty

    bool operator==(const NewProduct&) const = default;
};

/// Texts trimmed, composed (NFC), inner white space collapsed; a variant's options in the product's order.
ProductDraft normalised(ProductDraft draft);

/// Every rule a normalised draft breaks, with paths like variants[2].price; empty when it is fine.
/// Whether SKUs are taken in the store is not looked at.
QList<Violation> validate(const ProductDraft& draft);

/// Normalises, validates and expands in one go. skuIsTaken tells which SKUs the store has already: one
/// that was asked for gives SkuTaken with a suggestion, made ones step aside. Deterministic.
tl::expected<NewProduct, QList<Violation>> prepareProduct(const ProductDraft& draft,
                                                          const SkuIsTaken& skuIsTaken);

} // namespace belanjain
