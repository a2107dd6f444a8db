// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/money.h"
#include "marketplace/catalogue/product_cache.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{

enum class ProductSort : quint8 { Relevance, Newest, Price, PriceDescending, Popular, Rating };

/// "relevance", "newest", "price", "-price", "popular", "rating".
std::optional<ProductSort> parseProductSort(QStringView text);
QString wireName(ProductSort sort);

/// What a buyer looks for; only active products are found.
struct ProductQuery
{
    QString text;     ///< words by prefix, or an exact SKU or barcode, which comes first by relevance
    QString category; ///< empty: all
    std::optional<qint64> minPrice;
    std::optional<qint64> maxPrice;
    bool inStock = false; ///< only what can be bought now
    StoreId store;        ///< null: all
    ProductSort sort = ProductSort::Newest;

    int limit = 24;
    QJsonArray after; ///< the sort keys of the last item seen
    qint64 offset = 0;
    bool wantTotal = false;
};

struct ProductPage
{
    QByteArray items; ///< their JSON, separated by commas
    int count = 0;
    QJsonArray next; ///< sort keys of the last item; empty at the end
    qint64 total = 0;
};

/// Sort keys per cursor: the value sorted by, and the id.
inline constexpr int productSortKeys = 2;

/// The viewer sees the stock of their own products in full.
storage::Result<ProductPage> listProducts(storage::Database& db, ProductCache& cache, const ProductQuery& query,
                                          const StoreId& viewer);

/// [{name, count}] over active products, most first.
storage::Result<QJsonArray> listCategories(storage::Database& db);

} // namespace belanjain::marketplace
