// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/space.h"
#include "protocol/messages.h"
#include "support/test_server.h"

#include <QTcpSocket>
#include <QtTest>

using namespace belanjain;
using testing::HttpReply;
using testing::TestServer;
using namespace Qt::StringLiterals;

namespace
{

/// Listens to /v1/events.
class Listener
{
public:
    Listener(const TestServer& server, const QString& token)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        m_socket.waitForConnected();
        m_socket.write("GET /v1/events HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + token.toLatin1() + "\r\n\r\n");
    }

    /// The version of the next event, or -1 when none comes in time.
    qint64 next(int patienceMs = 5'000)
    {
        while (true) {
            const qsizetype at = m_text.indexOf("\"version\":");
            const qsizetype end = at < 0 ? -1 : m_text.indexOf("}", at);
            if (end > 0) {
                const qint64 version = m_text.mid(at + 10, end - at - 10).toLongLong();
                m_text = m_text.sliced(end);
                return version;
            }
            if (!m_socket.waitForReadyRead(patienceMs))
                return -1;
            m_text += m_socket.readAll();
        }
    }

private:
    QTcpSocket m_socket;
    QByteArray m_text;
};

} // namespace

class SyncHttpTest : public QObject
{
    Q_OBJECT

private:
    static QString newId()
    {
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    }

    static QJsonObject op(qint64 seq, const QString& name, const QString& entity, const QJsonObject& args)
    {
        return {{u"opId"_s, newId()}, {u"seq"_s, seq},   {u"name"_s, name}, {u"entityId"_s, entity},
                {u"baseVersion"_s, QJsonValue()}, {u"args"_s, args}, {u"clientTime"_s, u"2026-11-21T04:00:00.000Z"_s}};
    }

    static QJsonObject pushBody(const QString& device, const QString& epoch, const QJsonArray& ops)
    {
        return {{u"schema"_s, 1}, {u"deviceId"_s, device}, {u"epoch"_s, epoch}, {u"ops"_s, ops}};
    }

