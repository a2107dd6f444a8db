// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/net/api_client.h"
#include "engine/net/backoff.h"
#include "engine/net/event_stream.h"
#include "support/fake_network.h"
#include "support/fake_time.h"

#include <QTest>

using namespace belanjain;
using namespace belanjain::engine;
using namespace Qt::StringLiterals;

namespace
{

QByteArray bearerOf(const testing::FakeTransport::Open* call)
{
    for (const auto& [name, value] : call->request.headers) {
        if (name == "Authorization")
            return value;
    }
    return {};
}

const QByteArray newPair = R"({"accessToken":"new","refreshToken":"r2","expiresIn":900})";

struct Client
{
    testing::FakeTransport network;
    testing::ManualScheduler time;
    QList<QString> kept;
    int ended = 0;
    ApiClient api;
    QList<int> answers;

    explicit Client(Tokens tokens = {u"old"_s, u"r1"_s})
        : api(network, time, std::move(tokens),
              {.renewed = [this](const Tokens& t) { kept << t.refresh; }, .sessionEnded = [this] { ++ended; }})
    {
    }
    void send(const QString& path)
    {
        api.send({.path = path}, [this](const HttpAnswer& answer) { answers << answer.status; });
    }
};

} // namespace

class ApiClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renewsOnceForAllThatWait()
    {
        Client client;
        client.send(u"/a"_s);
        client.send(u"/b"_s);
        QVERIFY(client.network.answer(u"/a", 401));
        QVERIFY(client.network.answer(u"/b", 401));
        QCOMPARE(client.network.paths(), QStringList{u"/v1/auth/refresh"_s});

        QVERIFY(client.network.answer(u"/v1/auth/refresh", 200, newPair));
        QCOMPARE(client.kept, QList<QString>{u"r2"_s});
        QCOMPARE(client.network.paths(), (QStringList{u"/a"_s, u"/b"_s}));
        QCOMPARE(bearerOf(client.network.find(u"/a")), QByteArray("Bearer new"));
        QVERIFY(client.network.answer(u"/a", 200));
        QVERIFY(client.network.answer(u"/b", 204));
        QCOMPARE(client.answers, (QList<int>{200, 204}));
    }

    void doesNotRenewAgainForALateRefusal()
    {
        Client client;
        client.send(u"/a"_s);
        client.send(u"/b"_s);
        QVERIFY(client.network.answer(u"/a", 401));
        QVERIFY(client.network.answer(u"/v1/auth/refresh", 200, newPair));
        QVERIFY(client.network.answer(u"/b", 401)); // was sent with the old token
        QCOMPARE(client.network.paths(), (QStringList{u"/a"_s, u"/b"_s}));
        QCOMPARE(bearerOf(client.network.find(u"/b")), QByteArray("Bearer new"));
    }

    void passesAThird401On()
    {
        Client client;
        client.send(u"/a"_s);
        QVERIFY(client.network.answer(u"/a", 401));
        QVERIFY(client.network.answer(u"/v1/auth/refresh", 200, newPair));
        QVERIFY(client.network.answer(u"/a", 401));
        QVERIFY(client.network.answer(u"/v1/auth/refresh", 200, newPair));
        QVERIFY(client.network.answer(u"/a", 401));
        QCOMPARE(client.answers, QList<int>{401});
        QCOMPARE(client.ended, 0);
    }

    /// The computer slept between the renewal and the call.
    void renewsAgainWhenTheNewTokenIsOldAlready()
    {
        Client client;
        client.send(u"/a"_s);
        QVERIFY(client.network.answer(u"/a", 401));
        QVERIFY(client.network.answer(u"/v1/auth/refresh", 200, newPair));
        QVERIFY(client.network.answer(u"/a", 401));
        QVERIFY(client.network.answer(u"/v1/auth/refresh", 200, newPair));
        QVERIFY(client.network.answer(u"/a", 200));
        QCOMPARE(client.answers, QList<int>{200});
    }

    void endsTheSessionOnlyOnTheMarketplacesWord_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("passedOn");
        QTest::addColumn<int>("ended");
        QTest::newRow("refused") << 401 << 401 << 1;
        QTest::newRow("malformed") << 400 << 401 << 1;
        QTest::newRow("no answer") << 0 << 0 << 0;
        QTest::newRow("maintenance") << 503 << 503 << 0;
        QTest::newRow("throttled") << 429 << 429 << 0;
    }
    void endsTheSessionOnlyOnTheMarketplacesWord()
    {
        QFETCH(int, status);
        QFETCH(int, passedOn);
        QFETCH(int, ended);
        Client client;
        client.send(u"/a"_s);
        QVERIFY(client.network.answer(u"/a", 401));
        // A lost answer is asked for twice more.
        for (int time = status == 0 ? 3 : 1; time > 0; --time) {
            QVERIFY(client.network.answer(u"/v1/auth/refresh", status));
            client.time.advance(1'000);
        }
        QCOMPARE(client.answers, QList<int>{passedOn});
        QCOMPARE(client.ended, ended);
        QCOMPARE(client.api.tokens().refresh, u"r1"_s);
    }

    void repeatsARenewalWhoseAnswerIsLostWhileTheSpentTokenIsForgiven()
    {
        Client client;
        client.send(u"/a"_s);
        QVERIFY(client.network.answer(u"/a", 401));
        QVERIFY(client.network.find(u"/v1/auth/refresh")->request.timeoutMs <= 8'000);
        QVERIFY(client.network.answer(u"/v1/auth/refresh", 0));
        client.send(u"/b"_s); // waits as well
        client.time.advance(1'000);
        QCOMPARE(client.network.paths(), QStringList{u"/v1/auth/refresh"_s});
        QVERIFY(client.answers.isEmpty());
        QVERIFY(client.network.answer(u"/v1/auth/refresh", 200, newPair));
        QCOMPARE(client.network.paths(), (QStringList{u"/a"_s, u"/b"_s}));
        QCOMPARE(client.ended, 0);
    }

    void beginsWithARenewalWhenThereIsNoAccessToken()
    {
        Client client{Tokens{{}, u"r1"_s}};
        client.send(u"/a"_s);
        QCOMPARE(client.network.paths(), QStringList{u"/v1/auth/refresh"_s});
    }

    void answersLaterWhenThereIsNoTokenAtAll()
    {
        Client client{Tokens{}};
        client.send(u"/a"_s);
        QCOMPARE(client.answers, QList<int>());
        client.time.advance(0);
        QCOMPARE(client.answers, QList<int>{401});
        QCOMPARE(client.ended, 1);
        QCOMPARE(client.network.sent(), 0);
    }

    void keepsRenewingWhenCallsAreAbandoned()
    {
        Client client;
        client.send(u"/a"_s);
        QVERIFY(client.network.answer(u"/a", 401));
        client.api.cancelAll();
        QVERIFY(client.network.answer(u"/v1/auth/refresh", 200, newPair)); // a spent token would be lost
        QCOMPARE(client.kept, QList<QString>{u"r2"_s});
        QCOMPARE(client.answers, QList<int>());
    }

    void signingInAgainOutlivesARenewalUnderWay()
    {
        Client client;
        client.send(u"/a"_s);
        QVERIFY(client.network.answer(u"/a", 401));
        QCOMPARE(client.network.paths(), QStringList{u"/v1/auth/refresh"_s});
        client.api.setTokens({u"fresh"_s, u"r9"_s});
        // Nothing is left of the old tokens' renewal, and who waited for it is sent with the new ones.
        QCOMPARE(client.network.paths(), QStringList{u"/a"_s});
        QCOMPARE(bearerOf(client.network.find(u"/a")), QByteArray("Bearer fresh"));
        QVERIFY(client.network.answer(u"/a", 200));
        QCOMPARE(client.answers, QList<int>{200});
        QCOMPARE(client.ended, 0);
        QCOMPARE(client.api.tokens().refresh, u"r9"_s);
    }

    void backsOffWithJitterAndHonoursTheServer()
    {
        testing::SeededRandom random;
        Backoff backoff(random);
        for (const qint64 ceiling : {1'000, 2'000, 4'000, 8'000, 16'000, 32'000, 64'000, 120'000, 120'000}) {
            const qint64 wait = backoff.next();
            QVERIFY2(wait >= ceiling / 2 && wait <= ceiling, qPrintable(QString::number(wait)));
        }
        QVERIFY(backoff.next(600) >= 600'000);
        backoff.reset();
        QVERIFY(backoff.next() <= 1'000);
        QSet<qint64> polls;
        for (int i = 0; i < 50; ++i) {
            const qint64 poll = jittered(60'000, random);
            QVERIFY(poll >= 48'000 && poll <= 72'000);
            polls << poll;
        }
        QVERIFY(polls.size() > 40);
    }

    void readsEventsHoweverTheyAreCut()
    {
        const QByteArray stream = ": hello\r\n\r\nevent: head\r\ndata: {\"version\":7}\r\n\r\nevent:head\ndata:a\ndata: b\n\ndata\n\n";
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            QList<std::pair<QByteArray, QByteArray>> seen;
            EventParser parser([&](const QByteArray& event, const QByteArray& data) { seen.append({event, data}); });
            parser.feed(stream.left(cut));
            parser.feed(stream.mid(cut));
            const QList<std::pair<QByteArray, QByteArray>> expected{{"head", "{\"version\":7}"}, {"head", "a\nb"}};
            QCOMPARE(seen, expected);
        }
    }

    void forgetsAnEndlessLine()
    {
        int seen = 0;
        EventParser parser([&](const QByteArray&, const QByteArray&) { ++seen; });
        parser.feed("data: " + QByteArray(100'000, 'x'));
        parser.feed("\n\ndata: y\n\n");
        QCOMPARE(seen, 1);
    }
};

QTEST_GUILESS_MAIN(ApiClientTest)
#include "api_client_test.moc"
