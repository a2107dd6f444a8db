// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "domain/money.h"
#include "domain/order_state.h"
#include "domain/periods.h"

#include <QList>

#include <optional>

namespace belanjain {

/// What the figures look at in an order.
struct Sale
{
    OrderStatus status = OrderStatus::Pending;
    Money goods;      ///< subtotal - discount; shipping is not the seller's turnover
    qint64 units = 0; ///< pieces in its lines
    Instant createdAt;
    std::optional<Instant> deliveredAt;

    /// Counts as booked when it was placed: any that is not cancelled.
    bool isBooked() const { return status != OrderStatus::Cancelled; }
    /// Counts as completed when it was delivered. nullopt for all others.
    std::optional<Instant> completedAt() const
    {
        return status == OrderStatus::Delivered ? deliveredAt : std::nullopt;
    }
};

/// What a seller sold in a span of time. The one definition for every screen, mail and export.
struct SalesFigures
{
    Money booked;      ///< goods of the orders placed in the span that are not cancelled
    Money completed;   ///< goods of the orders delivered in the span, whenever they were placed
    qint64 orders = 0; ///< how many are in `booked`
    qint64 units = 0;  ///< their pieces

    bool operator==(const SalesFigures&) const = default;
};

/// Adds up sales by period, for whoever has orders at hand instead of a database that sums.
class SalesTally
{
public:
    /// The periods are in order and do not overlap (periodsBetween()).
    explicit SalesTally(QList<Period> periods) : m_periods(std::move(periods)), m_figures(m_periods.size()) {}

    void add(const Sale& sale);

    const QList<Period>& periods() const { return m_periods; }
    /// One for each period, zeros too.
    const QList<SalesFigures>& figures() const { return m_figures; }

private:
    /// nullptr for a moment outside of all periods.
    SalesFigures* at(Instant moment);

    QList<Period> m_periods;
    QList<SalesFigures> m_figures;
};

} // namespace belanjain
