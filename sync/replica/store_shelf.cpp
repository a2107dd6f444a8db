// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/store_shelf.h"

#include "domain/text.h"
#include "replica/product_table.h"
#include "replica/text_keys.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

const QString& select()
{
    static const QString sql =
        u"SELECT v.id, p.id, p.name, v.options_label, v.sku, v.price, v.available, v.archived "
        "FROM variants v JOIN products p ON p.row = v.product WHERE "_s;
    return sql;
}

imports::KnownVariant read(const storage::Row& row)
{
    return {.variant = VariantId(QUuid::fromRfc4122(row.bytes(0))),
            .product = ProductId(QUuid::fromRfc4122(row.bytes(1))),
            .name = row.text(2),
            .options = row.text(3),
            .sku = row.text(4),
            .price = {row.integer(5)},
            .available = row.integer(6),
            .archived = row.integer32(7) == Archived};
}

} // namespace

std::optional<imports::KnownVariant> StoreShelf::bySku(const QString& sku)
{
    return m_work.one(select() + u"v.archived IN (0, 1) AND v.sku_key = ? ORDER BY v.archived LIMIT 1"_s,
                      {foldedSku(normalisedLine(sku))}, read);
}

QList<imports::KnownVariant> StoreShelf::byName(const QString& name)
{
    // The key folds more than case, so the name itself decides.
    const auto product =
        m_work.one(u"SELECT row FROM products WHERE archived IN (0, 1) AND name_key = ? AND name = ? "
                   "ORDER BY archived, row LIMIT 1"_s,
                   {foldedKey(name), name}, [](const storage::Row& row) { return row.integer(0); });
    if (!product)
        return {};
    return m_work.all(select() + u"v.product = ? ORDER BY v.position"_s, {*product}, read);
}

} // namespace belanjain::replica
