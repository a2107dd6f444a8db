// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/shop/cart_table.h"
#include "engine/shop/shop_link.h"
#include "engine/shop/shop_reading.h"
#include "ports/shop_cart.h"

#include <deque>

namespace belanjain::engine
{

/// Keeps the cart on disk and settles it with the account's: asks what that has, merges, and sends line by
/// line what differs. Without an account its lines are asked for as products. Lives on the shop's thread; its
/// port may be called from any.
class CartKeeper : public ports::ShopCart
{
    Q_OBJECT
public:
    CartKeeper(ShopLink& link, ShopStore& store, ShopReading& reading);

    void read() override;
    void refresh() override;
    void add(const ports::ShopProduct& product, const VariantId& variant, qint64 quantity) override;
    void setQuantity(const VariantId& variant, qint64 quantity) override;
    void remove(const VariantId& variant) override;
    void putBack(const ports::ShopCartLine& line) override;
    void acceptPrice(const VariantId& variant) override;

    // On the shop's thread.

    /// Settles with the account and says whether both are the same now.
    void settle(std::function<void(const ports::ShopProblem&)> done);
    /// While a checkout is under way nothing here changes, so that what it buys is what was shown.
    void lock(bool locked);
    /// They have become orders.
    void bought(const QList<VariantId>& variants);
    /// Takes over the lines of somebody who had not signed in yet.
    void takeOver(const QList<CartRow>& rows);
    int waiting() const { return m_waiting; }
    std::function<void()> waitingChanged;

private:
    void onThread(std::function<void()> task);
    /// Changes one row and tells; false from `edit` leaves it.
    void edit(const VariantId& variant, const std::function<bool(CartRow&)>& change);
    void failedOnDisk(const storage::Error& error);
    void tell();
    void askAccount();
    void took(const HttpAnswer& answer);
    void sendNext();
    void sent(const VariantId& variant, qint64 quantity, const HttpAnswer& answer);
    void learnMore();
    void learned(const ProductId& product, const std::optional<ports::ShopProduct>& now, bool gone);
    void finish(const ports::ShopProblem& problem);

    ShopLink& m_link;
    ShopStore& m_store;
    CartTable m_table;
    ShopReading& m_reading;
    ports::ShopCartState m_state;
    QByteArray m_etag;
    bool m_settling = false;
    bool m_again = false; ///< something changed while settling
    bool m_locked = false;
    bool m_live = false;
    int m_waiting = 0;
    QList<ProductId> m_asking;
    std::vector<std::function<void(const ports::ShopProblem&)>> m_whenSettled;
};

} // namespace belanjain::engine
