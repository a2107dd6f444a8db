// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"
#include "replica/work.h"

namespace belanjain::replica {

// What screens ask about whole products, on a reading connection. Errors are the Work's.

std::optional<ports::ProductDetail> readProductDetail(Work& work, const ProductId& product);
ports::ProductListPage readProductList(Work& work, const ports::ProductListQuery& query);
/// The first thirty on sale, by product.
QList<ports::VariantMatch> findVariants(Work& work, const QString& text);
/// By exact barcode, else by SKU; products on sale before archived ones.
ports::CodeMatch findCode(Work& work, const QString& code);
std::optional<std::pair<StoreId, StoreProfile>> readStoreProfile(Work& work);

} // namespace belanjain::replica
