// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/client_address.h"
#include "support/test_server.h"

#include <QTest>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class AccountsThrottleTest : public QObject
{
    Q_OBJECT

private:
    static HttpReply login(TestServer& server, const QString& email, const QString& password, const QByteArray& from = {})
    {
        HeaderLines headers;
        if (!from.isEmpty())
            headers.append({"X-Forwarded-For", from});
        return server.client().post("/v1/auth/login", {{u"email"_s, email}, {u"password"_s, password}}, headers);
    }
    static HttpReply right(TestServer& server, const QString& email, const QByteArray& from = {})
    {
        return login(server, email, TestServer::password(), from);
    }
    static HttpReply wrong(TestServer& server, const QString& email, const QByteArray& from = {})
    {
        return login(server, email, u"guess number one"_s, from);
    }

    static QHostAddress addressOf(const QString& peer, const QByteArray& forwarded, const TrustedProxies& proxies = {})
    {
        http::Request request;
        request.peer = QHostAddress(peer);
        if (!forwarded.isNull())
            request.headers.append("X-Forwarded-For", forwarded);
        return clientAddress(request, proxies);
    }

private Q_SLOTS:
    void slowsGuessingDownMoreAndMore()
    {
        TestServer server;
        server.customer(u"budi@example.com"_s);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(wrong(server, u"budi@example.com"_s).status, 401);
        const HttpReply refused = right(server, u" BUDI@example.com"_s);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), u"throttled"_s);
        QCOMPARE(refused.header("Retry-After"), "30");
        server.clock().advance(29'001);
        QCOMPARE(right(server, u"budi@example.com"_s).header("Retry-After"), "1");
        server.clock().advance(999);
        for (const QByteArray& next : {"60"_ba, "120"_ba, "240"_ba, "480"_ba}) {
            QCOMPARE(wrong(server, u"budi@example.com"_s).status, 401);
            QCOMPARE(wrong(server, u"budi@example.com"_s).header("Retry-After"), next);
            server.clock().advance(next.toInt() * 1000);
        }
        QCOMPARE(right(server, u"budi@example.com"_s).status, 200);
        // And it begins anew.
        for (int i = 0; i < 10; ++i)
            QCOMPARE(wrong(server, u"budi@example.com"_s).status, 401);
        QCOMPARE(wrong(server, u"budi@example.com"_s).header("Retry-After"), "30");
        server.clock().advance(15LL * 60 * 1000 * 12);
        QCOMPARE(wrong(server, u"budi@example.com"_s).status, 401);
        QCOMPARE(right(server, u"budi@example.com"_s).status, 200);
    }

    void countsAlikeForAnAddressThatNobodyHas()
    {
        TestServer server;
        server.customer(u"budi@example.com"_s);
        for (int i = 0; i < 12; ++i) {
            const HttpReply known = wrong(server, u"budi@example.com"_s);
            const HttpReply unknown = wrong(server, u"nobody@example.com"_s);
            QCOMPARE(unknown.status, known.status);
            QCOMPARE(unknown.json(), known.json());
            QCOMPARE(unknown.header("Retry-After"), known.header("Retry-After"));
        }
    }

    void outlastsARestart()
    {
        TestServer server;
        server.customer(u"budi@example.com"_s);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(wrong(server, u"budi@example.com"_s).status, 401);
        server.stop();
        QVERIFY(server.start());
        QCOMPARE(right(server, u"budi@example.com"_s).status, 429);
    }

    void doesNotLetAnAttackerLockTheOwnerOut()
    {
        TestServer server;
        server.customer(u"budi@example.com"_s);
        QCOMPARE(right(server, u"budi@example.com"_s, "203.0.113.7").status, 200);
        // From one address: only that one is held up.
        for (int i = 0; i < 10; ++i)
            QCOMPARE(wrong(server, u"budi@example.com"_s, "198.51.100.1").status, 401);
        QCOMPARE(wrong(server, u"budi@example.com"_s, "198.51.100.1").status, 429);
        QCOMPARE(right(server, u"budi@example.com"_s, "192.0.2.55").status, 200);
        // From many: in the end strange addresses are held up, but not where the owner signs in.
        int refused = 0;
        for (int i = 0; i < 102; ++i)
            refused += wrong(server, u"budi@example.com"_s, "198.51.100." + QByteArray::number(100 + i)).status == 429;
        QCOMPARE(refused, 2);
        QCOMPARE(right(server, u"budi@example.com"_s, "198.51.100.250").status, 429);
        QCOMPARE(right(server, u"budi@example.com"_s, "203.0.113.7").status, 200);
        // Which settled it for everybody.
        QCOMPARE(right(server, u"budi@example.com"_s, "198.51.100.251").status, 200);
    }

    void limitsAnAddressOverAllAccounts()
    {
        TestServer server;
        server.customer(u"budi@example.com"_s);
        for (int i = 0; i < 100; ++i) {
            const QString email = u"guess%1@example.com"_s.arg(i);
            QCOMPARE(wrong(server, email, "198.51.100.1").status, 401);
            // An account of one's own does not help.
            if (i % 40 == 0)
                QCOMPARE(right(server, u"budi@example.com"_s, "198.51.100.1").status, 200);
        }
        QCOMPARE(right(server, u"budi@example.com"_s, "198.51.100.1").status, 429);
        QCOMPARE(right(server, u"budi@example.com"_s, "198.51.100.2").status, 200);
        // A provider's customer has the whole /64.
        for (int i = 0; i < 100; ++i)
            wrong(server, u"guess%1@example.com"_s.arg(i), "2001:db8:1:2::" + QByteArray::number(i + 1, 16));
        QCOMPARE(right(server, u"budi@example.com"_s, "2001:db8:1:2:ffff::1").status, 429);
        QCOMPARE(right(server, u"budi@example.com"_s, "2001:db8:1:3::1").status, 200);
    }

    void guardsThePasswordBehindASessionToo()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        const QJsonObject guess{{u"currentPassword"_s, u"not it at all"_s}, {u"newPassword"_s, u"a new long one"_s}};
        for (int i = 0; i < 10; ++i)
            QCOMPARE(budi.client.post("/v1/me/password", guess).code(), u"wrong_password"_s);
        QCOMPARE(budi.client.post("/v1/me/password", guess).status, 429);
        QCOMPARE(right(server, u"budi@example.com"_s).status, 429);
        QCOMPARE(budi.client.get("/v1/me").status, 200);
    }

    void forgetsWhatHoldsNobodyUp()
    {
        TestServer server;
        server.customer(u"budi@example.com"_s);
        const auto database = server.openDatabase();
        const auto rows = [&] { return database->integer(u"SELECT count(*) FROM throttles"_s).value(); };
        wrong(server, u"nobody@example.com"_s);
        QCOMPARE(rows(), 3);
        const auto stored = database->all(u"SELECT name FROM throttles"_s, {}, [](const storage::Row& row) { return row.text(0); });
        QVERIFY(!stored->join(u' ').contains(u"nobody"_s));
        server.clock().advance(14LL * 60 * 1000);
        QVERIFY(Throttle::purge(*database, server.clock().now()));
        QCOMPARE(rows(), 2);
        server.clock().advance(60'000);
        QVERIFY(Throttle::purge(*database, server.clock().now()));
        QCOMPARE(rows(), 0);
    }

    void believesOnlyProxiesItTrusts()
    {
        TrustedProxies proxies;
        proxies.add(*TrustedProxies::parse(u"10.0.0.0/8"_s));
        proxies.add(*TrustedProxies::parse(u"fd00::5"_s));
        QVERIFY(!TrustedProxies::parse(u"proxy.example.com"_s));
        QVERIFY(!TrustedProxies::parse(u"10.0.0.0/40"_s));
        const auto is = [](const QHostAddress& address, const QString& text) { return address == QHostAddress(text); };

        // A stranger may write what they like.
        QVERIFY(is(addressOf(u"203.0.113.9"_s, "1.2.3.4"), u"203.0.113.9"_s));
        QVERIFY(is(addressOf(u"127.0.0.1"_s, {}), u"127.0.0.1"_s));
        QVERIFY(is(addressOf(u"127.0.0.1"_s, "1.2.3.4"), u"1.2.3.4"_s));
        QVERIFY(is(addressOf(u"::1"_s, "1.2.3.4"), u"1.2.3.4"_s));
        QVERIFY(is(addressOf(u"::ffff:127.0.0.1"_s, "1.2.3.4"), u"1.2.3.4"_s));
        // What stands left of the first stranger was written by the stranger.
        QVERIFY(is(addressOf(u"127.0.0.1"_s, "6.6.6.6, 1.2.3.4"), u"1.2.3.4"_s));
        QVERIFY(is(addressOf(u"127.0.0.1"_s, "6.6.6.6, 1.2.3.4, 10.1.1.1"), u"10.1.1.1"_s));
        QVERIFY(is(addressOf(u"127.0.0.1"_s, "6.6.6.6, 1.2.3.4, 10.1.1.1", proxies), u"1.2.3.4"_s));
        QVERIFY(is(addressOf(u"10.9.9.9"_s, "127.0.0.1, 1.2.3.4", proxies), u"1.2.3.4"_s));
        QVERIFY(is(addressOf(u"fd00::5"_s, "[2001:db8::1]:4711", proxies), u"2001:db8::1"_s));
        QVERIFY(is(addressOf(u"fd00::6"_s, "1.2.3.4", proxies), u"fd00::6"_s));
        QVERIFY(is(addressOf(u"127.0.0.1"_s, "1.2.3.4:5678"), u"1.2.3.4"_s));
        QVERIFY(is(addressOf(u"127.0.0.1"_s, "1.2.3.4, unknown"), u"127.0.0.1"_s));
        QVERIFY(is(addressOf(u"127.0.0.1"_s, "1.2.3.4, "), u"127.0.0.1"_s));
        QVERIFY(is(addressOf(u"127.0.0.1"_s, "10.0.0.1, 10.0.0.2", proxies), u"10.0.0.1"_s));
        QCOMPARE(addressName(QHostAddress(u"2001:db8:1:2:3:4:5:6"_s)), u"2001:db8:1:2::/64"_s);
        QCOMPARE(addressName(QHostAddress(u"1.2.3.4"_s)), u"1.2.3.4"_s);
    }

    void keepsTheMetricsFromWhoComesThroughAProxy()
    {
        TestServer server;
        QCOMPARE(server.client().get("/metrics").status, 200);
        QCOMPARE(server.client().get("/metrics", {{"X-Forwarded-For", "203.0.113.9"}}).status, 403);
        QCOMPARE(server.client().get("/metrics", {{"X-Forwarded-For", "127.0.0.1, 203.0.113.9"}}).status, 403);
    }
};

QTEST_GUILESS_MAIN(AccountsThrottleTest)
#include "accounts_throttle_test.moc"
