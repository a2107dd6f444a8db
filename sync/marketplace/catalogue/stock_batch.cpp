// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/stock_batch.h"

#include "storage/text_value.h"

#include <algorithm>
#include <map>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Outcome;
using storage::Result;
using storage::Row;
using storage::textValue;
namespace
{

/// Bounds the number of different statements and the parameters of one.
constexpr qsizetype movesAtOnce = 50;

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

/// What one piece does to on hand and to reserved.
struct Effect
{
    int onHand = 0;
    int reserved = 0;
};

Effect effectOf(MoveKind kind)
{
    return {kind == MoveKind::Shipped ? -1 : 0, kind == MoveKind::Reserved ? 1 : -1};
}

QString updateSql(MoveKind kind)
{
    constexpr char16_t returning[] = u" RETURNING product_id, store_id, on_hand, reserved";
    QString sql;
    if (kind == MoveKind::Reserved)
        sql = u"UPDATE variants SET reserved = reserved + ? WHERE id = ? AND on_hand - reserved >= ?"_s;
    else if (kind == MoveKind::Released)
        sql = u"UPDATE variants SET reserved = reserved - ? WHERE id = ? AND reserved >= ?"_s;
    else
        sql = u"UPDATE variants SET on_hand = on_hand - ?, reserved = reserved - ? WHERE id = ? AND on_hand >= ? "
              "AND reserved >= ?"_s;
    return sql + QString::fromUtf16(returning);
}

QVariantList updateValues(MoveKind kind, const StockShift& shift)
{
    const QString id = shift.variant.toString();
    const qint64 n = shift.quantity;
    return kind == MoveKind::Shipped ? QVariantList{n, n, id, n, n} : QVariantList{n, id, n};
}

/// Why the update found nothing to change.
Result<RefusedShift> whyRefused(storage::Database& database, MoveKind kind, const StockShift& shift)
{
    const auto found = database.one(u"SELECT product_id, store_id, on_hand, reserved FROM variants WHERE id = ?"_s,
                                    {shift.variant.toString()}, shelfFrom);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return RefusedShift{shift, {u"variantId"_s, Rule::NotFound, {}}, 0};
    const StockLevel level = (*found)->level;
    // What somebody else gave back since the update counts as not there yet.
    const qint64 there = kind == MoveKind::Reserved ? level.available() : level.onHand;
    const qint64 left = std::min(there, shift.quantity - 1);
    return RefusedShift{shift, {u"quantity"_s, Rule::OutOfStock, {QString::number(left)}}, left};
}

class Batch
{
public:
    Batch(storage::Database& database, SpaceWriter& writer, ports::IdFactory& ids, Instant now, MoveKind kind)
        : m_database(database), m_writer(writer), m_ids(ids), m_now(now), m_kind(kind)
    {
    }

    Result<QList<RefusedShift>> update(const QList<StockShift>& shifts)
    {
        const QString sql = updateSql(m_kind);
        const Effect effect = effectOf(m_kind);
        QList<RefusedShift> refused;
        for (const StockShift& shift : shifts) {
            const auto done = m_database.one(sql, updateValues(m_kind, shift), shelfFrom);
            if (!done)
                return tl::unexpected(done.error());
            if (!*done) {
                const auto why = whyRefused(m_database, m_kind, shift);
                if (!why)
                    return tl::unexpected(why.error());
                refused.append(*why);
                continue;
            }
            const Shelf& shelf = **done;
            const StockLevel before{.onHand = shelf.level.onHand - effect.onHand * qint32(shift.quantity),
                                    .reserved = shelf.level.reserved - effect.reserved * qint32(shift.quantity)};
            m_writer.changed(shelf.store, SyncedTable::Variants, shift.variant.toString());
            m_available[shelf.product] += shelf.level.available() - before.available();
            m_onHandAfter.append(shelf.level.onHand);
        }
        return refused;
    }

    Outcome record(const QList<StockShift>& shifts, const QString& by)
    {
        const Effect effect = effectOf(m_kind);
        for (qsizetype from = 0; from < shifts.size(); from += movesAtOnce) {
            const qsizetype count = std::min(movesAtOnce, shifts.size() - from);
            QVariantList values;
            values.reserve(count * 10);
            for (qsizetype i = from; i < from + count; ++i) {
                const StockShift& shift = shifts[i];
                values << m_ids.make<MoveId>().toString() << shift.variant.toString() << m_now.ms
                       << effect.onHand * shift.quantity << effect.reserved * shift.quantity << wireName(m_kind)
                       << u""_s << textValue(by) << textValue(shift.orderNumber) << m_onHandAfter[i];
            }
            const auto done = m_database.run(
                u"INSERT INTO stock_moves (id, variant_id, at, delta, reserved_delta, kind, reason, moved_by, "
                "order_number, on_hand_after) VALUES "_s
                    + QStringList(count, u"(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s).join(u", "),
                values);
            if (!done)
                return tl::unexpected(done.error());
        }
        return {};
    }

    Outcome followProducts()
    {
        for (const auto& [product, change] : m_available) {
            if (change == 0)
                continue;
            const auto done =
                m_database.run(u"UPDATE products SET available = available + ? WHERE id = ?"_s, {change, product});
            if (!done)
                return tl::unexpected(done.error());
        }
        return {};
    }

private:
    storage::Database& m_database;
    SpaceWriter& m_writer;
    ports::IdFactory& m_ids;
    Instant m_now;
    MoveKind m_kind;
    std::map<QString, qint64> m_available; ///< change by product, ascending, which is the order of locking
    QList<qint64> m_onHandAfter;           ///< by shift
};

} // namespace

Result<QList<RefusedShift>> shiftStock(storage::Database& database, SpaceWriter& writer, ports::IdFactory& ids,
                                       Instant now, MoveKind kind, QList<StockShift> shifts, const QString& by)
{
    std::sort(shifts.begin(), shifts.end(),
              [](const StockShift& a, const StockShift& b) { return a.variant < b.variant; });
    Batch batch(database, writer, ids, now, kind);
    const auto refused = batch.update(shifts);
    if (!refused || !refused->isEmpty())
        return refused;
    if (const auto recorded = batch.record(shifts, by); !recorded)
        return tl::unexpected(recorded.error());
    if (const auto followed = batch.followProducts(); !followed)
        return tl::unexpected(followed.error());
    return refused;
}

} // namespace belanjain::marketplace
