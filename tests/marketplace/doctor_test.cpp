// SPDX-License-Identifier: GPL-3.0-or-later
// Plants every fault that the doctor looks for, sees it named, and takes it out again.
#include "marketplace/doctor/doctor.h"
#include "storage/transaction.h"
#include "support/test_server.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class DoctorTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_server;

    static QString madeProduct(const TestServer::Person& seller, const QString& name)
    {
        return seller.client
            .post("/v1/products", {{u"name"_s, name}, {u"description"_s, u""_s}, {u"category"_s, u"Dapur"_s},
                                   {u"price"_s, 85'000}, {u"stock"_s, 10}})
            .json().value(u"variants").toArray().at(0).toObject().value(u"id").toString();
    }

    static QJsonArray bought(const TestServer::Person& buyer, const QStringList& variants, const QByteArray& key)
    {
        for (const QString& variant : variants)
            buyer.client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, 2}});
        const QJsonObject address{{u"recipient"_s, u"Budi"_s},    {u"phone"_s, u"08123456789"_s},
                                  {u"street"_s, u"Jl. Melati 7"_s}, {u"city"_s, u"Surabaya"_s},
                                  {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}};
        return buyer.client
            .post("/v1/checkouts", {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}},
                  {{"Idempotency-Key", key}})
            .json().value(u"orders").toArray();
    }

    static int move(const TestServer::Person& who, const QJsonValue& order, const QString& to)
    {
        return who.client
            .post("/v1/orders/" + order[u"id"].toString().toLatin1() + "/transitions",
                  {{u"to"_s, to}, {u"reason"_s, u"Stok rusak"_s}})
            .status;
    }

