// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product_draft.h"
#include "marketplace/catalogue/write_context.h"
#include "protocol/json.h"

namespace belanjain::marketplace
{

/// Other options for a product that is there, and its variants by them.
struct VariantGridEdit
{
    QList<Option> expected; ///< the options that it was made on
    QList<Option> options;
    QList<VariantId> ids;         ///< known ones and those of new variants; null where an id is none
    QList<VariantDraft> variants; ///< as many

    /// The args of product.variants: {expected, options, variants: [{id, options, price?, stock?, sku?, …}]}.
    static VariantGridEdit read(protocol::ObjectReader& reader);
};

/// Compare-and-set: OptionsMismatch in `expected` (expectedField) when the product's options are not `expected` any more, or when a variant that
/// the edit does not name has no place in what it makes. Nothing has changed when everything is as wanted
/// already. Of variants that the product has, the option values and the place change, never stock, price or SKU;
/// none is taken away. A new one begins with its stock as an initial move. NotFound for another store's product,
/// Duplicate for an id that is in use elsewhere, SkuTaken as for a new product.
Ruled<EditOutcome> arrangeVariants(const WriteContext& context, const ProductId& id, const VariantGridEdit& edit,
                                   const EditBase& base);

} // namespace belanjain::marketplace
