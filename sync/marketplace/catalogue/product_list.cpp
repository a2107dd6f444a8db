// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/product_list.h"

#include "domain/search_text.h"
#include "domain/sku.h"
#include "domain/text.h"
#include "marketplace/catalogue/product_view.h"
#include "marketplace/catalogue/search_index.h"
#include "protocol/json.h"

#include <QJsonObject>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Result;
using storage::Row;
namespace
{

struct SortName
{
    ProductSort sort;
    const char16_t* name;
};
constexpr SortName sortNames[] = {{ProductSort::Relevance, u"relevance"}, {ProductSort::Newest, u"newest"},
                                  {ProductSort::Price, u"price"},         {ProductSort::PriceDescending, u"-price"},
                                  {ProductSort::Popular, u"popular"},     {ProductSort::Rating, u"rating"}};

/// More products than this cannot share one exact SKU or barcode in a result.
constexpr int maxExact = 50;

/// Beyond any number sold, so that exact hits come first.
constexpr char16_t exactBonus[] = u"1000000000000";

struct Sql
{
    QString where = u"p.status = 'active'"_s;
    QVariantList values;
    QString key;
    QVariantList keyValues;
    bool descending = true;

    void require(const QString& condition, const QVariantList& with = {})
    {
        where += u" AND "_s + condition;
        values += with;
    }
};

QString marks(qsizetype count) { return u"(?"_s + u", ?"_s.repeated(count - 1) + u')'; }

Result<QVariantList> exactProducts(storage::Database& db, const QString& text)
{
    const QString trimmed = normalisedLine(text);
    QVariantList ids;
    const auto done = db.each(u"SELECT product_id FROM variants WHERE sku_key = ? "
                              "UNION SELECT product_id FROM variants WHERE barcode = ? AND barcode <> '' LIMIT ?"_s,
                              {skuKey(trimmed), trimmed, maxExact}, [&](const Row& row) { ids << row.text(0); });
    if (!done)
        return tl::unexpected(done.error());
    return ids;
}

void addText(Sql& sql, const ProductQuery& query, const QVariantList& exact)
{
    QStringList alternatives;
    QVariantList values;
    const QStringList words = searchWords(query.text);
    if (!words.isEmpty()) {
        const WordCondition condition = wordCondition(words);
        alternatives << condition.sql;
        values << condition.value;
    }
    if (!exact.isEmpty()) {
        alternatives << u"p.id IN "_s + marks(exact.size());
        values += exact;
    }
    if (alternatives.isEmpty())
        alternatives << u"1 = 0"_s;
    sql.require(u'(' + alternatives.join(u" OR "_s) + u')', values);
}

void addSort(Sql& sql, ProductSort sort, const QVariantList& exact)
{
    switch (sort) {
    case ProductSort::Relevance:
        sql.key = u"p.sold"_s;
        if (!exact.isEmpty()) {
            sql.key = u"(CASE WHEN p.id IN %1 THEN %2 ELSE 0 END + p.sold)"_s.arg(marks(exact.size()),
                                                                                 QString::fromUtf16(exactBonus));
            sql.keyValues = exact;
        }
        return;
    case ProductSort::Newest:
        sql.key = u"p.created_at"_s;
        return;
    case ProductSort::Price:
        sql.descending = false;
        sql.key = u"p.min_price"_s;
        return;
    case ProductSort::PriceDescending:
        sql.key = u"p.min_price"_s;
        return;
    case ProductSort::Popular:
        sql.key = u"p.sold"_s;
        return;
    case ProductSort::Rating:
        sql.key = u"p.rating_milli"_s;
        return;
    }
}

void addFilters(Sql& sql, const ProductQuery& query)
{
    if (!query.category.isEmpty())
        sql.require(u"p.category = ?"_s, {query.category});
    if (!query.store.isNull())
        sql.require(u"p.store_id = ?"_s, {query.store.toString()});
    if (query.inStock)
        sql.require(u"p.available > 0"_s);
    if (query.minPrice)
        sql.require(u"p.max_price >= ?"_s, {*query.minPrice});
    if (query.maxPrice)
        sql.require(u"p.min_price <= ?"_s, {*query.maxPrice});
    // A product from 10 to 100 has not necessarily a variant between 40 and 60.
    if (query.minPrice && query.maxPrice)
        sql.require(u"EXISTS (SELECT 1 FROM variants v WHERE v.product_id = p.id AND v.price BETWEEN ? AND ?)"_s,
                    {*query.minPrice, *query.maxPrice});
}

struct Found
{
    qint64 key = 0;
    QString id;
    StoreId store;
    ProductRevision revision;
};

Result<QList<Found>> fetch(storage::Database& db, Sql sql, const ProductQuery& query)
{
    if (!query.after.isEmpty()) {
        sql.require(u"(%1, p.id) %2 (?, ?)"_s.arg(sql.key, sql.descending ? u"<"_s : u">"_s),
                    sql.keyValues + QVariantList{query.after.at(0).toInteger(), query.after.at(1).toString()});
    }
    const QString direction = sql.descending ? u"DESC"_s : u"ASC"_s;
    // The page is found first, since columns are worked out for every row that is sorted.
    const QString text = u"SELECT f.sort_key, p.id, p.store_id, %1 FROM (SELECT %2 AS sort_key, p.number AS number "
                         "FROM products p WHERE %3 ORDER BY sort_key %4, p.id %4 LIMIT ? OFFSET ?) f "
                         "JOIN products p ON p.number = f.number JOIN stores s ON s.id = p.store_id "
                         "ORDER BY f.sort_key %4, p.id %4"_s.arg(revisionColumns(), sql.key, sql.where, direction);
    return db.all(text, sql.keyValues + sql.values + QVariantList{query.limit + 1, query.offset},
                  [](const Row& row) {
                      return Found{row.integer(0), row.text(1), row.id<StoreId>(2).value_or(StoreId()),
                                   revisionFrom(row, 3)};
                  });
}

/// The JSON of one found product for the viewer; nullopt when it went in between.
Result<std::optional<QByteArray>> itemJson(storage::Database& db, ProductCache& cache, const Found& item,
                                           const StoreId& viewer)
{
    if (viewer.isNull() || item.store != viewer)
        return publicJson(db, cache, item.id, item.revision);
    const auto view = readProduct(db, ProductId::parse(item.id).value_or(ProductId()), viewer);
    if (!view)
        return tl::unexpected(view.error());
    return *view ? std::optional(protocol::toJson((*view)->json)) : std::nullopt;
}

} // namespace

