// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cart_split.h"
#include "marketplace/checkout/cart.h"
#include "marketplace/orders/order.h"
#include "marketplace/runtime/call.h"

namespace belanjain::marketplace
{

class EventsHub;
class ShippingDesk;

/// The body of POST /v1/checkouts, read and checked as far as it goes without the database.
struct CheckoutWish
{
    QJsonObject address;
    std::optional<QList<VariantId>> variants; ///< which of the cart's lines; all when not said
    QHash<StoreId, QString> shipping; ///< chosen service by store; a store that is not named charges none
    QString paymentMethod;
    std::optional<qint64> expectedTotal;
};

/// 400 for missing and ill-typed fields, 422 for rules, with every mistake named.
Expected<CheckoutWish> readCheckout(const Call& call);

/// Turns the caller's cart into one order a store, in the call's transaction: reserves the stock, stores the
/// orders, empties the cart of those lines. Payment is simulated: every method is authorised at once. Answers
/// 201 {checkoutId, total, orders}; every problem leaves everything as it was.
Answer placeCheckout(Call& call, EventsHub& hub, const ShippingDesk& desk, const CheckoutWish& wish);

} // namespace belanjain::marketplace
