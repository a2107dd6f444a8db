// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QList>

namespace belanjain::marketplace
{

/// A variant that is running out.
struct LowVariant
{
    ProductId product;
    VariantId variant;
    QString name; ///< of the product
    QString sku;
    QJsonObject options;
    qint64 available = 0;
    qint64 threshold = 0; ///< its own, else the store's

    QJsonObject toJson() const;
};

struct LowStock
{
    qint64 count = 0;           ///< of all that are low
    QList<LowVariant> variants; ///< the emptiest of them first
};

/// Variants of active products of which fewer are available than their threshold. Exactly as many is not low.
storage::Result<LowStock> lowStock(storage::Database& db, const StoreId& store, int limit);

} // namespace belanjain::marketplace
