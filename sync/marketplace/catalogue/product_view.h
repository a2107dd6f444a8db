// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "marketplace/catalogue/product_cache.h"
#include "storage/database.h"

#include <QJsonObject>

#include <optional>

namespace belanjain::marketplace
{

/// A product as the contract shows it.
struct ProductView
{
    QString id;
    StoreId store;
    bool archived = false;
    ProductRevision revision;
    QJsonObject json;
};

/// The columns of products p and stores s that productFrom() reads.
QString productColumns();
/// Without variants. `first` is the column the list starts at.
ProductView productFrom(const storage::Row& row, int first);
/// Adds the variants; the owner sees their stock in full.
storage::Outcome addVariants(storage::Database& db, ProductView& product, qint32 storeThreshold, bool owner);

/// nullopt when there is none, or when it is archived and the viewer is not its store.
storage::Result<std::optional<ProductView>> readProduct(storage::Database& db, const ProductId& id,
                                                        const StoreId& viewer);

} // namespace belanjain::marketplace
