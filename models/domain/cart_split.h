// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/money.h"
#include "domain/violation.h"

#include <QHash>
#include <QList>

namespace belanjain {

inline constexpr int maxCartLines = 200;
/// The most pieces of one variant in a cart.
inline constexpr qint64 maxCartQuantity = 99'999;

struct CartLine
{
    VariantId variant;
    StoreId store;
    Money unitPrice;
    qint64 quantity = 0;

    bool operator==(const CartLine&) const = default;
};

/// One store's part of a cart: the order it becomes.
struct StoreShare
{
    StoreId store;
    QList<CartLine> lines;   ///< in the cart's order
    QList<Money> lineTotals; ///< of each line
    Money subtotal;
    Money shipping;
    Money discount; ///< its part of the whole cart's discount
    Money total;    ///< subtotal + shipping - discount

    bool operator==(const StoreShare&) const = default;
};

struct SplitCart
{
    QList<StoreShare> shares; ///< by ascending store id, the order in which spaces are locked
    Money subtotal;
    Money shipping;
    Money discount;
    Money total;

    bool operator==(const SplitCart&) const = default;
};

/// Splits a cart into one order a store. A discount on the whole cart is spread over the stores by
/// subtotal with largest remainders, ties to the lower store id, so that the parts sum to the whole.
/// Violations: items Required or TooMany, items[n].quantity, items[n].unitPrice, items[n].variantId
/// Duplicate; discount OutOfRange beyond the subtotal; total OutOfRange beyond maxMoney.
Checked<SplitCart> splitCart(const QList<CartLine>& lines, Money discount = {},
                             const QHash<StoreId, Money>& shipping = {});

/// Parts of a whole in proportion to weights, by largest remainder, ties to the earlier; they sum to the
/// whole. The whole and each weight are 0 or more and within maxMoney; all weights 0 gives it all to the
/// first.
QList<Money> allocate(Money whole, const QList<Money>& weights);

} // namespace belanjain
