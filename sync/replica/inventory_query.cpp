// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/inventory_query.h"

#include "replica/product_table.h"
#include "replica/stored_json.h"
#include "replica/text_keys.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using ports::InventorySort;
using ports::StatusFilter;
namespace {

QList<int> shelves(StatusFilter status)
{
    switch (status) {
    case StatusFilter::Active:
        return {OnSale};
    case StatusFilter::Archived:
        return {Archived};
    case StatusFilter::All:
        return {OnSale, Archived};
    }
    return {};
}

QString shelfCondition(StatusFilter status)
{
    switch (status) {
    case StatusFilter::Active:
        return u"v.archived = 0"_s;
    case StatusFilter::Archived:
        return u"v.archived = 1"_s;
    case StatusFilter::All:
        return u"v.archived IN (0, 1)"_s;
    }
    return {};
}

/// How an order is walked: the tables with the index, and the keys in front of the row number.
struct Walk
{
    QString from; ///< %1: the shelf
    QStringList keys;
};

std::optional<Walk> walkOf(InventorySort sort)
{
    const auto ofProducts = [](const QString& index, const QStringList& keys) {
        return Walk{
            u"products p INDEXED BY "_s + index +
                u" CROSS JOIN variants v INDEXED BY variants_by_product ON v.product = p.row WHERE p.archived = %1"_s,
            keys + QStringList{u"p.row"_s, u"v.position"_s}};
    };
    const auto ofVariants = [](const QString& index, const QString& key) {
        return Walk{u"variants v INDEXED BY "_s + index + u" WHERE v.archived = %1"_s, {key}};
    };
    switch (sort) {
    case InventorySort::Product:
        return ofProducts(u"products_by_name"_s, {u"p.name_key"_s});
    case InventorySort::Category:
        return ofProducts(u"products_by_category"_s, {u"p.category_key"_s, u"p.name_key"_s});
    case InventorySort::Sku:
        return ofVariants(u"variants_by_sku"_s, u"v.sku_key"_s);
    case InventorySort::Price:
        return ofVariants(u"variants_by_price"_s, u"v.price"_s);
    case InventorySort::OnHand:
    case InventorySort::Reserved:
    case InventorySort::Available:
    case InventorySort::Threshold:
    case InventorySort::Sync:
        return std::nullopt;
    }
    return std::nullopt;
}

/// What a number order sorts by. Spelled out where there is a generated column, for which SQLite would
/// read the whole row.
QString numberOf(InventorySort sort)
{
    switch (sort) {
    case InventorySort::OnHand:
        return u"v.on_hand"_s;
    case InventorySort::Reserved:
        return u"v.reserved"_s;
    case InventorySort::Available:
        return u"max(v.on_hand - v.reserved, 0)"_s;
    case InventorySort::Threshold:
        return u"v.threshold"_s;
    case InventorySort::Sync:
        return u"CASE WHEN v.rejected <> 0 THEN 2 WHEN v.waiting <> 0 THEN 1 ELSE 0 END"_s;
    case InventorySort::Product:
    case InventorySort::Category:
    case InventorySort::Sku:
    case InventorySort::Price:
        break;
    }
    return {};
}

QString numbersFrom(StatusFilter status)
{
    return u" FROM variants v INDEXED BY variants_by_price WHERE "_s + shelfCondition(status);
}

QString orderBy(const QStringList& keys, bool descending)
{
    return u" ORDER BY "_s + keys.join(descending ? u" DESC, "_s : u", "_s) +
           (descending ? u" DESC"_s : QString());
}

/// Settled rows first, then waiting, then refused; nearly all are settled, so they are walked and not sorted.
QStringList syncOrder(StatusFilter status, bool descending)
{
    const QString end = descending ? u" ORDER BY v.row DESC"_s : u" ORDER BY v.row"_s;
    const QString shelf = u" AND "_s + shelfCondition(status);
    QStringList statements{
        u"SELECT v.row AS row FROM variants v NOT INDEXED WHERE v.waiting = 0 AND v.rejected = 0"_s + shelf +
            end,
        u"SELECT v.row AS row FROM variants v INDEXED BY variants_waiting WHERE v.waiting <> 0 AND v.rejected = 0"_s +
            shelf + end,
        u"SELECT v.row AS row FROM variants v INDEXED BY variants_rejected WHERE v.rejected <> 0"_s + shelf +
            end};
    if (descending)
        std::reverse(statements.begin(), statements.end());
    return statements;
}

QString stockCondition(ports::StockFilter stock)
{
    switch (stock) {
    case ports::StockFilter::Any:
        return {};
    case ports::StockFilter::Low:
        return u"v.status = 1"_s;
    case ports::StockFilter::Out:
        return u"v.status = 2"_s;
    case ports::StockFilter::LowOrOut:
        return u"v.status IN (1, 2)"_s;
    case ports::StockFilter::Enough:
        return u"v.status = 0"_s;
    }
    return {};
}

QString syncCondition(ports::SyncFilter sync)
{
    switch (sync) {
    case ports::SyncFilter::Any:
        return {};
    case ports::SyncFilter::Waiting:
        return u"v.waiting <> 0"_s;
    case ports::SyncFilter::Rejected:
        return u"v.rejected <> 0"_s;
    }
    return {};
}

} // namespace

