// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/stock.h"

#include "storage/text_value.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Result;
using storage::Row;
using storage::textValue;
namespace
{

/// A stale count names at most so many moves.
constexpr int maxMovesSince = 50;

struct Shelf
{
    QString product;
    QString store;
    StockLevel level;
};

Shelf shelfFrom(const Row& row)
{
    return {row.text(0), row.text(1), {.onHand = row.integer32(2), .reserved = row.integer32(3)}};
}

StockMove moveFrom(const Row& row)
{
    return {.at = {row.integer(0)},
            .delta = row.integer32(1),
            .reservedDelta = row.integer32(2),
            .kind = parseMoveKind(row.text(3)).value_or(MoveKind::Adjusted),
            .note = {.reason = row.text(4), .by = row.text(5), .orderNumber = row.text(6)},
            .onHandAfter = row.integer32(7)};
}

constexpr char16_t moveColumns[] = u"at, delta, reserved_delta, kind, reason, moved_by, order_number, on_hand_after";

tl::unexpected<storage::Error> fault(const storage::Error& error) { return tl::unexpected(error); }

StockResult refuse(const QString& field, Rule rule, const QStringList& args = {})
{
    return StockResult(Checked<StockLevel>(tl::unexpected(Violation{field, rule, args})));
}

} // namespace

QJsonObject StockMove::toJson() const
{
    QJsonObject json{{u"at"_s, toRfc3339(at)},
                     {u"delta"_s, delta},
                     {u"reservedDelta"_s, reservedDelta},
                     {u"kind"_s, wireName(kind)},
                     {u"reason"_s, note.reason},
                     {u"by"_s, note.by},
                     {u"onHandAfter"_s, onHandAfter}};
    if (!note.orderNumber.isEmpty())
        json[u"orderNumber"_s] = note.orderNumber;
    return json;
}

storage::Outcome StockLedger::record(const VariantId& variant, StockLevel before, StockLevel after, MoveKind kind,
                                     const MoveNote& note)
{
    const auto done = m_database.run(
        u"INSERT INTO stock_moves (id, variant_id, at, delta, reserved_delta, kind, reason, moved_by, order_number, "
        "on_hand_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {m_ids.make<MoveId>().toString(), variant.toString(), m_now.ms, after.onHand - before.onHand,
         after.reserved - before.reserved, wireName(kind), textValue(note.reason), textValue(note.by),
         textValue(note.orderNumber), after.onHand});
    if (!done)
        return fault(done.error());
    return {};
}

storage::Outcome StockLedger::follow(const QString& product, const QString& store, const VariantId& variant,
                                     StockLevel before, StockLevel after)
{
    m_writer.changed(store, SyncedTable::Variants, variant.toString());
    if (after.available() == before.available())
        return {};
    const auto done = m_database.run(u"UPDATE products SET available = available + ? WHERE id = ?"_s,
                                     {after.available() - before.available(), product});
    if (!done)
        return fault(done.error());
    return {};
}

StockResult StockLedger::move(const VariantId& variant, const MoveNote& note, MoveKind kind,
                              const std::function<Checked<StockLevel>(StockLevel)>& rule)
{
    const QString sql = u"SELECT product_id, store_id, on_hand, reserved FROM variants WHERE id = ?"_s;
    const auto found = m_database.one(m_database.isPostgres() ? sql + u" FOR NO KEY UPDATE"_s : sql, {variant.toString()},
                                      shelfFrom);
    if (!found)
        return fault(found.error());
    if (!*found)
        return refuse(u"variantId"_s, Rule::NotFound);
    const Shelf& shelf = **found;
    const auto after = rule(shelf.level);
    if (!after)
        return StockResult(after);
    const auto set = m_database.run(u"UPDATE variants SET on_hand = ?, reserved = ? WHERE id = ?"_s,
                                    {after->onHand, after->reserved, variant.toString()});
    if (!set)
        return fault(set.error());
    if (const auto done = record(variant, shelf.level, *after, kind, note); !done)
        return fault(done.error());
    if (const auto done = follow(shelf.product, shelf.store, variant, shelf.level, *after); !done)
        return fault(done.error());
    return StockResult(after);
}

