// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/print_notes.h"

#include "replica/session.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;

QList<ports::PrintNote> printNotes(Work& work, const OrderId& order)
{
    return work.all(u"SELECT document, times, last_at FROM prints WHERE order_id = ? ORDER BY document"_s,
                    {order.uuid().toRfc4122()}, [](const storage::Row& row) {
                        return ports::PrintNote{ports::PrintedDocument(row.integer32(0)), row.integer32(1),
                                                {row.integer(2)}};
                    });
}

void countPrint(Work& work, const OrderId& order, ports::PrintedDocument document, Instant now)
{
    work.run(u"INSERT INTO prints (order_id, document, times, last_at) VALUES (?,?,1,?) "
             "ON CONFLICT (order_id, document) DO UPDATE SET times = times + 1, last_at = excluded.last_at"_s,
             {order.uuid().toRfc4122(), int(document), now.ms});
}

storage::Result<Touched> Replica::notePrints(const QList<OrderId>& orders, ports::PrintedDocument document)
{
    auto session = Session::begin(*m_database, *m_state);
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    OrderTable table(now.work);
    for (const OrderId& order : orders) {
        const auto stored = table.find(order);
        if (!now.work.ok())
            break;
        if (!stored)
            continue;
        countPrint(now.work, order, document, m_clock.now());
        now.effective.touched().touchOrder(stored->row, false);
    }
    if (const auto committed = now.commit(); !committed)
        return tl::unexpected(committed.error());
    return now.effective.touched();
}

} // namespace belanjain::replica
