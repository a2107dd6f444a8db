// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/sales.h"

#include <QDate>
#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

namespace belanjain::ports
{

enum class TopBy : quint8 { Units, Revenue };

struct TopProduct
{
    ProductId product;
    QString name; ///< as it is now; as it was ordered when the product is not known here
    QString imageHash;
    qint64 units = 0;
    Money revenue; ///< goods

    bool operator==(const TopProduct&) const = default;
};

/// What a charts page asks for: days of the store's calendar, both included.
struct SalesQuery
{
    QDate first;
    QDate last;
    Granularity granularity = Granularity::Day;
    TopBy topBy = TopBy::Units;
    int topLimit = 10;

    bool operator==(const SalesQuery&) const = default;
};

struct SalesReport
{
    SalesQuery query;
    QList<Period> periods;
    QList<SalesFigures> points;   ///< one for each period, zeros too
    QList<Money> settled;         ///< of each period's `booked`, what has been delivered by now
    QList<SalesFigures> before;   ///< of as many periods just before, for comparison
    SalesFigures total;           ///< of the days asked for
    SalesFigures totalBefore;
    QList<TopProduct> top;        ///< of the orders booked in the days asked for
    QList<int> statusCounts;      ///< by OrderStatus, of orders created in the days asked for
};

/// Figures as of now, in the store's time zone.
struct SalesSummary
{
    SalesFigures today;
    SalesFigures thisWeek;
    SalesFigures thisMonth;
    SalesFigures allTime;
    Money stockValue;      ///< price × available over active products
    qint64 stockPieces = 0;
    int stockVariants = 0; ///< of active products
    QDate firstSale;       ///< day of the earliest order; null without any
    QString timeZone;      ///< IANA name the days are of

    bool operator==(const SalesSummary&) const = default;
};

/// Reads figures from the replica off the caller's thread, by the definitions of domain/sales.h: equal to the
/// marketplace's to the rupiah once everything is synced.
class SalesReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by reported() with the same ticket; a newer request abandons an older one.
    virtual void readReport(quint64 ticket, const SalesQuery& query) = 0;
    /// Answered by summarised().
    virtual void readSummary(Instant now) = 0;

Q_SIGNALS:
    void reported(quint64 ticket, const belanjain::ports::SalesReport& report);
    void summarised(const belanjain::ports::SalesSummary& summary);
    void failed(const QString& reason);
    /// Orders changed: what is shown may be old.
    void stale();
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::SalesReport)
Q_DECLARE_METATYPE(belanjain::ports::SalesSummary)
