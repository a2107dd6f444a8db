// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL only: two instances of the marketplace on one database are one marketplace.
#include "support/test_desktop.h"
#include "support/test_server.h"

#include <QtConcurrentRun>
#include <QtTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class InstancesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_one;
    std::unique_ptr<TestServer> m_two;

    /// The same person at the other instance.
    HttpClient atTwo(const TestServer::Person& person) const
    {
        HttpClient client = m_two->client();
        client.setToken(person.answer.value(u"accessToken").toString());
        return client;
    }
    static QJsonObject product(const QString& name, int stock)
    {
        return {{u"name"_s, name}, {u"description"_s, u"."_s}, {u"category"_s, u"Dapur"_s}, {u"price"_s, 10'000},
                {u"stock"_s, stock}, {u"sku"_s, u"PNC-1"_s}};
    }
    static QString firstVariant(const HttpReply& created)
    {
        return created.json().value(u"variants").toArray().at(0).toObject().value(u"id").toString();
    }
    static QJsonObject order()
    {
        return {{u"paymentMethod"_s, u"COD"_s},
                {u"address"_s, QJsonObject{{u"recipient"_s, u"Budi"_s}, {u"phone"_s, u"081234567"_s},
                                           {u"street"_s, u"Jl. Melati 1"_s}, {u"city"_s, u"Bogor"_s},
                                           {u"province"_s, u"Jawa Barat"_s}, {u"postcode"_s, u"16111"_s}}}};
    }

private Q_SLOTS:
    void init()
    {
        m_one = std::make_unique<TestServer>();
        m_two = std::make_unique<TestServer>(
            [this](marketplace::ServerConfig& config) { config.database = m_one->database(); });
        m_two->leaveUnexamined(); // the first one looks at the same
    }
    void cleanup()
    {
        m_two.reset();
        m_one.reset();
    }

    void aDesktopHearsOfAChangeAtTheOther()
    {
        auto rina = m_one->seller(u"rina@example.com"_s);
        const HttpReply created = rina.client.post("/v1/products", product(u"Panci"_s, 5));
        QCOMPARE(created.status, 201);
        TestDesktop desktop(m_two->port(), rina.refreshToken, m_two->clock(), 7);
        QTRY_VERIFY(desktop.settled());
        QTRY_COMPARE(desktop.stock(), QStringList{u"PNC-1 5 0 10000"_s});
        // Its next pull of its own accord is a minute away.
        m_one->signInAgain(rina);
        QCOMPARE(rina.client
                     .post("/v1/variants/" + firstVariant(created).toLatin1() + "/stock",
                           {{u"kind"_s, u"adjust"_s}, {u"delta"_s, 3}})
                     .status,
                 200);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.stock(), QStringList{u"PNC-1 8 0 10000"_s}, 2'000);
    }

    void whoLeavesAtOneIsGoneAtTheOther()
    {
        const auto budi = m_one->customer(u"budi@example.com"_s);
        const HttpClient elsewhere = atTwo(budi);
        QCOMPARE(elsewhere.get("/v1/me").status, 200);
        QCOMPARE(m_one->client().post("/v1/auth/logout", {{u"refreshToken"_s, budi.refreshToken}}).status, 204);
        QCOMPARE(elsewhere.get("/v1/me").status, 401);
    }

    void aProductChangedAtOneIsChangedAtTheOther()
    {
        const auto rina = m_one->seller(u"rina@example.com"_s);
        const HttpReply created = rina.client.post("/v1/products", product(u"Panci"_s, 5));
        const QByteArray path = "/v1/products/" + created.json().value(u"id").toString().toLatin1();
        QCOMPARE(m_two->client().get(path).json().value(u"name").toString(), u"Panci"_s);
        QCOMPARE(m_two->client().get("/v1/products?q=wajan").json().value(u"items").toArray().size(), 0);
        QCOMPARE(rina.client.patch(path, {{u"name"_s, u"Wajan"_s}}).status, 200);
        QCOMPARE(m_two->client().get(path).json().value(u"name").toString(), u"Wajan"_s);
        QCOMPARE(m_two->client().get("/v1/products?q=wajan").json().value(u"items").toArray().size(), 1);
    }

    void aKeyUsedAtBothBuysOnce()
    {
        const auto rina = m_one->seller(u"rina@example.com"_s);
        const QString variant = firstVariant(rina.client.post("/v1/products", product(u"Panci"_s, 50)));
        const auto budi = m_one->customer(u"budi@example.com"_s);
        for (int round = 0; round < 5; ++round) {
            QCOMPARE(budi.client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, 1}}).status, 201);
            const QByteArray key = "key " + QByteArray::number(round);
            const auto buy = [&](const HttpClient& client) {
                return client.post("/v1/checkouts", order(), {{"Idempotency-Key", key}});
            };
            auto first = QtConcurrent::run([&] { return buy(budi.client); });
            auto second = QtConcurrent::run([&] { return buy(atTwo(budi)); });
            QCOMPARE(first.result().status, 201);
            QCOMPARE(second.result().status, 201);
            QCOMPARE(first.result().json(), second.result().json());
        }
        QCOMPARE(m_one->openDatabase()->integer(u"SELECT count(*) FROM orders"_s).value(), 5);
    }

    void readinessFollowsTheDatabase()
    {
        QCOMPARE(m_one->client().get("/readyz").status, 200);
        const storage::Address& address = m_one->database();
        storage::Address other = address;
        other.name = u"postgres"_s;
        const auto admin = storage::Database::open(other).value();
        QVERIFY(admin->execute(u"ALTER DATABASE %1 WITH ALLOW_CONNECTIONS false"_s.arg(address.name)));
        admin->integer(u"SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = ?"_s,
                       {address.name})
            .value();
        const HttpReply away = m_one->client().get("/readyz");
        QCOMPARE(away.status, 503);
        QVERIFY(!away.header("Retry-After").isEmpty());
        QVERIFY(admin->execute(u"ALTER DATABASE %1 WITH ALLOW_CONNECTIONS true"_s.arg(address.name)));
        QCOMPARE(m_one->client().get("/readyz").status, 200);
        m_one->customer(u"budi@example.com"_s);
        QCOMPARE(m_two->client().get("/readyz").status, 200);
    }

    void twoMayStartAtOnceOnAnEmptyDatabase()
    {
        TestDatabase fresh(TestDatabase::Content::Empty);
        FakeClock clock;
        ports::SystemRandom random;
        marketplace::SilentLog log;
        marketplace::ServerConfig config;
        config.database = fresh.address();
        QTemporaryDir dir;
        config.dataDir = dir.path();
        const marketplace::ServerParts parts{clock, random, log};
        marketplace::ThreadedServer first(config, parts);
        marketplace::ThreadedServer second(config, parts);
        auto started = QtConcurrent::run([&] { return first.start(); });
        const auto other = second.start();
        QVERIFY2(other, other ? "" : qPrintable(other.error()));
        QVERIFY(started.result());
        QCOMPARE(HttpClient(*other).get("/readyz").status, 200);
        QCOMPARE(HttpClient(*started.result()).get("/readyz").status, 200);
        first.stop();
        second.stop();
    }
};

QTEST_GUILESS_MAIN(InstancesTest)
#include "instances_test.moc"
