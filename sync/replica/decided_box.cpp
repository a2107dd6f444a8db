// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/decided_box.h"

#include "replica/rejection_box.h"
#include "replica/stored_json.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

constexpr char16_t columns[] =
    u"number, op_id, name, entity_id, args, client_time, fields, code, detail, current, refused_at";

/// The bytes of a picture that is given up are gone.
bool isUndoable(const QString& op) { return !op.startsWith(u"image."); }

void addVariant(Work& work, ports::OpenDecision& decision)
{
    const ports::Rejection& refused = decision.rejection;
    if (refused.variant) {
        work.one(u"SELECT v.sku, p.category, p.image_hash, v.on_hand, v.reserved FROM variants v "
                 "JOIN products p ON p.row = v.product WHERE v.id = ?"_s,
                 {refused.variant->uuid().toRfc4122()}, [&](const storage::Row& r) {
                     decision.sku = r.text(0);
                     decision.category = r.text(1);
                     decision.imageHash = r.text(2);
                     decision.onHand = r.integer32(3);
                     decision.reserved = r.integer32(4);
                     return true;
                 });
        constexpr int most = 5;
        decision.sold = work.all(
            u"SELECT o.created_at, o.number, l.quantity, l.unit_price FROM orders o INDEXED BY orders_by_time "
            "CROSS JOIN order_lines l ON l.order_row = o.row "
            "WHERE o.created_at >= ? AND o.created_at <= ? AND o.status <> 4 AND l.variant = ? "
            "ORDER BY o.created_at, l.position LIMIT ?"_s,
            {refused.editedAt.ms, refused.refusedAt.ms, refused.variant->uuid().toRfc4122(), most},
            [](const storage::Row& r) {
                return ports::OpenDecision::Sold{{r.integer(0)}, r.text(1), r.integer32(2), {r.integer(3)}};
            });
    } else if (refused.product) {
        work.one(u"SELECT category, image_hash FROM products WHERE id = ?"_s, {refused.product->uuid().toRfc4122()},
                 [&](const storage::Row& r) {
                     decision.category = r.text(0);
                     decision.imageHash = r.text(1);
                     return true;
                 });
    }
}

} // namespace

void DecidedBox::note(qint64 rejection, int fate, Instant now)
{
    m_work.run(u"INSERT OR REPLACE INTO decisions (%1, fate, decided_at) SELECT %1, ?, ? FROM rejections WHERE number = ?"_s
                   .arg(QStringView(columns)),
               {fate, now.ms, rejection});
    m_work.run(u"DELETE FROM decisions WHERE number IN (SELECT number FROM decisions ORDER BY decided_at DESC, number DESC LIMIT -1 OFFSET ?)"_s,
               {kept});
}

void DecidedBox::setNewOp(qint64 rejection, const OpId& op)
{
    m_work.run(u"UPDATE decisions SET new_op = ? WHERE number = ?"_s, {op.toString(), rejection});
}

std::optional<DecidedBox::Made> DecidedBox::find(qint64 rejection)
{
    return m_work.one(u"SELECT op_id, name, entity_id, args, client_time, fate, new_op FROM decisions WHERE number = ? AND name NOT LIKE 'image.%'"_s,
                      {rejection}, [](const storage::Row& r) {
                          return Made{{.id = r.id<OpId>(0).value_or(OpId()),
                                       .name = r.text(1),
                                       .entityId = r.text(2),
                                       .args = objectFrom(r.text(3)),
                                       .clientTime = {r.integer(4)}},
                                      r.integer32(5),
                                      OpId::parse(r.text(6))};
                      });
}

void DecidedBox::reopen(qint64 rejection)
{
    m_work.run(u"INSERT INTO rejections (%1) SELECT %1 FROM decisions WHERE number = ?"_s.arg(QStringView(columns)),
               {rejection});
    m_work.run(u"UPDATE history SET status = ? WHERE op_id = (SELECT op_id FROM decisions WHERE number = ?)"_s,
               {int(Fate::Rejected), rejection});
    m_work.run(u"DELETE FROM decisions WHERE number = ?"_s, {rejection});
}

QList<ports::MadeDecision> DecidedBox::list(qint64 sent, int limit)
{
    QList<ports::MadeDecision> made = m_work.all(
        u"SELECT d.number, d.name, d.code, d.detail, d.args, d.current, d.fields, d.client_time, d.refused_at, "
        "d.entity_id, d.fate, d.decided_at, d.new_op = '' OR o.seq > ? FROM decisions d "
        "LEFT JOIN outbox o ON o.op_id = d.new_op ORDER BY d.decided_at DESC, d.number DESC LIMIT ?"_s,
        {sent, limit}, [](const storage::Row& r) {
            const bool mine = r.integer32(10) == int(Fate::Retried);
            return ports::MadeDecision{.rejection = RejectionBox::read(r),
                                       .mine = mine,
                                       .at = {r.integer(11)},
                                       .undoable = r.optionalInteger(12).value_or(0) != 0 && isUndoable(r.text(1))};
        });
    RejectionBox titles(m_work);
    for (ports::MadeDecision& one : made)
        titles.addTitle(one.rejection);
    return made;
}

QList<ports::OpenDecision> openDecisions(Work& work)
{
    QList<ports::OpenDecision> open;
    const QList<ports::Rejection> refused = RejectionBox(work).list({});
    for (const ports::Rejection& rejection : refused) {
        ports::OpenDecision decision{.rejection = rejection};
        if (work.ok())
            addVariant(work, decision);
        open.append(decision);
    }
    return open;
}

} // namespace belanjain::replica
