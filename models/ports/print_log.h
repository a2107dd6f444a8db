// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "ports/printed.h"

#include <QList>
#include <QObject>

namespace belanjain::ports
{

/// Remembers on this computer what was printed, so that a second copy can say that it is one. What is
/// remembered comes with an order's details (OrderDetail::prints) and rows (OrderRow::labelPrints), which are
/// told anew after each note. GUI thread; never sent anywhere.
class PrintLog : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Counts one more printing of each order's document, now.
    virtual void note(const QList<OrderId>& orders, PrintedDocument document) = 0;

Q_SIGNALS:
    /// The note could not be kept; the sentence is for a person.
    void failed(const QString& reason);
};

} // namespace belanjain::ports
