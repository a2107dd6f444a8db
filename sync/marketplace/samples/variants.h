// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "marketplace/samples/catalogue.h"
#include "marketplace/samples/categories.h"

#include <QString>
#include <QStringView>

namespace belanjain::marketplace::samples {

/// A listing's name in two: "Matougui Botol Minum - Biru" names one variant of a product.
struct SplitName
{
    QString base;        ///< the whole name when it names no variant
    QStringList values;  ///< "Biru"; "Hitam", "L"; at most two
    QStringList options; ///< "Warna"; "Warna", "Ukuran"; parallel to values
};

SplitName splitName(QStringView cleanedName, const SampleCategory& category);

/// One combination that a product is sold in, before it has a SKU or stock.
struct Combination
{
    QStringList values;
    Money price;
    int weightGrams = 0;
};

struct VariantPlan
{
    QList<SampleOption> options;
    QList<Combination> combinations; ///< at least one; options' product in order
};

/// The combinations of a product: one, without options, when the name gives no variant; the named one
/// otherwise. Clothes named with a colour and a letter size come in more: women's in two colours and three
/// sizes, half of the others in three sizes. From XL on they cost Rp 2.000 more.
VariantPlan planVariants(const SplitName& name, const SampleCategory& category, Money price, int weightGrams);

/// Grams of one piece: a tenth more than the content for things sold by weight or volume ("250 gram"),
/// else what is usual in the category.
int weightFor(QStringView name, const SampleCategory& category);

} // namespace belanjain::marketplace::samples
