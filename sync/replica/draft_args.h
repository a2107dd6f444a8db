// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product_draft.h"
#include "domain/variant_grid.h"
#include "ports/commands.h"
#include "protocol/rows.h"

#include <QJsonObject>

namespace belanjain::replica {

// The args of product.create: the body of POST /v1/products with the ids of the variants, `variantId` of a single
// one and `id` in each of `variants`.

QJsonObject argsOf(const NewProduct& product, const QList<VariantId>& variants);
/// The command that made such args; what is missing or of another type is left out.
ports::AddProduct addProductFrom(const ProductId& product, const QJsonObject& args);

// The args of product.variants: {expected, options, variants: [{id, options}]}, with what a new variant is besides.

/// `isKnown`, by variant: the product has it, so that only its options are said.
QJsonObject argsOf(const QList<Option>& expected, const Grid& grid, const QList<VariantId>& variants,
                   const QList<bool>& isKnown);
ports::SetVariants setVariantsFrom(const ProductId& product, const QJsonObject& args);
/// [{name, values}].
QJsonArray toJson(const QList<Option>& options);
QList<Option> optionsFrom(const QJsonArray& options);

struct CreatedVariant
{
    VariantId id;
    protocol::VariantRow row;
};
/// The variants that these args, of product.create or product.variants, will make, in their order.
QList<CreatedVariant> variantsFrom(const ProductId& product, const QJsonObject& args);

} // namespace belanjain::replica
