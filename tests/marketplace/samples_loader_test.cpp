// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/stock.h"
#include "marketplace/runtime/schema.h"
#include "marketplace/samples/compressed_input.h"
#include "marketplace/samples/loader.h"
#include "marketplace/samples/sample_file.h"
#include "marketplace/syncing/pull.h"
#include "marketplace/syncing/space.h"
#include "protocol/json.h"
#include "support/fake_time.h"
#include "support/test_database.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace belanjain;
using namespace belanjain::marketplace;
using namespace belanjain::marketplace::samples;

namespace {

/// A marketplace's database in its own database, with nothing in it.
class Market
{
    testing::TestDatabase m_database{testing::TestDatabase::Content::Marketplace}; // outlives its connections

public:
    Market()
    {
        db = storage::Database::open(m_database.address(), {.checkpoints = true}).value();
        migrateMarket(*db).value();
    }

    LoadOptions options(const LoadProgress& progress = {})
    {
        return {.ids = ids,
                .now = clock.now(),
                .passwordHash = u"a hash"_s,
                .unknownPasswordHash = u"nobody's"_s,
                .progress = progress};
    }

    qint64 number(const QString& sql, const QVariantList& values = {}) const
    {
        return db->integer(sql, values).value();
    }

    QStringList texts(const QString& sql, const QVariantList& values = {}) const
    {
        return db->all(sql, values, [](const storage::Row& row) { return row.text(0); }).value();
    }

    QString storeNamed(QLatin1StringView name) const
    {
        return texts(u"SELECT id FROM stores WHERE name = ?"_s, {QString(name)}).value(0);
    }

    QList<SpaceHead> heads() const
    {
        QList<SpaceHead> all;
        const QStringList spaces = texts(u"SELECT space FROM space_head ORDER BY space"_s);
        for (const QString& space : spaces)
            all.append(**readHead(*db, space));
        return all;
    }

