// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replay.h"

#include "domain/stock.h"
#include "protocol/variant_ops.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

bool is(const protocol::Op& op, QStringView name) { return op.name == name; }

void updateVariant(protocol::VariantRow& row, const QJsonObject& args)
{
    if (args.contains(u"price"_s))
        row.price = {args.value(u"price").toInteger()};
    if (args.contains(u"sku"_s))
        row.sku = args.value(u"sku").toString();
    if (args.contains(u"barcode"_s))
        row.barcode = args.value(u"barcode").toString();
    if (args.contains(u"weightGrams"_s))
        row.weightGrams = args.value(u"weightGrams").toInt();
    if (args.contains(u"lowStockThreshold"_s)) {
        const QJsonValue own = args.value(u"lowStockThreshold");
        row.lowStockThreshold = own.isNull() ? std::nullopt : std::optional<qint32>(own.toInt());
    }
}

void placeVariant(protocol::VariantRow& row, const QJsonObject& args, const VariantId& id)
{
    const QJsonArray variants = args.value(u"variants").toArray();
    const QString own = id.toString();
    for (qsizetype i = 0; i < variants.size(); ++i) {
        if (variants[i][u"id"].toString() != own)
            continue;
        row.options = variants[i][u"options"].toObject();
        row.position = int(i);
        return;
    }
}

void updateProduct(protocol::ProductRow& row, const QJsonObject& args)
{
    if (args.contains(u"name"_s))
        row.name = args.value(u"name").toString();
    if (args.contains(u"description"_s))
        row.description = args.value(u"description").toString();
    if (args.contains(u"category"_s))
        row.category = args.value(u"category").toString();
    if (args.contains(u"options"_s))
        row.options = args.value(u"options").toArray();
    if (args.contains(u"specifications"_s))
        row.specifications = args.value(u"specifications").toArray();
}

qsizetype indexOf(const QJsonArray& images, const QString& id)
{
    const auto found = std::find_if(images.begin(), images.end(),
                                    [&](const QJsonValue& one) { return one[u"id"].toString() == id; });
    return found == images.end() ? -1 : found - images.begin();
}

/// Positions are told anew by the marketplace; here the order of the list says them.
void attachImage(QJsonArray& images, const QJsonObject& args)
{
    const QString id = args.value(u"imageId").toString();
    if (indexOf(images, id) >= 0)
        return;
    const qint64 at = args.value(u"position").toInteger(images.size());
    images.insert(std::clamp<qint64>(at, 0, images.size()),
                  QJsonObject{{u"id"_s, id}, {u"sha256"_s, args.value(u"sha256")}});
}

void removeImage(QJsonArray& images, const QJsonObject& args)
{
    if (const qsizetype at = indexOf(images, args.value(u"imageId").toString()); at >= 0)
        images.removeAt(at);
}

void orderImages(QJsonArray& images, const QJsonObject& args)
{
    QJsonArray ordered;
    const QJsonArray ids = args.value(u"imageIds").toArray();
    for (const QJsonValue& id : ids) {
        if (const qsizetype at = indexOf(images, id.toString()); at >= 0)
            ordered.append(images.takeAt(at));
    }
    for (const QJsonValue& left : std::as_const(images))
        ordered.append(left);
    images = ordered;
}

} // namespace

protocol::VariantRow replayed(protocol::VariantRow base, const QList<protocol::Op>& ops, const VariantId& id)
{
    qint64 onHand = base.onHand;
    for (const protocol::Op& op : ops) {
        if (is(op, protocol::op::stockAdjust))
            onHand += op.args.value(u"delta").toInteger();
        else if (is(op, protocol::op::stockCount))
            onHand = op.args.value(u"counted").toInteger();
        else if (is(op, protocol::op::variantUpdate))
            updateVariant(base, op.args);
        else if (is(op, protocol::op::productVariants))
            placeVariant(base, op.args, id);
    }
    base.onHand = qint32(std::clamp<qint64>(onHand, 0, maxStock));
    return base;
}

std::optional<protocol::ProductRow> replayed(std::optional<protocol::ProductRow> base,
                                             const QList<protocol::Op>& ops)
{
    for (const protocol::Op& op : ops) {
        if (is(op, protocol::op::productCreate) && !base) {
            base = protocol::ProductRow{};
            updateProduct(*base, op.args);
        } else if (base && (is(op, protocol::op::productUpdate) || is(op, protocol::op::productVariants))) {
            updateProduct(*base, op.args);
        } else if (base && is(op, protocol::op::productArchive)) {
            base->archived = true;
        } else if (base && is(op, protocol::op::productRestore)) {
            base->archived = false;
        } else if (base && is(op, protocol::op::imageAttach)) {
            attachImage(base->images, op.args);
        } else if (base && is(op, protocol::op::imageRemove)) {
            removeImage(base->images, op.args);
        } else if (base && is(op, protocol::op::imageOrder)) {
            orderImages(base->images, op.args);
        }
    }
    return base;
}

protocol::OrderRow replayed(protocol::OrderRow base, const QList<protocol::Op>& ops)
{
    for (const protocol::Op& op : ops) {
        if (!is(op, protocol::op::orderTransition))
            continue;
        const auto to = parseOrderStatus(op.args.value(u"to").toString());
        const QString reason = op.args.value(u"reason").toString();
        const auto step = to ? transition(base.status, *to, Role::Seller, !reason.isEmpty()) : Checked<OrderStep>();
        if (!to || !step)
            continue;
        base.status = *to;
        if (step->stamps.testFlag(OrderTime::Processed))
            base.processedAt = op.clientTime;
        if (step->stamps.testFlag(OrderTime::Shipped))
            base.shippedAt = op.clientTime;
        if (step->stamps.testFlag(OrderTime::Delivered))
            base.deliveredAt = op.clientTime;
        if (step->stamps.testFlag(OrderTime::Cancelled)) {
            base.cancelledAt = op.clientTime;
            base.cancelReason = reason;
        }
        if (const QString courier = op.args.value(u"courier").toString(); !courier.isEmpty())
            base.courier = courier;
        if (const QString number = op.args.value(u"trackingNumber").toString(); !number.isEmpty())
            base.trackingNumber = number;
    }
    return base;
}

protocol::ReviewRow replayed(protocol::ReviewRow base, const QList<protocol::Op>& ops)
{
    for (const protocol::Op& op : ops) {
        if (!is(op, protocol::op::reviewReply))
            continue;
        base.reply = op.args.value(u"reply").toString();
        base.repliedAt = base.reply.isEmpty() ? std::nullopt : std::optional(op.clientTime);
    }
    return base;
}

protocol::StoreRow replayed(protocol::StoreRow base, const QList<protocol::Op>& ops)
{
    for (const protocol::Op& op : ops) {
        if (!is(op, protocol::op::storeUpdate))
            continue;
        const auto take = [&](QStringView key, QString& field) {
            if (op.args.contains(key))
                field = op.args.value(key).toString();
        };
        take(u"name", base.name);
        take(u"location", base.location);
        take(u"description", base.description);
        take(u"timeZone", base.timeZone);
        if (op.args.contains(u"lowStockThreshold"_s))
            base.lowStockThreshold = op.args.value(u"lowStockThreshold").toInt();
    }
    return base;
}

QList<CreatedVariant> createdVariants(const protocol::Op& op)
{
    const auto product = ProductId::parse(op.entityId);
    const bool makes = is(op, protocol::op::productCreate) || is(op, protocol::op::productVariants);
    return product && makes ? variantsFrom(*product, op.args) : QList<CreatedVariant>();
}

} // namespace belanjain::replica
