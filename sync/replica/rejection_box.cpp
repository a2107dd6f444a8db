// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/rejection_box.h"

#include "replica/decided_box.h"
#include "replica/outbox.h"
#include "replica/stored_json.h"

#include <bit>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

/// The cell to show a rejection at: the lowest of the flags.
ports::EditField firstField(int fields)
{
    return fields ? ports::EditField(1u << std::countr_zero(unsigned(fields))) : ports::EditField::Product;
}

} // namespace

ports::Rejection RejectionBox::read(const storage::Row& row)
{
    ports::Rejection rejection{.number = row.integer(0),
                               .op = row.text(1),
                               .code = row.text(2),
                               .detail = row.text(3),
                               .args = objectFrom(row.text(4)),
                               .current = objectFrom(row.text(5)),
                               .field = firstField(row.integer32(6)),
                               .editedAt = {row.integer(7)},
                               .refusedAt = {row.integer(8)}};
    const QString entity = row.text(9);
    if (rejection.op.startsWith(u"product.") || rejection.op.startsWith(u"image."))
        rejection.product = ProductId::parse(entity);
    else if (rejection.op.startsWith(u"order."))
        rejection.order = OrderId::parse(entity);
    else if (rejection.op.startsWith(u"review."))
        rejection.review = ReviewId::parse(entity);
    else if (!rejection.op.startsWith(u"store."))
        rejection.variant = VariantId::parse(entity);
    return rejection;
}

void RejectionBox::settle(const protocol::Op& op, const protocol::OpResult& result, Instant now)
{
    static const QString sql =
        u"INSERT INTO history (%1, fields, status, code, settled_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)"_s.arg(
            Outbox::columns());
    const int fields = replica::fieldsOf(op.name, op.args);
    m_work.run(sql, {op.seq, op.id.toString(), op.name, op.entityId,
                     op.baseVersion ? QVariant(*op.baseVersion) : QVariant(), toText(op.args),
                     op.clientTime.ms, fields, int(result.status), notNull(result.code), now.ms});
    if (result.status != protocol::OpStatus::Rejected)
        return;
    m_work.run(
        u"INSERT INTO rejections (op_id, name, entity_id, args, client_time, fields, code, detail, current, "
        "refused_at) VALUES (?,?,?,?,?,?,?,?,?,?)"_s,
        {op.id.toString(), op.name, op.entityId, toText(op.args), op.clientTime.ms, fields,
         notNull(result.code), notNull(result.detail), toText(result.current), now.ms});
}

QList<protocol::Op> RejectionBox::settledAfter(qint64 seq)
{
    static const QString sql =
        u"SELECT %1 FROM history WHERE seq > ? AND status IN (0, 1) ORDER BY number"_s.arg(Outbox::columns());
    return m_work.all(sql, {seq}, Outbox::read);
}

void RejectionBox::trimHistory()
{
    m_work.run(u"DELETE FROM history WHERE number <= (SELECT max(number) FROM history) - ?"_s, {keptHistory});
}

QList<ports::Rejection> RejectionBox::list(const std::optional<VariantId>& variant)
{
    const QString sql =
        u"SELECT number, name, code, detail, args, current, fields, client_time, refused_at, entity_id "
        "FROM rejections %1 ORDER BY number"_s;
    QList<ports::Rejection> list;
    if (variant) {
        const auto product = m_work.one(u"SELECT p.id FROM variants v JOIN products p ON p.row = v.product "
                                        "WHERE v.id = ?"_s,
                                        {variant->uuid().toRfc4122()}, [](const storage::Row& r) {
                                            return ProductId(QUuid::fromRfc4122(r.bytes(0)));
                                        });
        list = m_work.all(sql.arg(u"WHERE entity_id IN (?, ?)"_s),
                          {variant->toString(), product.value_or(ProductId()).toString()}, read);
    } else {
        list = m_work.all(sql.arg(QString()), {}, read);
    }
    for (ports::Rejection& rejection : list)
        addTitle(rejection);
    return list;
}

void RejectionBox::addTitle(ports::Rejection& rejection)
{
    const auto text = [](const storage::Row& r) { return r.text(0); };
    if (rejection.order) {
        rejection.title = m_work
                              .one(u"SELECT number || ' · ' || customer_name FROM orders WHERE id = ?"_s,
                                   {rejection.order->uuid().toRfc4122()}, text)
                              .value_or(QString());
    } else if (rejection.review) {
        rejection.title = m_work
                              .one(u"SELECT p.name FROM reviews r JOIN products p ON p.id = r.product WHERE r.id = ?"_s,
                                   {rejection.review->uuid().toRfc4122()}, text)
                              .value_or(QString());
    } else if (rejection.variant) {
        m_work.one(u"SELECT p.id, p.name, v.options_label FROM variants v JOIN products p ON p.row = v.product "
                   "WHERE v.id = ?"_s,
                   {rejection.variant->uuid().toRfc4122()}, [&](const storage::Row& r) {
                       rejection.product = ProductId(QUuid::fromRfc4122(r.bytes(0)));
                       rejection.title = r.text(2).isEmpty() ? r.text(1) : u"%1, %2"_s.arg(r.text(1), r.text(2));
                       return true;
                   });
    } else if (rejection.product) {
        rejection.title = m_work
                              .one(u"SELECT name FROM products WHERE id = ?"_s,
                                   {rejection.product->uuid().toRfc4122()}, text)
                              .value_or(rejection.args.value(u"name").toString());
    } else {
        rejection.title = m_work.one(u"SELECT name FROM stores LIMIT 1"_s, {}, text).value_or(QString());
    }
}

std::optional<RejectionBox::Refused> RejectionBox::find(qint64 number)
{
    return m_work.one(u"SELECT op_id, name, entity_id, args, client_time FROM rejections WHERE number = ?"_s,
                      {number}, [](const storage::Row& row) {
                          return Refused{{.id = row.id<OpId>(0).value_or(OpId()),
                                          .name = row.text(1),
                                          .entityId = row.text(2),
                                          .args = objectFrom(row.text(3)),
                                          .clientTime = {row.integer(4)}}};
                      });
}

void RejectionBox::decide(qint64 number, Fate fate, Instant now)
{
    DecidedBox(m_work).note(number, int(fate), now);
    m_work.run(
        u"UPDATE history SET status = ? WHERE op_id = (SELECT op_id FROM rejections WHERE number = ?)"_s,
        {int(fate), number});
    m_work.run(u"DELETE FROM rejections WHERE number = ?"_s, {number});
}

int RejectionBox::count() { return int(m_work.integer(u"SELECT count(*) FROM rejections"_s)); }

int RejectionBox::fieldsOf(const QString& entityId)
{
    int fields = 0;
    const auto each = m_work.all(u"SELECT fields FROM rejections WHERE entity_id = ?"_s, {entityId},
                                 [](const storage::Row& r) { return r.integer32(0); });
    for (const int some : each)
        fields |= some;
    return fields;
}

} // namespace belanjain::replica
