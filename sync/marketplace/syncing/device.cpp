// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/device.h"

#include <QCryptographicHash>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using protocol::OpResult;
using storage::Result;
using storage::Row;
namespace
{

OpResult resultFrom(const QString& text)
{
    protocol::ObjectReader reader(protocol::parseObject(text.toUtf8()).value_or(QJsonObject()));
    return OpResult::read(reader);
}

} // namespace

QByteArray digestOf(const protocol::Op& op)
{
    return QCryptographicHash::hash(op.fingerprint(), QCryptographicHash::Sha256).toHex();
}

Result<DeviceState> readDevice(storage::Database& db, const QString& space, const DeviceId& device, qint64 seen)
{
    DeviceState state;
    const QVariantList key{space, device.toString()};
    const auto last = db.integer(u"SELECT last_seq FROM sync_devices WHERE space = ? AND device_id = ?"_s, key);
    if (!last)
        return tl::unexpected(last.error());
    state.lastSeq = *last;
    const auto done = db.each(u"SELECT result FROM sync_results WHERE space = ? AND device_id = ? AND seq > ? "
                              "ORDER BY seq DESC LIMIT ?"_s,
                              key + QVariantList{seen, repeatedResults},
                              [&](const Row& row) { state.results.append(resultFrom(row.text(0))); });
    if (!done)
        return tl::unexpected(done.error());
    std::reverse(state.results.begin(), state.results.end());
    return state;
}

Result<std::optional<StoredResult>> readResult(storage::Database& db, const QString& space, const DeviceId& device,
                                               qint64 seq)
{
    return db.one(u"SELECT fingerprint, result FROM sync_results WHERE space = ? AND device_id = ? AND seq = ?"_s,
                  {space, device.toString(), seq}, [](const Row& row) {
                      return StoredResult{row.text(0).toLatin1(), resultFrom(row.text(1))};
                  });
}

Result<std::optional<OpResult>> readResultOf(storage::Database& db, const QString& space, const OpId& op)
{
    return db.one(u"SELECT result FROM sync_results WHERE space = ? AND op_id = ?"_s, {space, op.toString()},
                  [](const Row& row) { return resultFrom(row.text(0)); });
}

Result<qint64> lockDevice(storage::Database& db, const QString& space, const DeviceId& device, Instant now)
{
    const auto row = db.one(u"INSERT INTO sync_devices (space, device_id, last_seq, seen_at) VALUES (?, ?, 0, ?) "
                            "ON CONFLICT (space, device_id) DO UPDATE SET seen_at = excluded.seen_at "
                            "RETURNING last_seq"_s,
                            {space, device.toString(), now.ms}, [](const Row& found) { return found.integer(0); });
    if (!row)
        return tl::unexpected(row.error());
    return row->value_or(0);
}

storage::Outcome storeResult(storage::Database& db, const QString& space, const DeviceId& device,
                             const protocol::Op& op, const OpResult& result, Instant now)
{
    OpResult stored = result;
    stored.seq = op.seq;
    const auto inserted = db.run(u"INSERT INTO sync_results (space, device_id, seq, op_id, fingerprint, result, "
                                 "done_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                                 {space, device.toString(), op.seq, op.id.toString(),
                                  QString::fromLatin1(digestOf(op)),
                                  QString::fromUtf8(protocol::toJson(stored.toJson())), now.ms});
    if (!inserted)
        return tl::unexpected(inserted.error());
    const auto moved = db.run(u"UPDATE sync_devices SET last_seq = ? WHERE space = ? AND device_id = ?"_s,
                              {op.seq, space, device.toString()});
    if (!moved)
        return tl::unexpected(moved.error());
    return {};
}

} // namespace belanjain::marketplace
