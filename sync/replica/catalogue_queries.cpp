// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/catalogue_queries.h"

#include "domain/search_text.h"
#include "replica/inventory_query.h"
#include "replica/outbox.h"
#include "replica/product_table.h"
#include "replica/uploads.h"
#include "replica/variant_table.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

QList<Option> optionsFrom(const QJsonArray& array)
{
    QList<Option> options;
    for (const QJsonValue& one : array) {
        Option option{one[u"name"].toString(), {}};
        const QJsonArray values = one[u"values"].toArray();
        for (const QJsonValue& value : values)
            option.values << value.toString();
        options.append(option);
    }
    return options;
}

/// A variant's values in the product's order of options.
QList<OptionValue> valuesFrom(const QJsonObject& object, const QList<Option>& options)
{
    QList<OptionValue> values;
    for (const Option& option : options) {
        if (object.contains(option.name))
            values.append({option.name, object.value(option.name).toString()});
    }
    return values;
}

ports::ProductVariant variantFrom(const StoredVariant& stored, const QList<Option>& options)
{
    const protocol::VariantRow& data = stored.data;
    return {.variant = {.id = stored.id,
                        .sku = data.sku,
                        .barcode = data.barcode,
                        .options = valuesFrom(data.options, options),
                        .price = data.price,
                        .weightGrams = data.weightGrams,
                        .lowStockThreshold = data.lowStockThreshold},
            .onHand = data.onHand,
            .reserved = data.reserved,
            .waiting = ports::EditFields(stored.waiting),
            .rejected = ports::EditFields(stored.rejected)};
}

QString shelfCondition(ports::StatusFilter status)
{
    switch (status) {
    case ports::StatusFilter::Active:
        return u"p.archived = 0"_s;
    case ports::StatusFilter::Archived:
        return u"p.archived = 1"_s;
    case ports::StatusFilter::All:
        return u"p.archived IN (0, 1)"_s;
    }
    return {};
}

ports::ProductListRow readListRow(const storage::Row& row)
{
    return {.product = ProductId(QUuid::fromRfc4122(row.bytes(0))),
            .name = row.text(1),
            .category = row.text(2),
            .imageHash = row.text(3),
            .archived = row.boolean(4),
            .variants = row.integer32(5),
            .minPrice = {row.integer(6)},
            .maxPrice = {row.integer(7)},
            .available = row.integer(8),
            .low = row.integer32(9),
            .out = row.integer32(10)};
}

} // namespace

std::optional<ports::ProductDetail> readProductDetail(Work& work, const ProductId& product)
{
    ProductTable products(work);
    VariantTable variants(work);
    const auto stored = products.find(product);
    if (!stored || !stored->known())
        return std::nullopt;
    const protocol::ProductRow& data = stored->data;
    ports::ProductDetail detail{.product = product,
                                .name = data.name,
                                .description = data.description,
                                .category = data.category,
                                .archived = data.archived,
                                .options = optionsFrom(data.options),
                                .createdAt = parseRfc3339(data.createdAt).value_or(Instant()),
                                .updatedAt = parseRfc3339(data.updatedAt).value_or(Instant()),
                                .waiting = Outbox(work).hasEntity(product.toString())};
    for (const QJsonValue& one : data.specifications)
        detail.specifications.append({one[u"label"].toString(), one[u"value"].toString()});
    for (const QJsonValue& one : data.images)
        detail.pictures.append({one[u"id"].toString(), one[u"sha256"].toString(), one[u"width"].toInt(),
                                one[u"height"].toInt(),
                                one[waitingImageKey].toBool() ? ports::PictureState::Waiting
                                                              : ports::PictureState::Stored});
    const QList<Upload> refused = Uploads(work).ofProduct(product, Upload::State::Refused);
    for (const Upload& one : refused)
        detail.pictures.append(
            {one.image.toString(), one.hash, one.width, one.height, ports::PictureState::Refused});
    const QList<ports::RowNumber> rows = variants.ofProduct(stored->row);
    for (const ports::RowNumber row : rows) {
        if (const auto variant = variants.at(row))
            detail.variants.append(variantFrom(*variant, detail.options));
    }
    return detail;
}

ports::ProductListPage readProductList(Work& work, const ports::ProductListQuery& query)
{
    QString where = shelfCondition(query.status);
    QVariantList values;
    if (!query.category.isEmpty()) {
        where += u" AND p.category_key = ?"_s;
        values << foldForSearch(query.category);
    }
    if (const QStringList words = searchWords(query.search); !words.isEmpty()) {
        const Sql match = matchSql(words);
        where += u" AND p.row IN (SELECT v.product FROM variants v WHERE v.row IN (%1))"_s.arg(match.text);
        values += match.values;
    } else if (!query.search.trimmed().isEmpty()) {
        where += u" AND 0"_s; // nothing but punctuation matches nothing
    }
    ports::ProductListPage page;
    page.total = int(work.integer(u"SELECT count(*) FROM products p WHERE "_s + where, values));
    page.products = work.all(
        u"SELECT f.id, f.name, f.category, f.image_hash, f.archived, count(v.row), min(v.price), max(v.price), "
        "sum(v.available), sum(v.status = 1), sum(v.status = 2) "
        "FROM (SELECT p.row, p.id, p.name, p.name_key, p.category, p.image_hash, p.archived FROM products p WHERE %1 "
        "ORDER BY p.name_key, p.row LIMIT ? OFFSET ?) f JOIN variants v ON v.product = f.row "
        "GROUP BY f.row ORDER BY f.name_key, f.row"_s.arg(where),
        values + QVariantList{query.limit, query.offset}, readListRow);
    return page;
}

ports::CodeMatch findCode(Work& work, const QString& code)
{
    ports::CodeMatch match{.code = code.trimmed()};
    for (const auto status : {ports::StatusFilter::Active, ports::StatusFilter::All}) {
        const Sql exact = exactSql(match.code, status);
        const auto row = work.one(exact.text, exact.values, [](const storage::Row& r) { return r.integer32(0); });
        if (!row)
            continue;
        if (const auto variant = VariantTable(work).at(*row)) {
            match.variant = variant->id;
            match.product = variant->data.product;
            break;
        }
    }
    return match;
}

QList<ports::VariantMatch> findVariants(Work& work, const QString& text)
{
    const QStringList words = searchWords(text);
    if (words.isEmpty())
        return {};
    const Sql match = matchSql(words);
    return work.all(u"SELECT v.id, p.id, p.name, v.options_label, v.sku, v.barcode FROM variants v "
                    "JOIN products p ON p.row = v.product WHERE v.archived = 0 AND v.row IN (%1) "
                    "ORDER BY p.name_key, p.row, v.position LIMIT 30"_s.arg(match.text),
                    match.values, [](const storage::Row& r) {
                        const QString name = r.text(2);
                        const QString label = r.text(3);
                        return ports::VariantMatch{VariantId(QUuid::fromRfc4122(r.bytes(0))),
                                                   ProductId(QUuid::fromRfc4122(r.bytes(1))),
                                                   label.isEmpty() ? name : u"%1, %2"_s.arg(name, label), r.text(4),
                                                   r.text(5)};
                    });
}

std::optional<std::pair<StoreId, StoreProfile>> readStoreProfile(Work& work)
{
    return work.one(u"SELECT id, name, location, description, threshold, time_zone FROM stores LIMIT 1"_s, {},
                    [](const storage::Row& r) {
                        return std::pair(r.id<StoreId>(0).value_or(StoreId()),
                                         StoreProfile{r.text(1), r.text(2), r.text(3), r.integer32(4), r.text(5)});
                    });
}

} // namespace belanjain::replica
