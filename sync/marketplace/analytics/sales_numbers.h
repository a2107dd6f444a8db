// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/order_state.h"
#include "domain/sales.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

// A store's figures as domain/sales.h defines them, summed by the database. Each is one look at the orders:
// for several that must agree, open a read transaction around them.
namespace belanjain::marketplace
{

/// {booked, completed, orders, units}.
QJsonObject toJson(const SalesFigures& figures);

/// One of the figures for each of the periods, in their order.
storage::Result<QList<SalesFigures>> salesBy(storage::Database& db, const StoreId& store, const QList<Period>& periods);

/// Of all orders there ever were.
storage::Result<SalesFigures> salesOfAllTime(storage::Database& db, const StoreId& store);

/// How many orders are in each state; all five are there.
storage::Result<QMap<OrderStatus, qint64>> ordersByStatus(storage::Database& db, const StoreId& store);

enum class TopBy : quint8 { Units, Revenue };
std::optional<TopBy> parseTopBy(QStringView text);

struct TopProduct
{
    ProductId product;
    QString name; ///< as it is now
    qint64 units = 0;
    /// Its lines' totals. A discount is on a whole order and belongs to none of its products.
    Money revenue;

    QJsonObject toJson() const;
};

/// What sold best in orders that were placed in the span and are not cancelled, the best first; equals in
/// ascending order of id.
storage::Result<QList<TopProduct>> topProducts(storage::Database& db, const StoreId& store, const Span& span, TopBy by,
                                               int limit);

} // namespace belanjain::marketplace
