// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/order_plan.h"

#include "marketplace/samples/stable_hash.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

PlannedCustomer customerOf(const RetailCustomer& customer)
{
    PlannedCustomer planned;
    planned.name = customer.name;
    planned.email = customer.number.isEmpty() ? u"pembeli-di-toko@contoh.id"_s
                                              : u"pelanggan-%1@contoh.id"_s.arg(customer.number.toLower());
    planned.city = customer.country;
    return planned;
}

// An invoice may have an article on several lines; at one price they are one.
QList<PlannedLine> linesOf(const RetailOrder& order)
{
    QList<PlannedLine> lines;
    for (const RetailOrderLine& line : order.lines) {
        const auto same = std::ranges::find_if(lines, [&line](const PlannedLine& each) {
            return each.product == line.product && each.unitPrice == line.unitPrice;
        });
        if (same == lines.end())
            lines.append({line.product, 0, line.quantity, line.unitPrice});
        else
            same->quantity += line.quantity;
    }
    return lines;
}

} // namespace

OrderStatus PlannedOrder::status() const
{
    if (moments.cancelledAt)
        return OrderStatus::Cancelled;
    if (moments.deliveredAt)
        return OrderStatus::Delivered;
    if (moments.shippedAt)
        return OrderStatus::Shipped;
    return moments.processedAt ? OrderStatus::Processing : OrderStatus::Pending;
}

Money PlannedOrder::subtotal() const
{
    Money sum;
    for (const PlannedLine& line : lines)
        sum.rupiah += line.unitPrice.rupiah * line.quantity;
    return sum;
}

OrderPlan planRetailOrders(const OnlineRetail& retail, Instant now)
{
    OrderPlan plan;
    plan.customers.reserve(retail.customers.size());
    for (const RetailCustomer& customer : retail.customers)
        plan.customers.append(customerOf(customer));
    const auto moments = placeInTime(retail, now);
    for (qsizetype i = 0; i < retail.orders.size(); ++i) {
        if (!moments.at(i))
            continue;
        const RetailOrder& order = retail.orders.at(i);
        PlannedOrder planned;
        // Apart from the marketplace's own numbers, which count up from 10001.
        planned.number = u"OR-"_s + order.number;
        planned.customer = order.customer;
        planned.moments = *moments.at(i);
        planned.lines = linesOf(order);
        planned.paymentMethod =
            stableHash(order.number, "payment") % 3 == 0 ? u"EWALLET"_s : u"BANK_TRANSFER"_s;
        if (planned.moments.cancelledAt)
            planned.cancelReason = u"Barang dikembalikan pembeli"_s;
        plan.orders.append(planned);
    }
    return plan;
}

Pieces takenBy(const OrderPlan& plan, const SampleStore& store)
{
    Pieces pieces;
    pieces.reserve(store.products.size());
    for (const SampleProduct& product : store.products)
        pieces.append(QList<qint64>(product.variants.size(), 0));
    for (const PlannedOrder& order : plan.orders) {
        if (order.status() == OrderStatus::Cancelled)
            continue;
        for (const PlannedLine& line : order.lines)
            pieces[line.product][line.variant] += line.quantity;
    }
    return pieces;
}

} // namespace belanjain::marketplace::samples
