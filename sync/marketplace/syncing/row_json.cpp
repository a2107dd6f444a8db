// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/row_json.h"

#include "protocol/json.h"
#include "protocol/messages.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// Ids, statuses and numbers need no escaping; json_quote() escapes texts; JSON columns hold JSON.
/// CAST to BLOB so that the driver hands on the UTF-8 instead of turning it into UTF-16 and back.
QString rowOf(const QString& table, const QString& members, const QString& values)
{
    return u"CAST(printf('{\"table\":\"%1\",\"id\":\"%s\",\"version\":%d,\"deleted\":false,\"data\":{%2}}', "
           "r.id, r.version, %3) AS BLOB)"_s.arg(table, members, values);
}

QString timeText(const QString& column)
{
    return u"strftime('%Y-%m-%dT%H:%M:%S', r.%1 / 1000, 'unixepoch'), r.%1 % 1000"_s.arg(column);
}

QString storeSql()
{
    return rowOf(u"stores"_s,
                 u"\"name\":%s,\"location\":%s,\"description\":%s,\"lowStockThreshold\":%d,\"timeZone\":%s"_s,
                 u"json_quote(r.name), json_quote(r.location), json_quote(r.description), r.low_stock_threshold, "
                 "json_quote(r.time_zone)"_s);
}

QString productSql()
{
    return rowOf(u"products"_s,
                 u"\"name\":%s,\"description\":%s,\"category\":%s,\"status\":\"%s\",\"options\":%s,"
                 "\"specifications\":%s,\"images\":%s,\"createdAt\":\"%s.%03dZ\",\"updatedAt\":\"%s.%03dZ\""_s,
                 u"json_quote(r.name), json_quote(r.description), json_quote(r.category), r.status, r.options, "
                 "r.specifications, r.images, "_s + timeText(u"created_at"_s) + u", "_s + timeText(u"updated_at"_s));
}

QString variantSql()
{
    return rowOf(u"variants"_s,
                 u"\"productId\":\"%s\",\"position\":%d,\"sku\":%s,\"barcode\":%s,\"options\":%s,\"price\":%d,"
                 "\"weightGrams\":%d,\"onHand\":%d,\"reserved\":%d,\"lowStockThreshold\":%s"_s,
                 u"r.product_id, r.position, json_quote(r.sku), json_quote(r.barcode), r.options, r.price, "
                 "r.weight_grams, r.on_hand, r.reserved, coalesce(r.low_stock_threshold, 'null')"_s);
}

} // namespace

QString rowJsonSql(SyncedTable table)
{
    switch (table) {
    case SyncedTable::Stores:
        return storeSql();
    case SyncedTable::Products:
        return productSql();
    case SyncedTable::Variants:
        return variantSql();
    case SyncedTable::Orders:
    case SyncedTable::Reviews:
        break;
    }
    return {};
}

QString spaceColumn(SyncedTable table) { return table == SyncedTable::Stores ? u"id"_s : u"store_id"_s; }

const QList<SyncedTable>& readableTables()
{
    static const QList<SyncedTable> tables{SyncedTable::Stores, SyncedTable::Products, SyncedTable::Variants};
    return tables;
}

QByteArray tombstoneJson(const QString& table, const QString& id, qint64 version)
{
    return protocol::toJson(
        protocol::SyncRow{.table = table, .id = id, .version = version, .deleted = true, .data = {}}.toJson());
}

storage::Result<QJsonObject> currentRow(storage::Database& db, SyncedTable table, const QString& space,
                                        const QString& id)
{
    const auto bytes = db.one(u"SELECT %1 FROM %2 r WHERE r.id = ? AND r.%3 = ?"_s.arg(
                                  rowJsonSql(table), tableName(table), spaceColumn(table)),
                              {id, space}, [](const storage::Row& row) { return row.bytes(0); });
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (!*bytes)
        return QJsonObject();
    const QJsonObject row = protocol::parseObject(**bytes).value_or(QJsonObject());
    QJsonObject current = row[u"data"_s].toObject();
    current[u"version"_s] = row[u"version"_s];
    return current;
}

} // namespace belanjain::marketplace
