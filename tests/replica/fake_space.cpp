// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_space.h"

#include "protocol/row_sum.h"
#include "protocol/variant_ops.h"

#include <algorithm>

namespace belanjain::testing {
using namespace Qt::StringLiterals;
using protocol::SyncRow;

void FakeSpace::put(QStringView table, const QString& id, const QJsonObject& data)
{
    m_rows[{table.toString(), id}] = {
        .table = table.toString(), .id = id, .version = ++version, .data = data};
}

void FakeSpace::erase(QStringView table, const QString& id)
{
    m_rows[{table.toString(), id}] = {
        .table = table.toString(), .id = id, .version = ++version, .deleted = true};
}

SyncRow* FakeSpace::find(QStringView table, const QString& id)
{
    const auto it = m_rows.find({table.toString(), id});
    return it == m_rows.end() || it->deleted ? nullptr : &*it;
}

protocol::VariantRow FakeSpace::variant(const VariantId& id) const
{
    protocol::ObjectReader reader(
        m_rows.value({QStringView(protocol::table::variants).toString(), id.toString()}).data);
    return protocol::VariantRow::read(reader);
}

void FakeSpace::setVariant(const VariantId& id, const protocol::VariantRow& row)
{
    put(protocol::table::variants, id.toString(), row.toJson());
}

QStringList FakeSpace::ids(QStringView table) const
{
    QList<SyncRow> rows;
    for (const SyncRow& row : m_rows) {
        if (row.table == table && !row.deleted)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end(),
              [](const SyncRow& a, const SyncRow& b) { return a.version < b.version; });
    QStringList ids;
    for (const SyncRow& row : std::as_const(rows))
        ids << row.id;
    return ids;
}

protocol::OpResult FakeSpace::refuse(const protocol::Op& op, const QString& code) const
{
    return {.id = op.id,
            .seq = op.seq,
            .status = protocol::OpStatus::Rejected,
            .code = code,
            .detail = u"Tidak bisa: "_s + code};
}

void FakeSpace::putVariant(const protocol::Op& op, const QString& id, const QJsonObject& fields, int position)
{
    put(protocol::table::variants, id,
        protocol::VariantRow{.product = *ProductId::parse(op.entityId),
                             .position = position,
                             .sku = fields.value(u"sku").toString(),
                             .barcode = fields.value(u"barcode").toString(),
                             .options = fields.value(u"options").toObject(),
                             .price = {fields.value(u"price").toInteger()},
                             .weightGrams = fields.value(u"weightGrams").toInt(),
                             .onHand = fields.value(u"stock").toInt()}
            .toJson());
}

protocol::OpResult FakeSpace::create(const protocol::Op& op)
{
    put(protocol::table::products, op.entityId,
        protocol::ProductRow{.name = op.args.value(u"name").toString(),
                             .description = op.args.value(u"description").toString(),
                             .category = op.args.value(u"category").toString(),
                             .options = op.args.value(u"options").toArray(),
                             .specifications = op.args.value(u"specifications").toArray()}
            .toJson());
    const QJsonArray variants = op.args.value(u"variants").toArray();
    for (qsizetype i = 0; i < variants.size(); ++i)
        putVariant(op, variants[i][u"id"].toString(), variants[i].toObject(), int(i));
    if (variants.isEmpty())
        putVariant(op, op.args.value(u"variantId").toString(), op.args, 0);
    return {.id = op.id, .seq = op.seq};
}

protocol::OpResult FakeSpace::arrange(const protocol::Op& op)
{
    SyncRow* row = find(protocol::table::products, op.entityId);
    if (!row)
        return refuse(op, u"not_found"_s);
    QJsonObject data = row->data;
    if (data.value(u"options").toArray() != op.args.value(u"expected").toArray())
        return refuse(op, u"stale_options"_s);
    data[u"options"_s] = op.args.value(u"options");
    put(protocol::table::products, op.entityId, data);
    const QJsonArray variants = op.args.value(u"variants").toArray();
    for (qsizetype i = 0; i < variants.size(); ++i) {
        const QString id = variants[i][u"id"].toString();
        if (const SyncRow* known = find(protocol::table::variants, id)) {
            QJsonObject fields = known->data;
            fields[u"options"_s] = variants[i][u"options"];
            fields[u"position"_s] = int(i);
            put(protocol::table::variants, id, fields);
        } else {
            putVariant(op, id, variants[i].toObject(), int(i));
        }
    }
    return {.id = op.id, .seq = op.seq};
}

protocol::OpResult FakeSpace::changeImages(const protocol::Op& op)
{
    SyncRow* row = find(protocol::table::products, op.entityId);
    if (!row)
        return refuse(op, u"not_found"_s);
    if (!missingPicture.isEmpty() && op.args.value(u"sha256").toString() == missingPicture)
        return refuse(op, u"image_missing"_s);
    QJsonObject data = row->data;
    QJsonArray images = data.value(u"images").toArray();
    const auto take = [&images](const QString& id) {
        for (qsizetype i = 0; i < images.size(); ++i) {
            if (images[i][u"id"].toString() == id)
                return images.takeAt(i);
        }
        return QJsonValue();
    };
    if (op.name == QStringView(protocol::op::imageAttach)) {
        const QString id = op.args.value(u"imageId").toString();
        take(id);
        images.insert(std::min<qsizetype>(op.args.value(u"position").toInteger(images.size()), images.size()),
                      QJsonObject{{u"id"_s, id}, {u"sha256"_s, op.args.value(u"sha256")}});
    } else if (op.name == QStringView(protocol::op::imageRemove)) {
        take(op.args.value(u"imageId").toString());
    } else {
        QJsonArray ordered;
        const QJsonArray ids = op.args.value(u"imageIds").toArray();
        for (const QJsonValue& id : ids) {
            if (const QJsonValue one = take(id.toString()); one.isObject())
                ordered.append(one);
        }
        for (const QJsonValue& left : std::as_const(images))
            ordered.append(left);
        images = ordered;
    }
    data[u"images"_s] = images;
    put(protocol::table::products, op.entityId, data);
    return {.id = op.id, .seq = op.seq};
}

protocol::OpResult FakeSpace::apply(const protocol::Op& op)
{
    const QStringView products(protocol::table::products);
    const QStringView variants(protocol::table::variants);
    if (op.name == QStringView(protocol::op::productCreate))
        return create(op);
    if (op.name == QStringView(protocol::op::productVariants))
        return arrange(op);
    if (op.name.startsWith(u"image."))
        return changeImages(op);
    if (op.name.startsWith(u"product.")) {
        SyncRow* row = find(products, op.entityId);
        if (!row)
            return refuse(op, u"not_found"_s);
        QJsonObject data = row->data;
        data[u"status"_s] =
            op.name == QStringView(protocol::op::productArchive) ? u"archived"_s : u"active"_s;
        put(products, op.entityId, data);
        return {.id = op.id, .seq = op.seq};
    }
    if (op.name == QStringView(protocol::op::orderTransition))
        return moveOrder(op);
    if (op.name == QStringView(protocol::op::storeUpdate)) {
        SyncRow* row = find(protocol::table::stores, op.entityId);
        if (!row)
            return refuse(op, u"not_found"_s);
        QJsonObject data = row->data;
        for (const QString& key : op.args.keys())
            data[key] = op.args.value(key);
        put(protocol::table::stores, op.entityId, data);
        return {.id = op.id, .seq = op.seq};
    }
    if (op.name == QStringView(protocol::op::reviewReply)) {
        SyncRow* row = find(protocol::table::reviews, op.entityId);
        if (!row)
            return refuse(op, u"not_found"_s);
        QJsonObject data = row->data;
        data[u"reply"_s] = op.args.value(u"reply");
        data[u"repliedAt"_s] = toRfc3339({1'800'000'000'000});
        put(protocol::table::reviews, op.entityId, data);
        return {.id = op.id, .seq = op.seq};
    }
    SyncRow* row = find(variants, op.entityId);
    if (!row)
        return refuse(op, u"not_found"_s);
    QJsonObject data = row->data;
    if (op.name == QStringView(protocol::op::stockAdjust)) {
        const qint64 onHand = data.value(u"onHand").toInteger() + op.args.value(u"delta").toInteger();
        if (onHand < 0)
            return refuse(op, u"would_be_negative"_s);
        data[u"onHand"_s] = onHand;
    } else if (op.name == QStringView(protocol::op::stockCount)) {
        if (data.value(u"onHand").toInteger() != op.args.value(u"expected").toInteger())
            return refuse(op, u"stale_count"_s);
        data[u"onHand"_s] = op.args.value(u"counted");
    } else {
        if (op.args.contains(u"price"_s) && op.baseVersion != row->version)
            return refuse(op, u"stale_price"_s);
        for (const QString& key : op.args.keys())
            data[key] = op.args.value(key);
    }
    put(variants, op.entityId, data);
    return {.id = op.id, .seq = op.seq};
}

protocol::OpResult FakeSpace::moveOrder(const protocol::Op& op)
{
    SyncRow* row = find(protocol::table::orders, op.entityId);
    if (!row)
        return refuse(op, u"not_found"_s);
    protocol::ObjectReader reader(row->data);
    protocol::OrderRow order = protocol::OrderRow::read(reader);
    const auto to = parseOrderStatus(op.args.value(u"to").toString());
    if (!to || !transition(order.status, *to, Role::Seller, op.args.contains(u"reason"_s)))
        return refuse(op, u"illegal_transition"_s);
    order.status = *to;
    order.courier = op.args.value(u"courier").toString();
    put(protocol::table::orders, op.entityId, order.toJson());
    return {.id = op.id, .seq = op.seq};
}

protocol::PushAnswer FakeSpace::push(const QList<protocol::Op>& ops)
{
    protocol::PushAnswer answer;
    for (const protocol::Op& op : ops) {
        if (op.seq == lastSeq + 1) {
            m_results.append(apply(op));
            ++lastSeq;
        }
        for (protocol::OpResult result : std::as_const(m_results)) {
            if (result.id == op.id) {
                result.seq = 0; // a push answer does not say it
                answer.results.append(result);
            }
        }
    }
    answer.lastSeq = lastSeq;
    return answer;
}

protocol::RowSum FakeSpace::sum() const
{
    protocol::RowSum sum;
    for (const SyncRow& row : m_rows) {
        if (!row.deleted)
            sum.add(protocol::rowShare(row.table, row.id, row.version));
    }
    return sum;
}

qint64 FakeSpace::count() const
{
    return std::count_if(m_rows.begin(), m_rows.end(), [](const SyncRow& row) { return !row.deleted; });
}

QList<protocol::PullAnswer> FakeSpace::pull(qint64 after, int limit) const
{
    QList<SyncRow> rows;
    for (const SyncRow& row : m_rows) {
        if (row.version > after)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end(),
              [](const SyncRow& a, const SyncRow& b) { return a.version < b.version; });
    QList<protocol::PullAnswer> pages;
    do {
        protocol::PullAnswer page{.epoch = epoch,
                                  .head = version,
                                  .rows = rows.mid(0, limit),
                                  .lastSeq = lastSeq,
                                  .results = m_results,
                                  .rowCount = count(),
                                  .rowSum = sum()};
        rows = rows.mid(limit);
        page.complete = rows.isEmpty();
        page.next = page.complete ? version : page.rows.constLast().version;
        pages.append(page);
    } while (!rows.isEmpty());
    return pages;
}

protocol::SnapshotHead FakeSpace::head() const
{
    return {.epoch = epoch,
            .head = version,
            .lastSeq = lastSeq,
            .results = m_results,
            .rowCount = count(),
            .rowSum = sum()};
}

QList<SyncRow> FakeSpace::snapshotRows() const
{
    QList<SyncRow> rows;
    for (const SyncRow& row : m_rows) {
        const bool ofProduct = row.table == QStringView(protocol::table::products) ||
                               row.table == QStringView(protocol::table::variants);
        if (!row.deleted && !ofProduct)
            rows.append(row);
    }
    for (const SyncRow& product : m_rows) {
        if (product.deleted || product.table != QStringView(protocol::table::products))
            continue;
        rows.append(product);
        for (const SyncRow& variant : m_rows) {
            if (!variant.deleted && variant.table == QStringView(protocol::table::variants) &&
                variant.data.value(u"productId").toString() == product.id)
                rows.append(variant);
        }
    }
    return rows;
}

QByteArray FakeSpace::dump() const
{
    QList<QByteArray> lines;
    for (const SyncRow& row : m_rows) {
        if (!row.deleted)
            lines.append(row.table.toUtf8() + '\t' + row.id.toUtf8() + '\t' +
                         QByteArray::number(row.version) + '\t' + protocol::toJson(row.data) + '\n');
    }
    std::sort(lines.begin(), lines.end());
    return lines.join();
}

} // namespace belanjain::testing
