// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/doctor/checks.h"

#include <QHash>
#include <QUuid>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Result;
using storage::Row;
namespace
{

/// What a variant's moves make, taken in the order of their ids, which is theirs in time.
struct Ledger
{
    qint64 onHand = 0; ///< as the last one says
    qint64 delta = 0;
    qint64 reservedDelta = 0;
    bool isChain = true; ///< each goes on where the one before it ended
};

/// By the bytes of the variant's id, which take a third of the text's room.
using Ledgers = QHash<QUuid, Ledger>;

Result<Ledgers> readLedgers(Database& db)
{
    // In the table's own order: by variant every row would be a place of its own on the disk.
    Ledgers ledgers;
    const auto read = db.each(u"SELECT variant_id, delta, reserved_delta, on_hand_after FROM stock_moves ORDER BY id"_s, {},
                              [&](const Row& row) {
                                  Ledger& ledger = ledgers[QUuid::fromString(row.text(0))];
                                  const qint64 delta = row.integer(1);
                                  const qint64 after = row.integer(3);
                                  ledger.isChain = ledger.isChain && ledger.onHand + delta == after;
                                  ledger.onHand = after;
                                  ledger.delta += delta;
                                  ledger.reservedDelta += row.integer(2);
                              });
    if (!read)
        return tl::unexpected(read.error());
    return ledgers;
}

/// Two servers may give two moves of one millisecond ids the other way round: then it is enough that the
/// moves can be put into an order that leads from 0 to some level.
Result<bool> chainsInSomeOrder(Database& db, const QString& variant)
{
    QHash<qint64, qint64> ends; // moves that end at a level less those that begin there
    const auto read = db.each(u"SELECT delta, on_hand_after FROM stock_moves WHERE variant_id = ?"_s, {variant},
                              [&](const Row& row) {
                                  ++ends[row.integer(1)];
                                  --ends[row.integer(1) - row.integer(0)];
                              });
    if (!read)
        return tl::unexpected(read.error());
    qint64 begun = 0;
    for (const qint64 balance : std::as_const(ends))
        begun += balance < 0 ? -balance : 0;
    return begun == 0 || (begun == 1 && ends.value(0) == -1);
}

Outcome ledgersHold(Database& db, Findings& findings)
{
    const auto ledgers = readLedgers(db);
    if (!ledgers)
        return tl::unexpected(ledgers.error());
    struct Wrong
    {
        QString variant;
        QString text;
    };
    QList<Wrong> reserved;
    QStringList broken;
    const QString sentence = u"says %1, its moves make %2"_s;
    const auto compared = db.each(u"SELECT id, on_hand, reserved FROM variants"_s, {}, [&](const Row& row) {
        const Ledger ledger = ledgers->value(QUuid::fromString(row.text(0)));
        if (row.integer(1) != ledger.delta)
            findings.add(row.text(0), sentence.arg(row.integer(1)).arg(ledger.delta));
        if (row.integer(2) != ledger.reservedDelta)
            reserved.append({row.text(0), sentence.arg(row.integer(2)).arg(ledger.reservedDelta)});
        if (!ledger.isChain)
            broken.append(row.text(0));
    });
    if (!compared)
        return compared;
    findings.start(u"stock reserved"_s);
    for (const Wrong& wrong : std::as_const(reserved))
        findings.add(wrong.variant, wrong.text);
    findings.start(u"stock chain"_s);
    for (const QString& variant : std::as_const(broken)) {
        const auto chains = chainsInSomeOrder(db, variant);
        if (!chains)
            return tl::unexpected(chains.error());
        if (!*chains)
            findings.add(variant, u"its moves' levels do not follow from one another"_s);
    }
    return {};
}

} // namespace

QList<Check> stockChecks()
{
    return {
        {u"stock on hand"_s, ledgersHold}, // and what else one reading of the ledger tells
        queryCheck({u"reserved for orders"_s,
                    u"SELECT v.id, v.reserved, coalesce(l.made, 0) FROM variants v LEFT JOIN (SELECT l.variant_id, "
                    "CAST(sum(l.quantity) AS BIGINT) AS made FROM orders o JOIN order_lines l ON l.order_id = o.id "
                    "WHERE o.status IN ('PENDING', 'PROCESSING') GROUP BY l.variant_id) l ON l.variant_id = v.id "
                    "WHERE v.reserved <> coalesce(l.made, 0)"_s,
                    u"%1 are reserved, open orders hold %2"_s}),
    };
}

} // namespace belanjain::marketplace
