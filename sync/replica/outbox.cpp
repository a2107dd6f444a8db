// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/outbox.h"

#include "replica/stored_json.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using ports::EditField;

int fieldsOf(const QString& opName, const QJsonObject& args)
{
    if (opName == QStringView(protocol::op::stockAdjust) || opName == QStringView(protocol::op::stockCount))
        return int(EditField::Stock);
    if (opName == QStringView(protocol::op::orderTransition))
        return int(EditField::Order);
    if (opName == QStringView(protocol::op::reviewReply))
        return int(EditField::Reply);
    if (opName != QStringView(protocol::op::variantUpdate))
        return int(EditField::Product);
    int fields = 0;
    if (args.contains(u"price"_s))
        fields |= int(EditField::Price);
    if (args.contains(u"sku"_s))
        fields |= int(EditField::Sku);
    if (args.contains(u"lowStockThreshold"_s))
        fields |= int(EditField::Threshold);
    if (args.contains(u"barcode"_s))
        fields |= int(EditField::Barcode);
    return fields ? fields : int(EditField::Product);
}

QString Outbox::columns() { return u"seq, op_id, name, entity_id, base_version, args, client_time"_s; }

protocol::Op Outbox::read(const storage::Row& row)
{
    return {.id = row.id<OpId>(1).value_or(OpId()),
            .seq = row.integer(0),
            .name = row.text(2),
            .entityId = row.text(3),
            .baseVersion = row.optionalInteger(4),
            .args = objectFrom(row.text(5)),
            .clientTime = {row.integer(6)}};
}

void Outbox::append(const protocol::Op& op)
{
    static const QString sql = u"INSERT INTO outbox (%1, fields) VALUES (?,?,?,?,?,?,?,?)"_s.arg(columns());
    m_work.run(sql, {op.seq, op.id.toString(), op.name, op.entityId,
                     op.baseVersion ? QVariant(*op.baseVersion) : QVariant(), toText(op.args),
                     op.clientTime.ms, replica::fieldsOf(op.name, op.args)});
    m_changes.queued.append(op);
}

QList<protocol::Op> Outbox::ofEntity(const QString& entityId)
{
    static const QString sql = u"SELECT %1 FROM outbox WHERE entity_id = ? ORDER BY seq"_s.arg(columns());
    return m_work.all(sql, {entityId}, read);
}

QList<protocol::Op> Outbox::upTo(qint64 seq)
{
    static const QString sql = u"SELECT %1 FROM outbox WHERE seq <= ? ORDER BY seq"_s.arg(columns());
    return m_work.all(sql, {seq}, read);
}

QList<protocol::Op> Outbox::after(qint64 seq)
{
    static const QString sql = u"SELECT %1 FROM outbox WHERE seq > ? ORDER BY seq"_s.arg(columns());
    return m_work.all(sql, {seq}, read);
}

QList<protocol::Op> Outbox::all()
{
    static const QString sql = u"SELECT %1 FROM outbox ORDER BY seq"_s.arg(columns());
    return m_work.all(sql, {}, read);
}

bool Outbox::hasUpTo(qint64 seq)
{
    return m_work.has(u"SELECT 1 FROM outbox WHERE seq <= ? LIMIT 1"_s, {seq});
}

bool Outbox::hasEntity(const QString& entityId)
{
    return m_work.has(u"SELECT 1 FROM outbox WHERE entity_id = ? LIMIT 1"_s, {entityId});
}

QList<protocol::Op> Outbox::ofVariant(const VariantId& variant, const ProductId& product)
{
    static const QString sql =
        u"SELECT %1 FROM outbox WHERE entity_id = ? OR (entity_id = ? AND name = 'product.variants') ORDER BY seq"_s
            .arg(columns());
    return m_work.all(sql, {variant.toString(), product.toString()}, read);
}

bool Outbox::hasVariant(const VariantId& variant, const ProductId& product)
{
    return m_work.has(u"SELECT 1 FROM outbox WHERE entity_id = ? OR (entity_id = ? AND name = 'product.variants') "
                      "LIMIT 1"_s,
                      {variant.toString(), product.toString()});
}

int Outbox::fieldsOf(const QString& entityId)
{
    int fields = 0;
    const auto each = m_work.all(u"SELECT fields FROM outbox WHERE entity_id = ?"_s, {entityId},
                                 [](const storage::Row& r) { return r.integer32(0); });
    for (const int some : each)
        fields |= some;
    return fields;
}

int Outbox::count() { return int(m_work.integer(u"SELECT count(*) FROM outbox"_s)); }

void Outbox::remove(const protocol::Op& op)
{
    m_work.run(u"DELETE FROM outbox WHERE seq = ?"_s, {op.seq});
    m_work.run(u"DELETE FROM results WHERE op_id = ?"_s, {op.id.toString()});
    m_changes.settled.append(op.id);
}

qint64 Outbox::renumber(qint64 first)
{
    m_changes.renumbered = true;
    const QList<protocol::Op> ops = all();
    m_work.run(u"DELETE FROM outbox"_s);
    for (protocol::Op op : ops) {
        op.seq = first++;
        append(op);
    }
    return first;
}

void Outbox::keepResult(const protocol::OpResult& result)
{
    m_work.run(u"INSERT OR REPLACE INTO results (op_id, status, code, detail, current) "
               "SELECT ?,?,?,?,? WHERE EXISTS (SELECT 1 FROM outbox WHERE op_id = ?)"_s,
               {result.id.toString(), int(result.status), notNull(result.code), notNull(result.detail),
                toText(result.current), result.id.toString()});
}

std::optional<protocol::OpResult> Outbox::resultOf(const OpId& op)
{
    return m_work.one(u"SELECT status, code, detail, current FROM results WHERE op_id = ?"_s, {op.toString()},
                      [&](const storage::Row& row) {
                          return protocol::OpResult{.id = op,
                                                    .status = protocol::OpStatus(row.integer32(0)),
                                                    .code = row.text(1),
                                                    .detail = row.text(2),
                                                    .current = objectFrom(row.text(3))};
                      });
}

} // namespace belanjain::replica
