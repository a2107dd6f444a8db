// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/shop/shop_link.h"
#include "engine/shop/shop_store.h"
#include "ports/id_factory.h"
#include "ports/purchases.h"

#include <map>

namespace belanjain::engine
{

/// The buyer's orders, from the marketplace or as they were last seen, and the steps a buyer takes. A step
/// whose answer is lost is asked again under its key. Lives on the shop's thread; its port may be called from
/// any.
class PurchaseDesk : public ports::Purchases
{
    Q_OBJECT
public:
    PurchaseDesk(ShopLink& link, ShopStore& store, Scheduler& scheduler, const ports::Clock& clock, ports::RandomSource& random);

    void readList(quint64 ticket, const ports::PurchaseQuery& query, const QString& cursor) override;
    void countOpen() override;
    void cancel(const OrderId& order, const QString& reason) override;
    void confirmReceipt(const OrderId& order) override;
    void review(const ProductId& product, int rating, const QString& comment) override;

    /// Orders were made or may have moved; on the shop's thread.
    void announce();

private:
    void onThread(std::function<void()> task);
    void move(const OrderId& order, const QJsonObject& body);
    /// Sends with a key of its own, up to three times while no answer comes.
    void post(const QString& path, const QJsonObject& body, ShopLink::Done done);
    void postAgain(const HttpRequest& request, int tries, ShopLink::Done done);

    ShopLink& m_link;
    ShopStore& m_store;
    Scheduler& m_scheduler;
    const ports::Clock& m_clock;
    ports::IdFactory m_ids;
    std::map<QByteArray, std::unique_ptr<PlannedCall>> m_nextTries; ///< by key
};

} // namespace belanjain::engine
