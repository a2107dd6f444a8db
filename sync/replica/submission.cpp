// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/submission.h"

#include "domain/barcode.h"
#include "domain/product_fields.h"
#include "domain/sku.h"
#include "domain/stock.h"
#include "domain/text.h"
#include "replica/draft_args.h"
#include "replica/stored_json.h"
#include "protocol/variant_ops.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using protocol::Op;
namespace {

tl::unexpected<Violation> refused(const QString& field, Rule rule, const QStringList& args = {})
{
    return tl::unexpected(Violation{field, rule, args});
}

tl::unexpected<Violation> notFound() { return refused(u"variant"_s, Rule::NotFound); }

std::optional<qint64> baseOf(qint64 version) { return version > 0 ? std::optional(version) : std::nullopt; }

std::optional<Op> opOn(const StoredVariant& variant, QStringView name, const QJsonObject& args)
{
    return Op{.name = name.toString(),
              .entityId = variant.id.toString(),
              .baseVersion = baseOf(variant.version),
              .args = args};
}

QJsonObject withReason(QJsonObject args, const QString& reason)
{
    const QString line = normalisedLine(reason);
    if (!line.isEmpty())
        args[u"reason"_s] = line;
    return args;
}

} // namespace

Submission::Prepared Submission::prepare(const ports::Command& command)
{
    return std::visit([this](const auto& one) { return prepare(one); }, command);
}

Submission::Prepared Submission::prepare(const ports::AdjustStock& command)
{
    const auto variant = m_variants.find(command.variant);
    if (!variant)
        return notFound();
    const auto level = adjust({variant->data.onHand, variant->data.reserved}, command.delta);
    if (!level)
        return tl::unexpected(level.error());
    if (command.delta == 0)
        return std::nullopt;
    return opOn(*variant, protocol::op::stockAdjust,
                withReason({{u"delta"_s, command.delta}}, command.reason));
}

Submission::Prepared Submission::prepare(const ports::CountStock& command)
{
    const auto variant = m_variants.find(command.variant);
    if (!variant)
        return notFound();
    const auto level =
        count({variant->data.onHand, variant->data.reserved}, command.counted, command.expected);
    if (!level)
        return tl::unexpected(level.error());
    return opOn(
        *variant, protocol::op::stockCount,
        withReason({{u"counted"_s, command.counted}, {u"expected"_s, command.expected}}, command.reason));
}

Submission::Prepared Submission::prepare(const ports::SetPrice& command)
{
    const auto variant = m_variants.find(command.variant);
    if (!variant)
        return notFound();
    const auto price = checkPrice(command.price, u"price"_s);
    if (!price)
        return tl::unexpected(price.error());
    if (*price == variant->data.price)
        return std::nullopt;
    return opOn(*variant, protocol::op::variantUpdate, {{u"price"_s, price->rupiah}});
}

Submission::Prepared Submission::prepare(const ports::SetSku& command)
{
    const auto variant = m_variants.find(command.variant);
    if (!variant)
        return notFound();
    const auto sku = checkSku(command.sku, u"sku"_s);
    if (!sku)
        return tl::unexpected(sku.error());
    if (*sku == variant->data.sku)
        return std::nullopt;
    const auto available = freeSku(*sku, variant->id);
    if (!available)
        return tl::unexpected(available.error());
    return opOn(*variant, protocol::op::variantUpdate, {{u"sku"_s, *sku}});
}

Submission::Prepared Submission::prepare(const ports::SetBarcode& command)
{
    const auto variant = m_variants.find(command.variant);
    if (!variant)
        return notFound();
    const auto barcode = checkBarcode(command.barcode, u"barcode"_s);
    if (!barcode)
        return tl::unexpected(barcode.error());
    if (*barcode == variant->data.barcode)
        return std::nullopt;
    return opOn(*variant, protocol::op::variantUpdate, {{u"barcode"_s, notNull(*barcode)}});
}

Submission::Prepared Submission::prepare(const ports::SetThreshold& command)
{
    const auto variant = m_variants.find(command.variant);
    if (!variant)
        return notFound();
    if (command.threshold == variant->data.lowStockThreshold)
        return std::nullopt;
    QJsonValue own(QJsonValue::Null);
    if (command.threshold) {
        const auto threshold = checkThreshold(*command.threshold, u"threshold"_s);
        if (!threshold)
            return tl::unexpected(threshold.error());
        own = *threshold;
    }
    return opOn(*variant, protocol::op::variantUpdate, {{u"lowStockThreshold"_s, own}});
}

