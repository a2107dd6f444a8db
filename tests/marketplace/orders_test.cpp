// SPDX-License-Identifier: GPL-3.0-or-later
#include "shopping.h"

#include <QTest>

#include <thread>

using namespace belanjain;
using namespace belanjain::testing;

class OrdersTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray pathOf(const QJsonObject& order) { return "/v1/orders/" + order.value(u"id").toString().toLatin1(); }
    static QJsonObject firstError(const HttpReply& reply)
    {
        return reply.json().value(u"errors").toArray().at(0).toObject();
    }
    static QStringList numbers(const TestServer::Person& who, const QByteArray& query)
    {
        QStringList list;
        const QJsonArray items = who.client.get("/v1/orders" + query).json().value(u"items").toArray();
        for (const QJsonValue& item : items)
            list << item.toObject().value(u"number").toString();
        return list;
    }

private Q_SLOTS:
    void tellsHowAnOrderCameAlong()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        const QJsonObject first = placed(budi, wok, 1, "k1");
        const QString placedAt = toRfc3339(server.clock().now());
        server.clock().advance(60'000);
        QCOMPARE(move(ani, first.value(u"id").toString(), {{u"to"_s, u"PROCESSING"_s}}).status, 200);
        server.clock().advance(60'000);
        const QString cancelledAt = toRfc3339(server.clock().now());
        QCOMPARE(move(ani, first.value(u"id").toString(),
                      {{u"to"_s, u"CANCELLED"_s}, {u"reason"_s, u"  Stok\nrusak "_s}}).status, 200);
        const QJsonArray steps = budi.client.get(pathOf(first) + "/history").json().value(u"items").toArray();
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.at(0).toObject(),
                 (QJsonObject{{u"at"_s, placedAt}, {u"from"_s, QJsonValue()}, {u"to"_s, u"PENDING"_s},
                              {u"role"_s, u"customer"_s}, {u"by"_s, u"budi"_s}, {u"reason"_s, QJsonValue()}}));
        QCOMPARE(steps.at(1).toObject().value(u"to").toString(), u"PROCESSING"_s);
        QCOMPARE(steps.at(2).toObject(),
                 (QJsonObject{{u"at"_s, cancelledAt}, {u"from"_s, u"PROCESSING"_s}, {u"to"_s, u"CANCELLED"_s},
                              {u"role"_s, u"seller"_s}, {u"by"_s, u"ani"_s}, {u"reason"_s, u"Stok rusak"_s}}));
    }

    void staysAsItWasBought()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        const QJsonObject bought = placed(budi, wok, 2, "k1");
        const QByteArray product = "/v1/products/" + wok.product.toLatin1();
        QCOMPARE(ani.client.patch(product, {{u"name"_s, u"Wajan Baru"_s},
                                            {u"variants"_s, QJsonArray{QJsonObject{{u"id"_s, wok.variant},
                                                                                   {u"price"_s, 99'000},
                                                                                   {u"sku"_s, u"LAIN-1"_s}}}}}).status, 200);
        QCOMPARE(ani.client.remove(product).status, 204);
        QCOMPARE(budi.client.get(pathOf(bought)).json().value(u"lines"), bought.value(u"lines"));
        QCOMPARE(budi.client.get(pathOf(bought)).json().value(u"total").toInteger(), 170'000);
    }

    void isNotSentAgainWhileItStays()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const QJsonObject first = placed(budi, addProduct(ani, u"Wajan"_s, 85'000, 10), 1, "k1");
        const QByteArray tag = budi.client.get(pathOf(first)).header("ETag");
        QVERIFY(!tag.isEmpty());
        QCOMPARE(budi.client.get(pathOf(first), {{"If-None-Match", tag}}).status, 304);
        // Its store's name is part of what is shown.
        QCOMPARE(ani.client.patch("/v1/stores/" + ani.storeId.toLatin1(), {{u"name"_s, u"Toko Lain"_s}}).status, 200);
        const HttpReply renamed = budi.client.get(pathOf(first), {{"If-None-Match", tag}});
        QCOMPARE(renamed.status, 200);
        QCOMPARE(renamed.json().value(u"storeName").toString(), u"Toko Lain"_s);
        QCOMPARE(move(ani, first.value(u"id").toString(), {{u"to"_s, u"PROCESSING"_s}}).status, 200);
        QVERIFY(budi.client.get(pathOf(first)).header("ETag") != renamed.header("ETag"));
    }

    void letsEachRoleTakeItsOwnSteps_data()
    {
        QTest::addColumn<QStringList>("before"); // the seller's steps
        QTest::addColumn<bool>("bySeller");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("status");
        const QStringList none;
        const QStringList processing{u"PROCESSING"_s};
        const QStringList shipped{u"SHIPPED"_s};
        const QStringList delivered{u"SHIPPED"_s, u"DELIVERED"_s};
        const QStringList cancelled{u"CANCELLED"_s};
        const auto row = [](const char* name, const QStringList& before, bool bySeller, const QString& to, int status) {
            QTest::newRow(name) << before << bySeller << to << status;
        };
        row("buyer processes", none, false, u"PROCESSING"_s, 403);
        row("buyer ships", processing, false, u"SHIPPED"_s, 403);
        row("buyer cancels new", none, false, u"CANCELLED"_s, 200);
        row("buyer cancels processed", processing, false, u"CANCELLED"_s, 403);
        row("buyer cancels shipped", shipped, false, u"CANCELLED"_s, 409);
        row("buyer receives", shipped, false, u"DELIVERED"_s, 200);
        row("buyer receives too early", none, false, u"DELIVERED"_s, 409);
        row("buyer receives twice", delivered, false, u"DELIVERED"_s, 409);
        row("seller processes", none, true, u"PROCESSING"_s, 200);
        row("seller processes twice", processing, true, u"PROCESSING"_s, 409);
        row("seller ships", processing, true, u"SHIPPED"_s, 200);
        row("seller delivers", shipped, true, u"DELIVERED"_s, 200);
        row("seller delivers unsent", processing, true, u"DELIVERED"_s, 409);
        row("seller cancels", processing, true, u"CANCELLED"_s, 200);
        row("seller cancels sent", shipped, true, u"CANCELLED"_s, 409);
        row("seller goes back", processing, true, u"PENDING"_s, 409);
        row("seller revives", cancelled, true, u"PENDING"_s, 409);
        row("cancelled again", cancelled, true, u"CANCELLED"_s, 409);
    }
    void letsEachRoleTakeItsOwnSteps()
    {
        QFETCH(QStringList, before);
        QFETCH(bool, bySeller);
        QFETCH(QString, to);
        QFETCH(int, status);
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const QString id = placed(budi, addProduct(ani, u"Wajan"_s, 85'000, 3), 1, "k1").value(u"id").toString();
        for (const QString& step : before)
            QCOMPARE(move(ani, id, {{u"to"_s, step}, {u"reason"_s, u"Kosong"_s}}).status, 200);
        const HttpReply reply = move(bySeller ? ani : budi, id, {{u"to"_s, to}, {u"reason"_s, u"Kosong"_s}});
        QCOMPARE(reply.status, status);
        if (status == 409) {
            QCOMPARE(reply.code(), u"illegal_transition"_s);
            QVERIFY(reply.json().value(u"allowed").isArray());
            QCOMPARE(reply.json().value(u"allowed").toArray().isEmpty(),
                     before == QStringList{u"CANCELLED"_s} || before.contains(u"DELIVERED"_s));
        }
    }

    void isShippedOnceByTwoAtOnce()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        const QString id = placed(budi, wok, 2, "k1").value(u"id").toString();
        std::atomic<int> done{0};
        std::atomic<int> refused{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 6; ++i) {
            threads.emplace_back([&] {
                const HttpReply reply = move(ani, id, {{u"to"_s, u"SHIPPED"_s}});
                done += reply.status == 200;
                refused += reply.code() == u"illegal_transition";
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(done.load(), 1);
        QCOMPARE(refused.load(), 5);
        QCOMPARE(stock(ani, wok), (Stock{8, 0, 8}));
    }

    void isFoundByWhatPeopleSayOfIt()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const auto cici = server.customer(u"cici@example.com"_s);
        placed(budi, addProduct(ani, u"Wajan Besi"_s, 85'000, 10), 1, "k1");
        placed(cici, addProduct(ani, u"Panci"_s, 45'000, 10), 1, "k2");
        const QString id = ani.client.get("/v1/orders?q=%2310002").json().value(u"items").toArray().at(0).toObject()
                               .value(u"id").toString();
        QCOMPARE(move(ani, id, {{u"to"_s, u"PROCESSING"_s}}).status, 200);
        QCOMPARE(numbers(ani, "?q=%2310001"), (QStringList{u"#10001"_s}));
        QCOMPARE(numbers(ani, "?q=10002"), (QStringList{u"#10002"_s}));
        QCOMPARE(numbers(ani, "?q=%20besi%20"), (QStringList{u"#10001"_s}));
        QCOMPARE(numbers(ani, "?q=budi"), (QStringList{u"#10001"_s}));
        QCOMPARE(numbers(budi, "?q=panci"), QStringList());
        QCOMPARE(numbers(ani, "?status=PROCESSING"), (QStringList{u"#10002"_s}));
        QCOMPARE(numbers(ani, "?status=PENDING,PROCESSING").size(), 2);
        QCOMPARE(numbers(ani, "?status=PENDING&q=panci"), QStringList());
        for (const QByteArray& query :
             {QByteArray("?status="), QByteArray("?status=PENDING,"), QByteArray("?status=pending"),
              QByteArray("?from=2026-02-30"), QByteArray("?to=21-11-2026"), QByteArray("?from="), QByteArray("?tz=Jakarta"),
              "?q=" + QByteArray(101, 'x')})
            QVERIFY2(ani.client.get("/v1/orders" + query).status == 400, query.constData());
    }

    void takesOnlyWholeAddresses_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("no recipient") << u"recipient"_s << QJsonValue(QJsonValue::Undefined) << 400 << u"missing"_s;
        QTest::newRow("a number") << u"phone"_s << QJsonValue(812) << 400 << u"not_a_string"_s;
        QTest::newRow("empty") << u"street"_s << QJsonValue(u" \n"_s) << 422 << u"required"_s;
        QTest::newRow("long") << u"city"_s << QJsonValue(QString(61, u'x')) << 422 << u"too_long"_s;
        QTest::newRow("four digits") << u"postcode"_s << QJsonValue(u"6011"_s) << 422 << u"postcode_malformed"_s;
        QTest::newRow("letters") << u"postcode"_s << QJsonValue(u"6O111"_s) << 422 << u"postcode_malformed"_s;
        QTest::newRow("short phone") << u"phone"_s << QJsonValue(u"08"_s) << 422 << u"phone_malformed"_s;
        QTest::newRow("words") << u"phone"_s << QJsonValue(u"telepon saya"_s) << 422 << u"phone_malformed"_s;
        QTest::newRow("abroad") << u"phone"_s << QJsonValue(u"+62 812-3456-7890"_s) << 201 << u""_s;
    }
    void takesOnlyWholeAddresses()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(int, status);
        QFETCH(QString, code);
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        put(budi, addProduct(ani, u"Wajan"_s, 85'000, 3).variant, 1);
        QJsonObject to = address();
        to[field] = value;
        const HttpReply reply = checkout(budi, order({{u"address"_s, to}}), "k1");
        QCOMPARE(reply.status, status);
        if (status == 201)
            return;
        QCOMPARE(firstError(reply).value(u"field").toString(), u"address."_s + field);
        QCOMPARE(firstError(reply).value(u"code").toString(), code);
        const HttpReply english = budi.client.post("/v1/checkouts", order({{u"address"_s, to}}),
                                                   {{"Idempotency-Key", "k2"}, {"Accept-Language", "en"}});
        QVERIFY(firstError(english).value(u"message") != firstError(reply).value(u"message"));
        QCOMPARE(budi.client.get("/v1/cart").json().value(u"itemCount").toInt(), 1);
    }

    void sendsOnlyAsTheAddressIsOffered()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto eko = server.seller(u"eko@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        put(budi, addProduct(ani, u"Wajan"_s, 85'000, 3).variant, 1);
        const auto sentBy = [&](const QString& store, const QString& service, const QByteArray& key) {
            return checkout(budi, order({{u"shipping"_s, QJsonObject{{store, service}}}}), key);
        };
        // The store's place is not known, so nobody promises to be there today.
        const HttpReply today = sentBy(ani.storeId, u"HARI_INI"_s, "k1");
        QCOMPARE(today.status, 422);
        QCOMPARE(today.code(), u"service_not_offered"_s);
        QCOMPARE(firstError(today).value(u"field").toString(), u"shipping."_s + ani.storeId);
        QVERIFY(firstError(today).value(u"offered").toArray().contains(u"REGULER"_s));
        QCOMPARE(sentBy(ani.storeId, u"BALON"_s, "k2").status, 422);
        QCOMPARE(sentBy(eko.storeId, u"REGULER"_s, "k3").status, 422);
        QCOMPARE(sentBy(u"toko"_s, u"REGULER"_s, "k4").status, 400);
        // What is quoted is what is charged.
        const qint64 quoted = server.client().get("/v1/shipping/quotes?postcode=60111&weightGrams=400&storeId="
                                                  + ani.storeId.toLatin1())
                                  .json().value(u"items").toArray().at(0).toObject().value(u"price").toInteger();
        const HttpReply sent = sentBy(ani.storeId, u"EKONOMI"_s, "k5");
        QCOMPARE(sent.status, 201);
        QCOMPARE(sent.json().value(u"orders").toArray().at(0).toObject().value(u"shippingCost").toInteger(), quoted);
    }

    void keepsACartWithinBounds()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 3);
        QCOMPARE(put(budi, wok.variant, 99'999).status, 201);
        const HttpReply more = put(budi, wok.variant, 1);
        QCOMPARE(more.status, 422);
        QCOMPARE(firstError(more).value(u"field").toString(), u"quantity"_s);
        QCOMPARE(put(budi, wok.variant, 100'000).status, 422);
        const QByteArray line = "/v1/cart/items/" + wok.variant.toLatin1();
        QCOMPARE(budi.client.put(line, {{u"quantity"_s, 100'000}}).status, 422);
        QCOMPARE(budi.client.put(line, {{u"quantity"_s, 1.5}}).status, 400);
        QCOMPARE(put(budi, wok.variant, -1).status, 400);
        QCOMPARE(budi.client.get("/v1/cart").json().value(u"itemCount").toInt(), 99'999);
    }

    void checksTheCartAnewOnEveryRead()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 3);
        put(budi, wok.variant, 2);
        const auto item = [&] {
            return budi.client.get("/v1/cart").json().value(u"stores").toArray().at(0).toObject().value(u"items")
                .toArray().at(0).toObject();
        };
        QVERIFY(!item().contains(u"problem"));
        const QByteArray tag = budi.client.get("/v1/cart").header("ETag");
        QCOMPARE(budi.client.get("/v1/cart", {{"If-None-Match", tag}}).status, 304);
        const QByteArray stockPath = "/v1/variants/" + wok.variant.toLatin1() + "/stock";
        ani.client.post(stockPath, {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -2}});
        QCOMPARE(item().value(u"problem").toString(), u"too_few"_s);
        QCOMPARE(budi.client.get("/v1/cart", {{"If-None-Match", tag}}).status, 200);
        ani.client.post(stockPath, {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -1}});
        QCOMPARE(item().value(u"problem").toString(), u"out_of_stock"_s);
        const QByteArray product = "/v1/products/" + wok.product.toLatin1();
        ani.client.patch(product, {{u"variants"_s, QJsonArray{QJsonObject{{u"id"_s, wok.variant}, {u"price"_s, 90'000}}}}});
        QCOMPARE(item().value(u"unitPrice").toInteger(), 90'000);
        ani.client.remove(product);
        QCOMPARE(item().value(u"problem").toString(), u"not_for_sale"_s);
        QCOMPARE(put(budi, wok.variant, 1).status, 404);
    }
};

QTEST_GUILESS_MAIN(OrdersTest)
#include "orders_test.moc"
