// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/row_locks.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Outcome;
namespace
{

Outcome done(const storage::Result<storage::Rows>& rows) { return rows ? Outcome() : tl::unexpected(rows.error()); }

} // namespace

Outcome lockRows(storage::Database& db, const QString& store, const QStringList& ids)
{
    if (!db.isPostgres() || ids.isEmpty())
        return {};
    const QString list = ids.join(u','); // ids hold no comma
    const auto orders = done(db.query(u"SELECT id FROM orders WHERE id = ANY(string_to_array(?, ',')) AND store_id = ? "
                                      "ORDER BY id FOR NO KEY UPDATE"_s,
                                      {list, store}));
    if (!orders)
        return orders;
    QStringList products = ids;
    const auto variants = db.each(
        u"SELECT v.product_id FROM variants v WHERE v.store_id = ? AND v.id IN ("
        "SELECT unnest(string_to_array(?, ',')) "
        "UNION SELECT o.id FROM variants o WHERE o.product_id = ANY(string_to_array(?, ',')) "
        "UNION SELECT l.variant_id FROM order_lines l WHERE l.order_id = ANY(string_to_array(?, ','))) "
        "ORDER BY v.id FOR NO KEY UPDATE OF v"_s,
        {store, list, list, list}, [&](const storage::Row& row) { products << row.text(0); });
    if (!variants)
        return variants;
    return done(db.query(u"SELECT id FROM products WHERE id = ANY(string_to_array(?, ',')) AND store_id = ? "
                         "ORDER BY id FOR NO KEY UPDATE"_s,
                         {products.join(u','), store}));
}

Outcome lockRowsAndHead(storage::Database& db, const QString& store, const QStringList& ids)
{
    if (!db.isPostgres())
        return {};
    if (const auto rows = lockRows(db, store, ids); !rows)
        return rows;
    return done(db.query(u"SELECT version FROM space_head WHERE space = ? FOR NO KEY UPDATE"_s, {store}));
}

Outcome lockOrder(storage::Database& db, const QString& order)
{
    if (!db.isPostgres())
        return {};
    return done(db.query(u"SELECT id FROM orders WHERE id = ? FOR NO KEY UPDATE"_s, {order}));
}

} // namespace belanjain::marketplace
