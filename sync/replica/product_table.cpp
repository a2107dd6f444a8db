// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/product_table.h"

#include "replica/value_list.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;

QString ProductTable::columns()
{
    return u"id, version, archived, name, name_key, category, category_key, options, image_hash, images, "
           "specifications, description, created_at, updated_at"_s;
}

namespace {

QVariantList valuesOf(const StoredProduct& product)
{
    ValueList list;
    ProductTable::write(product, list);
    return list.values;
}

} // namespace

StoredProduct ProductTable::read(const storage::Row& row)
{
    return {.row = row.integer32(0),
            .id = ProductId(QUuid::fromRfc4122(row.bytes(1))),
            .version = row.integer(2),
            .data = {.name = row.text(4),
                     .description = row.text(12),
                     .category = row.text(6),
                     .archived = row.integer(3) == Archived,
                     .options = arrayFrom(row.text(8)),
                     .specifications = arrayFrom(row.text(11)),
                     .images = arrayFrom(row.text(10)),
                     .createdAt = row.text(13),
                     .updatedAt = row.text(14)}};
}

std::optional<StoredProduct> ProductTable::find(const ProductId& id)
{
    static const QString sql = u"SELECT row, %1 FROM products WHERE id = ?"_s.arg(columns());
    return m_work.one(sql, {id.uuid().toRfc4122()}, read);
}

std::optional<StoredProduct> ProductTable::at(qint32 row)
{
    static const QString sql = u"SELECT row, %1 FROM products WHERE row = ?"_s.arg(columns());
    return m_work.one(sql, {row}, read);
}

qint32 ProductTable::insert(const StoredProduct& product)
{
    static const QString sql =
        u"INSERT INTO products (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING row"_s.arg(columns());
    return m_work.one(sql, valuesOf(product), [](const storage::Row& r) { return r.integer32(0); })
        .value_or(0);
}

void ProductTable::update(const StoredProduct& product)
{
    static const QString sql =
        u"UPDATE products SET (%1) = (?,?,?,?,?,?,?,?,?,?,?,?,?,?) WHERE row = ?"_s.arg(columns());
    m_work.run(sql, valuesOf(product) << product.row);
}

void ProductTable::remove(qint32 row) { m_work.run(u"DELETE FROM products WHERE row = ?"_s, {row}); }

qint32 ProductTable::rowFor(const ProductId& id)
{
    const auto found = m_work.one(u"SELECT row FROM products WHERE id = ?"_s, {id.uuid().toRfc4122()},
                                  [](const storage::Row& r) { return r.integer32(0); });
    return found ? *found : insert({.id = id, .version = StoredProduct::placeHeld});
}

QString firstImageHash(const QJsonArray& images)
{
    return notNull(images.at(0).toObject().value(u"sha256").toString());
}

} // namespace belanjain::replica
