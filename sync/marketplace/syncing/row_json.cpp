// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/row_json.h"

#include "marketplace/syncing/row_json_postgres.h"
#include "protocol/json.h"
#include "protocol/messages.h"

#include <QStringList>

#include <iterator>

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

/// A time that may be missing, as JSON.
QString optionalTime(const QString& column)
{
    return u"CASE WHEN r."_s + column + u" IS NULL THEN 'null' ELSE printf('\"%s.%03dZ\"', "_s + timeText(column)
           + u") END"_s;
}

/// A text that is empty when there is none, as JSON.
QString optionalText(const QString& column) { return u"json_quote(nullif(r.%1, ''))"_s.arg(column); }

QString orderSql()
{
    const QString lines =
        u"(SELECT json_group_array(json_object('productId', l.product_id, 'variantId', l.variant_id, 'sku', l.sku, "
        "'name', l.name, 'options', json(l.options), 'unitPrice', l.unit_price, 'quantity', l.quantity, "
        "'lineTotal', l.line_total)) FROM (SELECT * FROM order_lines WHERE order_id = r.id ORDER BY position) l)"_s;
    const QString values[] = {u"json_quote(r.number)"_s,
                              u"r.checkout_id"_s,
                              u"r.store_id"_s,
                              u"json_quote((SELECT name FROM stores WHERE id = r.store_id))"_s,
                              u"r.customer_id"_s,
                              u"json_quote(r.customer_name)"_s,
                              u"r.status"_s,
                              lines,
                              u"r.subtotal"_s,
                              u"r.shipping_cost"_s,
                              u"r.discount"_s,
                              u"r.total"_s,
                              u"r.shipping_address"_s,
                              optionalText(u"shipping_service"_s),
                              u"json_quote(r.payment_method)"_s,
                              optionalText(u"courier"_s),
                              optionalText(u"tracking_number"_s),
                              optionalText(u"cancel_reason"_s),
                              timeText(u"created_at"_s),
                              optionalTime(u"processed_at"_s),
                              optionalTime(u"shipped_at"_s),
                              optionalTime(u"delivered_at"_s),
                              optionalTime(u"cancelled_at"_s)};
    return rowOf(u"orders"_s,
                 u"\"number\":%s,\"checkoutId\":\"%s\",\"storeId\":\"%s\",\"storeName\":%s,"
                 "\"customer\":{\"id\":\"%s\",\"name\":%s},\"status\":\"%s\",\"lines\":%s,\"subtotal\":%d,"
                 "\"shippingCost\":%d,\"discount\":%d,\"total\":%d,\"shippingAddress\":%s,\"shippingService\":%s,"
                 "\"paymentMethod\":%s,\"courier\":%s,\"trackingNumber\":%s,\"cancelReason\":%s,"
                 "\"createdAt\":\"%s.%03dZ\",\"processedAt\":%s,\"shippedAt\":%s,\"deliveredAt\":%s,"
                 "\"cancelledAt\":%s"_s,
                 QStringList(std::begin(values), std::end(values)).join(u", "_s));
}

QString reviewSql()
{
    return rowOf(u"reviews"_s,
                 u"\"productId\":\"%s\",\"customerName\":%s,\"rating\":%d,\"comment\":%s,\"reply\":%s,"
                 "\"repliedAt\":%s,\"createdAt\":\"%s.%03dZ\""_s,
                 QStringList{u"r.product_id, json_quote(r.customer_name), r.rating, json_quote(r.comment)"_s,
                             optionalText(u"reply"_s), optionalTime(u"replied_at"_s), timeText(u"created_at"_s)}
                     .join(u", "_s));
}

} // namespace

QString rowJsonSql(const storage::Database& db, SyncedTable table)
{
    if (db.isPostgres())
        return postgresRowJson(table);
    switch (table) {
    case SyncedTable::Stores:
        return storeSql();
    case SyncedTable::Products:
        return productSql();
    case SyncedTable::Variants:
        return variantSql();
    case SyncedTable::Orders:
        return orderSql();
    case SyncedTable::Reviews:
        return reviewSql();
    }
    return {};
}

QString spaceColumn(SyncedTable table) { return table == SyncedTable::Stores ? u"id"_s : u"store_id"_s; }

const QList<SyncedTable>& readableTables()
{
    static const QList<SyncedTable> tables{SyncedTable::Stores, SyncedTable::Products, SyncedTable::Variants,
                                           SyncedTable::Orders, SyncedTable::Reviews};
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
                                  rowJsonSql(db, table), tableName(table), spaceColumn(table)),
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
