// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/shop/cart_keeper.h"
#include "engine/shop/shop_link.h"
#include "engine/shop/shop_store.h"
#include "ports/checkout.h"
#include "ports/id_factory.h"

namespace belanjain::engine
{

/// Sends a checkout until it is answered. Its key and body are on disk before the first try and leave with
/// the answer, so that neither a lost answer nor a restart buys twice. Lives on the shop's thread; its port
/// may be called from any.
class CheckoutDesk : public ports::Checkout
{
    Q_OBJECT
public:
    struct Parts
    {
        ShopLink& link;
        ShopStore& store;
        CartKeeper& cart;
        Scheduler& scheduler;
        const ports::Clock& clock;
        ports::RandomSource& random;
    };
    explicit CheckoutDesk(Parts parts);

    void read() override;
    void place(const ports::CheckoutRequest& request) override;
    void askAgain() override;
    void acknowledge() override;
    void saveAddress(const ports::SavedAddress& address) override;
    void removeAddress(qint64 number) override;

    // On the shop's thread.

    /// Goes on with what the last start left unanswered.
    void resume();
    std::function<void()> ordersMade;

private:
    void onThread(std::function<void()> task);
    void become(ports::CheckoutState state);
    void tellAddresses();
    void send();
    void answered(const ShopStore::Checkout& checkout, const HttpAnswer& answer);
    void done(const ShopStore::Checkout& checkout, const HttpAnswer& answer);
    void refuse(const ShopStore::Checkout& checkout, const HttpAnswer& answer);

    Parts m_parts;
    ports::IdFactory m_ids;
    Backoff m_backoff;
    ports::CheckoutState m_state;
    std::unique_ptr<PlannedCall> m_nextTry;
    bool m_underWay = false;
};

} // namespace belanjain::engine
