// SPDX-License-Identifier: GPL-3.0-or-later
// The conventions that the contract promises of every call, on calls that stand for the others.
#include "support/test_server.h"

#include <QRegularExpression>
#include <QTest>

#include <array>
#include <thread>
#include <vector>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

const HeaderLines typed{{"Content-Type", "application/json"}};

QJsonObject pan() { return {{u"name"_s, u"Wajan"_s}, {u"category"_s, u"Dapur"_s}, {u"price"_s, 150000}, {u"stock"_s, 5}}; }

bool isWholeProblem(const HttpReply& reply, int status)
{
    const QJsonObject problem = reply.json();
    const QSet<QString> members{u"type"_s,   u"title"_s,    u"status"_s, u"detail"_s,
                                u"code"_s,   u"instance"_s, u"errors"_s};
    const QStringList keys = problem.keys();
    return reply.status == status && reply.header("Content-Type") == "application/problem+json"
        && QSet<QString>(keys.begin(), keys.end()).contains(members) && problem.value(u"status").toInt() == status
        && !problem.value(u"detail").toString().isEmpty() && !reply.code().isEmpty()
        && problem.value(u"errors").isArray() && !reply.header("X-Request-Id").isEmpty();
}

} // namespace

class ContractTest : public QObject
{
    Q_OBJECT

