// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/mapping.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace belanjain::imports {
using namespace Qt::StringLiterals;
namespace {

const QHash<QString, Field>& shopifyFields()
{
    // Titles: https://help.shopify.com/en/manual/products/import-export/using-csv, those of now and of before.
    const static QHash<QString, Field> known{{u"handle"_s, Field::Group},
                                             {u"url handle"_s, Field::Group},
                                             {u"title"_s, Field::Name},
                                             {u"body html"_s, Field::DescriptionHtml},
                                             {u"description"_s, Field::DescriptionHtml},
                                             {u"type"_s, Field::Category},
                                             {u"product category"_s, Field::CategoryPath},
                                             {u"option1 name"_s, Field::Option1Name},
                                             {u"option1 value"_s, Field::Option1Value},
                                             {u"option2 name"_s, Field::Option2Name},
                                             {u"option2 value"_s, Field::Option2Value},
                                             {u"option3 name"_s, Field::Option3Name},
                                             {u"option3 value"_s, Field::Option3Value},
                                             {u"variant sku"_s, Field::Sku},
                                             {u"sku"_s, Field::Sku},
                                             {u"variant barcode"_s, Field::Barcode},
                                             {u"barcode"_s, Field::Barcode},
                                             {u"variant price"_s, Field::Price},
                                             {u"price"_s, Field::Price},
                                             {u"variant inventory qty"_s, Field::Stock},
                                             {u"inventory quantity"_s, Field::Stock},
                                             {u"variant grams"_s, Field::WeightGrams},
                                             {u"weight value grams"_s, Field::WeightGrams},
                                             {u"image src"_s, Field::Pictures},
                                             {u"product image url"_s, Field::Pictures}};
    return known;
}

Field wooField(const QString& key)
{
    const static QHash<QString, Field> known{{u"id"_s, Field::Id},
                                             {u"type"_s, Field::Type},
                                             {u"sku"_s, Field::Sku},
                                             {u"gtin upc ean or isbn"_s, Field::Barcode},
                                             {u"name"_s, Field::Name},
                                             {u"description"_s, Field::DescriptionHtml},
                                             {u"stock"_s, Field::Stock},
                                             {u"weight g"_s, Field::WeightGrams},
                                             {u"weight kg"_s, Field::WeightKilograms},
                                             {u"weight lbs"_s, Field::WeightPounds},
                                             {u"sale price"_s, Field::SalePrice},
                                             {u"regular price"_s, Field::Price},
                                             {u"categories"_s, Field::CategoryPath},
                                             {u"images"_s, Field::Pictures},
                                             {u"parent"_s, Field::Parent}};
    const static QRegularExpression attribute(u"^attribute ([1-5]) (name|value s)$"_s);
    if (const auto match = attribute.match(key); match.hasMatch()) {
        const int option = match.captured(1).toInt() - 1;
        return match.captured(2) == u"name" ? optionNameField(option) : optionValueField(option);
    }
    return known.value(key, Field::Ignored);
}

Field fieldIn(Format format, const QString& title)
{
    switch (format) {
    case Format::Shopify:
        return shopifyFields().value(titleKey(title), Field::Ignored);
    case Format::WooCommerce:
        return wooField(titleKey(title));
    case Format::Own:
    case Format::Other:
        return guessedField(title);
    }
    return Field::Ignored;
}

Format formatOf(const QStringList& titles)
{
    QSet<QString> keys;
    for (const QString& title : titles)
        keys.insert(titleKey(title));
    const auto has = [&keys](const QString& key) { return keys.contains(key); };
    if (has(u"title"_s) && (has(u"handle"_s) || has(u"url handle"_s)))
        return Format::Shopify;
    if (has(u"type"_s) && has(u"name"_s) && has(u"regular price"_s))
        return Format::WooCommerce;
    const Mapping own = mappedAs(Format::Own, titles);
    const bool allKnown = std::all_of(own.columns.begin(), own.columns.end(), [](const Column& column) {
        return column.field != Field::Ignored || column.title == reasonsTitle(Language::English) ||
               column.title == reasonsTitle(Language::Indonesian);
    });
    return allKnown && own.has(Field::Name) && own.has(Field::Price) ? Format::Own : Format::Other;
}

bool isSeparator(int c) { return c == 0 || c == ',' || c == ';' || c == '\t'; }

} // namespace

QString reasonsTitle(Language language)
{
    return language == Language::English ? u"Why not imported"_s : u"Alasan tidak diimpor"_s;
}

bool Mapping::has(Field field) const
{
    return std::any_of(columns.begin(), columns.end(),
                       [field](const Column& column) { return column.field == field; });
}

Mapping mappedAs(Format format, const QStringList& titles)
{
    Mapping mapping{.format = format};
    QSet<Field> used;
    for (const QString& title : titles) {
        Field field = fieldIn(format, title);
        // Of two columns for the same the first counts, but for pictures, of which there may be many.
        if (field != Field::Pictures && field != Field::Ignored && used.contains(field))
            field = Field::Ignored;
        used.insert(field);
        mapping.columns.append({title, field});
    }
    return mapping;
}

Mapping recognised(const QStringList& titles) { return mappedAs(formatOf(titles), titles); }

Mapping fitted(const Mapping& preset, const QStringList& titles)
{
    Mapping mapping = preset;
    mapping.columns.clear();
    QList<Column> left = preset.columns;
    for (const QString& title : titles) {
        const auto found = std::find_if(left.begin(), left.end(), [&title](const Column& column) {
            return titleKey(column.title) == titleKey(title);
        });
        mapping.columns.append({title, found == left.end() ? Field::Ignored : found->field});
        if (found != left.end())
            left.erase(found);
    }
    return mapping;
}

QJsonObject toJson(const Mapping& mapping)
{
    QJsonArray columns;
    for (const Column& column : mapping.columns)
        columns.append(QJsonObject{{u"title"_s, column.title}, {u"field"_s, wireName(column.field)}});
    return {{u"format"_s, int(mapping.format)},
            {u"encoding"_s, int(mapping.encoding)},
            {u"separator"_s, int(mapping.separator)},
            {u"numbers"_s, int(mapping.numbers)},
            {u"columns"_s, columns}};
}

std::optional<Mapping> mappingFromJson(const QJsonObject& json)
{
    const int format = json.value(u"format").toInt(-1);
    const int encoding = json.value(u"encoding").toInt(-1);
    const int numbers = json.value(u"numbers").toInt(-1);
    const int separator = json.value(u"separator").toInt(-1);
    if (format < 0 || format >= formatCount || encoding < 0 || encoding > int(Encoding::Windows1252) || numbers < 0 ||
        numbers > int(Numbers::Point) || !isSeparator(separator))
        return {};
    Mapping mapping{.format = Format(format),
                    .encoding = Encoding(encoding),
                    .separator = char(separator),
                    .numbers = Numbers(numbers)};
    const QJsonArray columns = json.value(u"columns").toArray();
    for (const QJsonValue& column : columns)
        mapping.columns.append({column[u"title"].toString(),
                                parseField(column[u"field"].toString()).value_or(Field::Ignored)});
    return mapping;
}

} // namespace belanjain::imports
