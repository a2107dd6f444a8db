// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/bulk_load.h"

#include "protocol/row_sum.h"
#include "replica/server_rows.h"
#include "storage/checked_file.h"
#include "storage/migrator.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using storage::Outcome;
namespace {

constexpr int cacheKiB = 16'000;

QString insertSql(const QString& table, const QString& columns, int width)
{
    return u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns, QStringList(width, u"?"_s).join(u','));
}

storage::Error finished() { return {storage::Error::Kind::Other, u"snapshot already finished"_s}; }

} // namespace

storage::Result<std::unique_ptr<storage::Database>> BulkLoad::openForSchema() const
{
    // Not durable: a power cut leaves the old replica in force and this file to be removed.
    auto database = storage::Database::open(storage::checkedFile(m_file),
                                            {.cacheKiB = cacheKiB, .durable = false, .fault = m_fault});
    if (!database)
        return database;
    // Sorting a million keys in memory would take more of it than the whole program may have.
    if (const auto set = (*database)->execute(u"PRAGMA temp_store=FILE"_s); !set)
        return tl::unexpected(set.error());
    return database;
}

Outcome BulkLoad::begin()
{
    {
        const auto database = openForSchema();
        if (!database)
            return tl::unexpected(database.error());
        if (const auto version = storage::migrate(**database, u":/sql/replica"_s); !version)
            return tl::unexpected(version.error());
        Work work(**database);
        takeApart(work);
        work.execute(u"CREATE TABLE loose (id TEXT, version INTEGER, data TEXT)"_s);
        if (!work.ok())
            return work.outcome();
    }
    auto insert = storage::BulkInsert::open(m_file, cacheKiB, m_fault);
    if (!insert)
        return tl::unexpected(insert.error());
    m_insert = std::move(*insert);
    auto statements = prepareStatements();
    if (!statements)
        return tl::unexpected(statements.error());
    m_statements.emplace(std::move(*statements));
    return {};
}

storage::Result<BulkLoad::Statements> BulkLoad::prepareStatements()
{
    const QString storeColumns = u"id, version, name, location, description, threshold, time_zone"_s;
    auto store = m_insert->prepare(insertSql(u"stores"_s, storeColumns, 7));
    auto product = m_insert->prepare(
        insertSql(u"products"_s, u"row, "_s + ProductTable::columns(), ProductTable::width + 1));
    auto variant = m_insert->prepare(
        insertSql(u"variants"_s, u"row, "_s + VariantTable::columns(), VariantTable::width + 1));
    auto order =
        m_insert->prepare(insertSql(u"orders"_s, u"row, "_s + OrderTable::columns(), OrderTable::width + 1));
    auto line =
        m_insert->prepare(insertSql(u"order_lines"_s, OrderTable::lineColumns(), OrderTable::lineWidth));
    auto words = m_insert->prepare(insertSql(u"order_search"_s, u"rowid, text"_s, 2));
    auto review = m_insert->prepare(insertSql(u"reviews"_s, ReviewTable::columns(), ReviewTable::width));
    auto other = m_insert->prepare(insertSql(u"other_rows"_s, u"tab, id, version, data"_s, 4));
    auto loose = m_insert->prepare(insertSql(u"loose"_s, u"id, version, data"_s, 3));
    for (const auto* one : {&store, &product, &variant, &order, &line, &words, &review, &other, &loose}) {
        if (!*one)
            return tl::unexpected(one->error());
    }
    return Statements{std::move(*store),  std::move(*product), std::move(*variant),
                      std::move(*order),  std::move(*line),    std::move(*words),
                      std::move(*review), std::move(*other),   std::move(*loose)};
}

void BulkLoad::takeApart(Work& work)
{
    struct Made
    {
        QString type;
        QString name;
        QString sql;
    };
    const auto made =
        work.all(u"SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND "
                 "tbl_name IN ('products', 'variants', 'orders', 'order_lines', 'reviews') AND sql IS NOT NULL ORDER BY rowid"_s,
                 {}, [](const storage::Row& r) {
                     return Made{r.text(0), r.text(1), r.text(2)};
                 });
    for (const Made& one : made) {
        work.execute(u"DROP %1 %2"_s.arg(one.type, one.name));
        m_dropped << one.sql;
    }
}

void BulkLoad::putTogether(Work& work, const QString& table)
{
    const QString on = u" ON "_s + table + u' ';
    QStringList rest;
    for (const QString& sql : std::as_const(m_dropped)) {
        if (sql.simplified().contains(on))
            work.execute(sql);
        else
            rest << sql;
    }
    m_dropped = rest;
}

Outcome BulkLoad::add(const protocol::SyncRow& row)
{
    if (!m_statements)
        return tl::unexpected(finished());
    if (row.deleted)
        return {}; // a snapshot holds live rows; a tombstone says nothing
    ++m_rows;
    m_sum.add(protocol::rowShare(row.table, row.id, row.version));
    const KnownRow known = KnownRow::read(row);
    if (known.variant) {
        const auto& [id, data] = *known.variant;
        return data.product == m_product.id ? addVariant(id, row.version, data) : keepLoose(row);
    }
    if (known.product)
        return addProduct(known.product->first, row.version, known.product->second);
    if (known.order)
        return addOrder(known.order->first, row.version, known.order->second);
    if (known.review)
        return addReview(known.review->first, row.version, known.review->second);
    return known.store ? addStore(row, known.store->second) : addOther(row);
}

