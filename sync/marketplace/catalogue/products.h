// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product_draft.h"
#include "marketplace/catalogue/write_context.h"

namespace belanjain::marketplace
{

class StockLedger;

/// Checks a draft against the store's SKUs and stores it as a new product of the actor's store.
/// `variantIds` are used for as many variants as they name, null ones are made. Duplicate when an id
/// is in use already.
Ruled<void> createProduct(const WriteContext& context, const ProductId& id, const ProductDraft& draft,
                          const QList<VariantId>& variantIds);

/// Stores a product that was checked already.
storage::Outcome insertProduct(const WriteContext& context, const ProductId& id, const NewProduct& product,
                               const QList<VariantId>& variantIds);

/// Stores a variant that was checked already at a place among its product's, with the first move of its stock.
storage::Outcome insertVariant(const WriteContext& context, const ProductId& product, const VariantId& id, int position,
                               const NewVariant& variant, StockLedger& ledger);

/// Archives or restores. False when it was so already. NotFound for another store's.
Ruled<bool> setArchived(const WriteContext& context, const ProductId& id, bool archived);

/// Recomputes what a product sums up of its variants: prices, available, number, search words.
storage::Outcome refreshProduct(storage::Database& db, const QString& productId);

/// Whether a variant of the store, other than `except`, has that SKU. A database error is kept in `error`.
SkuIsTaken takenIn(storage::Database& db, const StoreId& store, const VariantId& except,
                   std::optional<storage::Error>& error);

} // namespace belanjain::marketplace
