// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/shop/shop_answers.h"
#include "ports/shop_cart.h"
#include "storage/database.h"

namespace belanjain::engine
{

/// A line of the cart as it is on disk.
struct CartRow
{
    ports::ShopCartLine line; ///< trouble and waiting follow from the rest
    qint64 known = 0;         ///< what the account's cart had
    std::optional<qint64> sent;
    bool notForSale = false;

    bool pending() const { return line.quantity != known || sent.has_value(); }
};

/// The cart's rows in its file. Every change is one durable statement or transaction.
class CartTable
{
public:
    explicit CartTable(storage::Database& db) : m_db(db) {}

    storage::Result<QList<CartRow>> rows();
    storage::Result<std::optional<CartRow>> row(const VariantId& variant);
    storage::Outcome put(const CartRow& row);
    storage::Outcome drop(const VariantId& variant);
    storage::Outcome dropAll(const QList<VariantId>& variants);

    /// Brings the account's cart into this one: what changed on one side is taken, what changed on both adds
    /// up, and a removal here stands.
    storage::Outcome merge(const QList<CartAnswerLine>& account);

private:
    storage::Database& m_db;
};

/// What merging makes of one line: the quantity that is wanted now.
qint64 mergedQuantity(qint64 wanted, qint64 known, qint64 account);

} // namespace belanjain::engine
