// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product_draft.h"
#include "marketplace/catalogue/products.h"
#include "marketplace/catalogue/stock.h"
#include "marketplace/catalogue/write_context.h"
#include "marketplace/runtime/schema.h"
#include "marketplace/syncing/space.h"
#include "ports/id_factory.h"
#include "protocol/row_sum.h"
#include "storage/database.h"
#include "storage/transaction.h"
#include "support/fake_time.h"
#include "support/test_database.h"

#include <QtTest>

#include <memory>

namespace belanjain::marketplace::test
{
using namespace Qt::StringLiterals;

/// A marketplace's database in a database of its own, with one store that a test works on and one that is
/// somebody else's.
class Shop
{
    testing::TestDatabase m_database{testing::TestDatabase::Content::Marketplace}; // outlives its connections

public:
    Shop()
    {
        db = storage::Database::open(address(), {.checkpoints = true}).value();
        const auto version = migrateMarket(*db);
        if (!version)
            qFatal("migration: %s", qPrintable(version.error().text));
        store = addStore(u"Toko Jakarta Barat"_s);
        other = addStore(u"Toko Lain"_s);
    }

    const storage::Address& address() const { return m_database.address(); }

    StoreId addStore(const QString& name)
    {
        const auto user = ids.make<UserId>().toString();
        const auto id = ids.make<StoreId>();
        auto transaction = storage::Transaction::begin(*db).value();
        db->run(u"INSERT INTO users (id, name, email, password_hash, role, created_at, updated_at) "
                "VALUES (?, 'Rina', ?, 'x', 'SELLER', 0, 0)"_s,
                {user, user})
            .value();
        db->run(u"INSERT INTO stores (id, owner_id, name, created_at, updated_at) VALUES (?, ?, ?, 0, 0)"_s,
                {id.toString(), user, name})
            .value();
        require(createSpace(*db, id.toString(), SpaceKind::Store, ids));
        SpaceWriter writer(*db, clock.now());
        writer.created(id.toString(), SyncedTable::Stores, id.toString());
        writer.finish().value();
        require(transaction.commit());
        return id;
    }

    /// Runs `work` as the seller of the store, at a desktop when `device` is given, and commits.
    template<class Work>
    auto write(Work work, const QString& device = {}, const StoreId& as = {})
    {
        auto transaction = storage::Transaction::begin(*db).value();
        SpaceWriter writer(*db, clock.now());
        const WriteContext context{.db = *db,
                                   .writer = writer,
                                   .ids = ids,
                                   .now = clock.now(),
                                   .actor = {as.isNull() ? store : as, u"Rina"_s, device}};
        auto result = work(context);
        changes = writer.finish().value();
        require(transaction.commit());
        return result;
    }

    /// The same with a ledger, undone when the rule refuses.
    Checked<StockLevel> move(const std::function<StockResult(StockLedger&)>& work)
    {
        auto transaction = storage::Transaction::begin(*db).value();
        SpaceWriter writer(*db, clock.now());
        StockLedger ledger(*db, writer, ids, clock.now());
        const auto result = work(ledger).value();
        if (result) {
            changes = writer.finish().value();
            require(transaction.commit());
        }
        return result;
    }

