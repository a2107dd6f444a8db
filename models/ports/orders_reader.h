// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders.h"

#include <QObject>

namespace belanjain::ports
{

/// Reads orders from the replica without ever holding up the caller's thread. Works as InventoryReader does:
/// the order of rows is taken once per open() and stands still until the next, rows are fetched as they come
/// into view, and answers to an older generation are to be dropped.
class OrdersReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    static constexpr int pageSize = 128;

    /// Starts a query: ordered() with the whole order and its first page. A newer open() abandons this one.
    virtual void open(quint64 generation, const OrdersQuery& query) = 0;
    /// Reads these rows; answered by fetched(). Rows that are gone are left out.
    virtual void fetch(quint64 generation, const QList<RowNumber>& rows) = 0;
    /// Reads whole orders, in the given order; answered by detailsRead() with the same ticket. Those that are
    /// gone are left out.
    virtual void readDetails(quint64 ticket, const QList<OrderId>& orders) = 0;
    /// Answered by counted(), now and again whenever the counts change; late ones are those created before
    /// `lateBefore`.
    virtual void readCounts(Instant lateBefore) = 0;

Q_SIGNALS:
    void ordered(quint64 generation, const belanjain::ports::RowOrder& order,
                 const QList<belanjain::ports::OrderRow>& firstPage);
    void fetched(quint64 generation, const QList<belanjain::ports::OrderRow>& rows);
    void detailsRead(quint64 ticket, const QList<belanjain::ports::OrderDetail>& orders);
    void counted(const belanjain::ports::OrderCounts& counts);
    /// The database could not be read; the sentence is for a person.
    void failed(quint64 generation, const QString& reason);

    /// These rows have new values: show them in place.
    void rowsChanged(const QList<belanjain::ports::OrderRow>& rows);
    /// Orders were added or removed, or too many changed to name them: open() again when convenient.
    void orderStale();
};

} // namespace belanjain::ports
