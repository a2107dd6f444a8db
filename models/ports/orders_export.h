// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sheet/table_writer.h"
#include "ports/orders.h"

#include <QHash>
#include <QMetaType>
#include <QObject>
#include <QStringList>

namespace belanjain::ports
{

/// The columns of an export of orders, in order. There is a row for each line of an order; the amounts of the
/// whole order stand on its first line only, so that the column's sum is right.
enum class OrderColumnKind : quint8 {
    Number, Placed, Status, Customer, Recipient, Phone, Street, City, Province, Postcode, Service, Courier, Tracking,
    Payment, Sku, Product, Options, UnitPrice, Quantity, LineTotal, Subtotal, Shipping, Discount, Total, Processed,
    Shipped, Delivered, Cancelled, Reason
};
inline constexpr int orderColumnKinds = int(OrderColumnKind::Reason) + 1;

struct OrdersExportRequest
{
    OrdersQuery query;      ///< which orders; written oldest first
    QList<OrderId> orders;  ///< when not empty: these alone, whatever the query
    QString path;
    sheet::Format format = sheet::Format::Csv;
    sheet::Options options;
    QString name;           ///< of the sheet
    QStringList titles;     ///< one for each OrderColumnKind
    QStringList statusWords; ///< by OrderStatus
    QHash<QString, QString> words; ///< of payment methods and shipping services; others stay as they are
    QByteArray timeZone;    ///< IANA name: of days and times
};

struct OrdersExportResult
{
    qint64 orders = 0;
    qint64 lines = 0;
    bool cancelled = false;
    QString problem; ///< for a person; empty when all is well. With a problem no file was written.
};

/// Writes orders into a file, however many, away from the GUI thread and from one state of the replica. Answers
/// come on the thread this lives on.
class OrdersExport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// One after the other; answered by finished() with the same ticket.
    virtual void start(quint64 ticket, const OrdersExportRequest& request) = 0;
    /// Soon answered by finished() with `cancelled`, unless it is done already. What was there under the path stays.
    virtual void cancel(quint64 ticket) = 0;

Q_SIGNALS:
    /// Orders written of all.
    void progressed(quint64 ticket, qint64 done, qint64 total);
    void finished(quint64 ticket, const belanjain::ports::OrdersExportResult& result);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::OrdersExportResult)