    static ProductDraft draft(const QString& name, qint64 price = 50'000, qint64 stock = 20)
    {
        ProductDraft draft;
        draft.name = name;
        draft.category = u"Dapur"_s;
        draft.price = Money{price};
        draft.stock = stock;
        return draft;
    }

    ProductId add(const ProductDraft& draft, const StoreId& as = {})
    {
        const auto id = ids.make<ProductId>();
        const auto made = write([&](const WriteContext& context) { return createProduct(context, id, draft, {}); }, {}, as);
        if (!made || !*made)
            qFatal("product not made: %s", made ? qPrintable(made->error().front().field) : qPrintable(made.error().text));
        return id;
    }

    QList<VariantId> variantsOf(const ProductId& product) const
    {
        return db->all(u"SELECT id FROM variants WHERE product_id = ? ORDER BY position"_s, {product.toString()},
                       [](const storage::Row& row) { return *row.id<VariantId>(0); })
            .value();
    }

    qint64 number(const QString& sql, const QVariantList& values = {}) const { return db->integer(sql, values).value(); }

    SpaceHead head(const StoreId& of = {}) const
    {
        return **readHead(*db, (of.isNull() ? store : of).toString());
    }

    /// An order of one piece of each variant, written row by row as a checkout leaves it.
    OrderId addOrder(const QList<VariantId>& variants)
    {
        const auto id = ids.make<OrderId>();
        const QString customer = ids.make<UserId>().toString();
        const QString checkout = ids.make<CheckoutId>().toString();
        write([&](const WriteContext& context) {
            storage::Database& to = context.db;
            to.run(u"INSERT INTO users (id, name, email, password_hash, role, created_at, updated_at) "
                   "VALUES (?, 'Siti \"S\"', ?, 'x', 'CUSTOMER', 0, 0)"_s,
                   {customer, customer})
                .value();
            to.run(u"INSERT INTO checkouts (id, customer_id, total, created_at) VALUES (?, ?, 5, 0)"_s, {checkout, customer})
                .value();
            to.run(u"INSERT INTO orders (id, number, checkout_id, store_id, customer_id, customer_name, subtotal, total, "
                   "shipping_address, payment_method, created_at, processed_at, courier, units) VALUES (?, '#10001', ?, ?, ?, "
                   "'Siti \"S\"', 5, 5, '{\"city\":\"Bogor\"}', 'COD', 1795233600789, 1795233600012, 'JNE', ?)"_s,
                   {id.toString(), checkout, context.space(), customer, variants.size()})
                .value();
            for (int i = 0; i < variants.size(); ++i) {
                to.run(u"INSERT INTO order_lines (order_id, position, product_id, variant_id, sku, name, options, "
                       "unit_price, quantity, line_total) SELECT ?, ?, v.product_id, v.id, v.sku, 'Kaos', v.options, "
                       "5, 1, 5 FROM variants v WHERE v.id = ?"_s,
                       {id.toString(), i, variants[i].toString()})
                    .value();
            }
            context.writer.created(context.space(), SyncedTable::Orders, id.toString());
            return 0;
        });
        return id;
    }

    /// Counts the live rows of a store's space and sums their shares from the tables.
    std::pair<qint64, protocol::RowSum> recount(const StoreId& of = {}) const
    {
        const QString space = (of.isNull() ? store : of).toString();
        qint64 count = 0;
        protocol::RowSum sum;
        const QList<std::pair<QString, QString>> tables{
            {u"stores"_s, u"id"_s},
            {u"products"_s, u"store_id"_s},
            {u"variants"_s, u"store_id"_s},
            {u"orders"_s, u"store_id"_s},
            {u"reviews"_s, u"store_id"_s}};
        for (const auto& [table, column] : tables) {
            require(db->each(u"SELECT id, version FROM %1 WHERE %2 = ?"_s.arg(table, column), {space},
                             [&, name = table](const storage::Row& row) {
                                 ++count;
                                 sum.add(protocol::rowShare(name, row.text(0), row.integer(1)));
                             }));
        }
        return {count, sum};
    }

    /// Whatever a product sums up must be what its variants add up to, and on hand what the moves do.
    void checkInvariants() const
    {
        for (const StoreId& id : {store, other}) {
            const auto [count, sum] = recount(id);
            QCOMPARE(head(id).rowCount, count);
            QCOMPARE(head(id).rowSum, sum);
        }
        QCOMPARE(number(u"SELECT count(*) FROM variants v WHERE on_hand <> (SELECT coalesce(sum(delta), 0) FROM stock_moves "
                        "WHERE variant_id = v.id) OR reserved <> (SELECT coalesce(sum(reserved_delta), 0) "
                        "FROM stock_moves WHERE variant_id = v.id)"_s),
                 0);
        QCOMPARE(number(u"SELECT count(*) FROM products p WHERE available <> (SELECT sum(CASE WHEN on_hand > reserved THEN on_hand - reserved ELSE 0 END) "
                        "FROM variants WHERE product_id = p.id) OR min_price <> (SELECT min(price) FROM variants "
                        "WHERE product_id = p.id) OR max_price <> (SELECT max(price) FROM variants "
                        "WHERE product_id = p.id) OR variant_count <> (SELECT count(*) FROM variants "
                        "WHERE product_id = p.id)"_s),
                 0);
    }

    static void require(const storage::Outcome& outcome)
    {
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().text));
    }

    testing::FakeClock clock;
    testing::SeededRandom random{20'261'121};
    ports::IdFactory ids{clock, random};
    std::unique_ptr<storage::Database> db;
    StoreId store;
    StoreId other;
    QList<HeadChange> changes; ///< of the last write
};

} // namespace belanjain::marketplace::test