OrderSql orderSql(InventorySort sort, StatusFilter status, bool descending)
{
    if (sort == InventorySort::Sync)
        return {syncOrder(status, descending), false};
    const auto walk = walkOf(sort);
    if (!walk)
        return {{u"SELECT v.row, "_s + numberOf(sort) + numbersFrom(status)}, true};
    const QList<int> on = shelves(status);
    if (on.size() == 1)
        return {{u"SELECT v.row AS row FROM "_s + walk->from.arg(on.constFirst()) +
                 orderBy(walk->keys + QStringList{u"v.row"_s}, descending)},
                false};
    // Both shelves are walked side by side and merged by their keys; SQLite sorts neither.
    QStringList names{u"row"_s};
    QStringList columns;
    for (const QString& key : walk->keys) {
        names.insert(names.size() - 1, u"k%1"_s.arg(names.size()));
        columns << u"%1 AS %2"_s.arg(key, names.at(names.size() - 2));
    }
    QStringList parts;
    for (const int shelf : on)
        parts << u"SELECT v.row AS row, %1 FROM "_s.arg(columns.join(u", "_s)) + walk->from.arg(shelf);
    return {{parts.join(u" UNION ALL "_s) + orderBy(names, descending)}, false};
}

QString orderOfRowsSql(InventorySort sort, StatusFilter status, bool descending)
{
    const auto walk = walkOf(sort);
    const QStringList keys = walk ? walk->keys : QStringList{numberOf(sort)};
    return u"SELECT v.row FROM json_each(?) j CROSS JOIN variants v ON v.row = j.value "
           "CROSS JOIN products p ON p.row = v.product WHERE "_s +
           shelfCondition(status) + orderBy(keys + QStringList{u"v.row"_s}, descending);
}

Sql walkSql(const ports::InventoryQuery& query, int limit)
{
    if (query.sort == InventorySort::Sync)
        return {};
    const OrderSql order = orderSql(query.sort, query.status, query.descending);
    const QString ahead = order.byNumber ? u"SELECT v.row AS row"_s + numbersFrom(query.status) +
                                               orderBy({numberOf(query.sort), u"v.row"_s}, query.descending)
                                         : order.statements.constFirst();
    QStringList conditions{u"1"_s};
    QVariantList values;
    for (const QString& condition : {stockCondition(query.stock), syncCondition(query.sync)}) {
        if (!condition.isEmpty())
            conditions << condition;
    }
    if (!query.category.isEmpty()) {
        conditions << u"p.category_key = ?"_s;
        values << notNull(foldedKey(query.category));
    }
    // Conditions are a column, so that the reader sees how many rows go by and can give up early.
    return {u"WITH ahead AS (%1 LIMIT %2) SELECT v.row, %3, %4 FROM ahead a CROSS JOIN variants v ON v.row = "
            u"a.row "
            "CROSS JOIN products p ON p.row = v.product"_s.arg(ahead)
                .arg(limit)
                .arg(searchTextSql(), conditions.join(u" AND "_s)),
            values};
}

QList<FilterSql> filterSql(const ports::InventoryQuery& query)
{
    QList<FilterSql> list;
    if (!query.category.isEmpty()) {
        list.append(
            FilterSql{{u"SELECT v.row FROM products p INDEXED BY products_by_category CROSS JOIN variants v "
                       "INDEXED BY variants_by_product ON v.product = p.row "
                       "WHERE p.archived IN (0, 1) AND p.category_key = ?"_s,
                       {notNull(foldedKey(query.category))}}});
    }
    if (query.stock != ports::StockFilter::Any) {
        // Most have enough: those are everything but the others.
        const bool enough = query.stock == ports::StockFilter::Enough;
        const QString status =
            enough ? stockCondition(ports::StockFilter::LowOrOut) : stockCondition(query.stock);
        list.append(FilterSql{
            {u"SELECT v.row FROM variants v INDEXED BY variants_short WHERE %1 AND v.status <> 0 AND %2"_s
                 .arg(shelfCondition(query.status), status),
             {}},
            enough});
    }
    if (query.sync == ports::SyncFilter::Waiting)
        list.append(FilterSql{
            {u"SELECT v.row FROM variants v INDEXED BY variants_waiting WHERE v.waiting <> 0"_s, {}}});
    if (query.sync == ports::SyncFilter::Rejected)
        list.append(FilterSql{
            {u"SELECT v.row FROM variants v INDEXED BY variants_rejected WHERE v.rejected <> 0"_s, {}}});
    return list;
}

