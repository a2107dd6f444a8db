// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/money.h"
#include "domain/order_state.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

namespace belanjain::ports
{

struct FoundProduct
{
    ProductId product;
    QString name;
    QString category;
    QString imageHash;
    QString sku; ///< of the variant that was found
    qint64 available = 0; ///< of all its variants

    bool operator==(const FoundProduct&) const = default;
};

struct FoundOrder
{
    OrderId order;
    QString number;
    QString customer;
    OrderStatus status = OrderStatus::Pending;
    Money total;

    bool operator==(const FoundOrder&) const = default;
};

struct Findings
{
    QList<FoundProduct> products; ///< on sale; an exact SKU or barcode first, then names that begin so
    QList<FoundOrder> orders;     ///< newest first

    bool operator==(const Findings&) const = default;
};

/// Finds products (words in name, options, SKU, barcode) and orders (number, customer, SKU, product) at once,
/// a few of each, off the caller's thread.
class Finder : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// At most so many of each kind.
    static constexpr int most = 6;

    /// Answered by found() with the same ticket; a newer request abandons an older one.
    virtual void find(quint64 ticket, const QString& search) = 0;

Q_SIGNALS:
    void found(quint64 ticket, const belanjain::ports::Findings& findings);
    void failed(quint64 ticket, const QString& reason);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::Findings)