    testing::FakeClock clock;
    testing::SeededRandom random{20'261'121};
    ports::IdFactory ids{clock, random};
    std::unique_ptr<storage::Database> db;

};

/// What every marketplace must hold to, whatever was loaded.
void checkInvariants(const Market& market)
{
    // The ledger's sums are the shelf, and open orders are what is reserved.
    QCOMPARE(market.number(
                 u"SELECT count(*) FROM variants v WHERE "
                 "on_hand <> (SELECT coalesce(sum(delta), 0) FROM stock_moves WHERE variant_id = v.id) OR "
                 "reserved <> (SELECT coalesce(sum(reserved_delta), 0) FROM stock_moves "
                 "WHERE variant_id = v.id)"_s),
             0);
    QCOMPARE(market.number(u"SELECT count(*) FROM variants v LEFT JOIN (SELECT l.variant_id AS id, "
                           "sum(l.quantity) AS pieces FROM order_lines l JOIN orders o ON o.id = l.order_id "
                           "WHERE o.status IN ('PENDING', 'PROCESSING') GROUP BY l.variant_id) held "
                           "ON held.id = v.id WHERE v.reserved <> coalesce(held.pieces, 0)"_s),
             0);
    // Read by id, each variant's ledger goes forward in time and its running sum is right.
    QCOMPARE(market.number(u"SELECT count(*) FROM (SELECT at, lag(at) OVER w AS earlier, on_hand_after, "
                           "sum(delta) OVER w AS running FROM stock_moves "
                           "WINDOW w AS (PARTITION BY variant_id ORDER BY id)) l "
                           "WHERE at < earlier OR on_hand_after <> running"_s),
             0);
    QCOMPARE(
        market.number(
            u"SELECT count(*) FROM products p WHERE available <> (SELECT sum(CASE WHEN on_hand > reserved THEN on_hand - reserved ELSE 0 END) "
            "FROM variants WHERE product_id = p.id)"_s),
        0);
    QCOMPARE(market.number(
                 u"SELECT count(*) FROM orders o WHERE subtotal <> (SELECT sum(line_total) FROM order_lines "
                 "WHERE order_id = o.id) OR total <> subtotal + shipping_cost - discount OR "
                 "total <> (SELECT total FROM checkouts WHERE id = o.checkout_id)"_s),
             0);
    QCOMPARE(market.number(u"SELECT count(*) FROM orders WHERE "
                           "(status IN ('PENDING', 'CANCELLED')) <> (processed_at IS NULL) OR "
                           "(status IN ('SHIPPED', 'DELIVERED')) <> (shipped_at IS NOT NULL) OR "
                           "(status = 'DELIVERED') <> (delivered_at IS NOT NULL) OR "
                           "(status = 'CANCELLED') <> (cancelled_at IS NOT NULL) OR "
                           "created_at > %1 OR processed_at > %1 OR shipped_at > %1 OR delivered_at > %1 OR "
                           "cancelled_at > %1"_s.arg(market.clock.now().ms)),
             0);
    QCOMPARE(market.number(u"SELECT count(*) FROM products p WHERE "
                           "review_count <> carried_rating_count + (SELECT count(*) FROM reviews WHERE "
                           "product_id = p.id) OR "
                           "rating_sum <> carried_rating_sum + "
                           "(SELECT coalesce(sum(rating), 0) FROM reviews WHERE product_id = p.id) OR "
                           "rating_sum NOT BETWEEN review_count AND 5 * review_count"_s),
             0);
}

/// Counts and sums the rows of each space again, and looks that no two have one version.
void checkSpaces(const Market& market)
{
    const QList<std::pair<QString, QString>> tables{{u"stores"_s, u"id"_s},
                                                    {u"products"_s, u"store_id"_s},
                                                    {u"variants"_s, u"store_id"_s},
                                                    {u"orders"_s, u"store_id"_s},
                                                    {u"reviews"_s, u"store_id"_s}};
    const QList<SpaceHead> heads = market.heads();
    QVERIFY(!heads.isEmpty());
    for (const SpaceHead& head : heads) {
        protocol::RowSum sum;
        QSet<qint64> versions;
        qint64 rows = 0;
        for (const auto& [table, column] : tables) {
            const auto read =
                market.db->each(u"SELECT id, version FROM %1 WHERE %2 = ?"_s.arg(table, column), {head.space},
                                [&, name = table](const storage::Row& row) {
                                    ++rows;
                                    versions.insert(row.integer(1));
                                    sum.add(protocol::rowShare(name, row.text(0), row.integer(1)));
                                });
            QVERIFY(read);
        }
        QCOMPARE(head.rowCount, rows);
        QCOMPARE(head.rowSum, sum);
        QCOMPARE(versions.size(), rows);
        QVERIFY(!versions.contains(0));
        QVERIFY(head.version >= rows);
    }
}

} // namespace

