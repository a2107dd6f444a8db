// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/doctor/checks.h"

#include <QHash>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Row;
namespace
{

/// The moves of one variant, as they come.
class Chain
{
public:
    void add(qint64 delta, qint64 after)
    {
        m_inOrder = m_inOrder && m_level + delta == after;
        m_level = after;
        ++m_ends[after];
        --m_ends[after - delta];
    }

    /// Two servers may give two moves of one millisecond ids the other way round: then it is enough that
    /// the moves can be put into an order that leads from 0 to some level.
    bool holds() const
    {
        if (m_inOrder)
            return true;
        qint64 begins = 0;
        qint64 ends = 0;
        for (auto it = m_ends.cbegin(); it != m_ends.cend(); ++it) {
            begins += it.value() < 0 ? -it.value() : 0;
            ends += it.value() > 0 ? it.value() : 0;
        }
        return begins <= 1 && ends <= 1 && m_ends.value(0) <= 0 && (begins == 0 || m_ends.value(0) == -1);
    }

private:
    bool m_inOrder = true;
    qint64 m_level = 0;
    QHash<qint64, qint64> m_ends; ///< moves that end at a level less those that begin there
};

Outcome chainsHold(Database& db, Findings& findings)
{
    QString variant;
    Chain chain;
    const auto close = [&] {
        if (!chain.holds())
            findings.add(variant, u"its moves' levels do not follow from one another"_s);
        chain = {};
    };
    const auto done = db.each(u"SELECT variant_id, delta, on_hand_after FROM stock_moves ORDER BY variant_id, id"_s, {},
                              [&](const Row& row) {
                                  if (QString of = row.text(0); of != variant) {
                                      close();
                                      variant = std::move(of);
                                  }
                                  chain.add(row.integer(1), row.integer(2));
                              });
    close();
    return done;
}

/// A sum over the ledger against a column of variants.
Check ledger(const QString& name, const QString& column, const QString& delta)
{
    return queryCheck({name,
                       u"SELECT v.id, v.%1, coalesce(m.made, 0) FROM variants v LEFT JOIN (SELECT variant_id, "
                       "CAST(sum(%2) AS BIGINT) AS made FROM stock_moves GROUP BY variant_id) m ON m.variant_id = v.id "
                       "WHERE v.%1 <> coalesce(m.made, 0)"_s.arg(column, delta),
                       u"says %1, its moves make %2"_s});
}

} // namespace

QList<Check> stockChecks()
{
    return {
        ledger(u"stock on hand"_s, u"on_hand"_s, u"delta"_s),
        ledger(u"stock reserved"_s, u"reserved"_s, u"reserved_delta"_s),
        {u"stock chain"_s, chainsHold},
        queryCheck({u"reserved for orders"_s,
                    u"SELECT v.id, v.reserved, coalesce(l.made, 0) FROM variants v LEFT JOIN (SELECT l.variant_id, "
                    "CAST(sum(l.quantity) AS BIGINT) AS made FROM orders o JOIN order_lines l ON l.order_id = o.id "
                    "WHERE o.status IN ('PENDING', 'PROCESSING') GROUP BY l.variant_id) l ON l.variant_id = v.id "
                    "WHERE v.reserved <> coalesce(l.made, 0)"_s,
                    u"%1 are reserved, open orders hold %2"_s}),
    };
}

} // namespace belanjain::marketplace