StockResult StockLedger::adjust(const VariantId& variant, qint64 delta, const MoveNote& note)
{
    return move(variant, note, MoveKind::Adjusted,
                [delta](StockLevel level) { return belanjain::adjust(level, delta); });
}

StockResult StockLedger::count(const VariantId& variant, qint64 counted, qint64 expected, const MoveNote& note)
{
    return move(variant, note, MoveKind::Counted,
                [=](StockLevel level) { return belanjain::count(level, counted, expected); });
}

StockResult StockLedger::release(const VariantId& variant, qint64 quantity, const MoveNote& note)
{
    return move(variant, note, MoveKind::Released,
                [quantity](StockLevel level) { return belanjain::release(level, quantity); });
}

StockResult StockLedger::ship(const VariantId& variant, qint64 quantity, const MoveNote& note)
{
    return move(variant, note, MoveKind::Shipped,
                [quantity](StockLevel level) { return belanjain::ship(level, quantity); });
}

StockResult StockLedger::reserve(const VariantId& variant, qint64 quantity, const MoveNote& note)
{
    if (quantity < 1 || quantity > maxStock)
        return refuse(u"quantity"_s, Rule::OutOfRange, {u"1"_s, QString::number(maxStock)});
    const auto taken = m_database.one(u"UPDATE variants SET reserved = reserved + ? WHERE id = ? "
                                      "AND on_hand - reserved >= ? RETURNING product_id, store_id, on_hand, reserved"_s,
                                      {quantity, variant.toString(), quantity}, shelfFrom);
    if (!taken)
        return fault(taken.error());
    if (!*taken) {
        const auto left = m_database.one(u"SELECT product_id, store_id, on_hand, reserved FROM variants WHERE id = ?"_s,
                                         {variant.toString()}, shelfFrom);
        if (!left)
            return fault(left.error());
        if (!*left)
            return refuse(u"variantId"_s, Rule::NotFound);
        return refuse(u"quantity"_s, Rule::OutOfStock, {QString::number((*left)->level.available())});
    }
    const Shelf& shelf = **taken;
    const StockLevel before{shelf.level.onHand, shelf.level.reserved - qint32(quantity)};
    if (const auto done = record(variant, before, shelf.level, MoveKind::Reserved, note); !done)
        return fault(done.error());
    if (const auto done = follow(shelf.product, shelf.store, variant, before, shelf.level); !done)
        return fault(done.error());
    return StockResult(Checked<StockLevel>(shelf.level));
}

storage::Outcome StockLedger::begin(const VariantId& variant, qint32 pieces, const MoveNote& note)
{
    return pieces == 0 ? storage::Outcome{} : record(variant, {}, {.onHand = pieces}, MoveKind::Initial, note);
}

Result<MovePage> readMoves(storage::Database& database, const VariantId& variant, const QString& beforeId, int limit,
                           qint64 skip)
{
    MovePage page;
    QString lastId;
    const QString bound = beforeId.isEmpty() ? u"~"_s : beforeId; // every id is below "~"
    const auto done = database.each(u"SELECT %1, id FROM stock_moves WHERE variant_id = ? AND id < ? "
                                    "ORDER BY id DESC LIMIT ? OFFSET ?"_s.arg(QString::fromUtf16(moveColumns)),
                                    {variant.toString(), bound, limit + 1, skip}, [&](const Row& row) {
                                        if (page.moves.size() == limit) {
                                            page.nextBefore = lastId;
                                            return;
                                        }
                                        page.moves.append(moveFrom(row));
                                        lastId = row.text(8);
                                    });
    if (!done)
        return fault(done.error());
    return page;
}

Result<QList<StockMove>> movesSince(storage::Database& database, const VariantId& variant, qint64 expected)
{
    auto page = readMoves(database, variant, {}, maxMovesSince);
    if (!page)
        return fault(page.error());
    QList<StockMove> since;
    for (const StockMove& move : std::as_const(page->moves)) {
        if (move.onHandAfter == expected)
            break;
        since.append(move);
    }
    return since;
}

} // namespace belanjain::marketplace
