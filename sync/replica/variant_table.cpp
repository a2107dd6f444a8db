// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/variant_table.h"

#include "replica/value_list.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

StoredVariant read(const storage::Row& row)
{
    StoredVariant variant{.row = row.integer32(0),
                          .id = VariantId(QUuid::fromRfc4122(row.bytes(1))),
                          .version = row.integer(2),
                          .product = row.integer32(3),
                          .shelf = row.integer32(4),
                          .data = {.product = ProductId(QUuid::fromRfc4122(row.bytes(16))),
                                   .position = row.integer32(5),
                                   .sku = row.text(6),
                                   .barcode = row.text(7),
                                   .options = objectFrom(row.text(8)),
                                   .price = {row.integer(9)},
                                   .weightGrams = row.integer32(10),
                                   .onHand = row.integer32(11),
                                   .reserved = row.integer32(12)},
                          .threshold = row.integer32(14),
                          .waiting = row.integer32(15),
                          .rejected = row.integer32(17)};
    if (const auto own = row.optionalInteger(13))
        variant.data.lowStockThreshold = qint32(*own);
    return variant;
}

QString selectSql(const QString& condition)
{
    return u"SELECT v.row, v.id, v.version, v.product, v.archived, v.position, v.sku, v.barcode, v.options, "
           u"v.price, "
           "v.weight, v.on_hand, v.reserved, v.own_threshold, v.threshold, v.waiting, p.id, v.rejected "
           "FROM variants v JOIN products p ON p.row = v.product WHERE "_s +
           condition;
}

QString indexSql(const QString& condition)
{
    return u"INSERT INTO search (rowid, text) SELECT v.row, %1 FROM variants v JOIN products p ON p.row = "
           u"v.product "
           "WHERE %2"_s.arg(searchTextSql(), condition);
}

QString unindexSql(const QString& condition)
{
    return u"INSERT INTO search (search, rowid, text) SELECT 'delete', v.row, %1 FROM variants v "
           "JOIN products p ON p.row = v.product WHERE %2"_s.arg(searchTextSql(), condition);
}

QVariantList valuesOf(const StoredVariant& variant, const QJsonArray& productOptions)
{
    ValueList list;
    VariantTable::write(variant, optionsLabelOf(variant.data.options, optionNamesOf(productOptions)), list);
    return list.values;
}

bool sameWords(const StoredVariant& a, const StoredVariant& b)
{
    return a.product == b.product && a.data.sku == b.data.sku && a.data.barcode == b.data.barcode &&
           a.data.options == b.data.options;
}

bool same(const StoredVariant& a, const StoredVariant& b)
{
    return sameWords(a, b) && a.version == b.version && a.shelf == b.shelf && a.threshold == b.threshold &&
           a.waiting == b.waiting && a.rejected == b.rejected && a.data.position == b.data.position &&
           a.data.price == b.data.price && a.data.weightGrams == b.data.weightGrams &&
           a.data.onHand == b.data.onHand && a.data.reserved == b.data.reserved &&
           a.data.lowStockThreshold == b.data.lowStockThreshold;
}

} // namespace

QStringList optionNamesOf(const QJsonArray& productOptions)
{
    QStringList names;
    for (const QJsonValue& option : productOptions)
        names << option.toObject().value(u"name").toString();
    return names;
}

QString optionsLabelOf(const QJsonObject& values, const QStringList& optionNames)
{
    if (values.isEmpty())
        return u""_s;
    QString label;
    const auto add = [&](const QJsonValue& value) {
        if (!label.isEmpty())
            label += u", ";
        label += value.toString();
    };
    for (const QString& name : optionNames) {
        if (const auto value = values.constFind(name); value != values.constEnd())
            add(*value);
    }
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        if (!optionNames.contains(it.key()))
            add(*it);
    }
    return label;
}

QString VariantTable::columns()
{
    return u"id, version, product, archived, position, sku, sku_key, barcode, options, options_label, "
           u"search, price, "
           "weight, on_hand, reserved, own_threshold, threshold, waiting, rejected"_s;
}

std::optional<StoredVariant> VariantTable::find(const VariantId& id)
{
    static const QString sql = selectSql(u"v.id = ?"_s);
    return m_work.one(sql, {id.uuid().toRfc4122()}, read);
}

std::optional<StoredVariant> VariantTable::at(ports::RowNumber row)
{
    static const QString sql = selectSql(u"v.row = ?"_s);
    return m_work.one(sql, {row}, read);
}

ports::RowNumber VariantTable::insert(const StoredVariant& variant, const QJsonArray& productOptions,
                                      Words words)
{
    static const QString sql =
        u"INSERT INTO variants (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING row"_s.arg(
            columns());
    const auto row = m_work.one(sql, valuesOf(variant, productOptions),
                                [](const storage::Row& r) { return r.integer32(0); });
    if (words == Words::Now)
        index(row.value_or(0));
    return row.value_or(0);
}

bool VariantTable::update(const StoredVariant& before, const StoredVariant& after,
                          const QJsonArray& productOptions)
{
    if (same(before, after))
        return false;
    const bool words = !sameWords(before, after);
    if (words) {
        rewrite(after, before.row, productOptions);
        return true;
    }
    // The usual change, of numbers, leaves the text columns and their indexes alone.
    m_work.run(
        u"UPDATE variants SET version = ?, archived = ?, position = ?, price = ?, weight = ?, on_hand = ?, "
        "reserved = ?, own_threshold = ?, threshold = ?, waiting = ?, rejected = ? WHERE row = ?"_s,
        {after.version, after.shelf, after.data.position, after.data.price.rupiah, after.data.weightGrams,
         after.data.onHand, after.data.reserved,
         after.data.lowStockThreshold ? QVariant(*after.data.lowStockThreshold) : QVariant(), after.threshold,
         after.waiting, after.rejected, before.row});
    return true;
}

void VariantTable::relabel(const StoredVariant& variant, const QJsonArray& productOptions)
{
    rewrite(variant, variant.row, productOptions);
}

void VariantTable::rewrite(const StoredVariant& variant, ports::RowNumber row,
                           const QJsonArray& productOptions)
{
    static const QString sql =
        u"UPDATE variants SET (%1) = (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) WHERE row = ?"_s.arg(columns());
    unindex(row);
    m_work.run(sql, valuesOf(variant, productOptions) << row);
    index(row);
}

void VariantTable::remove(ports::RowNumber row)
{
    unindex(row);
    m_work.run(u"DELETE FROM variants WHERE row = ?"_s, {row});
}

QList<ports::RowNumber> VariantTable::ofProduct(qint32 product)
{
    return m_work.all(u"SELECT row FROM variants WHERE product = ? ORDER BY position, row"_s, {product},
                      [](const storage::Row& r) { return r.integer32(0); });
}

void VariantTable::unindexProduct(qint32 product)
{
    static const QString sql = unindexSql(u"v.product = ?"_s);
    m_work.run(sql, {product});
}

void VariantTable::indexProduct(qint32 product)
{
    static const QString sql = indexSql(u"v.product = ?"_s);
    m_work.run(sql, {product});
}

void VariantTable::unindex(ports::RowNumber row)
{
    static const QString sql = unindexSql(u"v.row = ?"_s);
    m_work.run(sql, {row});
}

void VariantTable::index(ports::RowNumber row)
{
    static const QString sql = indexSql(u"v.row = ?"_s);
    m_work.run(sql, {row});
}

} // namespace belanjain::replica