Submission::Prepared Submission::prepare(const ports::SetProductArchived& command)
{
    const auto product = m_products.find(command.product);
    if (!product || !product->known())
        return refused(u"product"_s, Rule::NotFound);
    if (product->data.archived == command.archived)
        return std::nullopt;
    const QStringView name(command.archived ? protocol::op::productArchive : protocol::op::productRestore);
    return Op{
        .name = name.toString(), .entityId = product->id.toString(), .baseVersion = baseOf(product->version)};
}

QString Submission::whoHas(const QString& key, const VariantId& except)
{
    return m_work
        .one(u"SELECT p.name, v.options_label FROM variants v JOIN products p ON p.row = v.product "
             "WHERE v.archived IN (0, 1, 2) AND v.sku_key = ? AND v.id <> ? LIMIT 1"_s,
             {key, except.uuid().toRfc4122()},
             [](const storage::Row& r) {
                 return r.text(1).isEmpty() ? notNull(r.text(0)) : u"%1, %2"_s.arg(r.text(0), r.text(1));
             })
        .value_or(QString());
}

Checked<QString> Submission::freeSku(const QString& sku, const VariantId& variant)
{
    const QString owner = whoHas(skuKey(sku), variant);
    if (owner.isNull())
        return sku;
    const QString suggestion =
        suggestSku(sku, [&](const QString& key) { return !whoHas(key, variant).isNull(); });
    return refused(u"sku"_s, Rule::SkuTaken, {owner, suggestion});
}

std::optional<ports::Command> Submission::commandOf(const QString& opName, const QString& entityId,
                                                    const QJsonObject& args)
{
    const auto is = [&](QStringView name) { return opName == name; };
    if (const auto command = recordCommandOf(opName, entityId, args))
        return command;
    if (const auto product = ProductId::parse(entityId)) {
        if (is(protocol::op::productArchive))
            return ports::SetProductArchived{*product, true};
        if (is(protocol::op::productRestore))
            return ports::SetProductArchived{*product, false};
        if (is(protocol::op::productCreate))
            return addProductFrom(*product, args);
        if (is(protocol::op::productVariants)) {
            // Over today's options unless the person says over which.
            ports::SetVariants command = setVariantsFrom(*product, args);
            if (const auto now = m_products.find(*product))
                command.expected = optionsFrom(now->data.options);
            return command;
        }
        if (const auto command = pictureCommandOf(opName, *product, args))
            return command;
    }
    const auto variant = VariantId::parse(entityId);
    if (!variant)
        return std::nullopt;
    if (is(protocol::op::stockAdjust))
        return ports::AdjustStock{*variant, qint32(args.value(u"delta").toInteger()),
                                  args.value(u"reason").toString()};
    if (is(protocol::op::stockCount)) {
        // Counted again against today's stock unless the person says against what.
        const auto now = m_variants.find(*variant);
        return ports::CountStock{*variant, qint32(args.value(u"counted").toInteger()),
                                 now ? now->data.onHand : qint32(args.value(u"expected").toInteger()),
                                 args.value(u"reason").toString()};
    }
    if (!is(protocol::op::variantUpdate))
        return std::nullopt;
    if (args.contains(u"price"_s))
        return ports::SetPrice{*variant, {args.value(u"price").toInteger()}};
    if (args.contains(u"sku"_s))
        return ports::SetSku{*variant, args.value(u"sku").toString()};
    if (args.contains(u"weightGrams"_s))
        return ports::SetWeight{*variant, qint32(args.value(u"weightGrams").toInteger())};
    if (args.contains(u"barcode"_s))
        return ports::SetBarcode{*variant, args.value(u"barcode").toString()};
    if (args.contains(u"lowStockThreshold"_s)) {
        const QJsonValue own = args.value(u"lowStockThreshold");
        return ports::SetThreshold{*variant,
                                   own.isNull() ? std::nullopt : std::optional<qint32>(own.toInt())};
    }
    return std::nullopt;
}

} // namespace belanjain::replica
