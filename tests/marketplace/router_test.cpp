// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/conditional.h"
#include "marketplace/runtime/list.h"
#include "marketplace/runtime/route_table.h"
#include "support/test_server.h"

#include <QTest>

#include <atomic>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class RouterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prefersALiteralSegmentOverAParameter()
    {
        const RouteTable table({{.method = "GET", .path = "/v1/things/{id}"},
                                {.method = "GET", .path = "/v1/things/export"},
                                {.method = "PATCH", .path = "/v1/things/{id}"},
                                {.method = "GET", .path = "/v1/things/{id}/parts/{part}"}});
        QCOMPARE(table.find("GET", "/v1/things/export").route->path, "/v1/things/export");
        QCOMPARE(table.find("HEAD", "/v1/things/7").route->path, "/v1/things/{id}");
        const auto both = table.find("GET", "/v1/things/7/parts/a%2").parameters;
        QCOMPARE(both, (QHash<QString, QString>{{u"id"_s, u"7"_s}, {u"part"_s, u"a%2"_s}}));
        QCOMPARE(table.find("PATCH", "/v1/things/export").route->method, "PATCH");
        QCOMPARE(table.find("DELETE", "/v1/things/7").allowed, "GET, HEAD, PATCH");
        for (const QByteArray path : {"/", "/v1/things", "/v1/things/", "/v1/things/7/parts/", "/v1//7", "/V1/things/7"}) {
            QVERIFY(!table.find("GET", path).route);
            QCOMPARE(table.find("GET", path).allowed, QByteArray());
        }
    }

    void comparesTagsAsTheyAreDefined()
    {
        const auto matches = [](QByteArrayView list, bool weak) {
            return matchesTag(list, weak, [](QByteArrayView tag) { return tag == "\"v1\""; });
        };
        QVERIFY(matches("\"v1\"", false));
        QVERIFY(matches("\"a,b\" , \"v1\"", false));
        QVERIFY(matches("*", false));
        QVERIFY(matches("W/\"v1\"", true));
        QVERIFY(!matches("W/\"v1\"", false));
        QVERIFY(!matches("\"v11\"", false));
        QVERIFY(!matches("v1", false));
        QVERIFY(!matches("\"v1", true));
        QVERIFY(!matches("", true));
    }

    void readsOnlyCursorsItMade()
    {
        const QJsonArray keys{1234, u"id"_s};
        const QString cursor = makeCursor(u"orders"_s, keys);
        QCOMPARE(readCursor(cursor, u"orders"_s), std::optional(keys));
        QCOMPARE(readCursor(cursor, u"products"_s), std::nullopt);
        QCOMPARE(readCursor(cursor.chopped(2), u"orders"_s), std::nullopt);
        QCOMPARE(readCursor(u"!"_s + cursor, u"orders"_s), std::nullopt);
        QCOMPARE(readCursor({}, u"orders"_s), std::nullopt);
    }

    void choosesTheLanguageByWeight()
    {
        QCOMPARE(preferredLanguage("en-US,en;q=0.9"), Language::English);
        QCOMPARE(preferredLanguage("id,en;q=0.9"), Language::Indonesian);
        QCOMPARE(preferredLanguage("fr, en;q=0.3, id;q=0.2"), Language::English);
        QCOMPARE(preferredLanguage("en;q=0"), Language::Indonesian);
        QCOMPARE(preferredLanguage(""), Language::Indonesian);
        QCOMPARE(preferredLanguage("energy"), Language::Indonesian);
    }

    void answersEveryRefusalAsAProblem()
    {
        TestServer server;
        const HttpClient client = server.client();
        const HttpReply none = client.get("/v1/nothing?x=1", {{"Accept-Language", "en"}});
        QCOMPARE(none.status, 404);
        QCOMPARE(none.header("Content-Type"), "application/problem+json");
        QCOMPARE(none.json(), (QJsonObject{{u"type"_s, u"about:blank"_s}, {u"title"_s, u"Not Found"_s},
                                           {u"status"_s, 404}, {u"detail"_s, u"What you look for does not exist."_s},
                                           {u"code"_s, u"not_found"_s}, {u"instance"_s, u"/v1/nothing"_s},
                                           {u"errors"_s, QJsonArray()}}));
        const HttpReply method = client.send("DELETE", "/v1/auth/login");
        QCOMPARE(method.status, 405);
        QCOMPARE(method.header("Allow"), "POST");
        const HttpReply type = client.send("POST", "/v1/auth/login", "a=b", {{"Content-Type", "application/x-www-form-urlencoded"}});
        QCOMPARE(type.status, 415);
        const QList<QByteArray> bodies{"", "{", "[]", "{} x", "{\"email\":\"\xff\"}"};
        for (const QByteArray& body : bodies) {
            const HttpReply bad = client.send("POST", "/v1/auth/login", body, {{"Content-Type", "application/json; charset=utf-8"}});
            QCOMPARE(bad.status, 400);
            QCOMPARE(bad.code(), u"malformed_json"_s);
        }
        const HttpReply large = client.send("POST", "/v1/auth/login", QByteArray(70'000, ' '), {{"Content-Type", "application/json"}});
        QCOMPARE(large.status, 413);
        QCOMPARE(large.code(), u"too_large"_s);
        const HttpReply garbled = client.get("/v1/%zz");
        QCOMPARE(garbled.status, 400);
        QCOMPARE(garbled.header("Content-Type"), "application/problem+json");
        QVERIFY(!garbled.header("X-Request-Id").isEmpty());
    }

    void tellsWhoIsMissingFromWhoMayNot()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        QCOMPARE(server.client().get("/v1/me").status, 401);
        QCOMPARE(server.client().get("/v1/me", {{"Authorization", "Basic eDp5"}}).status, 401);
        // A token that is no good is told even where none is needed, so that a client renews it.
        QCOMPARE(server.client().get("/v1/products", {{"Authorization", "Bearer x.y.z"}}).status, 401);
        QCOMPARE(budi.client.post("/v1/products", {}).status, 403);
    }

    void givesEveryAnswerAnIdAndGuards()
    {
        TestServer server;
        const HttpClient client = server.client();
        QCOMPARE(client.get("/healthz", {{"X-Request-Id", "req-1_a.B"}}).header("X-Request-Id"), "req-1_a.B");
        for (const QByteArray& insane : {QByteArray("a b"), QByteArray("<x>"), QByteArray(129, 'a')})
            QCOMPARE(client.get("/healthz", {{"X-Request-Id", insane}}).header("X-Request-Id").size(), 36);
        const HttpReply reply = client.get("/v1/products");
        QCOMPARE(reply.header("X-Content-Type-Options"), "nosniff");
        QCOMPARE(reply.header("Content-Security-Policy"), "default-src 'none'; frame-ancestors 'none'");
        const HttpReply head = client.send("HEAD", "/v1/products");
        QCOMPARE(head.status, 200);
        QCOMPARE(head.body, QByteArray());
        QCOMPARE(head.header("Content-Length").toInt(), reply.body.size());
    }

    void repeatsAPostUnderItsKey()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto eko = server.seller(u"eko@example.com"_s);
        const QJsonObject body{{u"name"_s, u"Wajan"_s}, {u"description"_s, u""_s}, {u"category"_s, u"Dapur"_s},
                               {u"price"_s, 1000}, {u"stock"_s, 1}};
        const HttpReply first = ani.client.post("/v1/products", body, {{"Idempotency-Key", "p1"}});
        const HttpReply again = ani.client.post("/v1/products", body, {{"Idempotency-Key", "p1"}});
        QCOMPARE(first.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.header("ETag"), first.header("ETag"));
        // A key is the caller's own.
        const HttpReply hers = eko.client.post("/v1/products", body, {{"Idempotency-Key", "p1"}});
        QVERIFY(hers.json().value(u"id") != first.json().value(u"id"));
        QCOMPARE(ani.client.post("/v1/products", {}, {{"Idempotency-Key", "p1"}}).code(), u"idempotency_mismatch"_s);
        QCOMPARE(ani.client.post("/v1/products", body, {{"Idempotency-Key", QByteArray(201, 'k')}}).status, 400);
        QCOMPARE(ani.client.get("/v1/products?limit=100").json().value(u"items").toArray().size(), 2);
    }

    void repeatsARegistrationUnderItsKeyWithoutStoringIt()
    {
        TestServer server;
        const QJsonObject body{{u"name"_s, u"Budi"_s}, {u"email"_s, u"budi@example.com"_s},
                               {u"password"_s, TestServer::password()}};
        const HttpReply first = server.client().post("/v1/auth/register", body, {{"Idempotency-Key", "r1"}});
        const HttpReply again = server.client().post("/v1/auth/register", body, {{"Idempotency-Key", "r1"}});
        QCOMPARE(first.status, 201);
        QCOMPARE(again.json(), first.json());
        const auto db = server.openDatabase();
        QCOMPARE(db->integer(u"SELECT count(*) FROM idempotency"_s).value(), 0);
    }

    void tellsAClientToComeBackWhenNothingCouldBeKept()
    {
        std::atomic<bool> fails = false;
        TestServer server([&](ServerConfig& config) {
            config.executor.writerFault = [&](storage::Step, const QString& sql) -> storage::Outcome {
                if (fails && sql == u"COMMIT")
                    return tl::unexpected(storage::Error{storage::Error::Kind::Full, u"/secret/path: disk full"_s});
                return {};
            };
        });
        const auto budi = server.customer(u"budi@example.com"_s);
        fails = true;
        const HttpReply lost = budi.client.patch("/v1/me", {{u"name"_s, u"Other"_s}});
        QCOMPARE(lost.status, 503);
        QVERIFY(!lost.header("Retry-After").isEmpty());
        QVERIFY(!lost.body.contains("secret"));
        const HttpReply login = server.client().post("/v1/auth/login", {{u"email"_s, u"budi@example.com"_s},
                                                                        {u"password"_s, TestServer::password()}});
        QCOMPARE(login.status, 503);
        fails = false;
        QCOMPARE(budi.client.get("/v1/me").json().value(u"name").toString(), u"budi"_s);
        QCOMPARE(budi.client.patch("/v1/me", {{u"name"_s, u"Other"_s}}).status, 200);
    }
};

QTEST_GUILESS_MAIN(RouterTest)
#include "router_test.moc"
