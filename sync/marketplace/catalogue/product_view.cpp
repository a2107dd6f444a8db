// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/product_view.h"

#include "domain/instant.h"
#include "domain/stock.h"
#include "marketplace/catalogue/draft_json.h"
#include "marketplace/images/product_images.h"

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;
namespace
{

constexpr int thresholdColumn = 20;

QJsonObject variantFrom(const Row& row, qint32 storeThreshold, bool owner)
{
    const StockLevel level{row.integer32(6), row.integer32(7)};
    QJsonObject json{{u"id"_s, row.text(0)},
                     {u"sku"_s, row.text(1)},
                     {u"barcode"_s, row.text(2)},
                     {u"options"_s, objectFrom(row.text(3))},
                     {u"price"_s, row.integer(4)},
                     {u"weightGrams"_s, row.integer(5)},
                     {u"available"_s, level.available()},
                     {u"version"_s, row.integer(9)}};
    if (owner) {
        const auto own = row.optionalInteger(8);
        const qint32 threshold = own ? qint32(*own) : storeThreshold;
        json[u"onHand"_s] = level.onHand;
        json[u"reserved"_s] = level.reserved;
        json[u"lowStockThreshold"_s] = own ? QJsonValue(*own) : QJsonValue();
        json[u"lowStock"_s] = level.available() < threshold;
    }
    return json;
}

} // namespace

QString productColumns()
{
    return u"p.id, p.store_id, s.name, p.name, p.description, p.category, p.status, p.options, p.specifications, "
           "p.images, p.min_price, p.max_price, p.available, p.rating_milli, p.review_count, p.sold, p.version, "
           "p.created_at, p.updated_at, s.version, s.low_stock_threshold"_s;
}

ProductView productFrom(const Row& row, int first)
{
    const auto text = [&](int column) { return row.text(first + column); };
    const auto integer = [&](int column) { return row.integer(first + column); };
    ProductView view{.id = text(0),
                     .store = row.id<StoreId>(first + 1).value_or(StoreId()),
                     .archived = text(6) == u"archived",
                     .revision = {.product = integer(16),
                                  .store = integer(19),
                                  .sold = integer(15),
                                  .reviews = integer(14),
                                  .rating = integer(13)}};
    view.json = {{u"id"_s, view.id},
                 {u"storeId"_s, text(1)},
                 {u"storeName"_s, text(2)},
                 {u"name"_s, text(3)},
                 {u"description"_s, text(4)},
                 {u"category"_s, text(5)},
                 {u"status"_s, text(6)},
                 {u"options"_s, arrayFrom(text(7))},
                 {u"specifications"_s, arrayFrom(text(8))},
                 {u"images"_s, imagesForPeople(text(9))},
                 {u"minPrice"_s, integer(10)},
                 {u"maxPrice"_s, integer(11)},
                 {u"available"_s, integer(12)},
                 {u"rating"_s, double(integer(13)) / 1000.0},
                 {u"reviewCount"_s, integer(14)},
                 {u"sold"_s, integer(15)},
                 {u"version"_s, integer(16)},
                 {u"createdAt"_s, toRfc3339({integer(17)})},
                 {u"updatedAt"_s, toRfc3339({integer(18)})}};
    return view;
}

storage::Outcome addVariants(storage::Database& db, ProductView& product, qint32 storeThreshold, bool owner)
{
    QJsonArray variants;
    const auto done = db.each(u"SELECT id, sku, barcode, options, price, weight_grams, on_hand, reserved, "
                              "low_stock_threshold, version FROM variants WHERE product_id = ? ORDER BY position"_s,
                              {product.id}, [&](const Row& row) {
                                  variants.append(variantFrom(row, storeThreshold, owner));
                                  product.revision.variants =
                                      std::max(product.revision.variants, row.integer(9));
                              });
    product.json[u"variants"_s] = variants;
    return done;
}

storage::Result<std::optional<ProductView>> readProduct(storage::Database& db, const ProductId& id,
                                                        const StoreId& viewer)
{
    qint32 threshold = 0;
    auto found = db.one(u"SELECT %1 FROM products p JOIN stores s ON s.id = p.store_id WHERE p.id = ?"_s.arg(
                            productColumns()),
                        {id.toString()}, [&](const Row& row) {
                            threshold = row.integer32(thresholdColumn);
                            return productFrom(row, 0);
                        });
    if (!found || !*found)
        return found;
    const bool owner = !viewer.isNull() && (*found)->store == viewer;
    if ((*found)->archived && !owner)
        return std::optional<ProductView>();
    if (const auto done = addVariants(db, **found, threshold, owner); !done)
        return tl::unexpected(done.error());
    return found;
}

} // namespace belanjain::marketplace
