// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/order_state.h"
#include "marketplace/samples/catalogue.h"
#include "marketplace/samples/online_retail.h"
#include "marketplace/samples/timeline.h"

#include <QList>
#include <QString>

namespace belanjain::marketplace::samples {

/// Somebody who bought, with the address their orders go to.
struct PlannedCustomer
{
    QString name;
    QString email;
    QString phone;
    QString street;
    QString city;
    QString province;
    QString postcode;
};

/// A line of an order. `product` and `variant` are indexes into the store's products and its variants.
struct PlannedLine
{
    qsizetype product = 0;
    qsizetype variant = 0;
    int quantity = 0;
    Money unitPrice;
};

struct PlannedOrder
{
    QString number;
    qsizetype customer = 0;
    OrderMoments moments;
    QList<PlannedLine> lines; ///< each variant at one price once
    Money shipping;
    QString service;        ///< "JNE REG"; empty when nothing is known of it
    QString trackingNumber; ///< of one that was shipped
    QString paymentMethod;
    QString cancelReason; ///< of a cancelled one

    OrderStatus status() const;
    Money subtotal() const;
};

/// What a store sold, in the order in which it was placed.
struct OrderPlan
{
    QList<PlannedCustomer> customers;
    QList<PlannedOrder> orders;
};

/// Online Retail's year, moved to the present.
OrderPlan planRetailOrders(const OnlineRetail& retail, Instant now);

/// Invented orders of the demo seller's store: five new and four in the making, which hold stock, two of
/// them late; some on their way; two months of delivered ones before. The same store gives the same orders.
OrderPlan planDemoOrders(const SampleStore& store, Instant now);

/// Pieces of each variant, by product and variant.
using Pieces = QList<QList<qint64>>;

/// What the plan's orders have taken off the shelf and hold of it: what a variant must have had at the
/// beginning beyond what is free now.
Pieces takenBy(const OrderPlan& plan, const SampleStore& store);

} // namespace belanjain::marketplace::samples
