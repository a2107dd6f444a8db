// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders.h"
#include "ports/shop.h"

#include <QObject>

namespace belanjain::ports
{

/// An order as its buyer sees it.
struct Purchase
{
    OrderDetail order; ///< row numbers and edit fields stay empty
    StoreId store;
    QString storeName;
    QString shippingService;
    QList<ProductId> reviewed; ///< of its products, those this computer knows to be reviewed

    bool operator==(const Purchase&) const = default;
};

struct PurchaseQuery
{
    QString search; ///< part of a number or of a line's name
    std::optional<OrderStatus> status;

    bool operator==(const PurchaseQuery&) const = default;
};

struct PurchasePage
{
    QList<Purchase> items; ///< newest first
    QString nextCursor;
    std::optional<qint64> total; ///< with the first page
    Seen seen;
};

/// The buyer's own orders. Steps need the marketplace: an order is moved once, also when an answer is lost.
/// May be called from any thread.
class Purchases : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    quint64 newTicket() { return ++m_lastTicket; }
    virtual void readList(quint64 ticket, const PurchaseQuery& query, const QString& cursor) = 0;
    /// How many are not delivered or cancelled; answered by openCounted().
    virtual void countOpen() = 0;
    virtual void cancel(const OrderId& order, const QString& reason) = 0;
    virtual void confirmReceipt(const OrderId& order) = 0;
    virtual void review(const ProductId& product, int rating, const QString& comment) = 0;

Q_SIGNALS:
    void listRead(quint64 ticket, const belanjain::ports::PurchasePage& page);
    void failed(quint64 ticket, const belanjain::ports::ShopProblem& problem);
    void openCounted(int count);
    /// A step was taken.
    void moved(const belanjain::ports::Purchase& now);
    void moveRefused(const belanjain::OrderId& order, const belanjain::ports::ShopProblem& problem);
    void reviewed(const belanjain::ProductId& product);
    void reviewRefused(const belanjain::ProductId& product, const belanjain::ports::ShopProblem& problem);
    /// Orders changed: what is shown may be old.
    void stale();

private:
    quint64 m_lastTicket = 0;
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::Purchase)
Q_DECLARE_METATYPE(belanjain::ports::PurchasePage)
