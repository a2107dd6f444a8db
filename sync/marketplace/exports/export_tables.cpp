// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/exports/export_tables.h"

#include "domain/csv/csv_writer.h"
#include "protocol/json.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTimeZone>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using csv::safeText;
using storage::Row;
namespace
{

constexpr int pieceRows = 1'000;
constexpr int pieceOrders = 250;

/// "Ukuran: L, Warna: Merah".
QString optionText(const QString& json)
{
    const QJsonObject options = protocol::parseObject(json.toUtf8()).value_or(QJsonObject());
    QStringList parts;
    for (auto it = options.begin(); it != options.end(); ++it)
        parts << it.key() + u": "_s + it.value().toString();
    return parts.join(u", "_s);
}

/// As the store's clock showed it, in a form that every spreadsheet takes for a time.
QString timeText(const Row& row, int column, const QTimeZone& zone)
{
    if (row.isNull(column))
        return {};
    return QDateTime::fromMSecsSinceEpoch(row.integer(column), zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString number(const Row& row, int column) { return QString::number(row.integer(column)); }

class ProductTable final : public ExportTable
{
public:
    QStringList heading() const override
    {
        return {u"storeId"_s,   u"storeName"_s, u"productId"_s, u"variantId"_s, u"sku"_s,       u"barcode"_s,
                u"name"_s,      u"options"_s,   u"category"_s,  u"status"_s,    u"price"_s,     u"weightGrams"_s,
                u"onHand"_s,    u"reserved"_s,  u"available"_s, u"lowStockThreshold"_s, u"sold"_s, u"createdAt"_s,
                u"description"_s};
    }

    storage::Result<bool> read(storage::Database& db, const QString& store, const QTimeZone& zone,
                               const std::function<void(const QStringList&)>& write) override
    {
        if (store != m_store)
            *this = ProductTable();
        m_store = store;
        int rows = 0;
        const auto done = db.each(
            u"SELECT s.id, s.name, p.id, v.id, v.sku, v.barcode, p.name, v.options, p.category, p.status, v.price, "
            "v.weight_grams, v.on_hand, v.reserved, "
            "CASE WHEN v.on_hand > v.reserved THEN v.on_hand - v.reserved ELSE 0 END, "
            "coalesce(v.low_stock_threshold, s.low_stock_threshold), p.sold, p.created_at, p.description, v.position "
            "FROM variants v JOIN products p ON p.id = v.product_id JOIN stores s ON s.id = v.store_id "
            "WHERE v.store_id = ? AND (v.product_id, v.position, v.id) > (?, ?, ?) "
            "ORDER BY v.product_id, v.position, v.id LIMIT ?"_s,
            {store, m_product, m_position, m_variant, pieceRows}, [&](const Row& row) {
                ++rows;
                m_product = row.text(2);
                m_variant = row.text(3);
                m_position = row.integer(19);
                write({row.text(0), safeText(row.text(1)), m_product, m_variant, safeText(row.text(4)),
                       safeText(row.text(5)), safeText(row.text(6)), safeText(optionText(row.text(7))),
                       safeText(row.text(8)), row.text(9), number(row, 10), number(row, 11), number(row, 12),
                       number(row, 13), number(row, 14), number(row, 15), number(row, 16), timeText(row, 17, zone),
                       safeText(row.text(18))});
            });
        if (!done)
            return tl::unexpected(done.error());
        return rows == pieceRows;
    }

private:
    QString m_store;
    QString m_product = u""_s;
    QString m_variant = u""_s;
    qint64 m_position = -1;
};

/// An order's own amounts stand on its first line only, so that a column's sum is right.
class OrderTable final : public ExportTable
{
public:
    QStringList heading() const override
    {
        return {u"storeId"_s,     u"storeName"_s,     u"orderId"_s,       u"number"_s,       u"status"_s,
                u"createdAt"_s,   u"processedAt"_s,   u"shippedAt"_s,     u"deliveredAt"_s,  u"cancelledAt"_s,
                u"customerName"_s, u"recipient"_s,    u"phone"_s,         u"city"_s,         u"province"_s,
                u"postcode"_s,    u"sku"_s,           u"name"_s,          u"options"_s,      u"unitPrice"_s,
                u"quantity"_s,    u"lineTotal"_s,     u"subtotal"_s,      u"shippingCost"_s, u"discount"_s,
                u"total"_s,       u"paymentMethod"_s, u"shippingService"_s, u"courier"_s,    u"trackingNumber"_s,
                u"cancelReason"_s};
    }

    storage::Result<bool> read(storage::Database& db, const QString& store, const QTimeZone& zone,
                               const std::function<void(const QStringList&)>& write) override
    {
        if (store != m_store)
            *this = OrderTable();
        m_store = store;
        int orders = 0;
        const auto done = db.each(
            u"SELECT s.id, s.name, o.id, o.number, o.status, o.created_at, o.processed_at, o.shipped_at, "
            "o.delivered_at, o.cancelled_at, o.customer_name, o.shipping_address, l.sku, l.name, l.options, "
            "l.unit_price, l.quantity, l.line_total, o.subtotal, o.shipping_cost, o.discount, o.total, "
            "o.payment_method, o.shipping_service, o.courier, o.tracking_number, o.cancel_reason "
            "FROM (SELECT * FROM orders WHERE store_id = ? AND (created_at, id) > (?, ?) "
            "ORDER BY created_at, id LIMIT ?) o "
            "JOIN stores s ON s.id = o.store_id LEFT JOIN order_lines l ON l.order_id = o.id "
            "ORDER BY o.created_at, o.id, l.position"_s,
            {store, m_createdAt, m_order, pieceOrders}, [&](const Row& row) {
                const bool first = row.text(2) != m_order;
                orders += first ? 1 : 0;
                m_order = row.text(2);
                m_createdAt = row.integer(5);
                write(cells(row, first, zone));
            });
        if (!done)
            return tl::unexpected(done.error());
        return orders == pieceOrders;
    }

private:
    static QStringList cells(const Row& row, bool first, const QTimeZone& zone)
    {
        const QJsonObject address = protocol::parseObject(row.text(11).toUtf8()).value_or(QJsonObject());
        const auto part = [&](QLatin1StringView name) { return safeText(address.value(name).toString()); };
        const auto once = [&](int column) { return first ? number(row, column) : QString(); };
        return {row.text(0), safeText(row.text(1)), row.text(2), row.text(3), row.text(4),
                timeText(row, 5, zone), timeText(row, 6, zone), timeText(row, 7, zone), timeText(row, 8, zone),
                timeText(row, 9, zone), safeText(row.text(10)), part(QLatin1StringView("recipient")),
                part(QLatin1StringView("phone")), part(QLatin1StringView("city")),
                part(QLatin1StringView("province")), part(QLatin1StringView("postcode")), safeText(row.text(12)),
                safeText(row.text(13)), safeText(optionText(row.text(14))), number(row, 15), number(row, 16),
                number(row, 17), once(18), once(19), once(20), once(21), row.text(22), safeText(row.text(23)),
                safeText(row.text(24)), safeText(row.text(25)), safeText(row.text(26))};
    }

    QString m_store;
    QString m_order = u""_s;
    qint64 m_createdAt = -1;
};

} // namespace

std::unique_ptr<ExportTable> productTable() { return std::make_unique<ProductTable>(); }
std::unique_ptr<ExportTable> orderTable() { return std::make_unique<OrderTable>(); }

} // namespace belanjain::marketplace
