// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/products.h"

#include "marketplace/catalogue/draft_json.h"
#include "marketplace/catalogue/search_index.h"
#include "marketplace/catalogue/stock.h"
#include "storage/text_value.h"

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Outcome;
using storage::Row;
using storage::textValue;
namespace
{

Outcome insertProductRow(const WriteContext& context, const ProductId& id, const NewProduct& product)
{
    const auto [least, most] = std::minmax_element(
        product.variants.begin(), product.variants.end(),
        [](const NewVariant& a, const NewVariant& b) { return a.price < b.price; });
    qint64 available = 0;
    for (const NewVariant& variant : product.variants)
        available += variant.stock;
    const QJsonArray options = toJson(product.options);
    const QJsonArray specifications = toJson(product.specifications);
    const ProductWords words = wordsOf({product.name, product.category, product.description, options, specifications});
    const auto number = context.db.integer(
        u"INSERT INTO products (id, store_id, name, description, category, options, specifications, created_at, "
        "updated_at, min_price, max_price, available, variant_count, search_name, search_text) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number"_s,
        {id.toString(), context.space(), product.name, textValue(product.description), textValue(product.category),
         toColumn(options), toColumn(specifications), context.now.ms, context.now.ms,
         least->price.rupiah, most->price.rupiah, available, product.variants.size(), textValue(words.name),
         textValue(words.text)});
    if (!number)
        return tl::unexpected(number.error());
    if (const auto done = indexWords(context.db, *number, {}, words); !done)
        return done;
    context.writer.created(context.space(), SyncedTable::Products, id.toString());
    return {};
}

storage::Result<bool> anyInUse(storage::Database& db, const ProductId& id, const QList<VariantId>& variantIds)
{
    const auto product = db.integer(u"SELECT count(*) FROM products WHERE id = ?"_s, {id.toString()});
    if (!product)
        return tl::unexpected(product.error());
    bool used = *product > 0;
    for (const VariantId& variant : variantIds) {
        if (variant.isNull())
            continue;
        const auto found = db.integer(u"SELECT count(*) FROM variants WHERE id = ?"_s, {variant.toString()});
        if (!found)
            return tl::unexpected(found.error());
        used = used || *found > 0 || variantIds.count(variant) > 1;
    }
    return used;
}

} // namespace

SkuIsTaken takenIn(storage::Database& db, const StoreId& store, const VariantId& except,
                   std::optional<storage::Error>& error)
{
    return [&db, store = store.toString(), except = except.toString(), &error](const QString& key) {
        const auto found = db.integer(
            u"SELECT count(*) FROM variants WHERE store_id = ? AND sku_key = ? AND id <> ?"_s, {store, key, except});
        if (!found)
            error = found.error();
        return found && *found > 0;
    };
}

Ruled<void> createProduct(const WriteContext& context, const ProductId& id, const ProductDraft& draft,
                          const QList<VariantId>& variantIds)
{
    const auto used = anyInUse(context.db, id, variantIds);
    if (!used)
        return tl::unexpected(used.error());
    if (*used)
        return refuse<void>(u"id"_s, Rule::Duplicate, {id.toString()});
    std::optional<storage::Error> error;
    const auto product = prepareProduct(draft, takenIn(context.db, context.actor.store, {}, error));
    if (error)
        return tl::unexpected(*error);
    if (!product)
        return refuse<void>(product.error());
    if (const auto done = insertProduct(context, id, *product, variantIds); !done)
        return tl::unexpected(done.error());
    return tl::expected<void, QList<Violation>>();
}

Outcome insertVariant(const WriteContext& context, const ProductId& product, const VariantId& id, int position,
                      const NewVariant& variant, StockLedger& ledger)
{
    const auto inserted = context.db.run(
        u"INSERT INTO variants (id, product_id, store_id, position, sku, sku_key, barcode, options, price, "
        "weight_grams, on_hand, low_stock_threshold) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id.toString(), product.toString(), context.space(), position, variant.sku, skuKey(variant.sku),
         textValue(variant.barcode), toColumn(toJson(variant.options)), variant.price.rupiah,
         variant.weightGrams, variant.stock,
         variant.lowStockThreshold ? QVariant(*variant.lowStockThreshold) : QVariant()});
    if (!inserted)
        return tl::unexpected(inserted.error());
    context.writer.created(context.space(), SyncedTable::Variants, id.toString());
    return ledger.begin(id, variant.stock, {.by = context.actor.name});
}

