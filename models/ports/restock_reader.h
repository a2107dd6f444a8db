// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QStringList>

namespace belanjain::ports
{

/// A variant that is low or out of stock, and how much of it to order.
struct RestockLine
{
    VariantId variant;
    QString productName;
    QString optionsLabel;
    QString sku;
    QString barcode;
    QString category;
    qint32 available = 0;
    qint32 threshold = 0;
    qint64 soldInFourWeeks = 0; ///< pieces of orders that are not cancelled
    qint32 suggested = 0;       ///< by domain/stocktake.h

    bool operator==(const RestockLine&) const = default;
};

struct RestockList
{
    QList<RestockLine> lines; ///< by category, then name
    int total = 0;            ///< variants that are low or out; more than the lines when they are too many
    QStringList categories;   ///< of all of them

    bool operator==(const RestockList&) const = default;
};

/// Reads what has to be ordered from the replica, off the caller's thread.
class RestockReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The most lines in one list.
    static constexpr int maxLines = 20'000;

    /// An empty category is all of them; sales are of the four weeks before `now`. Answered by listRead() with the
    /// same ticket; a newer request abandons an older one.
    virtual void read(quint64 ticket, const QString& category, Instant now) = 0;

Q_SIGNALS:
    void listRead(quint64 ticket, const belanjain::ports::RestockList& list);
    void failed(const QString& reason);
    /// Stock or orders changed: what is shown may be old.
    void stale();
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::RestockList)