    // For the rows of a table, which would each start one.
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestServer::Person> m_seller;

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        m_seller = std::make_unique<TestServer::Person>(m_server->seller(u"ani@example.com"_s));
    }

    void cleanupTestCase() { m_server.reset(); }

    void everyRefusalIsAWholeProblem()
    {
        TestServer server;
        const HttpClient nobody = server.client();
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        QVERIFY(isWholeProblem(nobody.send("POST", "/v1/auth/login", "{", typed), 400));
        QVERIFY(isWholeProblem(nobody.post("/v1/auth/login", {}), 400));
        QVERIFY(isWholeProblem(nobody.get("/v1/me"), 401));
        QVERIFY(isWholeProblem(budi.client.post("/v1/products", pan()), 403));
        QVERIFY(isWholeProblem(nobody.get("/nowhere"), 404));
        QVERIFY(isWholeProblem(nobody.send("BREW", "/v1/products"), 405));
        QVERIFY(isWholeProblem(nobody.post("/v1/auth/register", ani.answer.value(u"user").toObject()), 400));
        QVERIFY(isWholeProblem(ani.client.patch("/v1/me", {}, {{"If-Match", "\"v99\""}}), 412));
        QVERIFY(isWholeProblem(nobody.send("POST", "/v1/auth/login", QByteArray(70'000, ' '), typed), 413));
        QVERIFY(isWholeProblem(nobody.send("POST", "/v1/auth/login", "{}", {{"Content-Type", "text/plain"}}), 415));
        QVERIFY(isWholeProblem(ani.client.post("/v1/products", {{u"name"_s, u""_s}, {u"price"_s, 1}, {u"stock"_s, 1}}), 422));
        QVERIFY(isWholeProblem(nobody.get("/v1/%zz"), 400));
        QVERIFY(isWholeProblem(nobody.get("/x", {{"X-Long", QByteArray(20'000, 'x')}}), 431));
    }

    void speaksTheLanguageAskedFor()
    {
        TestServer server;
        const auto detail = [&](const QByteArray& language) {
            return server.client().get("/v1/me", {{"Accept-Language", language}}).json().value(u"detail").toString();
        };
        QCOMPARE(detail("en"), u"Please sign in first."_s);
        QCOMPARE(detail("id-ID, en;q=0.4"), u"Silakan masuk dulu."_s);
        QCOMPARE(detail("fr"), u"Silakan masuk dulu."_s);
    }

    void takesJsonByTheLetter_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto price = [](const char* number) { return R"({"name":"A","stock":1,"price":)" + QByteArray(number) + '}'; };
        const auto name = [](const char* text) { return R"({"price":1,"stock":1,"name":)" + QByteArray(text) + '}'; };
        QTest::newRow("plain") << price("1") << 201;
        QTest::newRow("an integer written with a fraction of zero") << price("1.0") << 201;
        QTest::newRow("an integer with an exponent") << price("15e2") << 201;
        QTest::newRow("space around") << " \r\n\t" + price("1") + "\n" << 201;
        QTest::newRow("an unknown field") << R"({"name":"A","price":1,"stock":1,"colour":{"deep":[1]}})"_ba << 201;
        QTest::newRow("a pair of surrogates") << name(R"("A \ud83c\udf36")") << 201;
        QTest::newRow("zero below zero") << price("-0") << 422;
        QTest::newRow("beyond the highest price") << price("9007199254740991") << 422;
        QTest::newRow("a text for a number") << price("\"1\"") << 400;
        QTest::newRow("a fraction") << price("1.5") << 400;
        QTest::newRow("true for a number") << price("true") << 400;
        QTest::newRow("beyond 2^53") << price("90071992547409930000") << 400;
        QTest::newRow("beyond a double") << price("1e400") << 400;
        QTest::newRow("not a number") << price("NaN") << 400;
        QTest::newRow("infinite") << price("-Infinity") << 400;
        QTest::newRow("a zero in front") << price("01") << 400;
        QTest::newRow("a plus in front") << price("+1") << 400;
        QTest::newRow("a point at the end") << price("1.") << 400;
        QTest::newRow("a point in front") << price(".5") << 400;
        QTest::newRow("nothing") << QByteArray() << 400;
        QTest::newRow("cut off") << R"({"name":"A")"_ba << 400;
        QTest::newRow("more after the end") << price("1") + "{}" << 400;
        QTest::newRow("a bare array") << "[" + price("1") + "]" << 400;
        QTest::newRow("a bare text") << QByteArray("\"x\"") << 400;
        QTest::newRow("null") << QByteArray("null") << 400;
        QTest::newRow("a comma at the end") << R"({"name":"A","price":1,"stock":1,})"_ba << 400;
        QTest::newRow("a comment") << "/* */" + price("1") << 400;
        QTest::newRow("a byte order mark") << "\xef\xbb\xbf" + price("1") << 400;
        QTest::newRow("a name twice") << R"({"name":"A","name":"B","price":1,"stock":1})"_ba << 400;
        QTest::newRow("a name twice, once escaped") << R"({"name":"A","n\u0061me":"B","price":1,"stock":1})"_ba << 400;
        QTest::newRow("a name twice inside") << R"({"name":"A","price":1,"stock":1,"x":[{"y":1,"y":1}]})"_ba << 400;
        QTest::newRow("not UTF-8") << name("\"A\xff\"") << 400;
        QTest::newRow("an overlong character") << name("\"A\xc0\xaf\"") << 400;
        QTest::newRow("a bare control character") << name("\"A\x01\"") << 400;
        QTest::newRow("a bare line break") << name("\"A\n\"") << 400;
        QTest::newRow("an unknown escape") << name(R"("\x41")") << 400;
        QTest::newRow("the null character") << name(R"("A\u0000B")") << 400;
        QTest::newRow("half a pair of surrogates") << name(R"("A\ud83cB")") << 400;
        QTest::newRow("a pair the wrong way round") << name(R"("\udf36\ud83c")") << 400;
        QTest::newRow("64 levels") << R"({"name":"A","price":1,"stock":1,"x":)" + QByteArray(63, '[') + QByteArray(63, ']') + '}' << 201;
        QTest::newRow("65 levels") << R"({"name":"A","price":1,"stock":1,"x":)" + QByteArray(64, '[') + QByteArray(64, ']') + '}' << 400;
        QTest::newRow("50,000 levels") << QByteArray(50'000, '[') << 400;
    }

    void takesJsonByTheLetter()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const HttpReply reply = m_seller->client.send("POST", "/v1/products", body, typed);
        QVERIFY2(reply.status == status, reply.body.constData());
        QVERIFY(status == 201 || isWholeProblem(reply, status));
    }

    void namesWhatIsMissing()
    {
        const auto missing = [&](const QJsonObject& body) {
            const HttpReply reply = m_seller->client.post("/v1/products", body);
            QStringList names{QString::number(reply.status)};
            const QJsonArray errors = reply.json().value(u"errors").toArray();
            for (const QJsonValue& error : errors)
                names << error[u"field"].toString() + u' ' + error[u"code"].toString();
            return names;
        };
        QCOMPARE(missing({}), (QStringList{u"400"_s, u"name missing"_s, u"price missing"_s, u"stock missing"_s}));
        // Each variant may bring its own.
        const QJsonArray options{QJsonObject{{u"name"_s, u"Isi"_s}, {u"values"_s, QJsonArray{u"1"_s, u"2"_s}}}};
        const auto variant = [](const QString& value) {
            return QJsonObject{{u"options"_s, QJsonObject{{u"Isi"_s, value}}}, {u"price"_s, 500}};
        };
        QJsonObject body{{u"name"_s, u"Kertas"_s}, {u"options"_s, options},
                         {u"variants"_s, QJsonArray{variant(u"1"_s), variant(u"2"_s)}}};
        QCOMPARE(missing(body), (QStringList{u"400"_s, u"stock missing"_s}));
        body[u"stock"_s] = 3;
        QCOMPARE(missing(body), QStringList{u"201"_s});
    }

    void takesJsonInUtf8Only()
    {
        TestServer server;
        const auto statusOf = [&](const QByteArray& type) {
            return server.client().send("POST", "/v1/auth/logout", R"({"refreshToken":"x"})", {{"Content-Type", type}}).status;
        };
        for (const char* type : {"application/json", "application/json; charset=utf-8", "application/json;charset=\"UTF-8\"",
                                 "Application/JSON ; charset=utf-8; x=y"})
            QCOMPARE(statusOf(type), 204);
        for (const char* type : {"text/json", "application/json-patch+json", "application/x-www-form-urlencoded", "json",
                                 "application/json; charset=iso-8859-1", "multipart/form-data; boundary=x"})
            QCOMPARE(statusOf(type), 415);
        QCOMPARE(server.client().send("POST", "/v1/auth/logout", "{}").status, 415);
    }

    void namesTheMethodsOfAPath()
    {
        TestServer server;
        const auto allowOf = [&](const QByteArray& method, const QByteArray& path) {
            const HttpReply reply = server.client().send(method, path);
            return reply.status == 405 ? reply.header("Allow") : QByteArray::number(reply.status);
        };
        QCOMPARE(allowOf("DELETE", "/v1/products"), "GET, HEAD, POST");
        QCOMPARE(allowOf("HEAD", "/v1/auth/login"), "POST");
        QCOMPARE(allowOf("get", "/healthz"), "GET, HEAD");
        QCOMPARE(allowOf("OPTIONS", "/v1/me"), "GET, HEAD, PATCH");
    }

    void readsPathsExactly()
    {
        TestServer server;
        const HttpClient client = server.client();
        QCOMPARE(client.get("/v1/%70roducts").status, 200);
        for (const char* path : {"/v1/products/", "/v1//products", "/V1/products", "/v1/products;a=b", "/v1/products/..", "/v1/stores/%20"})
            QCOMPARE(client.get(path).status, 404);
        for (const char* path : {"/v1/products%2f", "/v1/products/%00", "/v1/%ff", "/v1/%4"})
            QCOMPARE(client.get(path).status, 400);
    }

    void pagesWithinLimitsOnly()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(ani.client.post("/v1/products", pan()).status, 201);
        const HttpClient client = server.client();
        for (const char* query : {"limit=0", "limit=101", "limit=-1", "limit=", "limit=x", "limit=2.0", "limit=%2B2", "limit=99999999999",
                                  "limit=2&limit=3", "page=0", "page=-1", "page=x", "page=1&page=2", "cursor=", "cursor=abc",
                                  "cursor=%2F..%2F", "page=1&cursor=abc", "sort=cheapest", "inStock=yes", "minPrice=-1", "store=x"}) {
            const HttpReply reply = client.get("/v1/products?"_ba + query);
            QVERIFY2(isWholeProblem(reply, 400), query);
            QCOMPARE(reply.json().value(u"errors").toArray().size(), 1);
        }
        const QJsonObject first = client.get("/v1/products?limit=2").json();
        QCOMPARE(first.keys(), (QStringList{u"items"_s, u"nextCursor"_s}));
        const QByteArray cursor = first.value(u"nextCursor").toString().toLatin1();
        const QJsonObject second = client.get("/v1/products?limit=2&cursor=" + cursor).json();
        const QByteArray next = second.value(u"nextCursor").toString().toLatin1();
        const QJsonObject last = client.get("/v1/products?limit=2&cursor=" + next).json();
        QCOMPARE(last.value(u"items").toArray().size(), 1);
        QVERIFY(last.contains(u"nextCursor"));
        QVERIFY(last.value(u"nextCursor").isNull());
        // A cursor of another order, or of another list, is unknown.
        QCOMPARE(client.get("/v1/products?limit=2&sort=price&cursor=" + cursor).status, 400);
        QCOMPARE(ani.client.get("/v1/orders?cursor=" + cursor).status, 400);
        const QJsonObject page = client.get("/v1/products?limit=2&page=3").json();
        QCOMPARE(page.value(u"meta").toObject(), (QJsonObject{{u"total"_s, 5}, {u"page"_s, 3}, {u"lastPage"_s, 3}}));
        QCOMPARE(page.value(u"items").toArray().size(), 1);
        const QJsonObject beyond = client.get("/v1/products?limit=2&page=9").json();
        QCOMPARE(beyond.value(u"items").toArray().size(), 0);
        QCOMPARE(beyond.value(u"meta").toObject().value(u"lastPage").toInt(), 3);
        QCOMPARE(client.get("/v1/products").json().value(u"items").toArray().size(), 5);
    }

    void keepsWhatHasNotChanged()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const QByteArray path = "/v1/products/" + ani.client.post("/v1/products", pan()).json().value(u"id").toString().toLatin1();
        const QList<QByteArray> resources{path, "/v1/me", "/v1/stores/" + ani.storeId.toLatin1(), "/openapi.json"};
        for (const QByteArray& resource : resources) {
            const HttpReply seen = ani.client.get(resource);
            const QByteArray tag = seen.header("ETag");
            QVERIFY2(tag.startsWith('"') && tag.endsWith('"') && tag.size() > 2, tag.constData());
            for (const QByteArray& tags : {tag, "W/" + tag, "\"a,b\", " + tag, QByteArray("*")}) {
                const HttpReply same = ani.client.get(resource, {{"If-None-Match", tags}});
                QCOMPARE(same.status, 304);
                QCOMPARE(same.body, QByteArray());
                QCOMPARE(same.header("ETag"), tag);
            }
            QCOMPARE(ani.client.get(resource, {{"If-None-Match", "\"other\""}}).status, 200);
            QCOMPARE(ani.client.send("HEAD", resource, {}, {{"If-None-Match", tag}}).status, 304);
        }
    }

    void changesOnlyWhatWasSeen()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const QByteArray path = "/v1/products/" + ani.client.post("/v1/products", pan()).json().value(u"id").toString().toLatin1();
        const QByteArray old = ani.client.get(path).header("ETag");
        const QByteArray now = ani.client.patch(path, {{u"name"_s, u"Wajan besar"_s}}, {{"If-Match", old}}).header("ETag");
        QVERIFY(now != old);
        QCOMPARE(now, ani.client.get(path).header("ETag"));
        for (const QByteArray& tags : {old, "W/" + now, QByteArray("v1"), "\"other\", " + old}) {
            QCOMPARE(ani.client.patch(path, {{u"name"_s, u"X"_s}}, {{"If-Match", tags}}).status, 412);
            QCOMPARE(ani.client.remove(path, {{"If-Match", tags}}).status, 412);
        }
        QCOMPARE(ani.client.get(path).json().value(u"name").toString(), u"Wajan besar"_s);
        QCOMPARE(ani.client.patch(path, {{u"name"_s, u"A"_s}}, {{"If-Match", "\"other\", " + now}}).status, 200);
        QCOMPARE(ani.client.patch(path, {{u"name"_s, u"B"_s}}, {{"If-Match", "*"}}).status, 200);
        QCOMPARE(ani.client.patch(path, {{u"name"_s, u"C"_s}}).status, 200);
        QCOMPARE(ani.client.remove(path, {{"If-Match", ani.client.get(path).header("ETag")}}).status, 204);
    }

    void compressesFromAKibibyteOn()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto sizeOf = [&](int length) {
            QJsonObject body = pan();
            body[u"description"_s] = QString(length, u'x');
            const HttpReply made = ani.client.post("/v1/products", body);
            return "/v1/products/" + made.json().value(u"id").toString().toLatin1();
        };
        const QByteArray small = sizeOf(1);
        const QByteArray large = sizeOf(2000);
        QVERIFY(server.client().get(small).body.size() < 1024);
        QCOMPARE(server.client().get(small, {{"Accept-Encoding", "gzip"}}).header("Content-Encoding"), QByteArray());
        const HttpReply packed = server.client().get(large, {{"Accept-Encoding", "br, gzip;q=0.5"}});
        QCOMPARE(packed.header("Content-Encoding"), "gzip");
        QVERIFY(packed.header("Vary").contains("Accept-Encoding"));
        QVERIFY(packed.body.size() < 1024);
        for (const char* refused : {"", "identity", "gzip;q=0", "br"})
            QCOMPARE(server.client().get(large, {{"Accept-Encoding", refused}}).header("Content-Encoding"), QByteArray());
    }

    void answersAKeyAsTheFirstTime()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const HeaderLines key{{"Idempotency-Key", "receipt 7 / é"}};
        const HttpReply first = ani.client.post("/v1/products", pan(), key);
        QCOMPARE(first.status, 201);
        QCOMPARE(first.header("Idempotency-Replayed"), QByteArray());
        const HttpReply again = ani.client.post("/v1/products", pan(), key);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        for (const char* header : {"ETag", "Location", "Content-Type"})
            QCOMPARE(again.header(header), first.header(header));
        QCOMPARE(again.header("Idempotency-Replayed"), "true");
        QVERIFY(again.header("X-Request-Id") != first.header("X-Request-Id"));
        QCOMPARE(ani.client.get("/v1/products").json().value(u"items").toArray().size(), 1);

        QJsonObject other = pan();
        other[u"price"_s] = 1;
        QCOMPARE(ani.client.post("/v1/products", other, key).code(), u"idempotency_mismatch"_s);
        // A refusal is an answer too.
        QJsonObject bad = pan();
        bad[u"price"_s] = 0;
        const HttpReply refused = ani.client.post("/v1/products", bad, {{"Idempotency-Key", "k2"}});
        const HttpReply refusedAgain = ani.client.post("/v1/products", bad, {{"Idempotency-Key", "k2"}});
        QCOMPARE(refused.status, 422);
        QCOMPARE(refusedAgain.status, 422);
        QCOMPARE(refusedAgain.body, refused.body);
        QCOMPARE(refusedAgain.header("Idempotency-Replayed"), "true");

        QCOMPARE(ani.client.post("/v1/products", pan(), {{"Idempotency-Key", QByteArray(200, 'k')}}).status, 201);
        QVERIFY(isWholeProblem(ani.client.post("/v1/products", pan(), {{"Idempotency-Key", QByteArray(201, 'k')}}), 400));
        QVERIFY(isWholeProblem(ani.client.post("/v1/products", pan(), {{"Idempotency-Key", ""}}), 400));
    }

    void runsACallOnceHoweverManyAskAtOnce()
    {
        // Slow enough to be met under way.
        TestServer server([](marketplace::ServerConfig& config) {
            config.accounts.hashCost = {.memoryBytes = 64 * 1024 * 1024, .passes = 2};
        });
        const QJsonObject body{{u"name"_s, u"Sari"_s}, {u"email"_s, u"sari@example.com"_s},
                               {u"password"_s, TestServer::password()}};
        std::array<HttpReply, 6> replies;
        std::vector<std::jthread> callers;
        for (HttpReply& reply : replies) {
            callers.emplace_back([&reply, &body, client = server.client()] {
                reply = client.post("/v1/auth/register", body, {{"Idempotency-Key", "join"}});
            });
        }
        callers.clear(); // waits for them
        QSet<QByteArray> answers;
        for (const HttpReply& reply : replies) {
            if (reply.status == 201)
                answers.insert(reply.body);
            else
                QVERIFY2(isWholeProblem(reply, 409) && reply.code() == u"idempotency_in_progress"_s, reply.body.constData());
        }
        QCOMPARE(answers.size(), 1);
    }

    void keepsAKeyForSevenDays()
    {
        TestServer server;
        auto ani = server.seller(u"ani@example.com"_s);
        const HeaderLines key{{"Idempotency-Key", "k"}};
        const QString first = ani.client.post("/v1/products", pan(), key).json().value(u"id").toString();
        server.clock().advance(7LL * 24 * 3600 * 1000 - 1000);
        server.signInAgain(ani);
        QCOMPARE(ani.client.post("/v1/products", pan(), key).json().value(u"id").toString(), first);
        server.clock().advance(2000);
        server.signInAgain(ani);
        QVERIFY(ani.client.post("/v1/products", pan(), key).json().value(u"id").toString() != first);
    }

    void namesEveryAnswer()
    {
        TestServer server;
        const HttpClient client = server.client();
        const QRegularExpression uuid(u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
        for (const char* path : {"/healthz", "/v1/products", "/nowhere", "/v1/%zz", "/openapi.json"})
            QVERIFY2(uuid.match(QString::fromLatin1(client.get(path).header("X-Request-Id"))).hasMatch(), path);
        QCOMPARE(client.get("/nowhere", {{"X-Request-Id", "trace-0.1_A"}}).header("X-Request-Id"), "trace-0.1_A");
        QVERIFY(client.get("/healthz", {{"X-Request-Id", "a b"}}).header("X-Request-Id") != "a b");
    }

    void speaksOfTimesAndMoneyAsPromised()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const HttpReply made = ani.client.post("/v1/products", pan());
        const QJsonObject product = made.json();
        QVERIFY(QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s)
                    .match(product.value(u"createdAt").toString())
                    .hasMatch());
        QVERIFY(made.body.contains("\"minPrice\":150000,"));
        QCOMPARE(made.header("Content-Type"), "application/json");
    }

    void namesEveryMetricFromTheStart()
    {
        TestServer server;
        server.client().get("/healthz");
        const QByteArray text = server.client().get("/metrics").body;
        for (const char* name : {"belanjain_http_request_duration_seconds_count{route=\"/healthz\",method=\"GET\",status=\"200\"} 1",
                                 "belanjain_sync_ops_total{result=\"applied\"} 0", "belanjain_sync_ops_total{result=\"rejected\"} 0",
                                 "belanjain_checkouts_total{result=\"ok\"} 0", "belanjain_db_tx_retries_total 0",
                                 "belanjain_outbox_oldest_seconds 0", "belanjain_stock_shortfalls 0", "process_resident_memory_bytes ",
                                 "process_cpu_seconds_total "})
            QVERIFY2(text.contains("\n"_ba + name), name);
    }
};

QTEST_GUILESS_MAIN(ContractTest)
#include "contract_test.moc"
