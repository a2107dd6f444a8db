// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/bulk_load.h"

#include "protocol/row_sum.h"
#include "replica/server_rows.h"
#include "replica/stored_json.h"
#include "replica/text_keys.h"

namespace belanjain::replica
{
using namespace Qt::StringLiterals;
namespace
{

/// Rows a statement: most of what a statement costs through QtSql is paid once for all of them.
constexpr int rowsPerInsert = 40;

QString insertSql(const QString& table, const QString& columns, int width, qsizetype rows)
{
    const QString one = u"("_s + QStringList(width, u"?"_s).join(u',') + u")"_s;
    return u"INSERT INTO %1 (%2) VALUES "_s.arg(table, columns) + QStringList(rows, one).join(u',');
}

void flush(Work& work, QVariantList& values, const QString& table, const QString& columns, int width)
{
    if (values.isEmpty())
        return;
    work.run(insertSql(table, columns, width, values.size() / width), values);
    values.clear();
}

const int productWidth = 15;
const int variantWidth = 20;

} // namespace

storage::Outcome BulkLoad::begin()
{
    // Sorting a million keys in memory would take more of it than the whole program may have.
    m_work.execute(u"PRAGMA temp_store=FILE"_s);
    m_work.execute(u"BEGIN"_s);
    takeApart();
    m_work.execute(u"CREATE TABLE loose (id TEXT, version INTEGER, data TEXT)"_s);
    m_products.reserve(rowsPerInsert * productWidth);
    m_variants.reserve(rowsPerInsert * variantWidth);
    return m_work.outcome();
}

void BulkLoad::takeApart()
{
    struct Made
    {
        QString type;
        QString name;
        QString sql;
    };
    const auto made = m_work.all(u"SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND "
                                 "tbl_name IN ('products', 'variants') AND sql IS NOT NULL ORDER BY rowid"_s, {},
                                 [](const storage::Row& r) { return Made{r.text(0), r.text(1), r.text(2)}; });
    for (const Made& one : made) {
        m_work.execute(u"DROP %1 %2"_s.arg(one.type, one.name));
        m_dropped << one.sql;
    }
}

void BulkLoad::putTogether(const QString& table)
{
    const QString on = u" ON "_s + table + u' ';
    QStringList rest;
    for (const QString& sql : std::as_const(m_dropped)) {
        if (sql.simplified().contains(on))
            m_work.execute(sql);
        else
            rest << sql;
    }
    m_dropped = rest;
}

storage::Outcome BulkLoad::add(const protocol::SyncRow& row)
{
    if (row.deleted)
        return m_work.outcome(); // a snapshot holds live rows; a tombstone says nothing
    ++m_rows;
    m_sum.add(protocol::rowShare(row.table, row.id, row.version));
    const KnownRow known = KnownRow::read(row);
    if (known.variant) {
        const auto& [id, data] = *known.variant;
        if (data.product == m_product.id)
            addVariant(id, row.version, data);
        else
            keepLoose(row);
    } else if (known.product) {
        addProduct(known.product->first, row.version, known.product->second);
    } else if (known.store) {
        addStore(row, *known.store);
    } else {
        addOther(row);
    }
    return m_work.outcome();
}

void BulkLoad::addStore(const protocol::SyncRow& row, const protocol::StoreRow& store)
{
    m_work.run(u"INSERT INTO stores (id, version, name, location, description, threshold, time_zone) "
               "VALUES (?,?,?,?,?,?,?)"_s,
               {row.id, row.version, notNull(store.name), notNull(store.location), notNull(store.description),
                store.lowStockThreshold, notNull(store.timeZone)});
    m_thresholdLate = m_thresholdLate || (m_variantRow > 0 && m_threshold != store.lowStockThreshold);
    m_threshold = store.lowStockThreshold;
}

void BulkLoad::addProduct(const ProductId& id, qint64 version, const protocol::ProductRow& data)
{
    m_product = {.row = ++m_productRow, .id = id, .version = version, .data = data};
    m_products << m_product.row << ProductTable::values(m_product);
    if (m_products.size() >= rowsPerInsert * productWidth)
        flushProducts();
}

void BulkLoad::addVariant(const VariantId& id, qint64 version, const protocol::VariantRow& data)
{
    appendVariant({.id = id, .version = version, .product = m_product.row, .shelf = m_product.shelf(), .data = data},
                  m_product.data.options);
}

void BulkLoad::appendVariant(const StoredVariant& variant, const QJsonArray& options)
{
    StoredVariant row = variant;
    row.threshold = effectiveThreshold(row.data.lowStockThreshold, m_threshold);
    m_variants << ++m_variantRow << VariantTable::values(row, options);
    if (m_variants.size() >= rowsPerInsert * variantWidth)
        flushVariants();
}

void BulkLoad::keepLoose(const protocol::SyncRow& row)
{
    m_loose = true;
    m_work.run(u"INSERT INTO loose (id, version, data) VALUES (?,?,?)"_s, {row.id, row.version, toText(row.data)});
}

void BulkLoad::addOther(const protocol::SyncRow& row)
{
    m_work.run(u"INSERT INTO other_rows (tab, id, version, data) VALUES (?,?,?,?)"_s,
               {row.table, row.id, row.version, toText(row.data)});
}

void BulkLoad::flushProducts()
{
    flush(m_work, m_products, u"products"_s, u"row, "_s + ProductTable::columns(), productWidth);
}

void BulkLoad::flushVariants()
{
    flush(m_work, m_variants, u"variants"_s, u"row, "_s + VariantTable::columns(), variantWidth);
}

/// Variants that did not follow their product, now that every product has its row.
void BulkLoad::placeLoose()
{
    const auto loose = m_work.all(u"SELECT rowid FROM loose ORDER BY rowid"_s, {},
                                  [](const storage::Row& r) { return r.integer(0); });
    ProductTable products(m_work);
    for (const qint64 number : loose) {
        const auto row = m_work.one(u"SELECT id, version, data FROM loose WHERE rowid = ?"_s, {number},
                                    [](const storage::Row& r) {
                                        return protocol::SyncRow{.table = QStringView(protocol::table::variants).toString(),
                                                                 .id = r.text(0),
                                                                 .version = r.integer(1),
                                                                 .data = objectFrom(r.text(2))};
                                    });
        const KnownRow known = row ? KnownRow::read(*row) : KnownRow();
        if (!m_work.ok() || !known.variant)
            return;
        const auto& [id, data] = *known.variant;
        const auto product = products.at(products.rowFor(data.product));
        if (product)
            appendVariant({.id = id, .version = row->version, .product = product->row, .shelf = product->shelf(), .data = data},
                          product->data.options);
    }
    flushVariants();
}

storage::Outcome BulkLoad::finish()
{
    flushProducts();
    flushVariants();
    putTogether(u"products"_s);
    if (m_loose)
        placeLoose();
    m_work.execute(u"DROP TABLE loose"_s);
    if (m_thresholdLate)
        m_work.run(u"UPDATE variants SET threshold = ? WHERE own_threshold IS NULL"_s, {m_threshold});
    m_work.run(u"INSERT INTO search (rowid, text) SELECT v.row, %1 FROM variants v CROSS JOIN products p "
               "ON p.row = v.product ORDER BY v.row"_s.arg(searchTextSql()));
    putTogether(u"variants"_s);
    m_work.run(u"INSERT INTO counts (archived, status, n) SELECT archived, status, count(*) FROM variants GROUP BY 1, 2"_s);
    m_work.execute(u"COMMIT"_s);
    return m_work.outcome();
}

} // namespace belanjain::replica
