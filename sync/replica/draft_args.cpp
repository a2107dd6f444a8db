// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/draft_args.h"

#include "domain/stock.h"
#include "replica/stored_json.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

QJsonObject valuesOf(const QList<OptionValue>& options)
{
    QJsonObject object;
    for (const OptionValue& option : options)
        object[option.name] = option.value;
    return object;
}

/// What a variant is, wherever it stands among the args.
QJsonObject fieldsOf(const NewVariant& variant)
{
    QJsonObject fields{{u"sku"_s, variant.sku}, {u"price"_s, variant.price.rupiah}, {u"stock"_s, variant.stock}};
    if (!variant.barcode.isEmpty())
        fields[u"barcode"_s] = variant.barcode;
    if (variant.weightGrams != 0)
        fields[u"weightGrams"_s] = variant.weightGrams;
    if (variant.lowStockThreshold)
        fields[u"lowStockThreshold"_s] = *variant.lowStockThreshold;
    return fields;
}

std::optional<qint64> number(const QJsonObject& args, QStringView key)
{
    const QJsonValue value = args.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<Money> money(const QJsonObject& args, QStringView key)
{
    const auto rupiah = number(args, key);
    return rupiah ? std::optional(Money{*rupiah}) : std::nullopt;
}

VariantDraft variantFrom(const QJsonObject& args)
{
    VariantDraft variant{.sku = args.value(u"sku").toString(),
                         .barcode = args.value(u"barcode").toString(),
                         .options = {},
                         .price = money(args, u"price"),
                         .stock = number(args, u"stock"),
                         .weightGrams = number(args, u"weightGrams"),
                         .lowStockThreshold = number(args, u"lowStockThreshold")};
    const QJsonObject options = args.value(u"options").toObject();
    for (auto it = options.constBegin(); it != options.constEnd(); ++it)
        variant.options.append({it.key(), it.value().toString()});
    return variant;
}

protocol::VariantRow rowFrom(const ProductId& product, int position, const QJsonObject& args)
{
    protocol::VariantRow row{.product = product,
                             .position = position,
                             .sku = args.value(u"sku").toString(),
                             .barcode = args.value(u"barcode").toString(),
                             .price = {args.value(u"price").toInteger()},
                             .weightGrams = args.value(u"weightGrams").toInt(),
                             .onHand = qint32(std::clamp<qint64>(args.value(u"stock").toInteger(), 0, maxStock))};
    if (const auto own = number(args, u"lowStockThreshold"))
        row.lowStockThreshold = qint32(*own);
    return row;
}

} // namespace

QJsonObject argsOf(const NewProduct& product, const QList<VariantId>& variants)
{
    QJsonObject args{{u"name"_s, product.name},
                     {u"category"_s, notNull(product.category)},
                     {u"description"_s, notNull(product.description)}};
    QJsonArray specifications;
    for (const Specification& one : product.specifications)
        specifications.append(QJsonObject{{u"label"_s, one.label}, {u"value"_s, one.value}});
    if (!specifications.isEmpty())
        args[u"specifications"_s] = specifications;
    if (product.options.isEmpty()) {
        const QJsonObject single = fieldsOf(product.variants.constFirst());
        for (auto it = single.constBegin(); it != single.constEnd(); ++it)
            args[it.key()] = it.value();
        args[u"variantId"_s] = variants.constFirst().toString();
        return args;
    }
    args[u"options"_s] = toJson(product.options);
    QJsonArray list;
    for (qsizetype i = 0; i < product.variants.size(); ++i) {
        QJsonObject fields = fieldsOf(product.variants[i]);
        fields[u"id"_s] = variants[i].toString();
        fields[u"options"_s] = valuesOf(product.variants[i].options);
        list.append(fields);
    }
    args[u"variants"_s] = list;
    return args;
}

