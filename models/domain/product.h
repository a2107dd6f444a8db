// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/money.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace belanjain {

/// Something a product can be chosen by, with its values in the seller's order: Warna: Merah, Hitam.
struct Option
{
    QString name;
    QStringList values;

    bool operator==(const Option&) const = default;
};

/// One value of one option, as a variant has it.
struct OptionValue
{
    QString name;
    QString value;

    bool operator==(const OptionValue&) const = default;
};

struct Specification
{
    QString label;
    QString value;

    bool operator==(const Specification&) const = default;
};

/// What is sold, counted and scanned: one combination of a product's option values.
struct Variant
{
    VariantId id;
    QString sku;
    QString barcode;
    QList<OptionValue>
        options; ///< one for each of the product's options, in its order; none for a single variant
    Money price;
    qint32 weightGrams = 0;
    std::optional<qint32> lowStockThreshold; ///< nullopt: the store's is in force

    bool operator==(const Variant&) const = default;
};

enum class ProductStatus : quint8 { Active, Archived };

struct Product
{
    ProductId id;
    StoreId storeId;
    QString name;
    QString description;
    QString category; ///< empty: in none
    ProductStatus status = ProductStatus::Active;
    QList<Option> options;
    QList<Specification> specifications;
    QList<Variant> variants;

    bool operator==(const Product&) const = default;
};

/// "active", "archived".
QString wireName(ProductStatus status);
std::optional<ProductStatus> parseProductStatus(QStringView text);

/// Every combination of option values, the last option changing fastest; one empty combination when
/// there are no options. The number of combinations is the caller's to limit (combinationCount()).
QList<QList<OptionValue>> combinations(const QList<Option>& options);

/// How many combinations there are, without making them; stops counting above a million.
qint64 combinationCount(const QList<Option>& options);

/// A variant's option values in the product's order of options: "Hitam, L". Values of options the
/// product does not have come last; empty for a single variant.
QString optionsLabel(const QList<OptionValue>& values, const QList<Option>& options);
/// The same when the values are in the product's order already.
QString optionsLabel(const QList<OptionValue>& values);

} // namespace belanjain
