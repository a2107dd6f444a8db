// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders.h"

#include <QUuid>

namespace belanjain::tests {

/// An order as the picture of a label has it.
inline ports::OrderDetail sampleOrder(int n = 0)
{
    using namespace Qt::StringLiterals;
    const auto id = [](int of) { return QUuid(quint32(of), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10); };
    const auto line = [&](int variant, const QString& sku, const QString& name, const QString& options, int quantity,
                          qint64 price, int grams) {
        return ports::OrderLine{.variant = VariantId(id(variant)),
                                .sku = sku,
                                .name = name,
                                .optionsLabel = options,
                                .unitPrice = {price},
                                .quantity = quantity,
                                .lineTotal = {price * quantity},
                                .weightGrams = grams};
    };
    ports::OrderDetail order;
    order.head.order = OrderId(id(1'000 + n));
    order.head.number = u"#%1"_s.arg(10'476 + n);
    order.head.customerName = u"Ni Made Ayu"_s;
    order.head.city = u"Kab. Gianyar"_s;
    order.head.status = OrderStatus::Processing;
    order.head.total = {366'800};
    order.head.pieces = 6;
    order.head.lines = 3;
    order.head.shippingService = u"REGULER"_s;
    order.head.courier = u"JNE"_s;
    order.head.trackingNumber = u"JNE02038%1"_s.arg(47'716 + n);
    order.head.createdAt = {1'795'228'800'000};
    order.list = {line(1, u"LLN-TEA-303"_s, u"Lilin Tealight Tungku Aromaterapi"_s, u"Type 303"_s, 3, 68'000, 200),
                  line(2, u"GTO-WHL-PTH"_s, u"Goto Whale Pompa Galon Charge USB"_s, u"Putih"_s, 2, 34'900, 300),
                  line(3, u"LBX-1300-MRN"_s, u"Lunch Box BPA Free 1300 ml"_s, u"2C Maroon"_s, 1, 66'000, 600)};
    order.address = {u"Ni Made Ayu"_s, u"0812-3640-7715"_s, u"Jl. Raya Ubud 21, Ubud"_s, u"Kab. Gianyar"_s, u"Bali"_s,
                     u"80571"_s};
    order.subtotal = {339'800};
    order.shippingCost = {27'000};
    order.paymentMethod = u"BANK_TRANSFER"_s;
    return order;
}

} // namespace belanjain::tests
