// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_space.h"
#include "replica/order_table.h"
#include "replica/replica.h"
#include "support/fake_time.h"
#include "support/generated_rows.h"

#include <QTemporaryDir>
#include <QTest>

namespace belanjain::testing {

/// A replica on a real file with a clock, chance and a space of its own, and the steps of a sync.
struct Desk
{
    explicit Desk(quint64 seed = 1)
        : random(seed)
    {}

    QTemporaryDir dir;
    FakeClock clock;
    SeededRandom random;
    ports::IdFactory ids{clock, random};
    FakeSpace space;
    storage::FaultHook fault;
    std::unique_ptr<replica::Replica> replica = open();

    QString file() const { return dir.filePath(QStringLiteral("replica.db")); }
    std::unique_ptr<replica::Replica> open()
    {
        auto opened =
            replica::Replica::open(file(), clock, ids, [this](storage::Step step, const QString& sql) {
                return fault ? fault(step, sql) : storage::Outcome();
            });
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        return std::move(*opened);
    }
    void reopen()
    {
        replica.reset();
        replica = open();
    }

    void fill(int variants, quint64 seed = 7)
    {
        const auto rows = GeneratedRows::all(seed, variants);
        for (const protocol::SyncRow& row : rows)
            space.put(row);
    }
    storage::Result<replica::PullEffect> pull(int limit = 2'000)
    {
        storage::Result<replica::PullEffect> effect;
        const auto pages = space.pull(replica->cursor(), limit);
        for (const protocol::PullAnswer& page : pages)
            effect = replica->stagePull(page);
        return effect;
    }
    /// Push, results noted, pull: the whole round.
    storage::Result<replica::PullEffect> sync()
    {
        const auto noted = replica->noteResults(space.push(replica->pending().value()));
        return noted ? pull() : tl::unexpected(noted.error());
    }
    storage::Result<replica::PullEffect> snapshot()
    {
        auto builder = replica->beginSnapshot(space.head());
        if (!builder)
            return tl::unexpected(builder.error());
        if (const auto added = (*builder)->add(space.snapshotRows()); !added)
            return tl::unexpected(added.error());
        return replica->swapIn(std::move(*builder));
    }

    /// The n-th variant of the space by version, as it is on the server.
    VariantId variant(int n) const { return *VariantId::parse(space.ids(protocol::table::variants).at(n)); }
    ProductId product(int n) const { return *ProductId::parse(space.ids(protocol::table::products).at(n)); }
    /// Puts a pending order of two lines of the first variant's product into the space.
    OrderId putOrder(const QString& number, OrderStatus status = OrderStatus::Pending)
    {
        const auto id = ids.make<OrderId>();
        const protocol::OrderLineRow line{.product = product(0),
                                          .variant = variant(0),
                                          .sku = QStringLiteral("SKU-1"),
                                          .name = QStringLiteral("Kemeja Batik"),
                                          .unitPrice = {50'000},
                                          .quantity = 2,
                                          .lineTotal = {100'000}};
        const protocol::OrderRow row{.number = number,
                                     .checkout = ids.make<OrderId>().toString(),
                                     .store = ids.make<StoreId>(),
                                     .storeName = QStringLiteral("Toko"),
                                     .customer = ids.make<UserId>(),
                                     .customerName = QStringLiteral("Dewi Lestari"),
                                     .status = status,
                                     .lines = {line, line},
                                     .subtotal = {200'000},
                                     .shippingCost = {9'000},
                                     .total = {209'000},
                                     .shippingAddress = {{QStringLiteral("city"), QStringLiteral("Bandung")}},
                                     .paymentMethod = QStringLiteral("COD"),
                                     .createdAt = clock.now()};
        space.put(protocol::table::orders, id.toString(), row.toJson());
        return id;
    }
    protocol::OrderRow order(const OrderId& id) const
    {
        replica::Work work(replica->database());
        const auto stored = replica::OrderTable(work).find(id);
        return stored ? stored->data : protocol::OrderRow();
    }
    qint64 shown(const VariantId& id, const char16_t* column) const
    {
        return replica->database()
            .integer(QStringLiteral("SELECT %1 FROM variants WHERE id = ?").arg(QStringView(column)),
                     {id.uuid().toRfc4122()})
            .value_or(-999);
    }
    qint64 count(const char16_t* table) const
    {
        return replica->database()
            .integer(QStringLiteral("SELECT count(*) FROM %1").arg(QStringView(table)))
            .value_or(-999);
    }
    QStringList wrong() const { return replica->check().value_or(QStringList{QStringLiteral("unreadable")}); }
};

} // namespace belanjain::testing
