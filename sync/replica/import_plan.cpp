// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/import_plan.h"

#include <QJsonArray>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using imports::PlannedChange;
using imports::PlannedProduct;
namespace {

void put(QJsonObject& json, const QString& key, const QString& text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

void put(QJsonObject& json, const QString& key, std::optional<qint64> number)
{
    if (number)
        json.insert(key, *number);
}

void put(QJsonObject& json, const QString& key, const std::optional<Money>& money)
{
    if (money)
        json.insert(key, money->rupiah);
}

std::optional<qint64> number(const QJsonObject& json, const QString& key)
{
    const QJsonValue value = json.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<Money> money(const QJsonObject& json, const QString& key)
{
    const auto rupiah = number(json, key);
    return rupiah ? std::optional(Money{*rupiah}) : std::nullopt;
}

QJsonArray arrayOf(const QList<OptionValue>& options)
{
    QJsonArray array;
    for (const OptionValue& option : options)
        array.append(QJsonArray{option.name, option.value});
    return array;
}

QJsonObject objectOf(const VariantDraft& variant)
{
    QJsonObject json;
    put(json, u"sku"_s, variant.sku);
    put(json, u"barcode"_s, variant.barcode);
    json.insert(u"options"_s, arrayOf(variant.options));
    put(json, u"price"_s, variant.price);
    put(json, u"stock"_s, variant.stock);
    put(json, u"weight"_s, variant.weightGrams);
    return json;
}

VariantDraft variantFrom(const QJsonObject& json)
{
    VariantDraft variant{.sku = json.value(u"sku").toString(),
                         .barcode = json.value(u"barcode").toString(),
                         .price = money(json, u"price"_s),
                         .stock = number(json, u"stock"_s),
                         .weightGrams = number(json, u"weight"_s)};
    const QJsonArray options = json.value(u"options").toArray();
    for (const QJsonValue& option : options)
        variant.options.append({option[0].toString(), option[1].toString()});
    return variant;
}

QJsonObject objectOf(const PlannedProduct& product)
{
    const ProductDraft& draft = product.draft;
    QJsonObject json{{u"line"_s, product.line}, {u"name"_s, draft.name}};
    put(json, u"description"_s, draft.description);
    put(json, u"category"_s, draft.category);
    put(json, u"sku"_s, draft.sku);
    put(json, u"barcode"_s, draft.barcode);
    put(json, u"price"_s, draft.price);
    put(json, u"stock"_s, draft.stock);
    json.insert(u"weight"_s, draft.weightGrams);
    QJsonArray options;
    for (const Option& option : draft.options)
        options.append(QJsonObject{{u"name"_s, option.name}, {u"values"_s, QJsonArray::fromStringList(option.values)}});
    json.insert(u"options"_s, options);
    QJsonArray specifications;
    for (const Specification& one : draft.specifications)
        specifications.append(QJsonArray{one.label, one.value});
    json.insert(u"specifications"_s, specifications);
    QJsonArray variants;
    for (const VariantDraft& variant : draft.variants)
        variants.append(objectOf(variant));
    json.insert(u"variants"_s, variants);
    return json;
}

PlannedProduct productFrom(const QJsonObject& json)
{
    PlannedProduct product{.draft = {.name = json.value(u"name").toString(),
                                     .description = json.value(u"description").toString(),
                                     .category = json.value(u"category").toString(),
                                     .price = money(json, u"price"_s),
                                     .stock = number(json, u"stock"_s),
                                     .sku = json.value(u"sku").toString(),
                                     .barcode = json.value(u"barcode").toString(),
                                     .weightGrams = json.value(u"weight").toInteger()},
                           .line = json.value(u"line").toInteger()};
    const QJsonArray options = json.value(u"options").toArray();
    for (const QJsonValue& one : options) {
        Option option{one[u"name"].toString(), {}};
        const QJsonArray values = one[u"values"].toArray();
        for (const QJsonValue& value : values)
            option.values.append(value.toString());
        product.draft.options.append(option);
    }
    const QJsonArray specifications = json.value(u"specifications").toArray();
    for (const QJsonValue& one : specifications)
        product.draft.specifications.append({one[0].toString(), one[1].toString()});
    const QJsonArray variants = json.value(u"variants").toArray();
    for (const QJsonValue& one : variants)
        product.draft.variants.append(variantFrom(one.toObject()));
    return product;
}

QJsonObject objectOf(const PlannedChange& change)
{
    QJsonObject json{{u"variant"_s, change.variant.toString()},
                     {u"product"_s, change.product.toString()},
                     {u"label"_s, change.label},
                     {u"restore"_s, change.restore},
                     {u"delta"_s, change.stockDelta},
                     {u"line"_s, change.line}};
    put(json, u"old"_s, change.oldPrice);
    put(json, u"new"_s, change.newPrice);
    return json;
}

} // namespace

QJsonObject toJson(const ImportPlan& plan)
{
    return std::visit([](const auto& one) { return objectOf(one); }, plan);
}

std::optional<ImportPlan> importPlanFrom(const QJsonObject& json)
{
    if (!json.contains(u"variant"_s))
        return json.contains(u"name"_s) ? std::optional<ImportPlan>(productFrom(json)) : std::nullopt;
    const auto variant = VariantId::parse(json.value(u"variant").toString());
    const auto product = ProductId::parse(json.value(u"product").toString());
    if (!variant || !product)
        return {};
    return PlannedChange{.variant = *variant,
                         .product = *product,
                         .label = json.value(u"label").toString(),
                         .restore = json.value(u"restore").toBool(),
                         .oldPrice = money(json, u"old"_s),
                         .newPrice = money(json, u"new"_s),
                         .stockDelta = json.value(u"delta").toInt(),
                         .line = json.value(u"line").toInteger()};
}

QString labelOf(const ImportPlan& plan)
{
    const auto* product = std::get_if<PlannedProduct>(&plan);
    return product ? product->draft.name : std::get<PlannedChange>(plan).label;
}

QJsonObject ImportEffect::toJson() const
{
    QJsonObject json;
    if (made) {
        json.insert(u"made"_s, made->toString());
        json.insert(u"name"_s, name);
        QJsonArray list;
        for (const MadeVariant& variant : variants)
            list.append(QJsonArray{variant.variant.toString(), variant.price.rupiah, variant.onHand});
        json.insert(u"variants"_s, list);
    }
    if (changed)
        json.insert(u"changed"_s, changed->toString());
    if (restored)
        json.insert(u"restored"_s, restored->toString());
    put(json, u"old"_s, oldPrice);
    put(json, u"new"_s, newPrice);
    if (stockDelta != 0)
        json.insert(u"delta"_s, stockDelta);
    QJsonArray ids;
    for (const OpId& op : ops)
        ids.append(op.toString());
    json.insert(u"ops"_s, ids);
    return json;
}

ImportEffect ImportEffect::from(const QJsonObject& json)
{
    ImportEffect effect{.made = ProductId::parse(json.value(u"made").toString()),
                        .name = json.value(u"name").toString(),
                        .changed = VariantId::parse(json.value(u"changed").toString()),
                        .restored = ProductId::parse(json.value(u"restored").toString()),
                        .oldPrice = money(json, u"old"_s),
                        .newPrice = money(json, u"new"_s),
                        .stockDelta = json.value(u"delta").toInt()};
    const QJsonArray variants = json.value(u"variants").toArray();
    for (const QJsonValue& one : variants) {
        if (const auto id = VariantId::parse(one[0].toString()))
            effect.variants.append({*id, {one[1].toInteger()}, qint32(one[2].toInteger())});
    }
    const QJsonArray ops = json.value(u"ops").toArray();
    for (const QJsonValue& op : ops) {
        if (const auto id = OpId::parse(op.toString()))
            effect.ops.append(*id);
    }
    return effect;
}

} // namespace belanjain::replica
