// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "domain/id.h"
#include "domain/instant.h"
#include "domain/money.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace belanjain::marketplace
{

/// A line of somebody's cart with its price and stock as of now.
struct CartItem
{
    VariantId variant;
    ProductId product;
    StoreId store;
    QString storeName;
    QString storeLocation;
    QString name;
    QString sku;
    QJsonObject options;
    Money unitPrice;
    qint64 quantity = 0;
    qint64 available = 0;
    qint64 weightGrams = 0;
    bool archived = false;

    /// Never overflows: price and quantity are both bounded far below.
    Money lineTotal() const { return {unitPrice.rupiah * quantity}; }
    /// "not_for_sale", "out_of_stock", "too_few" or empty.
    QString problem() const;
    /// The same in a sentence.
    QString problemText(Language language) const;
};

/// In the order in which they were put in. `forCheckout` locks the lines where that is needed, so that two
/// checkouts of one cart follow one another and each line is bought once.
storage::Result<QList<CartItem>> readCart(storage::Database& db, const UserId& user, bool forCheckout = false);
/// As the contract shows it, with a sentence beside each problem.
QJsonObject cartJson(const QList<CartItem>& items, Language language);

/// What is to be known before a line is put into a cart.
struct CartPlace
{
    bool forSale = false;  ///< there is such a variant, and its product is not archived
    qint64 quantity = 0;   ///< of it in the cart already
    qint64 lines = 0;      ///< of the cart
};
storage::Result<CartPlace> lookIntoCart(storage::Database& db, const UserId& user, const VariantId& variant);
/// Adds to what is in the cart of it; false, having done nothing, when that would be over maxCartQuantity.
storage::Result<bool> addToCart(storage::Database& db, const UserId& user, const VariantId& variant, qint64 quantity,
                                Instant now);
storage::Outcome setInCart(storage::Database& db, const UserId& user, const VariantId& variant, qint64 quantity,
                           Instant now);
/// How many of them were in it.
storage::Result<qint64> takeFromCart(storage::Database& db, const UserId& user, const QList<VariantId>& variants);

} // namespace belanjain::marketplace
