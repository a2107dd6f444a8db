// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/row_json_postgres.h"

#include <QStringList>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

QString text(const QString& expression) { return u"CAST(to_json(%1) AS text)"_s.arg(expression); }

/// A text that is empty when there is none.
QString optionalText(const QString& column) { return u"coalesce(%1, 'null')"_s.arg(text(u"nullif(r.%1, '')"_s.arg(column))); }

/// An id, a status: nothing in it needs escaping.
QString word(const QString& expression) { return u"'\"' || %1 || '\"'"_s.arg(expression); }

QString time(const QString& column)
{
    return u"'\"' || to_char(to_timestamp(r.%1 / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.') || "
           "lpad(CAST(r.%1 % 1000 AS text), 3, '0') || 'Z\"'"_s.arg(column);
}

QString optionalTime(const QString& column) { return u"coalesce(%1, 'null')"_s.arg(time(column)); }

/// The members of an object, its braces apart.
class Members
{
public:
    Members& add(const QString& name, const QString& value)
    {
        m_parts << u"'%1\"%2\":' || %3"_s.arg(m_parts.isEmpty() ? u""_s : u","_s, name, value);
        return *this;
    }
    QString sql() const { return m_parts.join(u" || "); }

private:
    QStringList m_parts;
};

QString rowOf(SyncedTable table, const Members& data)
{
    Members row;
    row.add(u"table"_s, u"'\"%1\"'"_s.arg(tableName(table)))
        .add(u"id"_s, word(u"r.id"_s))
        .add(u"version"_s, u"r.version"_s)
        .add(u"deleted"_s, u"'false'"_s)
        .add(u"data"_s, u"'{' || %1 || '}'"_s.arg(data.sql()));
    return u"'{' || %1 || '}'"_s.arg(row.sql());
}

Members storeMembers()
{
    return Members()
        .add(u"name"_s, text(u"r.name"_s))
        .add(u"location"_s, text(u"r.location"_s))
        .add(u"description"_s, text(u"r.description"_s))
        .add(u"lowStockThreshold"_s, u"r.low_stock_threshold"_s)
        .add(u"timeZone"_s, text(u"r.time_zone"_s));
}

Members productMembers()
{
    return Members()
        .add(u"name"_s, text(u"r.name"_s))
        .add(u"description"_s, text(u"r.description"_s))
        .add(u"category"_s, text(u"r.category"_s))
        .add(u"status"_s, word(u"r.status"_s))
        .add(u"options"_s, u"r.options"_s)
        .add(u"specifications"_s, u"r.specifications"_s)
        .add(u"images"_s, u"r.images"_s)
        .add(u"createdAt"_s, time(u"created_at"_s))
        .add(u"updatedAt"_s, time(u"updated_at"_s));
}

Members variantMembers()
{
    return Members()
        .add(u"productId"_s, word(u"r.product_id"_s))
        .add(u"position"_s, u"r.position"_s)
        .add(u"sku"_s, text(u"r.sku"_s))
        .add(u"barcode"_s, text(u"r.barcode"_s))
        .add(u"options"_s, u"r.options"_s)
        .add(u"price"_s, u"r.price"_s)
        .add(u"weightGrams"_s, u"r.weight_grams"_s)
        .add(u"onHand"_s, u"r.on_hand"_s)
        .add(u"reserved"_s, u"r.reserved"_s)
        .add(u"lowStockThreshold"_s, u"coalesce(CAST(r.low_stock_threshold AS text), 'null')"_s);
}

QString orderLines()
{
    Members line;
    line.add(u"productId"_s, word(u"l.product_id"_s))
        .add(u"variantId"_s, word(u"l.variant_id"_s))
        .add(u"sku"_s, text(u"l.sku"_s))
        .add(u"name"_s, text(u"l.name"_s))
        .add(u"options"_s, u"l.options"_s)
        .add(u"unitPrice"_s, u"l.unit_price"_s)
        .add(u"quantity"_s, u"l.quantity"_s)
        .add(u"lineTotal"_s, u"l.line_total"_s);
    return u"'[' || coalesce((SELECT string_agg('{' || %1 || '}', ',' ORDER BY l.position) FROM order_lines l "
           "WHERE l.order_id = r.id), '') || ']'"_s.arg(line.sql());
}

Members orderMembers()
{
    Members customer;
    customer.add(u"id"_s, word(u"r.customer_id"_s)).add(u"name"_s, text(u"r.customer_name"_s));
    return Members()
        .add(u"number"_s, text(u"r.number"_s))
        .add(u"checkoutId"_s, word(u"r.checkout_id"_s))
        .add(u"storeId"_s, word(u"r.store_id"_s))
        .add(u"storeName"_s, text(u"(SELECT s.name FROM stores s WHERE s.id = r.store_id)"_s))
        .add(u"customer"_s, u"'{' || %1 || '}'"_s.arg(customer.sql()))
        .add(u"status"_s, word(u"r.status"_s))
        .add(u"lines"_s, orderLines())
        .add(u"subtotal"_s, u"r.subtotal"_s)
        .add(u"shippingCost"_s, u"r.shipping_cost"_s)
        .add(u"discount"_s, u"r.discount"_s)
        .add(u"total"_s, u"r.total"_s)
        .add(u"shippingAddress"_s, u"r.shipping_address"_s)
        .add(u"shippingService"_s, optionalText(u"shipping_service"_s))
        .add(u"paymentMethod"_s, text(u"r.payment_method"_s))
        .add(u"courier"_s, optionalText(u"courier"_s))
        .add(u"trackingNumber"_s, optionalText(u"tracking_number"_s))
        .add(u"cancelReason"_s, optionalText(u"cancel_reason"_s))
        .add(u"createdAt"_s, time(u"created_at"_s))
        .add(u"processedAt"_s, optionalTime(u"processed_at"_s))
        .add(u"shippedAt"_s, optionalTime(u"shipped_at"_s))
        .add(u"deliveredAt"_s, optionalTime(u"delivered_at"_s))
        .add(u"cancelledAt"_s, optionalTime(u"cancelled_at"_s));
}

Members reviewMembers()
{
    return Members()
        .add(u"productId"_s, word(u"r.product_id"_s))
        .add(u"customerName"_s, text(u"r.customer_name"_s))
        .add(u"rating"_s, u"r.rating"_s)
        .add(u"comment"_s, text(u"r.comment"_s))
        .add(u"reply"_s, optionalText(u"reply"_s))
        .add(u"repliedAt"_s, optionalTime(u"replied_at"_s))
        .add(u"createdAt"_s, time(u"created_at"_s));
}

} // namespace

QString postgresRowJson(SyncedTable table)
{
    switch (table) {
    case SyncedTable::Stores:
        return rowOf(table, storeMembers());
    case SyncedTable::Products:
        return rowOf(table, productMembers());
    case SyncedTable::Variants:
        return rowOf(table, variantMembers());
    case SyncedTable::Orders:
        return rowOf(table, orderMembers());
    case SyncedTable::Reviews:
        return rowOf(table, reviewMembers());
    }
    return {};
}

} // namespace belanjain::marketplace
