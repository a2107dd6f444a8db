// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "protocol/rows.h"
#include "replica/stored_json.h"
#include "replica/touched.h"
#include "replica/work.h"

#include <optional>

namespace belanjain::replica {

struct StoredOrder
{
    ports::RowNumber row = 0;
    OrderId id;
    qint64 version = 0; ///< the server's
    protocol::OrderRow data;
    int waiting = 0;  ///< flags of ports::EditField
    int rejected = 0;
};

/// The orders table with its lines and its words in the search index.
class OrderTable
{
public:
    using Id = OrderId;
    using Data = protocol::OrderRow;
    using Stored = StoredOrder;
    static constexpr const char16_t* name = protocol::table::orders;

    explicit OrderTable(Work& work)
        : m_work(work)
    {}

    std::optional<StoredOrder> find(const OrderId& id);
    std::optional<StoredOrder> at(ports::RowNumber row);
    /// before: the row as it is stored, none for a new one.
    void write(const std::optional<StoredOrder>& before, const StoredOrder& after, Touched& touched);
    void remove(const StoredOrder& order, Touched& touched);

    static QString columns(); ///< without row
    static constexpr int width = 27;
    static QString lineColumns();
    static constexpr int lineWidth = 10;
    /// The values of columns(), into a ValueList or a storage::BulkInsert::Statement.
    template<class Sink>
    static void write(const StoredOrder& order, Sink& sink);
    template<class Sink>
    static void writeLine(ports::RowNumber row, int position, const protocol::OrderLineRow& line, Sink& sink);
    /// What the search index holds of an order.
    static QString searchText(const protocol::OrderRow& data);

private:
    void insertLines(ports::RowNumber row, const QList<protocol::OrderLineRow>& lines);
    QList<protocol::OrderLineRow> lines(ports::RowNumber row);

    Work& m_work;
};

qint64 piecesOf(const protocol::OrderRow& order);

template<class Sink>
void OrderTable::write(const StoredOrder& order, Sink& sink)
{
    const protocol::OrderRow& data = order.data;
    const auto time = [&](const std::optional<Instant>& at) {
        if (at)
            sink.integer(at->ms);
        else
            sink.null();
    };
    sink.blob(order.id.uuid().toRfc4122());
    sink.integer(order.version);
    sink.text(data.number);
    sink.text(data.checkout);
    sink.blob(data.store.uuid().toRfc4122());
    sink.text(data.storeName);
    sink.blob(data.customer.uuid().toRfc4122());
    sink.text(data.customerName);
    sink.integer(int(data.status));
    sink.integer(data.subtotal.rupiah);
    sink.integer(data.shippingCost.rupiah);
    sink.integer(data.discount.rupiah);
    sink.integer(data.total.rupiah);
    sink.text(toText(data.shippingAddress));
    sink.text(data.shippingService);
    sink.text(data.paymentMethod);
    sink.text(data.courier);
    sink.text(data.trackingNumber);
    sink.text(data.cancelReason);
    sink.integer(data.createdAt.ms);
    time(data.processedAt);
    time(data.shippedAt);
    time(data.deliveredAt);
    time(data.cancelledAt);
    sink.integer(piecesOf(data));
    sink.integer(order.waiting);
    sink.integer(order.rejected);
}

template<class Sink>
void OrderTable::writeLine(ports::RowNumber row, int position, const protocol::OrderLineRow& line, Sink& sink)
{
    sink.integer(row);
    sink.integer(position);
    sink.blob(line.product.uuid().toRfc4122());
    sink.blob(line.variant.uuid().toRfc4122());
    sink.text(line.sku);
    sink.text(line.name);
    sink.text(toText(line.options));
    sink.integer(line.unitPrice.rupiah);
    sink.integer(line.quantity);
    sink.integer(line.lineTotal.rupiah);
}

} // namespace belanjain::replica
