// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/checkout.h"
#include "ports/purchases.h"
#include "ports/shop.h"
#include "storage/database.h"

#include <QJsonObject>

#include <memory>
#include <optional>

namespace belanjain::engine
{

/// The file of a buyer's desktop: what was last seen, a checkout on its way, the address book. Its cart is
/// CartTable's. Reading that fails gives nothing and the failure to failed(); one thread.
class ShopStore
{
public:
    static tl::expected<std::unique_ptr<ShopStore>, QString> open(const QString& file);

    storage::Database& database() { return *m_db; }
    std::function<void(const QString&)> failed; ///< text for logs

    // What was seen.
    void keepProducts(const QList<std::pair<QJsonObject, ports::ShopProduct>>& products, Instant now);
    void keepProduct(const QJsonObject& json, const ports::ShopProduct& product, const QByteArray& etag, Instant now);
    /// The marketplace says that there is no such product.
    void dropProduct(const ProductId& product);
    void markViewed(const ProductId& product, Instant now);
    struct KeptProduct
    {
        ports::ShopProduct product;
        QByteArray etag;
    };
    std::optional<KeptProduct> product(const ProductId& product);
    /// What was seen of a query, as the marketplace would order it.
    ports::ShopPage find(const ports::ShopQuery& query, int offset, int limit);
    QList<ports::ShopCard> recent(int limit);

    struct Answer
    {
        QByteArray body;
        QByteArray etag;
        Instant at;
    };
    void keepAnswer(const QString& what, const QByteArray& body, const QByteArray& etag, Instant now);
    std::optional<Answer> answer(const QString& what);
    /// Leaves what was seen last.
    void prune();

    // A checkout on its way.
    struct Checkout
    {
        QString key;
        QByteArray body;
        Instant madeAt;
    };
    storage::Outcome keepCheckout(const Checkout& checkout);
    std::optional<Checkout> checkout();
    storage::Outcome dropCheckout(const QString& key);

    void keepOrders(const QList<std::pair<QJsonObject, ports::Purchase>>& orders, Instant now);
    ports::PurchasePage orders(const ports::PurchaseQuery& query, int offset, int limit);
    int openOrders();
    void keepReviewed(const ProductId& product);
    /// Fills in what this computer knows besides: pictures, what was reviewed.
    void complete(ports::Purchase& purchase);

    QList<ports::SavedAddress> addresses();
    void saveAddress(const ports::SavedAddress& address, Instant now);
    void removeAddress(qint64 number);

private:
    explicit ShopStore(std::unique_ptr<storage::Database> db) : m_db(std::move(db)) {}
    void look(const storage::Outcome& outcome) const;
    template<class T>
    T valueOf(storage::Result<T> result) const;
    void putProduct(const QJsonObject& json, const ports::ShopProduct& product, const QByteArray& etag, Instant now);

    std::unique_ptr<storage::Database> m_db;
};

QJsonObject toJson(const ports::OrderAddress& address);

} // namespace belanjain::engine
