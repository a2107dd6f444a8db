// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};

/// In the order in which they were put in.
storage::Result<QList<CartItem>> readCart(storage::Database& db, const UserId& user);
/// As the contract shows it.
QJsonObject cartJson(const QList<CartItem>& items);

/// What is to be known before a line is put into a cart.
struct CartPlace
{
    bool forSale = false;  ///< there is such a variant, and its product is not archived
    qint64 quantity = 0;   ///< of it in the cart already
    qint64 lines = 0;      ///< of the cart
};
storage::Result<CartPlace> lookIntoCart(storage::Database& db, const UserId& user, const VariantId& variant);
storage::Outcome putInCart(storage::Database& db, const UserId& user, const VariantId& variant, qint64 quantity,
                           Instant now);
/// False when it was not in it.
storage::Result<bool> takeFromCart(storage::Database& db, const UserId& user, const VariantId& variant);

} // namespace belanjain::marketplace