    static QString addProduct(const TestServer::Person& seller, int stock = 20)
    {
        return seller.client.post("/v1/products", {{u"name"_s, u"Panci"_s}, {u"price"_s, 10'000}, {u"stock"_s, stock}})
            .json()[u"variants"_s][0][u"id"].toString();
    }

private Q_SLOTS:
    void aDesktopComesAndGoesOn()
    {
        TestServer server;
        const auto seller = server.seller(u"rina@toko.id"_s);
        const QString variant = addProduct(seller);
        const QString device = newId();
        const QJsonObject first = seller.client.get("/v1/sync/pull?after=0&schema=1&limit=2&deviceId=" + device.toLatin1()).json();
        QCOMPARE(first[u"rows"_s].toArray().size(), 2);
        QVERIFY(!first[u"complete"_s].toBool());
        const QString epoch = first[u"epoch"_s].toString();
        const QByteArray where = "/v1/sync/pull?schema=1&deviceId=" + device.toLatin1() + "&epoch=" + epoch.toLatin1() + "&after=";
        const QJsonObject second = seller.client.get(where + QByteArray::number(first[u"next"_s].toInteger())).json();
        QVERIFY(second[u"complete"_s].toBool());
        QCOMPARE(second[u"rowCount"_s].toInt(), 3);

        const QJsonArray ops{op(1, u"stock.adjust"_s, variant, {{u"delta"_s, 5}}), op(2, u"stock.adjust"_s, variant, {{u"delta"_s, -99}})};
        const HttpReply pushed = seller.client.post("/v1/sync/push", pushBody(device, epoch, ops));
        QCOMPARE(pushed.status, 200);
        QCOMPARE(pushed.json()[u"lastSeq"_s].toInt(), 2);
        QCOMPARE(pushed.json()[u"results"_s][1][u"code"].toString(), u"would_be_negative"_s);
        QCOMPARE(seller.client.post("/v1/sync/push", pushBody(device, epoch, ops)).json(), pushed.json());

        const QJsonObject third = seller.client.get(where + QByteArray::number(second[u"next"_s].toInteger())).json();
        QCOMPARE(third[u"rows"_s].toArray().size(), 1);
        QCOMPARE(third[u"rows"_s][0][u"data"][u"onHand"].toInt(), 25);
        QCOMPARE(third[u"lastSeq"_s].toInt(), 2);
        QCOMPARE(third[u"results"_s].toArray().size(), 2);
    }

    void refusesWhatItCannotTake()
    {
        TestServer server;
        const auto seller = server.seller(u"rina@toko.id"_s);
        const QString variant = addProduct(seller);
        const QString epoch = seller.client.get("/v1/sync/pull").json()[u"epoch"_s].toString();
        const QString device = newId();
        const QJsonObject one = op(1, u"stock.adjust"_s, variant, {{u"delta"_s, 1}});

        const HttpReply gap = seller.client.post("/v1/sync/push", pushBody(device, epoch, {op(3, u"x"_s, variant, {})}));
        QCOMPARE(gap.status, 409);
        QCOMPARE(gap.code(), u"seq_gap"_s);
        QCOMPARE(gap.json()[u"expected"_s].toInt(), 1);
        QCOMPARE(seller.client.post("/v1/sync/push", pushBody(device, epoch, {one})).status, 200);
        const HttpReply mismatch = seller.client.post("/v1/sync/push", pushBody(device, epoch, {op(1, u"stock.adjust"_s, variant, {{u"delta"_s, 2}})}));
        QCOMPARE(mismatch.status, 409);
        QCOMPARE(mismatch.code(), u"seq_mismatch"_s);
        const HttpReply restored = seller.client.post("/v1/sync/push", pushBody(device, u"other"_s, {}));
        QCOMPARE(restored.status, 410);
        QCOMPARE(restored.code(), u"resync_required"_s);
        QJsonObject future = pushBody(device, epoch, {});
        future[u"schema"_s] = 2;
        QCOMPARE(seller.client.post("/v1/sync/push", future).code(), u"schema_unsupported"_s);
        QJsonArray many;
        for (int i = 0; i < 201; ++i)
            many.append(op(i + 2, u"stock.adjust"_s, variant, {{u"delta"_s, 1}}));
        QCOMPARE(seller.client.post("/v1/sync/push", pushBody(device, epoch, many)).status, 413);
        QCOMPARE(seller.client.post("/v1/sync/push", {}).status, 400);
        const HttpReply before = seller.client.post("/v1/sync/push", pushBody(device, epoch, {op(0, u"x"_s, variant, {})}));
        QCOMPARE(before.status, 400);
        QCOMPARE(before.json()[u"errors"_s][0][u"field"].toString(), u"ops[0].seq"_s);

        const HttpReply ahead = seller.client.get("/v1/sync/pull?schema=2");
        QCOMPARE(ahead.code(), u"schema_unsupported"_s);
        QCOMPARE(ahead.json()[u"oldest"_s].toInt(), 1);
        QCOMPARE(ahead.json()[u"newest"_s].toInt(), 1);
        QCOMPARE(seller.client.get("/v1/sync/pull?epoch=other&after=1").status, 410);
        QCOMPARE(seller.client.get("/v1/sync/pull?limit=2001").status, 400);
        QCOMPARE(seller.client.get("/v1/sync/pull?deviceId=x").status, 400);
        QCOMPARE(seller.client.get("/v1/sync/snapshot?schema=2").code(), u"schema_unsupported"_s);
        const auto customer = server.customer(u"siti@rumah.id"_s);
        QCOMPARE(customer.client.post("/v1/sync/push", pushBody(device, epoch, {})).status, 403);
        for (const char* path : {"/v1/sync/pull", "/v1/sync/snapshot", "/v1/events"})
            QCOMPARE(server.client().get(path).status, 401);
    }

    void streamsASnapshotToItsEnd()
    {
        TestServer server;
        const auto seller = server.seller(u"rina@toko.id"_s);
        for (int i = 0; i < 40; ++i)
            addProduct(seller);
        const HttpReply reply = seller.client.get("/v1/sync/snapshot?schema=1&deviceId=" + newId().toLatin1());
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.header("Content-Type"), "application/x-ndjson"_ba);
        QVERIFY(!reply.header("X-Request-Id").isEmpty());
        const QList<QByteArray> lines = reply.body.trimmed().split('\n');
        QCOMPARE(lines.last(), "{\"end\":true}"_ba);
        const QJsonObject head = protocol::parseObject(lines.first()).value();
        QCOMPARE(head[u"rowCount"_s].toInt(), 81);
        QCOMPARE(lines.size(), 83);
    }

    void tellsOfCommitsOnly()
    {
        TestServer server;
        const auto seller = server.seller(u"rina@toko.id"_s);
        const auto other = server.seller(u"lain@toko.id"_s);
        const QString variant = addProduct(seller, 3);
        const auto db = server.openDatabase();
        const auto committed = [&] { return marketplace::readHead(*db, seller.storeId).value()->version; };
        Listener events(server, seller.client.token());
        QCOMPARE(events.next(), committed());

        const QByteArray stock = "/v1/variants/" + variant.toLatin1() + "/stock";
        for (int i = 0; i < 20; ++i) {
            addProduct(other);
            QCOMPARE(seller.client.post(stock, {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -100}}).status, 422);
            const qint64 before = committed();
            QCOMPARE(seller.client.post(stock, {{u"kind"_s, u"adjust"_s}, {u"delta"_s, 1}}).status, 200);
            const qint64 told = events.next();
            QCOMPARE(told, before + 1);
            QVERIFY(told <= committed());
        }
    }
};

QTEST_GUILESS_MAIN(SyncHttpTest)
#include "sync_http_test.moc"