private Q_SLOTS:
    /// A marketplace with a bit of everything: two stores, orders in every state, a loss, a sync.
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        const auto ani = m_server->seller(u"ani@example.com"_s);
        const auto eko = m_server->seller(u"eko@example.com"_s);
        const auto budi = m_server->customer(u"budi@example.com"_s);
        const QString wok = madeProduct(ani, u"Wajan"_s);
        const QString cup = madeProduct(eko, u"Cangkir"_s);
        const QJsonArray first = bought(budi, {wok, cup}, "one");
        const QJsonArray second = bought(budi, {wok, cup}, "two");
        const QJsonArray third = bought(budi, {wok}, "three");
        QCOMPARE(first.size(), 2);
        QCOMPARE(second.size(), 2);
        const auto& [aniFirst, ekoFirst] = first[0][u"storeName"].toString().contains(u"ani")
            ? std::pair(first[0], first[1])
            : std::pair(first[1], first[0]);
        QCOMPARE(move(ani, aniFirst, u"SHIPPED"_s), 200);
        QCOMPARE(move(budi, aniFirst, u"DELIVERED"_s), 200);
        QCOMPARE(move(eko, ekoFirst, u"CANCELLED"_s), 200);
        QCOMPARE(move(ani, third[0], u"PROCESSING"_s), 200);
        QCOMPARE(ani.client.post("/v1/variants/" + wok.toLatin1() + "/stock", {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -6}})
                     .status, 200);
        QCOMPARE(ani.client.post("/v1/reviews", {}).status, 404);
    }

    void cleanupTestCase() { m_server.reset(); }

    void isContentWithWhatTheServerLeaves()
    {
        const auto db = m_server->openDatabase();
        const auto diagnosis = marketplace::runDoctor(*db);
        QVERIFY(diagnosis);
        QVERIFY2(diagnosis->isContent(), qPrintable(diagnosis->lines().join(u'\n')));
        QVERIFY(diagnosis->checks > 25);
    }

    void namesAPlantedFault_data()
    {
        QTest::addColumn<QStringList>("fault");
        QTest::addColumn<QString>("check");
        const auto plant = [](const char* check, const QStringList& fault) {
            QTest::newRow(check) << fault << QString::fromLatin1(check);
        };
        const QString aVariant = u"(SELECT min(id) FROM variants)"_s;
        const QString aProduct = u"(SELECT min(id) FROM products)"_s;
        const QString anOrder = u"(SELECT min(id) FROM orders)"_s;
        plant("store owners", {u"UPDATE users SET role = 'CUSTOMER' WHERE role = 'SELLER'"_s});
        plant("sellers have stores", {u"UPDATE users SET role = 'SELLER'"_s});
        plant("sessions", {u"UPDATE refresh_tokens SET session_id = (SELECT min(id) FROM sessions)"_s});
        plant("session times", {u"UPDATE sessions SET ended_at = created_at - 1"_s});
        plant("kept answers", {u"UPDATE idempotency SET status = 503"_s});
        plant("products have variants",
              {u"INSERT INTO products (number, id, store_id, name, created_at, updated_at) SELECT 99, 'x', min(id), 'x', 0, 0 "
               "FROM stores"_s});
        plant("variants' stores",
              {u"UPDATE variants SET store_id = (SELECT max(id) FROM stores) WHERE store_id = (SELECT min(id) FROM stores)"_s});
        plant("lowest price", {u"UPDATE products SET min_price = min_price - 1 WHERE id = "_s + aProduct});
        plant("highest price", {u"UPDATE variants SET price = price + 1 WHERE id = "_s + aVariant});
        plant("variant count", {u"UPDATE products SET variant_count = 7 WHERE id = "_s + aProduct});
        plant("search index", {u"UPDATE products SET search_text = 'lain' WHERE id = "_s + aProduct});
        plant("available", {u"UPDATE products SET available = available + 1 WHERE id = "_s + aProduct});
        plant("review count", {u"UPDATE products SET review_count = 1 WHERE id = "_s + aProduct});
        plant("rating sum", {u"UPDATE products SET rating_sum = 1 WHERE id = "_s + aProduct});
        plant("rating", {u"UPDATE products SET rating_milli = 4500 WHERE id = "_s + aProduct});
        plant("sold", {u"UPDATE products SET sold = 0"_s});
        plant("picture uses", {u"INSERT INTO pictures (sha256, type, width, height, uses, noted_at) "
                               "VALUES ('ab', 'jpeg', 1, 1, 1, 0)"_s});
        plant("picture files", {u"INSERT INTO pictures (sha256, type, width, height, uses, noted_at) "
                                "VALUES ('abcd', 'jpeg', 1, 1, 0, 0)"_s});
        plant("stock on hand", {u"UPDATE variants SET on_hand = on_hand + 1 WHERE id = "_s + aVariant});
        plant("stock reserved",
              {u"UPDATE stock_moves SET reserved_delta = reserved_delta + 1 WHERE id = (SELECT max(id) FROM stock_moves)"_s});
        plant("stock chain", {u"UPDATE stock_moves SET on_hand_after = on_hand_after + 1 WHERE kind = 'initial'"_s});
        plant("reserved for orders", {u"UPDATE order_lines SET quantity = quantity + 1, line_total = unit_price * (quantity + 1) "
                                      "WHERE order_id IN (SELECT id FROM orders WHERE status = 'PENDING')"_s});
        plant("order subtotal", {u"UPDATE order_lines SET quantity = 1, line_total = unit_price WHERE order_id = "_s + anOrder});
        plant("order units", {u"UPDATE orders SET units = units + 1 WHERE id = "_s + anOrder});
        plant("checkout total", {u"UPDATE checkouts SET total = total + 1 WHERE id = (SELECT min(id) FROM checkouts)"_s});
        plant("checkout's customer",
              {u"UPDATE checkouts SET customer_id = (SELECT max(id) FROM users WHERE role = 'SELLER')"_s});
        plant("one order a store", {u"UPDATE orders SET checkout_id = (SELECT min(id) FROM checkouts)"_s});
        plant("one store an order", {u"UPDATE order_lines SET variant_id = "_s + aVariant});
        plant("line's product", {u"UPDATE order_lines SET product_id = "_s + aProduct});
        plant("order times", {u"UPDATE orders SET shipped_at = NULL WHERE status = 'DELIVERED'"_s});
        plant("order history", {u"DELETE FROM order_events WHERE to_status = 'DELIVERED'"_s});
        plant("space head", {u"UPDATE space_head SET row_sum = row_sum + 1"_s});
        plant("tombstones",
              {u"INSERT INTO sync_tombstones (space, table_name, row_id, version, deleted_at) "
               "SELECT store_id, 'products', id, 1000, 0 FROM products"_s});
        plant("spaces of stores", {u"DELETE FROM sync_results"_s, u"DELETE FROM sync_devices"_s,
                                   u"DELETE FROM space_head WHERE kind = 'store'"_s});
        plant("epochs", {u"UPDATE space_head SET epoch = 'another'"_s});
        plant("horizon", {u"UPDATE space_head SET horizon = version + 1"_s});
        plant("desktops' results",
              {u"INSERT INTO sync_devices (space, device_id, last_seq, seen_at) SELECT min(space), 'd', 1, 0 FROM space_head"_s,
               u"INSERT INTO sync_results (space, device_id, seq, op_id, fingerprint, result, done_at) "
               "SELECT min(space), 'd', 2, 'o', 'f', '{}', 0 FROM space_head"_s});
    }

    void namesAPlantedFault()
    {
        QFETCH(QStringList, fault);
        QFETCH(QString, check);
        const auto db = m_server->openDatabase();
        auto transaction = storage::Transaction::begin(*db).value(); // never committed
        for (const QString& statement : std::as_const(fault)) {
            const auto planted = db->run(statement);
            QVERIFY2(planted, planted ? "" : qPrintable(planted.error().text));
        }
        const auto diagnosis = marketplace::runDoctor(*db, QDir::tempPath());
        QVERIFY2(diagnosis, diagnosis ? "" : qPrintable(diagnosis.error().text));
        QStringList named;
        for (const marketplace::Finding& finding : diagnosis->findings) {
            QVERIFY(!finding.id.isEmpty());
            QVERIFY2(!finding.text.contains(u'%'), qPrintable(finding.text));
            named << finding.check;
        }
        QVERIFY2(named.contains(check), qPrintable(named.join(u", ")));
    }

    /// What the schema refuses, in a database that somebody has edited with the constraints off.
    void namesWhatTheSchemaWouldRefuse()
    {
        const auto db = m_server->openDatabase();
        if (db->isPostgres())
            QSKIP("PostgreSQL keeps these by itself");
        QVERIFY(db->execute(u"PRAGMA foreign_keys=OFF"_s));
        auto transaction = storage::Transaction::begin(*db).value();
        QVERIFY(db->execute(u"PRAGMA ignore_check_constraints=ON"_s));
        QVERIFY(db->run(u"UPDATE orders SET total = total + 1"_s));
        QVERIFY(db->run(u"UPDATE order_lines SET line_total = line_total + 1"_s));
        QVERIFY(db->run(u"DELETE FROM users WHERE role = 'CUSTOMER'"_s));
        QVERIFY(db->execute(u"PRAGMA ignore_check_constraints=OFF"_s));
        const auto diagnosis = marketplace::runDoctor(*db);
        QVERIFY(diagnosis);
        QSet<QString> named;
        for (const marketplace::Finding& finding : diagnosis->findings)
            named << finding.check;
        for (const QString& check : {u"file"_s, u"references"_s, u"order total"_s, u"line total"_s, u"checkout total"_s})
            QVERIFY2(named.contains(check), qPrintable(check));
    }

    void countsWhatItDoesNotList()
    {
        const auto db = m_server->openDatabase();
        auto transaction = storage::Transaction::begin(*db).value();
        for (int i = 0; i < 30; ++i) {
            QVERIFY(db->run(u"INSERT INTO sync_devices (space, device_id, seen_at) SELECT min(space), ?, 0 FROM space_head"_s,
                            {QString::number(i)}));
            QVERIFY(db->run(u"INSERT INTO sync_results (space, device_id, seq, op_id, fingerprint, result, done_at) "
                            "SELECT min(space), ?, 1, 'o', 'f', '{}', 0 FROM space_head"_s, {QString::number(i)}));
        }
        const auto diagnosis = marketplace::runDoctor(*db);
        QVERIFY(diagnosis);
        QCOMPARE(diagnosis->found, 30);
        QCOMPARE(diagnosis->findings.size(), marketplace::Diagnosis::mostKept);
        QCOMPARE(diagnosis->lines().last(), u"and 10 more"_s);
    }

    void speaksOnTheCommandLineBesideARunningServer()
    {
        const auto db = m_server->openDatabase();
        if (db->isPostgres())
            QSKIP("the program is run on SQLite only");
        const auto run = [](const QStringList& arguments, QByteArray* out) {
            QProcess process;
            process.start(QStringLiteral(MARKETPLACE_PROGRAM), QStringList{u"doctor"_s} + arguments);
            process.waitForFinished();
            *out = process.readAllStandardOutput() + process.readAllStandardError();
            return process.exitCode();
        };
        const QString address = m_server->databaseText();
        QByteArray out;
        QCOMPARE(run({u"--database"_s, address}, &out), 0);
        QCOMPARE(out.count('\n'), 1);
        QCOMPARE(run({u"--database"_s, u"oracle:x"_s}, &out), 2);
        QCOMPARE(run({u"--wat"_s}, &out), 2);
        QCOMPARE(run({u"--database"_s, u"sqlite:/nowhere/market.db"_s}, &out), 1);
        QVERIFY(out.contains("there is no database"));
        QVERIFY(db->run(u"UPDATE products SET available = available + 1"_s));
        QCOMPARE(run({u"--database"_s, address}, &out), 1);
        QVERIFY2(out.startsWith("available: "), out.constData());
        QVERIFY(db->run(u"UPDATE products SET available = available - 1"_s));
    }
};

QTEST_GUILESS_MAIN(DoctorTest)
#include "doctor_test.moc"
