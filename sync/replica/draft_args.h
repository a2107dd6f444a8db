// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product_draft.h"
#include "ports/commands.h"
#include "protocol/rows.h"

#include <QJsonObject>

namespace belanjain::replica {

// The args of product.create: the body of POST /v1/products with the ids of the variants, `variantId` of a single
// one and `id` in each of `variants`.

QJsonObject argsOf(const NewProduct& product, const QList<VariantId>& variants);
/// The command that made such args; what is missing or of another type is left out.
ports::AddProduct addProductFrom(const ProductId& product, const QJsonObject& args);

struct CreatedVariant
{
    VariantId id;
    protocol::VariantRow row;
};
/// The variants that these args will make, in their order.
QList<CreatedVariant> variantsFrom(const ProductId& product, const QJsonObject& args);

} // namespace belanjain::replica
