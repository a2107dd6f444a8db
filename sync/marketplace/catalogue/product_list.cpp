// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/product_list.h"

#include "marketplace/catalogue/product_view.h"
#include "marketplace/catalogue/text_match.h"
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

/// Beyond any number sold, so that products rank by how well they match before how well they sell.
constexpr char16_t rankUnit[] = u"1000000000000";

/// The products asked for and what they are sorted by.
struct Selection
{
    QString where;
    QVariantList values;
    QString key;
    QVariantList keyValues;
    bool descending = true;
    bool ranked = false; ///< the key is worked out, not a column

    void require(const QString& condition, const QVariantList& with = {})
    {
        where += (where.isEmpty() ? u""_s : u" AND "_s) + condition;
        values += with;
    }
};

QString keyColumn(ProductSort sort)
{
    switch (sort) {
    case ProductSort::Newest:
        return u"p.created_at"_s;
    case ProductSort::Price:
    case ProductSort::PriceDescending:
        return u"p.min_price"_s;
    case ProductSort::Rating:
        return u"p.rating_milli"_s;
    case ProductSort::Relevance:
    case ProductSort::Popular:
        break;
    }
    return u"p.sold"_s;
}

void addFilters(Selection& selection, const ProductQuery& query)
{
    if (query.status == ListedStatus::Active)
        selection.require(u"p.status = 'active'"_s);
    else if (query.status == ListedStatus::Archived)
        selection.require(u"p.status = 'archived'"_s);
    if (!query.category.isEmpty())
        selection.require(u"p.category = ?"_s, {query.category});
    if (!query.store.isNull())
        selection.require(u"p.store_id = ?"_s, {query.store.toString()});
    if (query.inStock)
        selection.require(u"p.available > 0"_s);
    if (query.minPrice)
        selection.require(u"p.max_price >= ?"_s, {*query.minPrice});
    if (query.maxPrice)
        selection.require(u"p.min_price <= ?"_s, {*query.maxPrice});
    // A product from 10 to 100 has not necessarily a variant between 40 and 60.
    if (query.minPrice && query.maxPrice)
        selection.require(u"EXISTS (SELECT 1 FROM variants v WHERE v.product_id = p.id AND v.price BETWEEN ? AND ?)"_s,
                          {*query.minPrice, *query.maxPrice});
    if (selection.where.isEmpty())
        selection.require(u"1 = 1"_s);
}

Result<Selection> selectionOf(storage::Database& db, KnownWords& known, qint64 generation, const ProductQuery& query)
{
    Selection selection;
    addFilters(selection, query);
    selection.descending = query.sort != ProductSort::Price;
    selection.key = keyColumn(query.sort);
    if (query.text.isEmpty())
        return selection;
    const SqlPiece called = variantsCalled(query.text);
    const auto exact = db.integer(u"SELECT count(*) FROM (%1 LIMIT 1) c"_s.arg(called.sql), called.values);
    if (!exact)
        return tl::unexpected(exact.error());
    const auto spellings = known.spellings(db, generation, query.words);
    if (!spellings)
        return tl::unexpected(spellings.error());
    const TextMatch match(db.dialect(), query.words, *spellings, query.text, *exact > 0);
    const SqlPiece found = match.condition();
    selection.require(found.sql, found.values);
    if (query.sort == ProductSort::Relevance) {
        const SqlPiece rank = match.rank();
        selection.key = u"((%1) * %2 + p.sold)"_s.arg(rank.sql, QString::fromUtf16(rankUnit));
        selection.keyValues = rank.values;
        selection.ranked = true;
    }
    return selection;
}

struct Found
{
    qint64 key = 0;
    QString id;
    StoreId store;
    ProductRevision revision;
};

Result<QList<Found>> fetch(storage::Database& db, const Selection& selection, const ProductQuery& query)
{
    const QString direction = selection.descending ? u"DESC"_s : u"ASC"_s;
    QString page;
    QVariantList values;
    QVariantList after;
    if (!query.after.isEmpty())
        after = {query.after.at(0).toInteger(), query.after.at(1).toString()};
    const QString beyond = u"(%1, %2) "_s + (selection.descending ? u"<"_s : u">"_s) + u" (?, ?)"_s;
    if (selection.ranked) {
        // Once for every product found, not again for each comparison.
        page = u"WITH r AS MATERIALIZED (SELECT %1 AS sort_key, p.number AS number, p.id AS id FROM products p "
               "WHERE %2) SELECT r.sort_key AS sort_key, r.number AS number FROM r%3 ORDER BY r.sort_key %4, r.id %4"_s
                   .arg(selection.key, selection.where,
                        after.isEmpty() ? u""_s : u" WHERE "_s + beyond.arg(u"r.sort_key"_s, u"r.id"_s), direction);
    } else {
        page = u"SELECT %1 AS sort_key, p.number AS number FROM products p WHERE %2%3 ORDER BY %1 %4, p.id %4"_s.arg(
            selection.key, selection.where,
            after.isEmpty() ? u""_s : u" AND "_s + beyond.arg(selection.key, u"p.id"_s), direction);
    }
    values = selection.keyValues + selection.values + after;
    // The page is found first, since columns are worked out for every row that is sorted.
    const QString text = u"SELECT f.sort_key, p.id, p.store_id, %1 FROM (%2 LIMIT ? OFFSET ?) f "
                         "JOIN products p ON p.number = f.number JOIN stores s ON s.id = p.store_id "
                         "ORDER BY f.sort_key %3, p.id %3"_s.arg(revisionColumns(), page, direction);
    return db.all(text, values + QVariantList{query.limit + 1, query.offset}, [](const Row& row) {
        return Found{row.integer(0), row.text(1), row.id<StoreId>(2).value_or(StoreId()), revisionFrom(row, 3)};
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

QString ProductQuery::fingerprint() const
{
    QString print = u"products:%1:%2:%3"_s.arg(int(sort)).arg(int(status)).arg(int(inStock));
    for (const std::optional<qint64>& price : {minPrice, maxPrice})
        print += u':' + (price ? QString::number(*price) : QString());
    print += u':' + store.toString();
    // Their lengths keep two texts from being read as two others.
    for (const QString& part : {category, text})
        print += u':' + QString::number(part.size()) + u':' + part;
    return print;
}

Result<ProductPage> listProducts(storage::Database& db, CatalogueCaches& caches, qint64 generation,
                                 const ProductQuery& query, const StoreId& viewer)
{
    const auto selection = selectionOf(db, caches.words, generation, query);
    if (!selection)
        return tl::unexpected(selection.error());
    const auto found = fetch(db, *selection, query);
    if (!found)
        return tl::unexpected(found.error());
    ProductPage page;
    const qsizetype count = std::min<qsizetype>(found->size(), query.limit);
    for (qsizetype i = 0; i < count; ++i) {
        const auto json = itemJson(db, caches.products, found->at(i), viewer);
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
        const auto total = db.integer(u"SELECT count(*) FROM products p WHERE "_s + selection->where, selection->values);
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