QJsonArray toJson(const QList<Option>& options)
{
    QJsonArray array;
    for (const Option& option : options)
        array.append(QJsonObject{{u"name"_s, option.name}, {u"values"_s, QJsonArray::fromStringList(option.values)}});
    return array;
}

QList<Option> optionsFrom(const QJsonArray& options)
{
    QList<Option> list;
    for (const QJsonValue& one : options) {
        Option option{one[u"name"].toString(), {}};
        const QJsonArray values = one[u"values"].toArray();
        for (const QJsonValue& value : values)
            option.values << value.toString();
        list.append(option);
    }
    return list;
}

QJsonObject argsOf(const QList<Option>& expected, const Grid& grid, const QList<VariantId>& variants,
                   const QList<bool>& isKnown)
{
    QJsonArray list;
    for (qsizetype i = 0; i < variants.size(); ++i) {
        QJsonObject fields = isKnown[i] ? QJsonObject() : fieldsOf(grid.variants[i]);
        fields[u"id"_s] = variants[i].toString();
        fields[u"options"_s] = valuesOf(grid.variants[i].options);
        list.append(fields);
    }
    return {{u"expected"_s, toJson(expected)}, {u"options"_s, toJson(grid.options)}, {u"variants"_s, list}};
}

ports::SetVariants setVariantsFrom(const ProductId& product, const QJsonObject& args)
{
    ports::SetVariants set{.product = product,
                           .expected = optionsFrom(args.value(u"expected").toArray()),
                           .options = optionsFrom(args.value(u"options").toArray()),
                           .variants = {}};
    const QJsonArray variants = args.value(u"variants").toArray();
    for (const QJsonValue& one : variants)
        set.variants.append({VariantId::parse(one[u"id"].toString()).value_or(VariantId()), variantFrom(one.toObject())});
    return set;
}

ports::AddProduct addProductFrom(const ProductId& product, const QJsonObject& args)
{
    ports::AddProduct add{.product = product, .draft = {}, .variants = {}};
    ProductDraft& draft = add.draft;
    draft.name = args.value(u"name").toString();
    draft.description = args.value(u"description").toString();
    draft.category = args.value(u"category").toString();
    draft.price = money(args, u"price");
    draft.stock = number(args, u"stock");
    draft.sku = args.value(u"sku").toString();
    draft.barcode = args.value(u"barcode").toString();
    draft.weightGrams = args.value(u"weightGrams").toInteger();
    draft.lowStockThreshold = number(args, u"lowStockThreshold");
    draft.options = optionsFrom(args.value(u"options").toArray());
    const QJsonArray specifications = args.value(u"specifications").toArray();
    for (const QJsonValue& one : specifications)
        draft.specifications.append({one[u"label"].toString(), one[u"value"].toString()});
    const QJsonArray variants = args.value(u"variants").toArray();
    for (const QJsonValue& one : variants) {
        draft.variants.append(variantFrom(one.toObject()));
        add.variants.append(VariantId::parse(one[u"id"].toString()).value_or(VariantId()));
    }
    if (variants.isEmpty())
        add.variants.append(VariantId::parse(args.value(u"variantId").toString()).value_or(VariantId()));
    return add;
}

QList<CreatedVariant> variantsFrom(const ProductId& product, const QJsonObject& args)
{
    QList<CreatedVariant> created;
    if (const auto single = VariantId::parse(args.value(u"variantId").toString()))
        created.append({*single, rowFrom(product, 0, args)});
    const QJsonArray variants = args.value(u"variants").toArray();
    for (qsizetype i = 0; i < variants.size(); ++i) {
        const QJsonObject fields = variants[i].toObject();
        const auto id = VariantId::parse(fields.value(u"id").toString());
        if (!id || !fields.contains(u"price"_s)) // what the product has is not made again
            continue;
        protocol::VariantRow row = rowFrom(product, int(i), fields);
        row.options = fields.value(u"options").toObject();
        created.append({*id, row});
    }
    return created;
}

} // namespace belanjain::replica