class SamplesLoaderTest : public QObject
{
    Q_OBJECT

private:
    Pack m_pack;
    std::unique_ptr<Market> m_market;
    LoadReport m_report;

private Q_SLOTS:
    void initTestCase()
    {
        auto pack = loadPack();
        QVERIFY(pack);
        m_pack = std::move(*pack);
        m_market = std::make_unique<Market>();
        const auto report = loadSamples(*m_market->db, m_pack, m_market->options());
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text));
        m_report = *report;
    }

    void everythingInThePackIsThere()
    {
        const Market& market = *m_market;
        QCOMPARE(m_report.refusals, QStringList());
        QCOMPARE(m_report.stores, m_pack.stores.size() + 1);
        QCOMPARE(m_report.storesSkipped, 0);
        QCOMPARE(m_report.products, 1'310 + 400);
        QCOMPARE(m_report.reviews, 5'400);
        QCOMPARE(market.number(u"SELECT count(*) FROM stores"_s), m_report.stores);
        QCOMPARE(
            market.number(u"SELECT count(*) FROM users WHERE role = 'SELLER' AND password_hash = 'a hash'"_s),
            m_report.stores);
        QCOMPARE(market.number(u"SELECT count(*) FROM products"_s), m_report.products);
        QCOMPARE(market.number(u"SELECT count(*) FROM variants"_s), m_report.variants);
        QCOMPARE(market.number(u"SELECT count(*) FROM reviews"_s), m_report.reviews);
        QCOMPARE(market.number(u"SELECT count(*) FROM users WHERE role = 'CUSTOMER'"_s), m_report.customers);
        QCOMPARE(market.number(u"SELECT count(*) FROM orders"_s), m_report.orders);
        QCOMPARE(market.number(u"SELECT count(*) FROM order_lines"_s), m_report.orderLines);
        QCOMPARE(market.number(u"SELECT count(*) FROM orders WHERE status IN ('PENDING', 'PROCESSING')"_s),
                 m_report.openOrders);
        QVERIFY(m_report.orders > 1'000);
    }

    void theBooksAgree()
    {
        checkInvariants(*m_market);
        checkSpaces(*m_market);
    }

    void onlyTheDemoPeopleCanSignIn()
    {
        const Market& market = *m_market;
        QCOMPARE(
            market.texts(u"SELECT s.name FROM users u JOIN stores s ON s.owner_id = u.id WHERE u.email = ?"_s,
                         {QString(demoSellerEmail)}),
            QStringList{QString(demoSellerStore)});
        QCOMPARE(market.texts(u"SELECT name FROM users WHERE email = ? AND password_hash = 'a hash'"_s,
                              {QString(demoCustomerEmail)}),
                 QStringList{QString(demoCustomerName)});
        QCOMPARE(market.number(
                     u"SELECT count(*) FROM users WHERE role = 'CUSTOMER' AND password_hash = 'a hash'"_s),
                 1);
    }

    void theDemoStoreLooksAsInThePictures()
    {
        const Market& market = *m_market;
        const QString rina = market.storeNamed(demoSellerStore);
        int low = 0;
        int out = 0;
        int held = 0;
        QVERIFY(market.db->each(
            u"SELECT on_hand, reserved, low_stock_threshold FROM variants WHERE store_id = ?"_s, {rina},
            [&](const storage::Row& row) {
                const belanjain::StockLevel level{row.integer32(0), row.integer32(1)};
                const auto status =
                    stockStatus(level.available(), qint32(row.optionalInteger(2).value_or(10)));
                low += status == StockStatus::Low ? 1 : 0;
                out += status == StockStatus::Out ? 1 : 0;
                held += level.reserved > 0 ? 1 : 0;
            }));
        QCOMPARE(low, 9);
        QCOMPARE(out, 4);
        QVERIFY(held >= 8);
        const auto ordersIn = [&](const QString& status) {
            return market.number(u"SELECT count(*) FROM orders WHERE store_id = ? AND status = ?"_s,
                                 {rina, status});
        };
        QCOMPARE(ordersIn(u"PENDING"_s), 5);
        QCOMPARE(ordersIn(u"PROCESSING"_s), 4);
        QCOMPARE(ordersIn(u"SHIPPED"_s), 12);
        QVERIFY(ordersIn(u"DELIVERED"_s) > 100);
        QCOMPARE(market.number(u"SELECT count(*) FROM reviews WHERE store_id = ? AND reply = ''"_s, {rina}),
                 4);
        // The next order's number is free.
        QCOMPARE(
            market.number(market.db->isPostgres() ? u"SELECT last_value FROM order_number"_s
                                                  : u"SELECT value FROM counters WHERE name = 'order'"_s),
            market.number(u"SELECT max(CAST(number AS BIGINT)) FROM orders WHERE store_id = ?"_s, {rina}));
    }

    void aProductKeepsWhatTheSourceSaysOfIt()
    {
        const QString sql =
            u"SELECT rating_milli || ' ' || review_count || ' ' || sold FROM products WHERE name LIKE 'Nathalie Kaos Dalam Tanktop%'"_s;
        QCOMPARE(m_market->texts(sql), QStringList{u"4900 2245 5575"_s});
    }

    void theRetailShopSoldWhatItsOrdersSay()
    {
        const QString shop = m_market->storeNamed("Hadiah & Rumah"_L1);
        QCOMPARE(
            m_market->number(u"SELECT sum(-delta) FROM stock_moves m JOIN variants v ON v.id = m.variant_id "
                             "WHERE m.kind = 'shipped' AND v.store_id = ?"_s,
                             {shop}),
            m_market->number(u"SELECT sum(l.quantity) FROM order_lines l JOIN orders o ON o.id = l.order_id "
                             "WHERE o.store_id = ? AND o.status IN ('SHIPPED', 'DELIVERED')"_s,
                             {shop}));
        QVERIFY(m_market->number(u"SELECT count(*) FROM orders WHERE store_id = ? AND status = 'CANCELLED'"_s,
                                 {shop}) > 0);
    }

    void reviewsReachADesktop()
    {
        const QString store = m_market->storeNamed("Toko Kota Bandung"_L1);
        QVERIFY(!store.isEmpty());
        const auto answer = pull(*m_market->db, {.space = store, .limit = 2'000});
        QVERIFY(answer);
        QVERIFY(*answer);
        const QJsonArray rows = protocol::parseObject(**answer).value()[u"rows"_s].toArray();
        int reviews = 0;
        for (const QJsonValue& row : rows) {
            if (row[u"table"] != u"reviews"_s)
                continue;
            ++reviews;
            const QJsonObject data = row[u"data"].toObject();
            QCOMPARE(data.keys(), (QStringList{u"comment"_s, u"createdAt"_s, u"customerName"_s,
                                               u"productId"_s, u"rating"_s, u"repliedAt"_s, u"reply"_s}));
            QCOMPARE(data[u"reply"_s].isNull(), data[u"repliedAt"_s].isNull());
            QVERIFY(parseRfc3339(data[u"createdAt"_s].toString()));
        }
        QCOMPARE(reviews, m_market->number(u"SELECT count(*) FROM reviews WHERE store_id = ?"_s, {store}));
        QVERIFY(reviews > 4);
    }

    void everyRowOfTheDemoStoreReachesADesktop()
    {
        const QString store = m_market->storeNamed(demoSellerStore);
        const SpaceHead head = **readHead(*m_market->db, store);
        protocol::RowSum sum;
        qint64 rows = 0;
        PullQuery query{.space = store, .limit = 500};
        bool complete = false;
        while (!complete) {
            const auto answer = pull(*m_market->db, query);
            QVERIFY(answer && *answer);
            const QJsonObject page = protocol::parseObject(**answer).value();
            for (const QJsonValue& row : page[u"rows"_s].toArray()) {
                ++rows;
                sum.add(protocol::rowShare(row[u"table"].toString(), row[u"id"].toString(),
                                           row[u"version"].toInteger()));
            }
            complete = page[u"complete"_s].toBool();
            query.epoch = page[u"epoch"_s].toString();
            query.after = page[u"next"_s].toInteger();
        }
        QCOMPARE(rows, head.rowCount);
        QCOMPARE(sum, head.rowSum);
    }

    void loadingAgainDoesNothing()
    {
        const auto before = m_market->heads();
        const auto report = loadSamples(*m_market->db, m_pack, m_market->options());
        QVERIFY(report);
        QVERIFY(report->alreadyThere);
        QCOMPARE(m_market->heads(), before);

        // Nor does importing what the samples were made of.
        const auto retail = importOnlineRetail(*m_market->db, m_pack.retail, m_market->options());
        QVERIFY(retail);
        QCOMPARE(retail->storesSkipped, 1);
        QCOMPARE(retail->orders, 0);
        QCOMPARE(m_market->heads(), before);
    }

    void aCancelledLoadLeavesNothing_data()
    {
        QTest::addColumn<int>("phase");
        QTest::newRow("stores") << int(LoadPhase::Stores);
        QTest::newRow("orders") << int(LoadPhase::Orders);
        QTest::newRow("stock") << int(LoadPhase::Stock);
    }

    void aCancelledLoadLeavesNothing()
    {
        QFETCH(int, phase);
        Pack small;
        small.stores = m_pack.stores.first(1);
        small.retail.store.name = u"Hadiah & Rumah"_s;
        Market market;
        const auto cancelled =
            loadSamples(*market.db, small, market.options([phase](LoadPhase at, qint64 done, qint64 total) {
                return int(at) != phase || done > total;
            }));
        QVERIFY(cancelled);
        QVERIFY(cancelled->cancelled);
        QCOMPARE(cancelled->products, 0);
        QStringList tables{u"users"_s, u"stores"_s, u"products"_s, u"space_head"_s, u"orders"_s, u"settings"_s};
        if (!market.db->isPostgres())
            tables << u"product_search"_s;
        for (const QString& table : std::as_const(tables))
            QCOMPARE(market.number(u"SELECT count(*) FROM "_s + table), 0);

        const auto again = loadSamples(*market.db, small, market.options());
        QVERIFY(again);
        QCOMPARE(again->stores, 2); // and the retail shop, which has nothing
        checkInvariants(market);
        checkSpaces(market);
    }

    void anArticleThatBreaksARuleIsLeftOutWithItsLines()
    {
        OnlineRetail retail = m_pack.retail;
        retail.orders = retail.orders.first(200);
        const qsizetype bad = retail.orders.first().lines.first().product;
        retail.store.products[bad].name = QString(300, u'x');
        Market market;
        const auto report = importOnlineRetail(*market.db, retail, market.options());
        QVERIFY(report);
        QCOMPARE(report->productsRefused, 1);
        QCOMPARE(report->refusals.size(), 1);
        QCOMPARE(report->products, 399);
        QVERIFY(report->orderLines > 0);
        checkInvariants(market);
        checkSpaces(market);
    }

    void aDataSetIsKnownByItsFirstLine_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        const auto packed = [](const QString& name) {
            QFile file(u":/samples/"_s + name);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTest::newRow("reviews") << "Category;Product Name;Location;Price;Overall Rating\r\nx"_ba
                                 << int(SampleFile::Prdect);
        QTest::newRow("reviews, packed") << packed(u"prdect-id.csv.xz"_s) << int(SampleFile::Prdect);
        QTest::newRow("invoices, packed")
            << packed(u"online-retail.csv.xz"_s) << int(SampleFile::OnlineRetail);
        QTest::newRow("another table") << "Handle,Title\nInvoiceNo,StockCode\n"_ba << -1;
        QTest::newRow("no line's end") << QByteArray(100'000, 'x') << -1;
        QTest::newRow("nothing") << QByteArray() << -1;
        QTest::newRow("a broken archive") << packed(u"prdect-id.csv.xz"_s).first(20) << -1;
    }

    void aDataSetIsKnownByItsFirstLine()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, kind);
        QBuffer buffer(&content);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto found = recognise(buffer);
        QCOMPARE(found ? int(*found) : -1, kind);
        QCOMPARE(buffer.pos(), 0);
    }

    void thousandsOfRealRowsAddUp()
    {
        QFile file(u"" FULL_DATA "/online-retail/online_retail.csv.xz"_s);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the full data is not here");
        QByteArray text;
        const auto end =
            readUnpacked(file, 1 << 30, [&text](QByteArrayView piece) -> tl::expected<void, SampleError> {
                text += piece;
                if (text.count('\n') > 6'000)
                    return tl::unexpected(SampleError{});
                return {};
            });
        QVERIFY(!end);
        text.truncate(text.lastIndexOf('\n') + 1);
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto retail = readOnlineRetail(buffer);
        QVERIFY2(retail, qPrintable(retail ? QString() : retail.error().message));

        Market market;
        const auto report = importOnlineRetail(*market.db, *retail, market.options());
        QVERIFY(report);
        QCOMPARE(report->refusals, QStringList());
        QCOMPARE(report->products, retail->store.products.size());
        qint64 placed = 0;
        qint64 lost = 0;
        for (const RetailOrder& order : retail->orders) {
            for (const RetailOrderLine& line : order.lines)
                (order.cancelled() ? lost : placed) += line.total.rupiah;
        }
        const auto sum = [&market](const QString& sql) { return market.number(sql); };
        QCOMPARE(sum(u"SELECT sum(total) FROM orders WHERE status <> 'CANCELLED'"_s), placed);
        QCOMPARE(sum(u"SELECT coalesce(sum(total), 0) FROM orders WHERE status = 'CANCELLED'"_s), lost);
        checkInvariants(market);
        checkSpaces(market);
    }
};

QTEST_GUILESS_MAIN(SamplesLoaderTest)
#include "samples_loader_test.moc"