Outcome BulkLoad::addStore(const protocol::SyncRow& row, const protocol::StoreRow& store)
{
    m_thresholdLate = m_thresholdLate || (m_variantRow > 0 && m_threshold != store.lowStockThreshold);
    m_threshold = store.lowStockThreshold;
    Statement& insert = m_statements->store;
    insert.text(row.id);
    insert.integer(row.version);
    insert.text(store.name);
    insert.text(store.location);
    insert.text(store.description);
    insert.integer(store.lowStockThreshold);
    insert.text(store.timeZone);
    return insert.step();
}

Outcome BulkLoad::addProduct(const ProductId& id, qint64 version, const protocol::ProductRow& data)
{
    m_product = {.row = ++m_productRow, .id = id, .version = version, .data = data};
    m_optionNames = optionNamesOf(data.options);
    Statement& insert = m_statements->product;
    insert.integer(m_product.row);
    ProductTable::write(m_product, insert);
    return insert.step();
}

Outcome BulkLoad::addVariant(const VariantId& id, qint64 version, const protocol::VariantRow& data)
{
    const StoredVariant variant{.id = id,
                                .version = version,
                                .product = qint32(m_product.row),
                                .shelf = m_product.shelf(),
                                .data = data,
                                .threshold = effectiveThreshold(data.lowStockThreshold, m_threshold)};
    Statement& insert = m_statements->variant;
    insert.integer(++m_variantRow);
    VariantTable::write(variant, optionsLabelOf(data.options, m_optionNames), insert);
    return insert.step();
}

Outcome BulkLoad::addOrder(const OrderId& id, qint64 version, const protocol::OrderRow& data)
{
    Statement& insert = m_statements->order;
    insert.integer(++m_orderRow);
    OrderTable::write(StoredOrder{.id = id, .version = version, .data = data}, insert);
    if (const auto done = insert.step(); !done)
        return done;
    for (int i = 0; i < data.lines.size(); ++i) {
        OrderTable::writeLine(m_orderRow, i, data.lines.at(i), m_statements->line);
        if (const auto done = m_statements->line.step(); !done)
            return done;
    }
    Statement& words = m_statements->words;
    words.integer(m_orderRow);
    words.text(OrderTable::searchText(data));
    return words.step();
}

Outcome BulkLoad::addReview(const ReviewId& id, qint64 version, const protocol::ReviewRow& data)
{
    ReviewTable::write(StoredReview{.id = id, .version = version, .data = data}, m_statements->review);
    return m_statements->review.step();
}

Outcome BulkLoad::keepLoose(const protocol::SyncRow& row)
{
    m_loose = true;
    Statement& insert = m_statements->loose;
    insert.text(row.id);
    insert.integer(row.version);
    insert.text(toText(row.data));
    return insert.step();
}

Outcome BulkLoad::addOther(const protocol::SyncRow& row)
{
    Statement& insert = m_statements->other;
    insert.text(row.table);
    insert.text(row.id);
    insert.integer(row.version);
    insert.text(toText(row.data));
    return insert.step();
}

/// Variants that did not follow their product, now that every product has its row.
void BulkLoad::placeLoose(Work& work)
{
    const auto loose = work.all(u"SELECT rowid FROM loose ORDER BY rowid"_s, {},
                                [](const storage::Row& r) { return r.integer(0); });
    ProductTable products(work);
    VariantTable variants(work);
    for (const qint64 number : loose) {
        const auto row = work.one(
            u"SELECT id, version, data FROM loose WHERE rowid = ?"_s, {number}, [](const storage::Row& r) {
                return protocol::SyncRow{.table = QStringView(protocol::table::variants).toString(),
                                         .id = r.text(0),
                                         .version = r.integer(1),
                                         .data = objectFrom(r.text(2))};
            });
        const KnownRow known = row ? KnownRow::read(*row) : KnownRow();
        if (!work.ok() || !known.variant)
            return;
        const auto& [id, data] = *known.variant;
        if (const auto product = products.at(products.rowFor(data.product))) {
            variants.insert({.id = id,
                             .version = row->version,
                             .product = product->row,
                             .shelf = product->shelf(),
                             .data = data,
                             .threshold = effectiveThreshold(data.lowStockThreshold, m_threshold)},
                            product->data.options, VariantTable::Words::Later);
        }
    }
}

Outcome BulkLoad::finish()
{
    if (!m_statements)
        return tl::unexpected(finished());
    m_statements.reset();
    const auto inserted = m_insert->finish();
    m_insert.reset();
    if (!inserted)
        return inserted;
    const auto database = openForSchema();
    if (!database)
        return tl::unexpected(database.error());
    Work work(**database);
    work.execute(u"BEGIN"_s);
    putTogether(work, u"products"_s);
    if (m_loose)
        placeLoose(work);
    work.execute(u"DROP TABLE loose"_s);
    if (m_thresholdLate)
        work.run(u"UPDATE variants SET threshold = ? WHERE own_threshold IS NULL"_s, {m_threshold});
    work.run(u"INSERT INTO search (rowid, text) SELECT v.row, %1 FROM variants v CROSS JOIN products p "
             "ON p.row = v.product ORDER BY v.row"_s.arg(searchTextSql()));
    putTogether(work, u"variants"_s);
    putTogether(work, u"orders"_s);
    putTogether(work, u"order_lines"_s);
    putTogether(work, u"reviews"_s);
    work.run(
        u"INSERT INTO counts (archived, status, n) SELECT archived, status, count(*) FROM variants GROUP BY 1, 2"_s);
    work.execute(u"COMMIT"_s);
    return work.outcome();
}

} // namespace belanjain::replica
