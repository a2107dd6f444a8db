// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/money.h"
#include "marketplace/catalogue/catalogue_state.h"
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

enum class ListedStatus : quint8 { Active, Archived, All };

/// What somebody looks for.
struct ProductQuery
{
    /// Every word is in the name or the other texts: as it is, as a beginning, or, with five letters or more,
    /// but for one typo. Or the whole is an exact SKU or barcode, which comes first by relevance.
    QString text;
    QStringList words; ///< of `text`, folded (searchWords())
    QString category;  ///< exactly; empty: all
    std::optional<qint64> minPrice; ///< some variant's price lies within both
    std::optional<qint64> maxPrice;
    bool inStock = false; ///< only what can be bought now
    StoreId store;        ///< null: all
    ListedStatus status = ListedStatus::Active;
    ProductSort sort = ProductSort::Newest;

    int limit = 24;
    QJsonArray after; ///< the sort keys of the last item seen
    qint64 offset = 0;
    bool wantTotal = false;

    /// Everything that decides which products come in which order, as a text.
    QString fingerprint() const;
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

/// What the catalogue's reads keep between requests. Any thread.
struct CatalogueCaches
{
    ProductCache products;
    CatalogueGeneration generation;
    AnswerCache answers;
    KnownWords words;
};

/// The viewer sees the stock of their own products in full. `generation` is the catalogue's, read before.
storage::Result<ProductPage> listProducts(storage::Database& db, CatalogueCaches& caches, qint64 generation,
                                          const ProductQuery& query, const StoreId& viewer);

/// [{name, count}] over active products, most first.
storage::Result<QJsonArray> listCategories(storage::Database& db);

} // namespace belanjain::marketplace