Sql matchSql(const QStringList& words)
{
    // Quoted, so that no word is taken for an operator; folded words have no quotes in them.
    QStringList terms;
    for (const QString& word : words)
        terms << u"\"%1\"*"_s.arg(word);
    return {u"SELECT rowid FROM search WHERE search MATCH ?"_s, {terms.join(u" AND "_s)}};
}

Sql exactSql(const QString& search, StatusFilter status)
{
    const QString typed = search.trimmed();
    QStringList shelvesText;
    for (const int shelf : shelves(status))
        shelvesText << QString::number(shelf);
    return {
        u"SELECT v.row FROM variants v INDEXED BY variants_by_sku WHERE v.archived IN (%1) AND v.sku_key = ? "
        u"UNION "
        "SELECT v.row FROM variants v INDEXED BY variants_by_barcode WHERE v.barcode = ? AND v.barcode <> '' "
        "AND v.archived IN (%1)"_s.arg(shelvesText.join(u", "_s)),
        {foldedSku(typed), typed}};
}

QString textOfRowsSql()
{
    return u"SELECT v.row, %1 FROM json_each(?) j CROSS JOIN variants v ON v.row = j.value "
           "CROSS JOIN products p ON p.row = v.product"_s.arg(searchTextSql());
}

QString categoriesSql()
{
    // Steps from one category to the next along the index instead of reading every product.
    return u"WITH RECURSIVE shelf(n) AS (VALUES (0), (1)), "
           "step(n, k) AS (SELECT n, (SELECT min(category_key) FROM products WHERE archived = n AND "
           "category_key > '') FROM shelf "
           "UNION ALL SELECT n, (SELECT min(category_key) FROM products WHERE archived = n AND category_key "
           "> k) FROM step "
           "WHERE k IS NOT NULL) "
           "SELECT k, (SELECT category FROM products WHERE archived = n AND category_key = k LIMIT 1) FROM "
           "step "
           "WHERE k IS NOT NULL ORDER BY k, n"_s;
}

QString fetchSql()
{
    return u"SELECT v.row, v.id, p.id, p.name, v.options_label, v.sku, v.barcode, p.category, p.image_hash, "
           u"v.price, "
           "v.on_hand, v.reserved, v.threshold, v.own_threshold IS NOT NULL, v.archived, v.waiting, "
           "v.rejected "
           "FROM json_each(?) j CROSS JOIN variants v ON v.row = j.value CROSS JOIN products p ON p.row = "
           "v.product "
           "WHERE v.archived IN (0, 1)"_s;
}

ports::InventoryRow readInventoryRow(const storage::Row& row)
{
    return {.row = row.integer32(0),
            .variant = VariantId(QUuid::fromRfc4122(row.bytes(1))),
            .product = ProductId(QUuid::fromRfc4122(row.bytes(2))),
            .productName = row.text(3),
            .optionsLabel = row.text(4),
            .sku = row.text(5),
            .barcode = row.text(6),
            .category = row.text(7),
            .imageHash = row.text(8),
            .price = {row.integer(9)},
            .onHand = row.integer32(10),
            .reserved = row.integer32(11),
            .threshold = row.integer32(12),
            .ownThreshold = row.boolean(13),
            .archived = row.integer32(14) == Archived,
            .waiting = ports::EditFields::fromInt(row.integer32(15)),
            .rejected = ports::EditFields::fromInt(row.integer32(16))};
}

bool matchesWords(const QString& text, const QStringList& words)
{
    // Splits like FTS5's ascii tokenizer: ASCII letters and digits and everything beyond ASCII are words.
    const auto inWord = [](QChar c) {
        return c.unicode() >= 0x80 || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
               (c >= u'0' && c <= u'9');
    };
    const auto begins = [&](const QString& word) {
        for (qsizetype i = 0; i + word.size() <= text.size();) {
            if (QStringView(text).mid(i, word.size()).compare(word, Qt::CaseInsensitive) == 0)
                return true;
            while (i < text.size() && inWord(text[i]))
                ++i;
            while (i < text.size() && !inWord(text[i]))
                ++i;
        }
        return false;
    };
    return std::all_of(words.begin(), words.end(), begins);
}

QString jsonArray(const ports::RowNumber* rows, qsizetype count)
{
    QString json;
    json.reserve(count * 8 + 2);
    json += u'[';
    for (qsizetype i = 0; i < count; ++i) {
        if (i > 0)
            json += u',';
        json += QString::number(rows[i]);
    }
    json += u']';
    return json;
}

} // namespace belanjain::replica
