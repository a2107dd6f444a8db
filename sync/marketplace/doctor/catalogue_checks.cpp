// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/search_index.h"
#include "marketplace/doctor/checks.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
namespace
{

/// A column of products against what its variants make.
Check summed(const QString& name, const QString& column, const QString& sum)
{
    return queryCheck({name,
                       u"SELECT p.id, p.%1, v.made FROM products p JOIN (SELECT product_id, %2 AS made FROM variants "
                       "GROUP BY product_id) v ON v.product_id = p.id WHERE p.%1 <> v.made"_s.arg(column, sum),
                       u"says %1, its variants make %2"_s});
}

storage::Outcome indexIsComplete(Database& db, Findings& findings)
{
    return checkSearchIndex(db, [&](const QString& id, const QString& text) { findings.add(id.isEmpty() ? u"index"_s : id, text); });
}

} // namespace

QList<Check> catalogueChecks()
{
    return {
        {u"search index"_s, indexIsComplete},
        queryCheck({u"products have variants"_s,
                    u"SELECT p.id, p.name FROM products p "
                    "WHERE NOT EXISTS (SELECT 1 FROM variants v WHERE v.product_id = p.id)"_s,
                    u"'%1' has no variant"_s}),
        queryCheck({u"variants' stores"_s,
                    u"SELECT v.id, v.store_id, p.store_id FROM variants v JOIN products p ON p.id = v.product_id "
                    "WHERE v.store_id <> p.store_id"_s,
                    u"belongs to store %1, its product to %2"_s}),
        summed(u"lowest price"_s, u"min_price"_s, u"min(price)"_s),
        summed(u"highest price"_s, u"max_price"_s, u"max(price)"_s),
        summed(u"variant count"_s, u"variant_count"_s, u"count(*)"_s),
        summed(u"available"_s, u"available"_s,
               u"CAST(sum(CASE WHEN on_hand > reserved THEN on_hand - reserved ELSE 0 END) AS BIGINT)"_s),
        queryCheck({u"review count"_s,
                    u"SELECT p.id, p.review_count, p.carried_rating_count + coalesce(r.made, 0) FROM products p "
                    "LEFT JOIN (SELECT product_id, count(*) AS made FROM reviews GROUP BY product_id) r "
                    "ON r.product_id = p.id WHERE p.review_count <> p.carried_rating_count + coalesce(r.made, 0)"_s,
                    u"says %1, its reviews make %2"_s}),
        queryCheck({u"rating sum"_s,
                    u"SELECT p.id, p.rating_sum, p.carried_rating_sum + coalesce(r.made, 0) FROM products p "
                    "LEFT JOIN (SELECT product_id, CAST(sum(rating) AS BIGINT) AS made FROM reviews "
                    "GROUP BY product_id) r ON r.product_id = p.id "
                    "WHERE p.rating_sum <> p.carried_rating_sum + coalesce(r.made, 0)"_s,
                    u"says %1, its reviews make %2"_s}),
        queryCheck({u"rating"_s,
                    u"SELECT id, rating_milli, rating_sum FROM products WHERE rating_milli <> CASE WHEN review_count = 0 "
                    "THEN 0 ELSE (rating_sum * 1000 + review_count / 2) / review_count END"_s,
                    u"says %1 thousandths, which is not what a sum of %2 makes"_s}),
        // Products from elsewhere bring along what they sold there.
        queryCheck({u"sold"_s,
                    u"SELECT p.id, p.sold, d.made FROM products p JOIN (SELECT min(l.product_id) AS product_id, "
                    "CAST(sum(l.quantity) AS BIGINT) AS made FROM order_lines l CROSS JOIN orders o "
                    "WHERE o.id = l.order_id AND o.status = 'DELIVERED' GROUP BY l.product_id || '') d ON d.product_id = p.id WHERE p.sold < d.made"_s,
                    u"says %1, its delivered orders make %2"_s}),
    };
}

} // namespace belanjain::marketplace
