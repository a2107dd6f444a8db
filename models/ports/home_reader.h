// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/sales.h"
#include "ports/sales_reader.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace belanjain::ports
{

/// Orders that wait for the same thing.
struct OrdersToDo
{
    int count = 0;
    Money total;
    std::optional<Instant> oldest; ///< when the one that waits longest was placed

    bool operator==(const OrdersToDo&) const = default;
};

/// Something that happened, for a list of the latest.
struct HomeEvent
{
    enum class Kind : quint8 {
        OrderPlaced,
        ReviewWritten,
        EditsSettled, ///< edits made here that the marketplace took in one go
    };
    Kind kind = Kind::OrderPlaced;
    Instant at;
    QString name;    ///< an order's number; a review's product
    QString person;  ///< the customer
    Money total;     ///< of an order
    int count = 0;   ///< of edits; a review's stars

    bool operator==(const HomeEvent&) const = default;
};

/// What a seller has to know at the start of a day, all of one moment.
struct HomeReport
{
    Instant at;
    QString timeZone; ///< IANA name that days and hours are of
    OrdersToDo fresh;   ///< new: to be processed
    OrdersToDo started; ///< being processed: to be shipped
    OrdersToDo late;    ///< of both, those past their time

    struct LateOrder
    {
        QString customer;
        Instant placed;

        bool operator==(const LateOrder&) const = default;
    };
    QList<LateOrder> latest; ///< of the late ones, the two that wait longest

    int low = 0;           ///< variants
    int out = 0;           ///< variants
    QStringList outNames;  ///< products of two of them, those most asked for this week first
    qint64 outOrdered = 0; ///< pieces of variants that are out now, ordered this week

    int unanswered = 0;      ///< reviews without a reply
    int worstRating = 0;     ///< of these; 0 without any
    QString worstProduct;    ///< what it is about

    // What was booked until now, and in the same stretch a week earlier.
    SalesFigures today;
    SalesFigures todayBefore;
    SalesFigures week;
    SalesFigures weekBefore;
    QDate firstDay;          ///< Monday
    QList<Money> days;       ///< booked on each of the seven days, whole days
    QList<Money> daysBefore; ///< and on those of the week before
    QList<TopProduct> top;   ///< this week, by pieces, at most five

    QList<HomeEvent> events; ///< the latest, newest first, at most five
    bool synced = false;     ///< a first sync has completed
    bool anyProduct = false;
    bool anyOrder = false;

    bool operator==(const HomeReport&) const = default;
};

/// Reads the report from the replica off the caller's thread.
class HomeReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by reported(), as of `now`.
    virtual void read(Instant now) = 0;

Q_SIGNALS:
    void reported(const belanjain::ports::HomeReport& report);
    void failed(const QString& reason);
    /// Something changed: what is shown may be old.
    void stale();
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::HomeReport)