Outcome insertProduct(const WriteContext& context, const ProductId& id, const NewProduct& product,
                      const QList<VariantId>& variantIds)
{
    if (const auto done = insertProductRow(context, id, product); !done)
        return done;
    StockLedger ledger(context.db, context.writer, context.ids, context.now);
    for (int i = 0; i < product.variants.size(); ++i) {
        VariantId variant = variantIds.value(i);
        if (variant.isNull())
            variant = context.ids.make<VariantId>();
        if (const auto done = insertVariant(context, id, variant, i, product.variants[i], ledger); !done)
            return done;
    }
    return {};
}

Ruled<bool> setArchived(const WriteContext& context, const ProductId& id, bool archived)
{
    const auto status = context.db.one(u"SELECT status FROM products WHERE id = ? AND store_id = ?"_s,
                                       {id.toString(), context.space()}, [](const Row& row) { return row.text(0); });
    if (!status)
        return tl::unexpected(status.error());
    if (!*status)
        return refuse<bool>(u"id"_s, Rule::NotFound);
    const QString wanted = wireName(archived ? ProductStatus::Archived : ProductStatus::Active);
    if (**status == wanted)
        return tl::expected<bool, QList<Violation>>(false);
    const auto done = context.db.run(u"UPDATE products SET status = ?, status_after = version, status_by = ?, "
                                     "updated_at = ? WHERE id = ?"_s,
                                     {wanted, textValue(context.actor.device), context.now.ms, id.toString()});
    if (!done)
        return tl::unexpected(done.error());
    context.writer.changed(context.space(), SyncedTable::Products, id.toString());
    return tl::expected<bool, QList<Violation>>(true);
}

Outcome refreshProduct(storage::Database& db, const QString& productId)
{
    struct Known
    {
        qint64 number = 0;
        ProductWords stored;
        ProductWords due;
    };
    const QString sql = u"SELECT number, search_name, search_text, name, category, description, options, "
                        "specifications FROM products WHERE id = ?"_s;
    // What the variants sum up to is read under the product's lock, to which others add what they move.
    const auto texts = db.one(db.isPostgres() ? sql + u" FOR NO KEY UPDATE"_s : sql, {productId}, [](const Row& row) {
                                  return Known{.number = row.integer(0),
                                               .stored = {row.text(1), row.text(2)},
                                               .due = wordsOf({.name = row.text(3),
                                                               .category = row.text(4),
                                                               .description = row.text(5),
                                                               .options = arrayFrom(row.text(6)),
                                                               .specifications = arrayFrom(row.text(7))})};
                              });
    if (!texts)
        return tl::unexpected(texts.error());
    if (!*texts)
        return {};
    qint64 least = 0;
    qint64 most = 0;
    qint64 available = 0;
    qint64 count = 0;
    const auto read = db.each(u"SELECT price, on_hand, reserved FROM variants WHERE product_id = ? "
                              "ORDER BY position"_s,
                              {productId}, [&](const Row& row) {
                                  const qint64 price = row.integer(0);
                                  least = count == 0 ? price : std::min(least, price);
                                  most = std::max(most, price);
                                  available += StockLevel{row.integer32(1), row.integer32(2)}.available();
                                  ++count;
                              });
    if (!read)
        return read;
    const ProductWords& words = (*texts)->due;
    if (const auto indexed = indexWords(db, (*texts)->number, (*texts)->stored, words); !indexed)
        return indexed;
    const auto done = db.run(u"UPDATE products SET min_price = ?, max_price = ?, available = ?, variant_count = ?, "
                             "search_name = ?, search_text = ? WHERE id = ?"_s,
                             {least, most, available, count, textValue(words.name), textValue(words.text),
                              productId});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace belanjain::marketplace
