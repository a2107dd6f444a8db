// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/snapshot.h"

#include "marketplace/syncing/device.h"
#include "marketplace/syncing/row_json.h"
#include "marketplace/syncing/space.h"
#include "protocol/json.h"
#include "storage/transaction.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Result;
using storage::Row;
using storage::Rows;
namespace
{

/// Gathers lines into pieces.
class Lines
{
public:
    explicit Lines(const SnapshotSink& sink) : m_sink(sink) {}

    bool add(const QByteArray& line)
    {
        if (m_piece.isEmpty())
            m_piece.reserve(snapshotPiece + 4096);
        m_piece += line;
        m_piece += '\n';
        return m_piece.size() < snapshotPiece || flush();
    }

    bool flush()
    {
        const QByteArray piece = std::exchange(m_piece, {});
        return piece.isEmpty() || m_sink(piece);
    }

private:
    const SnapshotSink& m_sink;
    QByteArray m_piece;
};

/// False when the sink ended it.
Result<bool> writeTable(storage::Database& db, SyncedTable table, const QString& space, Lines& lines)
{
    auto rows = db.query(u"SELECT %1 FROM %2 r WHERE r.%3 = ? ORDER BY r.id"_s.arg(rowJsonSql(db, table), tableName(table),
                                                                              spaceColumn(table)),
                         {space});
    if (!rows)
        return tl::unexpected(rows.error());
    while (true) {
        const auto more = rows->next();
        if (!more || !*more)
            return more ? Result<bool>(true) : more;
        if (!lines.add(rows->row().bytes(0)))
            return false;
    }
}

/// Walks products and variants side by side, both in the order of the products' ids.
Result<bool> writeProducts(storage::Database& db, const QString& space, Lines& lines)
{
    auto products = db.query(u"SELECT r.id, %1 FROM products r WHERE r.store_id = ? ORDER BY r.id"_s.arg(
                                 rowJsonSql(db, SyncedTable::Products)),
                             {space});
    auto variants = db.query(u"SELECT r.product_id, %1 FROM variants r WHERE r.store_id = ? "
                             "ORDER BY r.product_id, r.position"_s.arg(rowJsonSql(db, SyncedTable::Variants)),
                             {space});
    if (!products || !variants)
        return tl::unexpected(products ? variants.error() : products.error());
    auto variantThere = variants->next();
    while (true) {
        const auto more = products->next();
        if (!more || !*more)
            return more ? Result<bool>(true) : more;
        if (!lines.add(products->row().bytes(1)))
            return false;
        const QString product = products->row().text(0);
        while (variantThere && *variantThere && variants->row().text(0) == product) {
            if (!lines.add(variants->row().bytes(1)))
                return false;
            variantThere = variants->next();
        }
        if (!variantThere)
            return variantThere;
    }
}

Result<bool> writeRows(storage::Database& db, const QString& space, Lines& lines)
{
    for (const SyncedTable table : readableTables()) {
        if (table == SyncedTable::Variants)
            continue; // with their products
        const auto done = table == SyncedTable::Products ? writeProducts(db, space, lines)
                                                         : writeTable(db, table, space, lines);
        if (!done || !*done)
            return done;
    }
    return true;
}

} // namespace

Result<SnapshotEnd> writeSnapshot(storage::Database& db, const QString& space, const DeviceId& device,
                                  const SnapshotSink& sink)
{
    auto transaction = storage::Transaction::beginRead(db);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto head = readHead(db, space);
    if (!head)
        return tl::unexpected(head.error());
    if (!*head)
        return SnapshotEnd::NoSpace;
    const auto state = device.isNull() ? DeviceState() : readDevice(db, space, device, 0);
    if (!state)
        return tl::unexpected(state.error());
    const protocol::SnapshotHead first{.epoch = (*head)->epoch,
                                       .head = (*head)->version,
                                       .lastSeq = state->lastSeq,
                                       .results = state->results,
                                       .rowCount = (*head)->rowCount,
                                       .rowSum = (*head)->rowSum};
    Lines lines(sink);
    if (!lines.add(protocol::toJson(first.toJson())))
        return SnapshotEnd::Interrupted;
    const auto written = writeRows(db, space, lines);
    if (!written)
        return tl::unexpected(written.error());
    const bool ended = *written && lines.add("{\"end\":true}"_ba) && lines.flush();
    return ended ? SnapshotEnd::Complete : SnapshotEnd::Interrupted;
}

} // namespace belanjain::marketplace
