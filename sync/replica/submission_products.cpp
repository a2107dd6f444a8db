// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/variant_grid.h"
#include "protocol/variant_ops.h"
#include "replica/draft_args.h"
#include "replica/stored_json.h"
#include "replica/submission.h"
#include "replica/uploads.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using protocol::Op;
namespace {

/// The contract's, as the marketplace keeps it (images/product_images).
constexpr qsizetype maxPictures = 5;

tl::unexpected<Violation> refused(const QString& field, Rule rule, const QStringList& args = {})
{
    return tl::unexpected(Violation{field, rule, args});
}

std::optional<qint64> baseOf(qint64 version) { return version > 0 ? std::optional(version) : std::nullopt; }

Op opOn(const StoredProduct& product, QStringView name, const QJsonObject& args)
{
    return {.name = name.toString(), .entityId = product.id.toString(), .baseVersion = baseOf(product.version), .args = args};
}

qsizetype indexOf(const QJsonArray& images, const ImageId& id)
{
    const QString text = id.toString();
    const auto found = std::find_if(images.begin(), images.end(),
                                    [&](const QJsonValue& one) { return one[u"id"].toString() == text; });
    return found == images.end() ? -1 : found - images.begin();
}

bool isHash(const QString& text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace

Submission::Prepared Submission::prepare(const ports::CreateProduct& command)
{
    return prepare(ports::AddProduct{.product = command.product,
                                     .draft = {.name = command.name,
                                               .category = command.category,
                                               .price = command.price,
                                               .stock = command.stock,
                                               .sku = command.sku},
                                     .variants = {command.variant}});
}

Submission::Prepared Submission::prepare(const ports::AddProduct& command)
{
    auto product = prepareProduct(command.draft, [this](const QString& key) { return !whoHas(key, {}).isNull(); });
    if (!product) {
        Violation first = product.error().front();
        if (first.rule == Rule::SkuTaken) {
            const bool own = first.field == u"sku";
            const qsizetype at = own ? -1 : first.field.section(u'[', 1).section(u']', 0, 0).toInt();
            const QString sku = own ? command.draft.sku : command.draft.variants.value(at).sku;
            first.args[0] = whoHas(skuKey(sku.trimmed()), {});
        }
        return tl::unexpected(first);
    }
    const auto held = m_products.find(command.product);
    if ((held && held->known()) || command.product.isNull())
        return refused(u"product"_s, Rule::Duplicate, {command.product.toString()});
    if (command.variants.size() != product->variants.size())
        return refused(u"variants"_s, Rule::OptionsMismatch);
    for (const VariantId& variant : command.variants) {
        if (variant.isNull() || command.variants.count(variant) > 1 || m_variants.find(variant))
            return refused(u"product"_s, Rule::Duplicate, {variant.toString()});
    }
    return Op{.name = QStringView(protocol::op::productCreate).toString(),
              .entityId = command.product.toString(),
              .args = argsOf(*product, command.variants)};
}

Submission::Prepared Submission::prepare(const ports::SetVariants& command)
{
    const auto product = m_products.find(command.product);
    if (!product || !product->known())
        return refused(u"product"_s, Rule::NotFound);
    if (toJson(command.expected) != product->data.options)
        return refused(expectedField, Rule::OptionsMismatch);

    QList<VariantId> ids;
    QList<GridDraft> drafts;
    QList<bool> isKnown;
    const auto add = [&](const VariantId& id, bool known, const VariantDraft& draft) {
        ids += id;
        isKnown += known;
        drafts += {known, draft};
    };
    for (const ports::GridVariant& one : command.variants) {
        const auto stored = m_variants.find(one.variant);
        const bool known = stored && stored->data.product == command.product;
        if (one.variant.isNull() || ids.contains(one.variant) || (stored && !known))
            return refused(u"product"_s, Rule::Duplicate, {one.variant.toString()});
        add(one.variant, known, one.draft);
    }
    bool same = true;
    const QList<ports::RowNumber> rows = m_variants.ofProduct(product->row);
    for (const ports::RowNumber row : rows) {
        const auto other = m_variants.at(row);
        if (!other)
            continue;
        const qsizetype at = ids.indexOf(other->id);
        QList<OptionValue> values;
        for (auto it = other->data.options.constBegin(); it != other->data.options.constEnd(); ++it)
            values.append({it.key(), it->toString()});
        if (at < 0)
            add(other->id, true, {.options = values}); // made elsewhere since; it has to fit in as it is
        else
            same = same && other->data.position == at;
    }
    const auto grid = prepareGrid(product->data.name, command.options, drafts,
                                  [this](const QString& key) { return !whoHas(key, {}).isNull(); });
    if (!grid) {
        for (const Violation& one : grid.error()) {
            if (variantOf(one) >= command.variants.size())
                return refused(expectedField, Rule::OptionsMismatch);
        }
        Violation first = grid.error().front();
        if (first.rule == Rule::SkuTaken)
            first.args[0] = whoHas(skuKey(drafts.value(variantOf(first)).draft.sku.trimmed()), {});
        return tl::unexpected(first);
    }
    const QJsonObject args = argsOf(command.expected, *grid, ids, isKnown);
    const QJsonArray list = args.value(u"variants").toArray();
    for (qsizetype i = 0; i < ids.size() && same; ++i) {
        const auto stored = m_variants.find(ids[i]);
        same = stored && stored->data.options == list[i][u"options"].toObject();
    }
    if (same && args.value(u"options").toArray() == product->data.options)
        return std::nullopt;
    return opOn(*product, protocol::op::productVariants, args);
}

/// Makes no op yet: there is one when the bytes are at the marketplace.
Submission::Prepared Submission::prepare(const ports::AttachPicture& command)
{
    const auto product = m_products.find(command.product);
    if (!product || !product->known())
        return refused(u"product"_s, Rule::NotFound);
    if (!isHash(command.hash) || command.image.isNull())
        return refused(u"picture"_s, Rule::NotFound);
    const QJsonArray& images = product->data.images;
    if (images.size() >= maxPictures)
        return refused(u"pictures"_s, Rule::TooMany, {QString::number(maxPictures)});
    if (indexOf(images, command.image) >= 0)
        return refused(u"picture"_s, Rule::Duplicate, {command.image.toString()});
    Uploads(m_work).put({.image = command.image,
                         .product = command.product,
                         .hash = command.hash,
                         .width = command.width,
                         .height = command.height,
                         .position = std::clamp(command.position.value_or(int(images.size())), 0, int(images.size()))},
                        m_now);
    return std::nullopt;
}

Submission::Prepared Submission::prepare(const ports::RemovePicture& command)
{
    const auto product = m_products.find(command.product);
    if (!product || !product->known())
        return refused(u"product"_s, Rule::NotFound);
    Uploads uploads(m_work);
    const auto upload = uploads.find(command.image);
    if (upload && upload->product == command.product && upload->state != Upload::State::Attached) {
        uploads.remove(command.image);
        return std::nullopt;
    }
    if (indexOf(product->data.images, command.image) < 0)
        return std::nullopt;
    return opOn(*product, protocol::op::imageRemove, {{u"imageId"_s, command.image.toString()}});
}

Submission::Prepared Submission::prepare(const ports::OrderPictures& command)
{
    const auto product = m_products.find(command.product);
    if (!product || !product->known())
        return refused(u"product"_s, Rule::NotFound);
    const QJsonArray& images = product->data.images;
    QStringList wanted;
    for (const ImageId& image : command.images) {
        if (indexOf(images, image) >= 0 && !wanted.contains(image.toString()))
            wanted << image.toString();
    }
    QStringList before; // of those that the marketplace has, or will have by then
    for (const QJsonValue& image : images) {
        const QString id = image[u"id"].toString();
        if (!wanted.contains(id))
            wanted << id;
        if (!image[waitingImageKey].toBool())
            before << id;
    }
    Uploads uploads(m_work);
    QStringList after;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (before.contains(wanted[i]))
            after << wanted[i];
        else
            uploads.setPosition(*ImageId::parse(wanted[i]), int(i));
    }
    if (after == before)
        return std::nullopt;
    return opOn(*product, protocol::op::imageOrder, {{u"imageIds"_s, QJsonArray::fromStringList(after)}});
}

std::optional<ports::Command> Submission::pictureCommandOf(const QString& opName, const ProductId& product,
                                                           const QJsonObject& args)
{
    const auto image = ImageId::parse(args.value(u"imageId").toString());
    if (opName == QStringView(protocol::op::imageAttach) && image && args.contains(u"localHash"_s)) {
        return ports::AttachPicture{.product = product,
                                    .image = *image,
                                    .hash = args.value(u"localHash").toString(),
                                    .width = args.value(u"width").toInt(),
                                    .height = args.value(u"height").toInt(),
                                    .position = args.value(u"position").toInt()};
    }
    if (opName == QStringView(protocol::op::imageRemove) && image)
        return ports::RemovePicture{product, *image};
    if (opName == QStringView(protocol::op::imageOrder)) {
        ports::OrderPictures order{product, {}};
        const QJsonArray ids = args.value(u"imageIds").toArray();
        for (const QJsonValue& id : ids) {
            if (const auto one = ImageId::parse(id.toString()))
                order.images.append(*one);
        }
        return order;
    }
    return std::nullopt;
}

std::optional<ProductId> picturesOf(const ports::Command& command)
{
    return std::visit(
        [](const auto& one) -> std::optional<ProductId> {
            using T = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<T, ports::AttachPicture> || std::is_same_v<T, ports::RemovePicture> ||
                          std::is_same_v<T, ports::OrderPictures>)
                return one.product;
            else
                return std::nullopt;
        },
        command);
}

} // namespace belanjain::replica
