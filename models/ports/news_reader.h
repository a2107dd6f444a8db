// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/money.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <optional>

namespace belanjain::ports
{

/// What is new since somebody looked.
struct News
{
    struct Order
    {
        OrderId order;
        QString number;
        QString customer;
        Money total;
        Instant placed;

        bool operator==(const Order&) const = default;
    };
    struct Short
    {
        QString name; ///< product and options
        qint32 available = 0;

        bool operator==(const Short&) const = default;
    };

    /// The replica was looked at for the first time, or fetched anew: what is in it now is known, and nothing of
    /// it is to be told.
    bool baseline = false;
    bool synced = true; ///< false before the first sync: nothing is known
    std::optional<Instant> newest; ///< when the newest order here was placed
    QList<Order> orders;           ///< new ones (still to be processed) placed after the moment asked with, at most 50
    QList<Short> fell;             ///< the first few that ran low or out since the last look, but not by edits made here
    int fellCount = 0;             ///< all of them

    bool operator==(const News&) const = default;
};

/// Tells what came since the last look, off the caller's thread. One listener.
class NewsReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by read(). Orders placed after `ordersAfter` are told; nothing before the first sync is.
    virtual void look(Instant ordersAfter) = 0;

Q_SIGNALS:
    void read(const belanjain::ports::News& news);
    /// There may be news: look().
    void stale();
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::News)