std::optional<ProductSort> parseProductSort(QStringView text)
{
    for (const SortName& entry : sortNames) {
        if (text == QStringView(entry.name))
            return entry.sort;
    }
    return std::nullopt;
}

QString wireName(ProductSort sort)
{
    for (const SortName& entry : sortNames) {
        if (entry.sort == sort)
            return QString::fromUtf16(entry.name);
    }
    return {};
}

Result<ProductPage> listProducts(storage::Database& db, ProductCache& cache, const ProductQuery& query,
                                 const StoreId& viewer)
{
    QVariantList exact;
    Sql sql;
    addFilters(sql, query);
    if (!query.text.isEmpty()) {
        const auto ids = exactProducts(db, query.text);
        if (!ids)
            return tl::unexpected(ids.error());
        exact = *ids;
        addText(sql, query, exact);
    }
    addSort(sql, query.sort, exact);
    const auto found = fetch(db, sql, query);
    if (!found)
        return tl::unexpected(found.error());
    ProductPage page;
    const qsizetype count = std::min<qsizetype>(found->size(), query.limit);
    for (qsizetype i = 0; i < count; ++i) {
        const auto json = itemJson(db, cache, found->at(i), viewer);
        if (!json)
            return tl::unexpected(json.error());
        if (!*json)
            continue;
        if (!page.items.isEmpty())
            page.items += ',';
        page.items += **json;
        ++page.count;
    }
    if (found->size() > count)
        page.next = {found->at(count - 1).key, found->at(count - 1).id};
    if (query.wantTotal) {
        const auto total = db.integer(u"SELECT count(*) FROM products p WHERE "_s + sql.where, sql.values);
        if (!total)
            return tl::unexpected(total.error());
        page.total = *total;
    }
    return page;
}

Result<QJsonArray> listCategories(storage::Database& db)
{
    QJsonArray list;
    const auto done = db.each(u"SELECT category, count(*) AS products FROM products WHERE status = 'active' AND category <> '' "
                              "GROUP BY category ORDER BY products DESC, category"_s,
                              {}, [&](const Row& row) {
                                  list.append(QJsonObject{{u"name"_s, row.text(0)}, {u"count"_s, row.integer(1)}});
                              });
    if (!done)
        return tl::unexpected(done.error());
    return list;
}

} // namespace belanjain::marketplace
