// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_server.h"

#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class AccountsTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject login(const QString& email, const QString& password)
    {
        return {{u"email"_s, email}, {u"password"_s, password}};
    }
    static QJsonObject refresh(const QString& token) { return {{u"refreshToken"_s, token}}; }
    static QString tokenOf(const HttpReply& reply) { return reply.json().value(u"refreshToken").toString(); }

private Q_SLOTS:
    void registersASellerWithAStore()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const QJsonObject user = ani.answer.value(u"user").toObject();
        QCOMPARE(user, (QJsonObject{{u"id"_s, ani.userId}, {u"name"_s, u"ani"_s}, {u"email"_s, u"ani@example.com"_s},
                                    {u"role"_s, u"SELLER"_s}, {u"storeId"_s, ani.storeId},
                                    {u"twoFactorEnabled"_s, false}, {u"language"_s, u"id"_s}, {u"version"_s, 1}}));
        QCOMPARE(ani.answer.value(u"expiresIn").toInt(), 900);
        const HttpReply store = server.client().get("/v1/stores/" + ani.storeId.toLatin1());
        QCOMPARE(store.status, 200);
        QCOMPARE(store.json().value(u"name").toString(), u"Toko ani"_s);
        QCOMPARE(store.json().value(u"lowStockThreshold").toInt(), 10);
        QCOMPARE(store.json().value(u"version").toInt(), 1);
        const HttpReply me = ani.client.get("/v1/me");
        QCOMPARE(me.json(), user);
        QVERIFY(!me.body.contains("argon2"));
    }

    void refusesWhatIsMissingOrBreaksARule()
    {
        TestServer server;
        const HttpClient client = server.client();
        const HttpReply missing = client.post("/v1/auth/register", {{u"name"_s, 5}});
        QCOMPARE(missing.status, 400);
        QCOMPARE(missing.code(), u"invalid_request"_s);
        QCOMPARE(missing.json().value(u"errors").toArray().size(), 3);
        const HttpReply broken = client.post("/v1/auth/register", {{u"name"_s, u"Budi"_s}, {u"email"_s, u"budi"_s},
                                                                   {u"password"_s, u"short"_s}});
        QCOMPARE(broken.status, 422);
        QCOMPARE(broken.json().value(u"errors").toArray().size(), 2);
        const HttpReply common = client.post("/v1/auth/register", {{u"name"_s, u"Budi"_s},
                                                                   {u"email"_s, u"budi@example.com"_s},
                                                                   {u"password"_s, u"Rahasia123"_s}});
        QCOMPARE(common.status, 422);
        QCOMPARE(common.code(), u"password_common"_s);
        server.customer(u"budi@example.com"_s);
        const HttpReply taken = client.post("/v1/auth/register", {{u"name"_s, u"Budi"_s},
                                                                  {u"email"_s, u" BUDI@example.com"_s},
                                                                  {u"password"_s, TestServer::password()}});
        QCOMPARE(taken.status, 409);
        QCOMPARE(taken.code(), u"email_taken"_s);
    }

    void signsInAndTellsNoMoreThanItMust()
    {
        TestServer server;
        server.customer(u"budi@example.com"_s);
        const HttpClient client = server.client();
        const HttpReply good = client.post("/v1/auth/login", login(u"Budi@Example.com"_s, TestServer::password()));
        QCOMPARE(good.status, 200);
        QCOMPARE(good.header("Cache-Control"), "no-store");
        const HttpReply wrong = client.post("/v1/auth/login", login(u"budi@example.com"_s, u"not the password"_s));
        const HttpReply nobody = client.post("/v1/auth/login", login(u"nobody@example.com"_s, u"not the password"_s));
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.code(), u"bad_credentials"_s);
        QCOMPARE(wrong.json(), nobody.json());
    }

    void forgetsAnAccessTokenAfterFifteenMinutes()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        server.clock().advance(899'000);
        QCOMPARE(budi.client.get("/v1/me").status, 200);
        server.clock().advance(1'000);
        const HttpReply late = budi.client.get("/v1/me");
        QCOMPARE(late.status, 401);
        QCOMPARE(late.code(), u"invalid_token"_s);
        QCOMPARE(late.header("WWW-Authenticate"), "Bearer");
    }

    void refusesATokenThatWasTamperedWith()
    {
        TestServer server;
        auto budi = server.customer(u"budi@example.com"_s);
        const QStringList parts = budi.client.token().split(u'.');
        QCOMPARE(parts.size(), 3);
        // {"alg":"none"} with the same claims, with and without the signature
        const QString none = u"eyJhbGciOiJub25lIn0."_s + parts[1] + u'.';
        for (const QString& token : {none, none + parts[2], parts[0] + u'.' + parts[1] + u'.', u"x"_s, u""_s}) {
            budi.client.setToken(token);
            const HttpReply reply = budi.client.send("GET", "/v1/me", {}, {{"Authorization", "Bearer " + token.toLatin1()}});
            QCOMPARE(reply.status, 401);
        }
    }

    void rotatesRefreshTokensAndRevokesTheFamilyOnReuse()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        const HttpClient client = server.client();
        const HttpReply first = client.post("/v1/auth/refresh", refresh(budi.refreshToken));
        QCOMPARE(first.status, 200);
        QVERIFY(tokenOf(first) != budi.refreshToken);
        const HttpReply second = client.post("/v1/auth/refresh", refresh(tokenOf(first)));
        QCOMPARE(second.status, 200);

        // The first one again: its successor was spent, so somebody has a copy.
        const HttpReply reused = client.post("/v1/auth/refresh", refresh(budi.refreshToken));
        QCOMPARE(reused.status, 401);
        QCOMPARE(reused.code(), u"token_reused"_s);
        QCOMPARE(client.post("/v1/auth/refresh", refresh(tokenOf(second))).status, 401);
        QCOMPARE(budi.client.get("/v1/me").status, 401);
    }

    void givesTheSameSuccessorForALostAnswer()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        const HttpClient client = server.client();
        const HttpReply lost = client.post("/v1/auth/refresh", refresh(budi.refreshToken));
        server.clock().advance(30'000);
        const HttpReply again = client.post("/v1/auth/refresh", refresh(budi.refreshToken));
        QCOMPARE(again.status, 200);
        QCOMPARE(tokenOf(again), tokenOf(lost));

        server.clock().advance(1);
        QCOMPARE(client.post("/v1/auth/refresh", refresh(budi.refreshToken)).code(), u"token_reused"_s);
        QCOMPARE(client.post("/v1/auth/refresh", refresh(tokenOf(lost))).status, 401);
    }

    void storesNoTokenAndNoPassword()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        const HttpReply next = server.client().post("/v1/auth/refresh", refresh(budi.refreshToken),
                                                    {{"Idempotency-Key", "once"}});
        QCOMPARE(next.status, 200);
        server.stop();
        const QByteArray bytes = server.storedData().contents();
        QVERIFY(bytes.contains("budi@example.com"));
        QVERIFY(!bytes.contains(budi.refreshToken.toLatin1()));
        QVERIFY(!bytes.contains(tokenOf(next).toLatin1()));
        QVERIFY(!bytes.contains(TestServer::password().toLatin1()));
    }

    void signsOut()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        QCOMPARE(server.client().post("/v1/auth/logout", refresh(budi.refreshToken)).status, 204);
        QCOMPARE(server.client().post("/v1/auth/refresh", refresh(budi.refreshToken)).status, 401);
        QCOMPARE(budi.client.get("/v1/me").status, 401);
        QCOMPARE(server.client().post("/v1/auth/logout", refresh(u"never was one"_s)).status, 204);
    }

    void endsOtherSessionsWhenThePasswordChanges()
    {
        TestServer server;
        const auto here = server.customer(u"budi@example.com"_s);
        const HttpReply there = server.client().post("/v1/auth/login", login(u"budi@example.com"_s, TestServer::password()));
        HttpClient elsewhere = server.client();
        elsewhere.setToken(there.json().value(u"accessToken").toString());

        const HttpReply wrong = here.client.post("/v1/me/password", {{u"currentPassword"_s, u"not it at all"_s},
                                                                     {u"newPassword"_s, u"a new long one"_s}});
        QCOMPARE(wrong.status, 422);
        QCOMPARE(wrong.code(), u"wrong_password"_s);
        QCOMPARE(here.client.post("/v1/me/password", {{u"currentPassword"_s, TestServer::password()},
                                                      {u"newPassword"_s, u"a new long one"_s}}).status, 204);
        QCOMPARE(here.client.get("/v1/me").status, 200);
        QCOMPARE(elsewhere.get("/v1/me").status, 401);
        QCOMPARE(server.client().post("/v1/auth/refresh", refresh(tokenOf(there))).status, 401);
        QCOMPARE(server.client().post("/v1/auth/refresh", refresh(here.refreshToken)).status, 200);
        QCOMPARE(server.client().post("/v1/auth/login", login(u"budi@example.com"_s, TestServer::password())).status, 401);
        QCOMPARE(server.client().post("/v1/auth/login", login(u"budi@example.com"_s, u"a new long one"_s)).status, 200);
    }

    void changesOnesOwnNameOnlyOnWhatWasSeen()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        const HttpReply seen = budi.client.get("/v1/me");
        QCOMPARE(seen.header("ETag"), "\"v1\"");
        QCOMPARE(budi.client.get("/v1/me", {{"If-None-Match", "\"v1\""}}).status, 304);
        const HttpReply changed = budi.client.patch("/v1/me", {{u"name"_s, u" Budi  Santoso "_s}, {u"language"_s, u"en"_s}},
                                                    {{"If-Match", "\"v1\""}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.header("ETag"), "\"v2\"");
        QCOMPARE(budi.client.get("/v1/me").json(), changed.json());
        QCOMPARE(changed.json().value(u"name").toString(), u"Budi Santoso"_s);
        QCOMPARE(changed.json().value(u"language").toString(), u"en"_s);
        const HttpReply stale = budi.client.patch("/v1/me", {{u"name"_s, u"Other"_s}}, {{"If-Match", "\"v1\""}});
        QCOMPARE(stale.status, 412);
        QCOMPARE(budi.client.get("/v1/me").json(), changed.json());
    }

    void letsOnlyTheOwnerChangeAStore()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto eko = server.seller(u"eko@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const QByteArray path = "/v1/stores/" + ani.storeId.toLatin1();
        const QJsonObject patch{{u"name"_s, u"Toko Ani Jaya"_s}, {u"lowStockThreshold"_s, 4}};
        QCOMPARE(server.client().patch(path, patch).status, 401);
        QCOMPARE(budi.client.patch(path, patch).status, 403);
        QCOMPARE(eko.client.patch(path, patch).status, 403);
        const HttpReply changed = ani.client.patch(path, patch);
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json().value(u"name").toString(), u"Toko Ani Jaya"_s);
        QCOMPARE(changed.json().value(u"lowStockThreshold").toInt(), 4);
        QCOMPARE(changed.json().value(u"version").toInt(), 2);
        QCOMPARE(ani.client.patch(path, {{u"name"_s, u""_s}}).status, 422);
        QCOMPARE(server.client().get("/v1/stores/not-an-id").status, 404);
    }

    void keepsPeopleSignedInOverARestart()
    {
        TestServer server;
        auto budi = server.customer(u"budi@example.com"_s);
        server.stop();
        QVERIFY(server.start());
        HttpClient again = server.client();
        again.setToken(budi.client.token());
        QCOMPARE(again.get("/v1/me").status, 200);
        QCOMPARE(again.post("/v1/auth/refresh", refresh(budi.refreshToken)).status, 200);
    }
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "accounts_test.moc"
