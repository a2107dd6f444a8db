// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product_draft.h"

namespace belanjain {

/// A variant in the grid that a product is to have.
struct GridDraft
{
    bool known = false; ///< the product has it: only its option values are looked at
    VariantDraft draft; ///< a new one needs a price; stock is 0 when it is missing
};

struct Grid
{
    QList<Option> options;
    QList<NewVariant> variants; ///< as many as there were drafts; of known ones only the options mean something
};

/// Normalises and checks other options for a product that is there already, with all its variants by them, as
/// prepareProduct() does for a new one: paths like options[0].name and variants[2].sku. skuIsTaken has to count
/// the product's own SKUs too. Deterministic.
tl::expected<Grid, QList<Violation>> prepareGrid(const QString& productName, const QList<Option>& options,
                                                 const QList<GridDraft>& variants, const SkuIsTaken& skuIsTaken);

/// Where OptionsMismatch says that the options or variants are others by now than those a change was made on.
inline const QString expectedField = QStringLiteral("expected");

/// The place among the variants that a violation names: variants[2].sku is 2; -1 when it names none.
qsizetype variantOf(const Violation& violation);

} // namespace belanjain
