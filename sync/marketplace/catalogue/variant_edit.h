// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "marketplace/catalogue/write_context.h"
#include "protocol/json.h"

namespace belanjain::marketplace
{

/// The fields of a variant that somebody changed; stock is not among them (stock.h).
struct VariantEdit
{
    std::optional<Money> price;
    std::optional<QString> sku;
    std::optional<QString> barcode;
    std::optional<qint64> weightGrams;
    /// Given but empty: the store's again.
    std::optional<std::optional<qint64>> lowStockThreshold;

    static VariantEdit read(protocol::ObjectReader& reader);
};

/// Price is compare-and-set: StalePrice (args: price now) when another device or the API changed it
/// since the base. SKU: SkuTaken (args: who has it, a free one). The rest: the later writer wins.
/// NotFound for another store's variant. Paths of violations start with `prefix`.
Ruled<EditOutcome> updateVariant(const WriteContext& context, const VariantId& id, const VariantEdit& edit,
                                 const EditBase& base, const QString& prefix = {});

} // namespace belanjain::marketplace
