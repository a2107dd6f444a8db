// SPDX-License-Identifier: GPL-3.0-or-later
#include "shopping.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class CheckoutTest : public QObject
{
    Q_OBJECT

private:
    static QStringList column(storage::Database& db, const QString& sql, const QVariantList& values = {})
    {
        return db.all(sql, values, [](const storage::Row& row) { return row.text(0); }).value();
    }
    /// Every row of every table, but for the search index, which holds its own pages.
    static QByteArray dump(storage::Database& db)
    {
        const bool postgres = db.isPostgres();
        QByteArray all;
        const QStringList tables = column(
            db, postgres ? u"SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"_s
                         : u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%' ORDER BY 1"_s);
        for (const QString& table : tables) {
            const QStringList columns = column(
                db, postgres ? u"SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND "
                               "table_name = ? ORDER BY 1"_s
                             : u"SELECT name FROM pragma_table_info(?) ORDER BY 1"_s,
                {table});
            QByteArrayList rows;
            const auto read = db.each(u"SELECT \"%1\" FROM %2"_s.arg(columns.join(u"\", \""_s), table), {},
                                      [&](const storage::Row& row) {
                                          QByteArray text;
                                          for (int i = 0; i < columns.size(); ++i)
                                              text += row.bytes(i) + '|';
                                          rows += text;
                                      });
            if (!read)
                qFatal("%s: %s", qPrintable(table), qPrintable(read.error().text));
            std::sort(rows.begin(), rows.end());
            all += table.toLatin1() + '\n' + rows.join('\n') + '\n';
        }
        return all;
    }

private Q_SLOTS:
    void keepsACart()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto eko = server.seller(u"eko@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        const Goods cup = addProduct(eko, u"Cangkir"_s, 15'000, 3);
        QCOMPARE(put(budi, wok.variant, 1).status, 201);
        server.clock().advance(1);
        put(budi, cup.variant, 4);
        const QJsonObject cart = put(budi, wok.variant, 2).json();
        QCOMPARE(cart.value(u"itemCount").toInt(), 7);
        QCOMPARE(cart.value(u"total").toInteger(), 3 * 85'000 + 4 * 15'000);
        QCOMPARE(cart, budi.client.get("/v1/cart").json());
        const QJsonArray stores = cart.value(u"stores").toArray();
        QCOMPARE(stores.size(), 2);
        QCOMPARE(stores.at(0).toObject().value(u"storeName").toString(), u"Toko ani"_s);
        QCOMPARE(stores.at(1).toObject(),
                 (QJsonObject{{u"storeId"_s, eko.storeId}, {u"storeName"_s, u"Toko eko"_s}, {u"subtotal"_s, 60'000},
                              {u"items"_s, QJsonArray{QJsonObject{{u"variantId"_s, cup.variant},
                                                                  {u"productId"_s, cup.product},
                                                                  {u"name"_s, u"Cangkir"_s}, {u"options"_s, QJsonObject()},
                                                                  {u"unitPrice"_s, 15'000}, {u"quantity"_s, 4},
                                                                  {u"available"_s, 3}, {u"problem"_s, u"too_few"_s},
                                                                  {u"problemText"_s, u"Hanya 3 tersedia."_s}}}}}));
        const QByteArray line = "/v1/cart/items/" + cup.variant.toLatin1();
        QCOMPARE(budi.client.put(line, {{u"quantity"_s, 2}}).json().value(u"itemCount").toInt(), 5);
        QCOMPARE(budi.client.put(line, {{u"quantity"_s, 0}}).status, 400);
        QCOMPARE(budi.client.remove(line).status, 204);
        QCOMPARE(budi.client.remove(line).status, 404);
        QCOMPARE(budi.client.get("/v1/cart").json().value(u"itemCount").toInt(), 3);
        QCOMPARE(put(budi, ani.storeId, 1).status, 404);
        QCOMPARE(put(ani, wok.variant, 1).status, 403);
        QCOMPARE(server.client().get("/v1/cart").status, 401);
    }

    void splitsACartIntoAnOrderAStore()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto eko = server.seller(u"eko@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        const Goods ladle = addProduct(ani, u"Sendok"_s, 12'500, 5);
        const Goods cup = addProduct(eko, u"Cangkir"_s, 15'000, 3);
        put(budi, wok.variant, 2);
        put(budi, cup.variant, 3);
        put(budi, ladle.variant, 1);

        const HttpReply reply = checkout(budi, order({{u"shipping"_s, QJsonObject{{ani.storeId, u"REGULER"_s}}},
                                                      {u"expectedTotal"_s, 2 * 85'000 + 12'500 + 2 * 18'000 + 45'000}}),
                                         "k1");
        QCOMPARE(reply.status, 201);
        const QJsonObject answer = reply.json();
        const QJsonArray orders = answer.value(u"orders").toArray();
        QCOMPARE(orders.size(), 2);
        const QJsonObject first = orders.at(0).toObject();
        QCOMPARE(first.value(u"storeId").toString(), ani.storeId);
        QCOMPARE(first.value(u"number").toString(), u"#10001"_s);
        QCOMPARE(first.value(u"status").toString(), u"PENDING"_s);
        QCOMPARE(first.value(u"subtotal").toInteger(), 182'500);
        // 1,200 g are two started kilograms to East Java.
        QCOMPARE(first.value(u"shippingCost").toInteger(), 36'000);
        QCOMPARE(first.value(u"shippingService").toString(), u"REGULER"_s);
        QCOMPARE(first.value(u"total").toInteger(), 218'500);
        QCOMPARE(first.value(u"lines").toArray().size(), 2);
        QCOMPARE(first.value(u"customer").toObject(), (QJsonObject{{u"id"_s, budi.userId}, {u"name"_s, u"budi"_s}}));
        QCOMPARE(first.value(u"shippingAddress").toObject(), address());
        QVERIFY(first.value(u"shippedAt").isNull());
        QCOMPARE(orders.at(1).toObject().value(u"total").toInteger(), 45'000);
        QCOMPARE(answer.value(u"total").toInteger(), 263'500);

        QCOMPARE(stock(ani, wok), (Stock{10, 2, 8}));
        QCOMPARE(stock(ani, ladle), (Stock{5, 1, 4}));
        QCOMPARE(stock(eko, cup), (Stock{3, 3, 0}));
        QCOMPARE(budi.client.get("/v1/cart").json().value(u"itemCount").toInt(), 0);
        // Each sees what is theirs, and the same.
        const HttpReply detail = ani.client.get("/v1/orders/" + first.value(u"id").toString().toLatin1());
        QCOMPARE(detail.json(), first);
        QCOMPARE(eko.client.get("/v1/orders/" + first.value(u"id").toString().toLatin1()).status, 403);
        QCOMPARE(ani.client.get("/v1/orders").json().value(u"items").toArray(), (QJsonArray{first}));
        QCOMPARE(budi.client.get("/v1/orders").json().value(u"items").toArray().size(), 2);
    }

    void changesNothingWhenAnyLineIsShort()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto eko = server.seller(u"eko@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        const Goods ladle = addProduct(ani, u"Sendok"_s, 12'500, 1);
        const Goods cup = addProduct(eko, u"Cangkir"_s, 15'000, 3);
        put(budi, wok.variant, 2);
        put(budi, ladle.variant, 2);
        put(budi, cup.variant, 4);
        const QJsonObject before = budi.client.get("/v1/cart").json();

        const HttpReply reply = checkout(budi, order(), "k1");
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.code(), u"out_of_stock"_s);
        const QJsonArray errors = reply.json().value(u"errors").toArray();
        QCOMPARE(errors.size(), 2);
        QSet<QString> named;
        for (const QJsonValue& error : errors)
            named.insert(error.toObject().value(u"variantId").toString() + u' '
                         + QString::number(error.toObject().value(u"requested").toInt()) + u' '
                         + QString::number(error.toObject().value(u"available").toInt()));
        QCOMPARE(named, (QSet<QString>{ladle.variant + u" 2 1"_s, cup.variant + u" 4 3"_s}));
        QCOMPARE(stock(ani, wok), (Stock{10, 0, 10}));
        QCOMPARE(stock(ani, ladle), (Stock{1, 0, 1}));
        QCOMPARE(stock(eko, cup), (Stock{3, 0, 3}));
        QCOMPARE(budi.client.get("/v1/cart").json(), before);
        QCOMPARE(budi.client.get("/v1/orders").json().value(u"items").toArray(), QJsonArray());

        // Only what is there: the rest of the cart stays.
        const HttpReply partly = checkout(budi, order({{u"variantIds"_s, QJsonArray{wok.variant}}}), "k2");
        QCOMPARE(partly.status, 201);
        QCOMPARE(budi.client.get("/v1/cart").json().value(u"itemCount").toInt(), 6);
        // The refused checkout took no number along; a sequence does not take numbers back.
        if (!TestDatabase::isPostgres())
            QCOMPARE(partly.json().value(u"orders").toArray().at(0).toObject().value(u"number").toString(), u"#10001"_s);
    }

    void answersARepeatedCheckoutAsTheFirst()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        put(budi, wok.variant, 2);
        const HttpReply first = checkout(budi, order(), "once");
        const HttpReply again = checkout(budi, order(), "once");
        QCOMPARE(again.status, 201);
        QCOMPARE(again.json(), first.json());
        QCOMPARE(again.header("Idempotency-Replayed"), "true");
        QCOMPARE(stock(ani, wok), (Stock{10, 2, 8}));
        const HttpReply other = checkout(budi, order({{u"paymentMethod"_s, u"CARD"_s}}), "once");
        QCOMPARE(other.status, 422);
        QCOMPARE(other.code(), u"idempotency_mismatch"_s);

        // Over a restart too, and for seven days.
        server.stop();
        QVERIFY(server.start());
        HttpClient client = server.client();
        client.setToken(budi.client.token());
        QCOMPARE(client.post("/v1/checkouts", order(), {{"Idempotency-Key", "once"}}).json(), first.json());
    }

    void buysALineOnceHoweverOftenItIsNamed()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        put(budi, wok.variant, 2);
        const HttpReply reply =
            checkout(budi, order({{u"variantIds"_s, QJsonArray{wok.variant, wok.variant}}}), "twice");
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.json().value(u"errors").toArray().at(0).toObject().value(u"field").toString(),
                 u"variantIds[1]"_s);
        QCOMPARE(stock(ani, wok), (Stock{10, 0, 10}));
    }

    void leavesNothingBehindWhereverItFails()
    {
        std::atomic<int> countdown{-1};
        TestServer server([&](marketplace::ServerConfig& config) {
            config.executor.writerFault = [&](storage::Step, const QString&) -> storage::Outcome {
                if (countdown.load() >= 0 && countdown.fetch_sub(1) == 0)
                    return tl::unexpected(storage::Error{storage::Error::Kind::Full, u"planted"_s});
                return {};
            };
        });
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto eko = server.seller(u"eko@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        const Goods cup = addProduct(eko, u"Cangkir"_s, 15'000, 3);
        put(budi, wok.variant, 2);
        put(budi, cup.variant, 3);
        const auto database = server.openDatabase();
        const QByteArray before = dump(*database);
        QVERIFY(before.contains(wok.variant.toLatin1()));
        int failing = 0;
        for (;; ++failing) {
            countdown = failing;
            const HttpReply reply = checkout(budi, order(), "the one key");
            countdown = -1;
            if (reply.status == 201)
                break;
            QVERIFY2(reply.status >= 500, qPrintable(QString::number(reply.status)));
            QCOMPARE(dump(*database), before);
            QVERIFY(failing < 500);
        }
        QVERIFY(failing > 20);
        QCOMPARE(stock(ani, wok), (Stock{10, 2, 8}));
        QCOMPARE(stock(eko, cup), (Stock{3, 3, 0}));
        QCOMPARE(budi.client.get("/v1/orders").json().value(u"items").toArray().size(), 2);
    }

    void refusesWhatCannotBeCheckedOut()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        QCOMPARE(checkout(budi, order(), "a").code(), u"empty_cart"_s);
        put(budi, wok.variant, 2);
        QCOMPARE(checkout(budi, order({{u"variantIds"_s, QJsonArray()}}), "b").status, 422);
        QCOMPARE(budi.client.post("/v1/checkouts", order()).code(), u"idempotency_key_required"_s);
        const HttpReply noAddress = checkout(budi, {{u"paymentMethod"_s, u"COD"_s}}, "c");
        QCOMPARE(noAddress.status, 400);
        QCOMPARE(checkout(budi, order({{u"paymentMethod"_s, u"BARTER"_s}}), "d").status, 422);
        const HttpReply changed = checkout(budi, order({{u"expectedTotal"_s, 1}}), "e");
        QCOMPARE(changed.status, 409);
        QCOMPARE(changed.code(), u"total_changed"_s);
        QCOMPARE(changed.json().value(u"total").toInteger(), 170'000);
        QCOMPARE(ani.client.remove("/v1/products/" + wok.product.toLatin1()).status, 204);
        const HttpReply gone = checkout(budi, order(), "f");
        QCOMPARE(gone.status, 409);
        QCOMPARE(gone.code(), u"not_for_sale"_s);
        QCOMPARE(stock(ani, wok), (Stock{10, 0, 10}));
    }

    void movesAnOrderAlongWithItsStock()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        const QString id = placed(budi, wok, 2, "k1").value(u"id").toString();
        server.clock().advance(60'000);
        const HttpReply shipped = move(ani, id, {{u"to"_s, u"SHIPPED"_s}, {u"courier"_s, u"JNE"_s},
                                                 {u"trackingNumber"_s, u"JX-1"_s}});
        QCOMPARE(shipped.status, 200);
        QCOMPARE(shipped.json().value(u"processedAt"), shipped.json().value(u"shippedAt"));
        QCOMPARE(shipped.json().value(u"shippedAt").toString(), toRfc3339(server.clock().now()));
        QCOMPARE(shipped.json().value(u"courier").toString(), u"JNE"_s);
        QCOMPARE(stock(ani, wok), (Stock{8, 0, 8}));

        const HttpReply again = move(ani, id, {{u"to"_s, u"SHIPPED"_s}});
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), u"illegal_transition"_s);
        QCOMPARE(again.json().value(u"allowed").toArray(), (QJsonArray{u"DELIVERED"_s}));
        QCOMPARE(move(budi, id, {{u"to"_s, u"DELIVERED"_s}}).status, 200);
        QCOMPARE(server.client().get("/v1/products/" + wok.product.toLatin1()).json().value(u"sold").toInt(), 2);
        QCOMPARE(move(ani, id, {{u"to"_s, u"CANCELLED"_s}, {u"reason"_s, u"x"_s}}).status, 409);
    }

    void cancelsAndPutsTheStockBack()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto eko = server.seller(u"eko@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        const QString one = placed(budi, wok, 2, "k1").value(u"id").toString();
        const QString two = placed(budi, wok, 3, "k2").value(u"id").toString();
        QCOMPARE(stock(ani, wok), (Stock{10, 5, 5}));
        QCOMPARE(move(eko, one, {{u"to"_s, u"CANCELLED"_s}, {u"reason"_s, u"x"_s}}).status, 403);
        QCOMPARE(move(ani, one, {{u"to"_s, u"CANCELLED"_s}}).status, 422);
        QCOMPARE(move(ani, one, {{u"to"_s, u"PROCESSING"_s}}).status, 200);
        QCOMPARE(move(budi, one, {{u"to"_s, u"CANCELLED"_s}}).status, 403);
        const HttpReply cancelled = move(ani, one, {{u"to"_s, u"CANCELLED"_s}, {u"reason"_s, u"Stok rusak"_s}});
        QCOMPARE(cancelled.json().value(u"cancelReason").toString(), u"Stok rusak"_s);
        QCOMPARE(stock(ani, wok), (Stock{10, 3, 7}));
        QCOMPARE(move(budi, two, {{u"to"_s, u"CANCELLED"_s}}).status, 200);
        QCOMPARE(stock(ani, wok), (Stock{10, 0, 10}));
        QCOMPARE(move(ani, two, {{u"to"_s, u"PACKED"_s}}).status, 400);
    }

    void doesNotShipWhatALossHasTaken()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 3);
        const QString id = placed(budi, wok, 3, "k1").value(u"id").toString();
        QCOMPARE(ani.client.post("/v1/variants/" + wok.variant.toLatin1() + "/stock",
                                 {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -2}}).status, 200);
        const HttpReply refused = move(ani, id, {{u"to"_s, u"SHIPPED"_s}});
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), u"out_of_stock"_s);
        const QJsonObject line = refused.json().value(u"errors").toArray().at(0).toObject();
        QCOMPARE(line.value(u"variantId").toString(), wok.variant);
        QCOMPARE(line.value(u"requested").toInt(), 3);
        QCOMPARE(line.value(u"available").toInt(), 1);
        QCOMPARE(stock(ani, wok), (Stock{1, 3, 0}));
    }

    void listsNewestFirstByPageAndFilter()
    {
        TestServer server;
        auto ani = server.seller(u"ani@example.com"_s);
        auto budi = server.customer(u"budi@example.com"_s);
        auto cici = server.customer(u"cici@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan 50% Besi"_s, 85'000, 100);
        // 04:00Z is 11:00 in Jakarta; 14 hours later it is tomorrow there, not yet in UTC.
        placed(budi, wok, 1, "k1");
        server.clock().advance(14LL * 3600 * 1000);
        for (TestServer::Person* person : {&ani, &budi, &cici})
            server.signInAgain(*person);
        placed(cici, wok, 1, "k2");
        placed(budi, wok, 1, "k3");
        const auto numbers = [&](const QByteArray& query) {
            QStringList list;
            const QJsonArray items = ani.client.get("/v1/orders" + query).json().value(u"items").toArray();
            for (const QJsonValue& item : items)
                list << item.toObject().value(u"number").toString();
            return list;
        };
        QCOMPARE(numbers(""), (QStringList{u"#10003"_s, u"#10002"_s, u"#10001"_s}));
        QCOMPARE(numbers("?to=2026-11-21"), (QStringList{u"#10001"_s}));
        QCOMPARE(numbers("?from=2026-11-22"), (QStringList{u"#10003"_s, u"#10002"_s}));
        QCOMPARE(numbers("?from=2026-11-22&tz=UTC"), QStringList());
        QCOMPARE(numbers("?q=CICI"), (QStringList{u"#10002"_s}));
        QCOMPARE(numbers("?q=10001"), (QStringList{u"#10001"_s}));
        QCOMPARE(numbers("?q=50%25%20besi").size(), 3);
        QCOMPARE(numbers("?q=5_%25"), QStringList());
        QCOMPARE(numbers("?status=CANCELLED"), QStringList());
        QCOMPARE(ani.client.get("/v1/orders?status=LOST").status, 400);

        const QJsonObject page = ani.client.get("/v1/orders?limit=2&page=2").json();
        QCOMPARE(page.value(u"meta").toObject(), (QJsonObject{{u"total"_s, 3}, {u"page"_s, 2}, {u"lastPage"_s, 2}}));
        QCOMPARE(page.value(u"items").toArray().size(), 1);
        QVERIFY(page.value(u"nextCursor").isNull());
        const QJsonObject first = ani.client.get("/v1/orders?limit=2").json();
        const QByteArray cursor = first.value(u"nextCursor").toString().toLatin1();
        QCOMPARE(numbers("?limit=2&cursor=" + cursor), (QStringList{u"#10001"_s}));
        for (const QByteArray query : {"?limit=0", "?limit=101", "?limit=x", "?page=0", "?cursor=abc", "?cursor="})
            QCOMPARE(ani.client.get("/v1/orders" + query).status, 400);
        QCOMPARE(ani.client.get("/v1/orders?page=1&cursor=" + cursor).status, 400);
    }

    void showsOrdersToTheStoresDesktops()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        const QJsonObject first = ani.client.get("/v1/sync/pull?after=0&schema=1").json();
        QCOMPARE(first.value(u"complete").toBool(), true);
        QJsonObject placedOrder = placed(budi, wok, 2, "k1");
        const QByteArray cursor = "/v1/sync/pull?schema=1&epoch=" + first.value(u"epoch").toString().toLatin1()
            + "&after=" + QByteArray::number(first.value(u"next").toInteger());
        const QJsonArray rows = ani.client.get(cursor).json().value(u"rows").toArray();
        QMap<QString, QJsonObject> byTable;
        for (const QJsonValue& row : rows)
            byTable.insert(row.toObject().value(u"table").toString(), row.toObject());
        QCOMPARE(byTable.value(u"variants"_s).value(u"data").toObject().value(u"reserved").toInt(), 2);
        const QJsonObject row = byTable.value(u"orders"_s);
        QCOMPARE(row.value(u"id").toString(), placedOrder.take(u"id").toString());
        QCOMPARE(row.value(u"version").toInteger(), placedOrder.take(u"version").toInteger());
        QCOMPARE(row.value(u"data").toObject(), placedOrder);
    }
};

QTEST_GUILESS_MAIN(CheckoutTest)
#include "checkout_test.moc"
