// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop.h"

#include <QObject>

#include <atomic>

namespace belanjain::ports
{

/// Reads the marketplace as a buyer, and what was last seen of it while it cannot be reached. Calls return
/// at once and are answered by a signal with their ticket, or by failed(). May be called from any thread.
class ShopReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Tickets are the reader's own, so that several pages can ask side by side.
    quint64 newTicket() { return ++m_lastTicket; }

    virtual void readCategories(quint64 ticket) = 0;
    /// cursor is empty for the first page; 1 to 100 items.
    virtual void readProducts(quint64 ticket, const ShopQuery& query, const QString& cursor, int limit) = 0;
    /// What this computer's buyer looked at last, newest first.
    virtual void readRecent(quint64 ticket, int limit) = 0;
    /// May be answered twice: what was last seen at once, then the marketplace's word.
    virtual void readProduct(quint64 ticket, const ProductId& product) = 0;
    virtual void readReviews(quint64 ticket, const ProductId& product, const QString& cursor) = 0;
    virtual void readStore(quint64 ticket, const StoreId& store) = 0;
    virtual void readQuotes(quint64 ticket, const StoreId& store, const QString& postcode, qint64 grams) = 0;
    /// Nobody waits for this answer any more.
    virtual void abandon(quint64 ticket) = 0;

Q_SIGNALS:
    void categoriesRead(quint64 ticket, const QList<belanjain::ports::ShopCategory>& categories, bool live);
    void productsRead(quint64 ticket, const belanjain::ports::ShopPage& page);
    void productRead(quint64 ticket, const belanjain::ports::ShopProduct& product);
    void reviewsRead(quint64 ticket, const belanjain::ports::ShopReviewPage& page);
    void storeRead(quint64 ticket, const belanjain::ports::ShopStore& store);
    void quotesRead(quint64 ticket, const QList<belanjain::ports::ShippingQuote>& quotes);
    void failed(quint64 ticket, const belanjain::ports::ShopProblem& problem);
    /// The marketplace answers again: what is shown may be old.
    void stale();

private:
    std::atomic<quint64> m_lastTicket = 0;
};

} // namespace belanjain::ports
