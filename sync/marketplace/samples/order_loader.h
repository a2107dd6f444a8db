// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/load_step.h"
#include "marketplace/samples/order_plan.h"
#include "marketplace/samples/store_loader.h"
#include "marketplace/syncing/space.h"

#include <QList>

namespace belanjain::marketplace::samples {

/// Puts in what a store sold: customers, orders with their lines, and the moves of stock they made, in the
/// order of time. Inside the caller's transaction, after the store itself was put in with the pieces that
/// the plan takes (takenBy()).
class OrderLoader
{
public:
    OrderLoader(storage::Database& database, SpaceWriter& writer, const LoadOptions& options,
                LoadReport& report)
        : m_database(database)
        , m_writer(writer)
        , m_options(options)
        , m_report(report)
    {}

    Step<void> load(const StoredStore& store, const OrderPlan& plan);

private:
    struct Customer
    {
        UserId id;
        QString name;
    };
    struct Line
    {
        const StoredVariant* variant;
        Money unitPrice;
        int quantity;
    };
    /// A move of stock to be written: of the line, for the order.
    struct Move
    {
        Instant at;
        qsizetype order;
        const StoredVariant* variant;
        int delta;
        int reservedDelta;
    };
    struct Shelf
    {
        qint64 onHand = 0;
        qint64 reserved = 0;
    };

    Step<QList<Customer>> addCustomers(const OrderPlan& plan);
    storage::Outcome addOrder(const StoredStore& store, const PlannedOrder& order,
                              const PlannedCustomer& address, const Customer& customer,
                              const QList<Line>& lines);
    storage::Outcome addLines(const QString& orderId, const QList<Line>& lines);
    storage::Outcome addEvents(const QString& orderId, const StoredStore& store, const PlannedOrder& order,
                               const Customer& customer);
    void noteMoves(const PlannedOrder& order, qsizetype index, const QList<Line>& lines);
    Step<void> writeMoves(const StoredStore& store, const OrderPlan& plan, const QList<Customer>& customers);
    Step<QHash<QString, Shelf>> shelvesOf(const StoredStore& store);
    storage::Outcome writeMove(const Move& move, const QString& number, const QString& by,
                               qint64 onHandAfter);
    storage::Outcome writeShelves(const StoredStore& store, const QHash<QString, Shelf>& shelves);

    storage::Database& m_database;
    SpaceWriter& m_writer;
    const LoadOptions& m_options;
    LoadReport& m_report;
    QList<Move> m_moves;
};

} // namespace belanjain::marketplace::samples
