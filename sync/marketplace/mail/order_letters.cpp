// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/mail/letter.h"
#include "marketplace/orders/order.h"

#include <QTimeZone>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Result;
using storage::Row;
namespace
{

using MaybeLetter = Result<std::optional<Letter>>;

QString paymentText(const QString& method, Language language)
{
    const bool english = language == Language::English;
    if (method == u"COD")
        return english ? u"cash on delivery"_s : u"bayar di tempat"_s;
    if (method == u"BANK_TRANSFER")
        return english ? u"bank transfer"_s : u"transfer bank"_s;
    if (method == u"EWALLET")
        return english ? u"e-wallet"_s : u"dompet digital"_s;
    return method == u"CARD" ? (english ? u"card"_s : u"kartu"_s) : method;
}

QString addressText(const QJsonObject& address)
{
    QStringList parts;
    for (const QString& name : {u"recipient"_s, u"street"_s, u"city"_s, u"province"_s, u"postcode"_s, u"phone"_s}) {
        if (const QString part = address.value(name).toString(); !part.isEmpty())
            parts << part;
    }
    return parts.join(u", "_s);
}

QString rupiah(Money money) { return money.rupiah > 0 ? formatRupiah(money) : QString(); }

QJsonObject valuesOf(const Order& order, const QTimeZone& zone, Language language)
{
    QJsonArray lines;
    for (const OrderLine& line : order.lines) {
        lines.append(QJsonObject{{u"quantity"_s, formatCount(line.quantity, language)},
                                 {u"name"_s, line.name},
                                 {u"options"_s, optionText(line.options)},
                                 {u"sku"_s, line.sku},
                                 {u"lineTotal"_s, formatRupiah(line.lineTotal)}});
    }
    return {{u"number"_s, order.number},
            {u"store"_s, order.storeName},
            {u"customer"_s, order.customerName},
            {u"date"_s, formatDateTime(order.createdAt, zone, language) + u' ' + zoneText(zone)},
            {u"lines"_s, lines},
            {u"shipping"_s, formatRupiah(order.shippingCost)},
            {u"service"_s, order.shippingService},
            {u"discount"_s, rupiah(order.discount)},
            {u"total"_s, formatRupiah(order.total)},
            {u"payment"_s, paymentText(order.paymentMethod, language)},
            {u"address"_s, addressText(order.shippingAddress)},
            {u"courier"_s, order.courier},
            {u"tracking"_s, order.trackingNumber},
            {u"reason"_s, order.cancelReason}};
}

struct StoreSide
{
    QString owner;
    QString zone;
};

} // namespace

MaybeLetter writeOrderLetter(storage::Database& db, const WaitingMail& mail)
{
    const auto id = OrderId::parse(mail.about);
    if (!id)
        return std::nullopt;
    const auto order = findOrder(db, *id);
    if (!order || !*order)
        return order ? MaybeLetter(std::nullopt) : tl::unexpected(order.error());
    const auto store = db.one(u"SELECT owner_id, time_zone FROM stores WHERE id = ?"_s, {(*order)->store.toString()},
                              [](const Row& row) { return StoreSide{row.text(0), row.text(1)}; });
    if (!store || !*store)
        return store ? MaybeLetter(std::nullopt) : tl::unexpected(store.error());
    const bool toSeller = mail.kind == mailKindName(MailKind::NewOrder)
        || mail.kind == mailKindName(MailKind::OrderCancelledByBuyer);
    const auto to = findRecipient(db, toSeller ? (*store)->owner : (*order)->customer.toString());
    if (!to || !*to)
        return to ? MaybeLetter(std::nullopt) : tl::unexpected(to.error());
    return fillLetter(**to, mail.kind, valuesOf(**order, zoneOf((*store)->zone), (*to)->language));
}

MaybeLetter writeConfirmation(storage::Database& db, const WaitingMail& mail)
{
    const auto customer = db.one(u"SELECT customer_id FROM checkouts WHERE id = ?"_s, {mail.about},
                                 [](const Row& row) { return row.text(0); });
    if (!customer || !*customer)
        return customer ? MaybeLetter(std::nullopt) : tl::unexpected(customer.error());
    const auto to = findRecipient(db, **customer);
    if (!to || !*to)
        return to ? MaybeLetter(std::nullopt) : tl::unexpected(to.error());
    const auto orders = readOrders(db, u"o.checkout_id = ? ORDER BY o.number LIMIT 1000"_s, {mail.about});
    if (!orders)
        return tl::unexpected(orders.error());
    if (orders->isEmpty())
        return std::nullopt;
    const QTimeZone zone = zoneOf({});
    QJsonArray each;
    QStringList numbers;
    Money sum;
    for (const Order& order : *orders) {
        each.append(valuesOf(order, zone, (*to)->language));
        numbers << order.number;
        sum.rupiah += order.total.rupiah;
    }
    QJsonObject values = valuesOf(orders->constFirst(), zone, (*to)->language);
    values[u"orders"_s] = each;
    values[u"numbers"_s] = numbers.join(u", "_s);
    values[u"grandTotal"_s] = formatRupiah(sum);
    return fillLetter(**to, mail.kind, values);
}

} // namespace belanjain::marketplace
