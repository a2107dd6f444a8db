// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/stock_notes.h"

#include "protocol/messages.h"
#include "replica/stored_json.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

/// Ledgers kept for reading without the marketplace; a page of one is some ten kilobytes.
constexpr int keptLedgers = 500;

} // namespace

QList<ports::WaitingMove> waitingMoves(Work& work, const VariantId& variant)
{
    QList<ports::WaitingMove> moves;
    for (const auto& [table, order] : {std::pair(u"outbox"_s, u"seq"_s), std::pair(u"rejections"_s, u"number"_s)}) {
        const bool refused = table == u"rejections";
        moves += work.all(
            u"SELECT name, args, client_time FROM %1 WHERE entity_id = ? AND name IN (?, ?) ORDER BY %2 DESC"_s.arg(table, order),
            {variant.toString(), QString::fromUtf16(protocol::op::stockAdjust), QString::fromUtf16(protocol::op::stockCount)},
            [refused](const storage::Row& row) {
                const QJsonObject args = objectFrom(row.text(1));
                ports::WaitingMove move{.at = {row.integer(2)}, .reason = args[u"reason"_s].toString(), .refused = refused};
                if (row.text(0) == QStringView(protocol::op::stockCount)) {
                    move.counted = qint32(args[u"counted"_s].toInteger());
                    move.delta = *move.counted - qint32(args[u"expected"_s].toInteger());
                } else {
                    move.delta = qint32(args[u"delta"_s].toInteger());
                }
                return move;
            });
    }
    std::stable_sort(moves.begin(), moves.end(), [](const auto& a, const auto& b) { return b.at < a.at; });
    return moves;
}

std::optional<std::pair<QJsonArray, Instant>> seenMoves(Work& work, const VariantId& variant)
{
    return work.one(u"SELECT moves, seen_at FROM moves_seen WHERE variant = ?"_s, {variant.uuid().toRfc4122()},
                    [](const storage::Row& row) { return std::pair(arrayFrom(row.text(0)), Instant{row.integer(1)}); });
}

void rememberMoves(Work& work, const VariantId& variant, const QJsonArray& moves, Instant now)
{
    work.run(u"INSERT OR REPLACE INTO moves_seen (variant, seen_at, moves) VALUES (?, ?, ?)"_s,
             {variant.uuid().toRfc4122(), now.ms, toText(moves)});
    work.run(u"DELETE FROM moves_seen WHERE variant IN "
             "(SELECT variant FROM moves_seen ORDER BY seen_at DESC, variant LIMIT -1 OFFSET ?)"_s,
             {keptLedgers});
}

} // namespace belanjain::replica
