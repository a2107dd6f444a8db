// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/pull.h"

#include "marketplace/syncing/row_json.h"
#include "protocol/json.h"

#include <QJsonArray>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;
namespace
{

struct PulledRow
{
    qint64 version = 0;
    QByteArray json;
};

/// The first rows of each table and of the graves after the cursor; versions are unique in a space, so
/// that a page may end anywhere.
storage::Result<QList<PulledRow>> rowsAfter(storage::Database& db, const PullQuery& query)
{
    QList<PulledRow> rows;
    const QVariantList values{query.space, query.after, query.limit + 1};
    for (const SyncedTable table : readableTables()) {
        const QString sql = u"SELECT r.version, %1 FROM %2 r WHERE r.%3 = ? AND r.version > ? ORDER BY r.version LIMIT ?"_s
                                .arg(rowJsonSql(db, table), tableName(table), spaceColumn(table));
        const auto done =
            db.each(sql, values, [&](const Row& row) { rows.append({row.integer(0), row.bytes(1)}); });
        if (!done)
            return tl::unexpected(done.error());
    }
    const auto graves = db.each(u"SELECT version, table_name, row_id FROM sync_tombstones WHERE space = ? "
                                "AND version > ? ORDER BY version LIMIT ?"_s,
                                values, [&](const Row& row) {
                                    const qint64 version = row.integer(0);
                                    rows.append({version, tombstoneJson(row.text(1), row.text(2), version)});
                                });
    if (!graves)
        return tl::unexpected(graves.error());
    std::sort(rows.begin(), rows.end(),
              [](const PulledRow& a, const PulledRow& b) { return a.version < b.version; });
    return rows;
}

bool mustResync(const PullQuery& query, const SpaceHead& head)
{
    const bool otherEpoch = !query.epoch.isEmpty() && query.epoch != head.epoch;
    const bool cursorWithoutEpoch = query.epoch.isEmpty() && query.after > 0;
    const bool tooOld = query.after > 0 && query.after < head.horizon;
    return otherEpoch || cursorWithoutEpoch || tooOld || query.after > head.version;
}

QByteArray answerJson(const SpaceHead& head, const DeviceState& device, const QList<PulledRow>& rows, bool complete)
{
    QJsonArray results;
    for (const protocol::OpResult& result : device.results)
        results.append(result.toJson());
    const QJsonObject frame{{u"epoch"_s, head.epoch},
                            {u"head"_s, head.version},
                            {u"lastSeq"_s, device.lastSeq},
                            {u"results"_s, results},
                            {u"next"_s, complete ? head.version : rows.last().version},
                            {u"complete"_s, complete},
                            {u"rowCount"_s, head.rowCount},
                            {u"rowSum"_s, head.rowSum.toString()}};
    QByteArray json = protocol::toJson(frame);
    qsizetype size = json.size() + 16;
    for (const PulledRow& row : rows)
        size += row.json.size() + 1;
    json.reserve(size);
    json.chop(1);
    json += ",\"rows\":[";
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i > 0)
            json += ',';
        json += rows[i].json;
    }
    json += "]}";
    return json;
}

} // namespace

storage::Result<tl::expected<QByteArray, PullRefusal>> pull(storage::Database& db, const PullQuery& query)
{
    using Inner = tl::expected<QByteArray, PullRefusal>;
    const auto head = readHead(db, query.space);
    if (!head)
        return tl::unexpected(head.error());
    if (!*head)
        return Inner(tl::unexpected(PullRefusal::NoSpace));
    if (mustResync(query, **head))
        return Inner(tl::unexpected(PullRefusal::ResyncRequired));
    auto rows = rowsAfter(db, query);
    if (!rows)
        return tl::unexpected(rows.error());
    DeviceState device;
    if (!query.device.isNull()) {
        auto state = readDevice(db, query.space, query.device, query.seenSeq);
        if (!state)
            return tl::unexpected(state.error());
        device = std::move(*state);
    }
    const bool complete = rows->size() <= query.limit;
    if (!complete)
        rows->resize(query.limit);
    return Inner(answerJson(**head, device, *rows, complete));
}

} // namespace belanjain::marketplace
