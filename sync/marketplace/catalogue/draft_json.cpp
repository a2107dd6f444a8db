// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/draft_json.h"

#include <QJsonDocument>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using protocol::ObjectReader;

VariantDraft readVariant(ObjectReader& reader)
{
    VariantDraft variant{.sku = reader.optionalString(u"sku").value_or(QString()),
                         .barcode = reader.optionalString(u"barcode").value_or(QString()),
                         .options = readOptionValues(reader, u"options"),
                         .price = std::nullopt,
                         .stock = reader.optionalInteger(u"stock"),
                         .weightGrams = reader.optionalInteger(u"weightGrams"),
                         .lowStockThreshold = reader.optionalInteger(u"lowStockThreshold")};
    if (const auto price = reader.optionalInteger(u"price"))
        variant.price = Money{*price};
    return variant;
}

QJsonArray toJson(const QList<Option>& options)
{
    QJsonArray array;
    for (const Option& option : options)
        array.append(QJsonObject{{u"name"_s, option.name}, {u"values"_s, QJsonArray::fromStringList(option.values)}});
    return array;
}

QJsonArray toJson(const QList<Specification>& specifications)
{
    QJsonArray array;
    for (const Specification& item : specifications)
        array.append(QJsonObject{{u"label"_s, item.label}, {u"value"_s, item.value}});
    return array;
}

QJsonObject toJson(const QList<OptionValue>& options)
{
    QJsonObject object;
    for (const OptionValue& option : options)
        object[option.name] = option.value;
    return object;
}

QList<Option> readOptions(ObjectReader& reader, QStringView key)
{
    QList<Option> options;
    const auto array = reader.optionalArray(key);
    reader.eachObject(array.value_or(QJsonArray()), key, [&](ObjectReader& item) {
        options.append({item.string(u"name"), item.strings(u"values")});
    });
    return options;
}

QList<Specification> readSpecifications(ObjectReader& reader, QStringView key)
{
    QList<Specification> specifications;
    const auto array = reader.optionalArray(key);
    reader.eachObject(array.value_or(QJsonArray()), key, [&](ObjectReader& item) {
        specifications.append({item.string(u"label"), item.string(u"value")});
    });
    return specifications;
}

QList<OptionValue> readOptionValues(ObjectReader& reader, QStringView key)
{
    QList<OptionValue> values;
    const auto object = reader.optionalObject(key);
    if (!object)
        return values;
    for (auto it = object->constBegin(); it != object->constEnd(); ++it) {
        if (!it.value().isString())
            reader.fail(u"%1.%2"_s.arg(key).arg(it.key()), u"not_a_string"_s);
        values.append({it.key(), it.value().toString()});
    }
    return values;
}

QJsonArray arrayFrom(const QString& column) { return QJsonDocument::fromJson(column.toUtf8()).array(); }

QJsonObject objectFrom(const QString& column) { return QJsonDocument::fromJson(column.toUtf8()).object(); }

QString toColumn(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString toColumn(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

IdentifiedDraft IdentifiedDraft::read(ObjectReader& reader)
{
    IdentifiedDraft result;
    ProductDraft& draft = result.draft;
    draft.name = reader.string(u"name");
    draft.description = reader.optionalString(u"description").value_or(QString());
    draft.category = reader.optionalString(u"category").value_or(QString());
    if (const auto price = reader.optionalInteger(u"price"))
        draft.price = Money{*price};
    draft.stock = reader.optionalInteger(u"stock");
    draft.sku = reader.optionalString(u"sku").value_or(QString());
    draft.barcode = reader.optionalString(u"barcode").value_or(QString());
    draft.weightGrams = reader.optionalInteger(u"weightGrams").value_or(0);
    draft.lowStockThreshold = reader.optionalInteger(u"lowStockThreshold");
    draft.options = readOptions(reader, u"options");
    draft.specifications = readSpecifications(reader, u"specifications");
    const auto variants = reader.optionalArray(u"variants").value_or(QJsonArray());
    reader.eachObject(variants, u"variants", [&](ObjectReader& item) {
        draft.variants.append(readVariant(item));
        result.variantIds.append(item.optionalId<VariantId>(u"id").value_or(VariantId()));
    });
    if (variants.isEmpty())
        result.variantIds.append(reader.optionalId<VariantId>(u"variantId").value_or(VariantId()));
    return result;
}

} // namespace belanjain::marketplace
