// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/shop/shop_link.h"
#include "engine/shop/shop_store.h"
#include "ports/shop_reader.h"

#include <map>

namespace belanjain::engine
{

/// Reads from the marketplace, keeps what it said, and gives that while there is no marketplace. Lives on
/// the shop's thread; its port may be called from any.
class ShopReading : public ports::ShopReader
{
    Q_OBJECT
public:
    ShopReading(ShopLink& link, ShopStore& store, const ports::Clock& clock);
    ~ShopReading() override;

    void readCategories(quint64 ticket) override;
    void readProducts(quint64 ticket, const ports::ShopQuery& query, const QString& cursor, int limit) override;
    void readRecent(quint64 ticket, int limit) override;
    void readProduct(quint64 ticket, const ProductId& product) override;
    void readReviews(quint64 ticket, const ProductId& product, const QString& cursor) override;
    void readStore(quint64 ticket, const StoreId& store) override;
    void readQuotes(quint64 ticket, const StoreId& store, const QString& postcode, qint64 grams) override;
    void abandon(quint64 ticket) override;

    /// A product as of now for the shop's own needs, on its thread; nullopt when it cannot be had, `gone` when
    /// the marketplace says that there is none.
    void fetch(const ProductId& product, std::function<void(const std::optional<ports::ShopProduct>&, bool gone)> done);

private:
    using Done = ShopLink::Done;
    void ask(quint64 ticket, const QString& path, const QByteArray& etag, Done done);
    /// An answer that is kept as it came, by its path, and read the same way from there.
    void readKept(quint64 ticket, const QString& path, bool keep,
                  std::function<bool(const QByteArray& body, const ports::Seen& seen)> tell);
    void onThread(std::function<void()> task);
    void askProduct(quint64 ticket, const ProductId& product,
                    std::function<void(const std::optional<ports::ShopProduct>&, const ports::ShopProblem&)> done);
    void productsFailed(quint64 ticket, const ports::ShopQuery& query, const QString& cursor, int limit,
                        const HttpAnswer& answer);

    ShopLink& m_link;
    ShopStore& m_store;
    const ports::Clock& m_clock;
    std::map<quint64, std::unique_ptr<PendingCall>> m_calls;
};

/// What keeps an answer from being the marketplace's word on what was asked.
bool isOutage(const HttpAnswer& answer);

} // namespace belanjain::engine
