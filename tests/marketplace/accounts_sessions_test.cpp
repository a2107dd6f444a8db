// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/sessions.h"
#include "support/test_server.h"

#include <QSet>
#include <QTcpSocket>
#include <QTest>

#include <future>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class AccountsSessionsTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject refresh(const QString& token) { return {{u"refreshToken"_s, token}}; }
    static QString tokenOf(const HttpReply& reply) { return reply.json().value(u"refreshToken").toString(); }
    static HttpClient signedIn(TestServer& server, const QString& email, const QString& device)
    {
        HttpClient client = server.client();
        const HttpReply in = client.post("/v1/auth/login", {{u"email"_s, email}, {u"password"_s, TestServer::password()},
                                                            {u"deviceId"_s, device}});
        client.setToken(in.json().value(u"accessToken").toString());
        return client;
    }
    static QJsonArray sessions(const HttpClient& client)
    {
        return client.get("/v1/me/sessions").json().value(u"items").toArray();
    }

private Q_SLOTS:
    void listsWhereOneIsSignedIn()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        const auto ani = server.customer(u"ani@example.com"_s);
        server.clock().advance(60'000);
        const HttpClient desk = signedIn(server, budi.email, u"desk"_s);
        const QJsonArray seen = sessions(desk);
        QCOMPARE(seen.size(), 2);
        const QJsonObject newest = seen[0].toObject();
        QCOMPARE(newest.value(u"deviceId").toString(), u"desk"_s);
        QCOMPARE(newest.value(u"current").toBool(), true);
        QCOMPARE(newest.value(u"createdAt").toString(), u"2026-11-21T04:01:00.000Z"_s);
        QCOMPARE(newest.value(u"lastUsedAt").toString(), u"2026-11-21T04:01:00.000Z"_s);
        const QJsonObject first = seen[1].toObject();
        QCOMPARE(first.value(u"deviceId"), QJsonValue());
        QCOMPARE(first.value(u"current").toBool(), false);

        const HttpReply page = desk.get("/v1/me/sessions?limit=1");
        QCOMPARE(page.json().value(u"items").toArray().size(), 1);
        const QString cursor = page.json().value(u"nextCursor").toString();
        const HttpReply rest = desk.get("/v1/me/sessions?limit=1&cursor=" + cursor.toLatin1());
        QCOMPARE(rest.json().value(u"items").toArray(), (QJsonArray{first}));
        QCOMPARE(rest.json().value(u"nextCursor"), QJsonValue());
        QCOMPARE(desk.get("/v1/me/sessions?limit=0").status, 400);

        const QByteArray target = "/v1/me/sessions/" + first.value(u"id").toString().toLatin1();
        QCOMPARE(server.client().remove(target).status, 401);
        QCOMPARE(ani.client.remove(target).status, 404);
        QCOMPARE(budi.client.get("/v1/me").status, 200);
        QCOMPARE(desk.remove(target).status, 204);
        QCOMPARE(desk.remove(target).status, 404);
        QCOMPARE(budi.client.get("/v1/me").status, 401);
        QCOMPARE(server.client().post("/v1/auth/refresh", refresh(budi.refreshToken)).status, 401);
        QCOMPARE(sessions(desk).size(), 1);
    }

    void givesConcurrentRefreshesOneSuccessor()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        std::vector<std::future<HttpReply>> calls;
        for (int i = 0; i < 8; ++i) {
            calls.push_back(std::async(std::launch::async, [&] {
                return server.client().post("/v1/auth/refresh", refresh(budi.refreshToken));
            }));
        }
        QSet<QString> successors;
        for (auto& call : calls) {
            const HttpReply reply = call.get();
            QCOMPARE(reply.status, 200);
            successors.insert(tokenOf(reply));
        }
        QCOMPARE(successors.size(), 1);
        QCOMPARE(server.client().post("/v1/auth/refresh", refresh(*successors.cbegin())).status, 200);
    }

    void endsARefreshTokenAfterThirtyDays()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        server.clock().advance(refreshTokenMs - 1);
        const HttpReply last = server.client().post("/v1/auth/refresh", refresh(budi.refreshToken));
        QCOMPARE(last.status, 200);
        server.clock().advance(refreshTokenMs);
        const HttpReply late = server.client().post("/v1/auth/refresh", refresh(tokenOf(last)));
        QCOMPARE(late.status, 401);
        QCOMPARE(late.code(), u"invalid_token"_s);
        QCOMPARE(server.client().post("/v1/auth/refresh", {}).status, 400);
    }

    void forgetsWhatCanNoLongerBeUsed()
    {
        TestServer server;
        const auto budi = server.customer(u"budi@example.com"_s);
        const auto ani = server.customer(u"ani@example.com"_s);
        const auto database = server.openDatabase();
        const auto count = [&](const QString& table) { return database->integer(u"SELECT count(*) FROM "_s + table).value(); };
        QCOMPARE(server.client().post("/v1/auth/refresh", refresh(budi.refreshToken)).status, 200);
        QCOMPARE(server.client().post("/v1/auth/logout", refresh(ani.refreshToken)).status, 204);
        QCOMPARE(count(u"refresh_tokens"_s), 3);
        server.clock().advance(24LL * 3600 * 1000);
        QVERIFY(purgeSessions(*database, server.clock().now()));
        // Ani's has ended; Budi's spent token stays, to tell reuse by.
        QCOMPARE(count(u"refresh_tokens"_s), 2);
        QCOMPARE(count(u"sessions"_s), 1);
        server.clock().advance(refreshTokenMs);
        QVERIFY(purgeSessions(*database, server.clock().now()));
        QCOMPARE(count(u"refresh_tokens"_s), 0);
        QCOMPARE(count(u"sessions"_s), 0);
    }

    void keepsThisSessionWhenThePasswordChanges()
    {
        TestServer server;
        const auto here = server.customer(u"budi@example.com"_s);
        const HttpClient desk = signedIn(server, here.email, u"desk"_s);
        const HttpClient shop = signedIn(server, here.email, u"shop"_s);
        QCOMPARE(sessions(shop).size(), 3);
        QCOMPARE(desk.post("/v1/me/password", {{u"currentPassword"_s, TestServer::password()},
                                               {u"newPassword"_s, u"a new long one"_s}}).status, 204);
        QCOMPARE(desk.get("/v1/me").status, 200);
        QCOMPARE(sessions(desk).size(), 1);
        QCOMPARE(sessions(desk)[0].toObject().value(u"deviceId").toString(), u"desk"_s);
        QCOMPARE(shop.get("/v1/me").status, 401);
        QCOMPARE(here.client.get("/v1/me").code(), u"invalid_token"_s);
    }

    void cutsTheEventsOfASessionThatEnded()
    {
        TestServer server;
        const auto here = server.customer(u"budi@example.com"_s);
        const auto listening = [&](const HttpClient& client) {
            auto socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(QHostAddress::LocalHost, server.port());
            socket->write("GET /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + client.token().toLatin1() + "\r\n\r\n");
            QByteArray heard;
            while (!heard.contains("event: head") && socket->waitForReadyRead(10'000))
                heard += socket->readAll();
            return heard.contains("event: head") ? std::move(socket) : nullptr;
        };
        const auto desk = signedIn(server, here.email, u"desk"_s);
        const auto shop = signedIn(server, here.email, u"shop"_s);
        const auto mine = listening(here.client);
        const auto ofDesk = listening(desk);
        const auto ofShop = listening(shop);
        QVERIFY(mine && ofDesk && ofShop);
        const QByteArray target = "/v1/me/sessions/" + sessions(shop)[0].toObject().value(u"id").toString().toLatin1();
        QCOMPARE(here.client.remove(target).status, 204);
        QVERIFY(ofShop->waitForDisconnected(10'000));
        QCOMPARE(here.client.post("/v1/me/password", {{u"currentPassword"_s, TestServer::password()},
                                                      {u"newPassword"_s, u"a new long one"_s}}).status, 204);
        QVERIFY(ofDesk->waitForDisconnected(10'000));
        QCOMPARE(mine->state(), QAbstractSocket::ConnectedState);
        QCOMPARE(server.client().post("/v1/auth/logout", refresh(here.refreshToken)).status, 204);
        QVERIFY(mine->waitForDisconnected(10'000));
    }

    void showsARenamedStoreEverywhere()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const QByteArray id = ani.client.post("/v1/products", {{u"name"_s, u"Wajan"_s}, {u"description"_s, u""_s},
                                                               {u"category"_s, u"Dapur"_s}, {u"price"_s, 5'000},
                                                               {u"stock"_s, 3}}).json().value(u"id").toString().toLatin1();
        const HttpReply before = server.client().get("/v1/products/" + id);
        QCOMPARE(before.json().value(u"storeName").toString(), u"Toko ani"_s);
        QCOMPARE(server.client().get("/v1/products").status, 200);
        const HttpReply renamed = ani.client.patch("/v1/stores/" + ani.storeId.toLatin1(), {{u"name"_s, u"Dapur Ani"_s}});
        QCOMPARE(renamed.status, 200);
        const HttpReply after = server.client().get("/v1/products/" + id, {{"If-None-Match", before.header("ETag")}});
        QCOMPARE(after.status, 200);
        QCOMPARE(after.json().value(u"storeName").toString(), u"Dapur Ani"_s);
        const QJsonObject listed = server.client().get("/v1/products").json().value(u"items").toArray().at(0).toObject();
        QCOMPARE(listed.value(u"storeName").toString(), u"Dapur Ani"_s);
    }

    void holdsAStoreToTheRules()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const QByteArray path = "/v1/stores/" + ani.storeId.toLatin1();
        for (const QJsonObject& broken : {QJsonObject{{u"timeZone"_s, u"Asia/Atlantis"_s}}, QJsonObject{{u"timeZone"_s, u"WIB-7"_s}},
                                          QJsonObject{{u"lowStockThreshold"_s, -1}}, QJsonObject{{u"name"_s, u" "_s}}})
            QCOMPARE(ani.client.patch(path, broken).status, 422);
        QCOMPARE(ani.client.patch(path, {{u"lowStockThreshold"_s, u"many"_s}}).status, 400);
        const QByteArray tag = server.client().get(path).header("ETag");
        const QJsonObject patch{{u"timeZone"_s, u"Asia/Makassar"_s}, {u"lowStockThreshold"_s, 0}};
        const HttpReply changed = ani.client.patch(path, patch, {{"If-Match", tag}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json().value(u"timeZone").toString(), u"Asia/Makassar"_s);
        QCOMPARE(ani.client.patch(path, patch, {{"If-Match", tag}}).status, 412);
    }

    void holdsPasswordsToTheRules_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("code");
        QTest::newRow("7") << u"kw9#xLp"_s << u"too_short"_s;
        QTest::newRow("7 characters of two units each") << QString::fromUcs4(U"😀😁😂🤣😃😄😅") << u"too_short"_s;
        QTest::newRow("8 of them") << QString::fromUcs4(U"😀😁😂🤣😃😄😅😆") << u""_s;
        QTest::newRow("128") << QString(64, u'x') + QString(64, u'y') << u""_s;
        QTest::newRow("129") << QString(64, u'x') + QString(65, u'y') << u"too_long"_s;
        QTest::newRow("common") << u"PassWord1"_s << u"password_common"_s;
        QTest::newRow("first of the list") << u"00000000"_s << u"password_common"_s;
        QTest::newRow("Indonesian") << u"BISMILLAH123"_s << u"password_common"_s;
        QTest::newRow("the e-mail") << u"Budi.Santoso@example.com"_s << u"password_common"_s;
        QTest::newRow("half of the e-mail") << u"budi.santoso"_s << u"password_common"_s;
        QTest::newRow("the name") << u"Raden Budi Santoso"_s << u"password_common"_s;
        QTest::newRow("spaces") << u"  two  words  "_s << u""_s;
    }
    void holdsPasswordsToTheRules()
    {
        QFETCH(QString, password);
        QFETCH(QString, code);
        TestServer server;
        const HttpReply reply = server.client().post("/v1/auth/register", {{u"name"_s, u"Raden Budi  Santoso"_s},
                                                                           {u"email"_s, u"budi.santoso@example.com"_s},
                                                                           {u"password"_s, password}});
        QCOMPARE(reply.status, code.isEmpty() ? 201 : 422);
        QCOMPARE(reply.code(), code);
        if (!code.isEmpty())
            return;
        HttpClient client = server.client();
        client.setToken(reply.json().value(u"accessToken").toString());
        const HttpReply changed = client.post("/v1/me/password", {{u"currentPassword"_s, password},
                                                                  {u"newPassword"_s, u"budi.santoso"_s}});
        QCOMPARE(changed.status, 422);
        QCOMPARE(changed.json().value(u"errors").toArray().at(0).toObject().value(u"field").toString(), u"newPassword"_s);
    }
};

QTEST_GUILESS_MAIN(AccountsSessionsTest)
#include "accounts_sessions_test.moc"
