// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/analytics/stock_numbers.h"

#include "protocol/json.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;

QJsonObject LowVariant::toJson() const
{
    return {{u"productId"_s, product.toString()},
            {u"variantId"_s, variant.toString()},
            {u"name"_s, name},
            {u"sku"_s, sku},
            {u"options"_s, options},
            {u"available"_s, available},
            {u"lowStockThreshold"_s, threshold}};
}

storage::Result<LowStock> lowStock(storage::Database& db, const StoreId& store, int limit)
{
    const QString available = u"CASE WHEN v.on_hand > v.reserved THEN v.on_hand - v.reserved ELSE 0 END"_s;
    const QString threshold = u"coalesce(v.low_stock_threshold, s.low_stock_threshold)"_s;
    // What is promised but missing is as empty as what is sold out.
    const QString low = u"FROM variants v JOIN stores s ON s.id = v.store_id JOIN products p ON p.id = v.product_id "
                        "WHERE v.store_id = ? AND v.on_hand - v.reserved < %1 AND %1 > 0 AND p.status = 'active'"_s
                            .arg(threshold);
    LowStock result;
    const auto count = db.integer(u"SELECT count(*) "_s + low, {store.toString()});
    if (!count)
        return tl::unexpected(count.error());
    result.count = *count;
    const auto variants = db.all(
        u"SELECT v.product_id, v.id, p.name, v.sku, v.options, %1 AS left_over, %2 "_s.arg(available, threshold) + low
            + u" ORDER BY left_over, p.name, v.position, v.id LIMIT ?"_s,
        {store.toString(), limit}, [](const Row& row) {
            return LowVariant{row.id<ProductId>(0).value_or(ProductId()),
                              row.id<VariantId>(1).value_or(VariantId()),
                              row.text(2),
                              row.text(3),
                              protocol::parseObject(row.text(4).toUtf8()).value_or(QJsonObject()),
                              row.integer(5),
                              row.integer(6)};
        });
    if (!variants)
        return tl::unexpected(variants.error());
    result.variants = *variants;
    return result;
}

} // namespace belanjain::marketplace
