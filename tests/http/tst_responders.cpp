// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that come late, from other threads, piece by piece, or not at all.
#include "http/support.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace belanjain::http;
using namespace belanjain::http::test;
using namespace Qt::StringLiterals;

class TestResponders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersFromAnotherThread();
    void onlyTheFirstAnswerCounts();
    void aDroppedResponderIsA500();
    void theClientLeftFirst();
    void theListenerLeftFirst();
    void anAnswerMayAnswerAnother();
    void streams_data();
    void streams();
    void streamsToOldClientsUntilClose();
    void streamsOnlyTheHeadForHead();
    void anUnfinishedStreamIsCut();
    void aStreamNoticesThatTheClientLeft();
    void aProducerIsHeldBack();
    void compressedStream();
    void manyHeldStreams();
};

void TestResponders::answersFromAnotherThread()
{
    Server server;
    std::vector<std::thread> workers;
    server.router.onRequest = [&](const Request& request, const Responder& responder) {
        workers.emplace_back([request, responder] { responder.respond(echo(request)); });
    };
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<Client>(server.port));
        clients.back()->send(get("/" + QByteArray::number(i)) + get("/again"));
    }
    for (int i = 0; i < 8; ++i) {
        QCOMPARE(clients[static_cast<std::size_t>(i)]->read().body, "GET /" + QByteArray::number(i) + "|");
        QCOMPARE(clients[static_cast<std::size_t>(i)]->read().body, "GET /again|");
    }
    for (std::thread& worker : workers)
        worker.join();
    QCOMPARE(workers.size(), std::size_t(16));
}

void TestResponders::onlyTheFirstAnswerCounts()
{
    Server server;
    server.router.onRequest = [](const Request& request, const Responder& responder) {
        const Responder copy = responder;
        QVERIFY(responder.respond(echo(request)));
        QVERIFY(!copy.respond(Response::make(200, "text/plain", "second")));
        QVERIFY(!copy.startStream(200, {}).isValid());
    };
    Client client(server.port);
    client.send(get("/a") + get("/b"));
    QCOMPARE(client.read().body, "GET /a|");
    QCOMPARE(client.read().body, "GET /b|");
    QVERIFY(!Responder().respond({}));
    QVERIFY(!StreamWriter().write("x"));
}

void TestResponders::aDroppedResponderIsA500()
{
    Server server;
    server.router.onRequest = [](const Request& request, const Responder& responder) {
        if (request.path == "/other-thread")
            std::thread([copy = responder]() mutable { copy = Responder(); }).join();
    };
    Client client(server.port);
    client.send(get("/here") + get("/other-thread"));
    QCOMPARE(client.read().status, 500);
    const Answer answer = client.read();
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.header("Content-Type"), "application/problem+json");
    QVERIFY(!answer.has("Connection"));

    Responder held;
    server.router.onRequest = [&held](const Request&, const Responder& responder) { held = responder; };
    client.send(get("/later"));
    QTRY_VERIFY(held.isValid());
    std::thread([&held] { held = Responder(); }).join();
    QCOMPARE(client.read().status, 500);
}

void TestResponders::theClientLeftFirst()
{
    Server server;
    Responder held;
    server.router.onRequest = [&held](const Request&, const Responder& responder) { held = responder; };
    Client client(server.port);
    client.send(get("/slow") + get("/never"));
    QTRY_VERIFY(held.isValid());
    QVERIFY(!held.clientLeft());
    client.socket.abort();
    QTRY_COMPARE(server.listener->connectionCount(), 0);
    QVERIFY(held.clientLeft());

    std::thread worker([&held] { held.respond(Response::make(200, "text/plain", "too late")); });
    worker.join();
    held = Responder();
    QCoreApplication::processEvents();
    QCOMPARE(server.router.requests.size(), std::size_t(1));

    // The same for a stream.
    Client second(server.port);
    second.send(get("/slow"));
    QTRY_VERIFY(held.isValid());
    second.socket.abort();
    QTRY_COMPARE(server.listener->connectionCount(), 0);
    const StreamWriter writer = held.startStream(200, {});
    QVERIFY(writer.closed());
    QVERIFY(!writer.write("too late"));
    QVERIFY(!writer.waitForSpace(0));
}

void TestResponders::theListenerLeftFirst()
{
    Server server;
    QList<Responder> held;
    server.router.onRequest = [&held](const Request&, const Responder& responder) { held.append(responder); };
    Client one(server.port);
    Client two(server.port);
    one.send(get("/answer"));
    two.send(get("/stream"));
    QTRY_COMPARE(held.size(), 2);
    const StreamWriter writer = held[1].startStream(200, {});
    QVERIFY(writer.write("begun"));

    std::atomic<bool> woke = false;
    std::thread producer([&] {
        writer.write(QByteArray(64 * 1024 * 1024, 'x'));
        QVERIFY(!writer.waitForSpace(0));
        woke = true;
    });
    QTRY_VERIFY(writer.bytesPending() > 1024 * 1024);
    server.listener.reset();
    producer.join();
    QVERIFY(woke);
    QVERIFY(writer.closed());
    QVERIFY(held[0].respond(Response::make(200, "text/plain", "nobody reads this")));
    std::thread([&held] { held.clear(); }).join();
    QVERIFY(one.closedByServer());

    // A stream begun elsewhere, of which the listener never heard.
    Server shortLived;
    Responder last;
    shortLived.router.onRequest = [&last](const Request&, const Responder& responder) { last = responder; };
    Client three(shortLived.port);
    three.send(get("/stream"));
    QTRY_VERIFY(last.isValid());
    StreamWriter unheard;
    std::thread([&] { unheard = last.startStream(200, {}); }).join();
    shortLived.listener.reset();
    QVERIFY(unheard.closed());
    QVERIFY(!unheard.waitForSpace(0));
}

void TestResponders::anAnswerMayAnswerAnother()
{
    // A handler that answers somebody else's pending request, whose client had sent another ahead.
    Server server;
    Responder waiting;
    server.router.onRequest = [&waiting](const Request& request, const Responder& responder) {
        if (request.path == "/wait") {
            waiting = responder;
            return;
        }
        if (request.path == "/wake")
            std::exchange(waiting, {}).respond(Response::make(200, "text/plain", "woken"));
        responder.respond(echo(request));
    };
    Client sleeper(server.port);
    sleeper.send(get("/wait") + get("/after"));
    QTRY_VERIFY(waiting.isValid());
    Client waker(server.port);
    waker.send(post("/wake", "now") + post("/second", "kept apart"));
    QCOMPARE(waker.read().body, "POST /wake|now");
    QCOMPARE(waker.read().body, "POST /second|kept apart");
    QCOMPARE(sleeper.read().body, "woken");
    QCOMPARE(sleeper.read().body, "GET /after|");
}

void TestResponders::streams_data()
{
    QTest::addColumn<bool>("elsewhere");
    QTest::newRow("from the I/O thread") << false;
    QTest::newRow("from another thread") << true;
}

void TestResponders::streams()
{
    QFETCH(bool, elsewhere);
    Server server;
    std::thread producer;
    const QByteArray large(300'000, 'L');
    server.router.onRequest = [&](const Request& request, const Responder& responder) {
        if (request.path != "/stream")
            return void(responder.respond(echo(request)));
        const auto work = [responder, large] {
            const StreamWriter writer = responder.startStream(200, {{"Content-Type", "text/plain"}});
            QVERIFY(writer.write("one,"));
            QVERIFY(writer.write(""));
            QVERIFY(writer.write(large));
            QVERIFY(writer.write(",three"));
            writer.finish();
            QVERIFY(!writer.write("after the end"));
            QVERIFY(writer.closed());
        };
        if (elsewhere)
            producer = std::thread(work);
        else
            work();
    };
    Client client(server.port);
    client.send(get("/stream") + get("/next"));
    const Answer answer = client.read();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Transfer-Encoding"), "chunked");
    QVERIFY(!answer.has("Content-Length"));
    QCOMPARE(answer.body, "one," + large + ",three");
    QCOMPARE(client.read().body, "GET /next|");
    if (producer.joinable())
        producer.join();
}

void TestResponders::streamsToOldClientsUntilClose()
{
    Server server;
    server.router.onRequest = [](const Request&, const Responder& responder) {
        const StreamWriter writer = responder.startStream(200, {});
        writer.write("as it ");
        writer.write("is");
        writer.finish();
    };
    Client client(server.port);
    client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    const Answer answer = client.read();
    QVERIFY(!answer.has("Transfer-Encoding"));
    QCOMPARE(answer.header("Connection"), "close");
    QCOMPARE(answer.body, "as it is");
}

void TestResponders::streamsOnlyTheHeadForHead()
{
    Server server;
    StreamWriter writer;
    server.router.onRequest = [&](const Request& request, const Responder& responder) {
        if (request.method != "HEAD")
            return void(responder.respond(echo(request)));
        writer = responder.startStream(200, {{"X-Kept", "yes"}});
    };
    Client client(server.port);
    client.send("HEAD /s HTTP/1.1\r\nHost: h\r\n\r\n" + get("/next"));
    const Answer head = client.read(true);
    QCOMPARE(head.header("X-Kept"), "yes");
    QCOMPARE(head.header("Transfer-Encoding"), "chunked");
    QCOMPARE(client.read().body, "GET /next|");
    QVERIFY(writer.closed());
    QVERIFY(!writer.write("nobody asked"));
}

void TestResponders::anUnfinishedStreamIsCut()
{
    Server server;
    server.router.onRequest = [](const Request&, const Responder& responder) {
        responder.startStream(200, {}).write("half");
    };
    Client client(server.port);
    client.send(get("/"));
    QVERIFY(client.closedByServer());
    QVERIFY(!client.received.contains("0\r\n\r\n"));
}

void TestResponders::aStreamNoticesThatTheClientLeft()
{
    Server server;
    StreamWriter writer;
    server.router.onRequest = [&writer](const Request&, const Responder& responder) {
        writer = responder.startStream(200, {{"Content-Type", "text/event-stream"}}, {false, true});
    };
    Client client(server.port);
    client.send(get("/v1/events"));
    QTRY_VERIFY(client.received.contains("\r\n\r\n"));
    QVERIFY(!writer.closed());
    client.socket.disconnectFromHost();
    QTRY_VERIFY(writer.closed());
    QVERIFY(!writer.write("event: head\n\n"));
    QCOMPARE(server.listener->connectionCount(), 0);
}

void TestResponders::aProducerIsHeldBack()
{
    constexpr qint64 allowed = 1024 * 1024;
    constexpr int pieces = 600;
    const QByteArray piece(256 * 1024, 'p');
    Server server;
    std::atomic<qint64> most = 0;
    std::atomic<int> written = 0;
    std::thread producer;
    server.router.onRequest = [&](const Request&, const Responder& responder) {
        producer = std::thread([&, responder] {
            const StreamWriter writer = responder.startStream(200, {});
            for (int i = 0; i < pieces && writer.waitForSpace(allowed); ++i) {
                writer.write(piece);
                ++written;
                most = std::max(most.load(), writer.bytesPending());
            }
            writer.finish();
        });
    };
    Client client(server.port);
    // The client reads nothing for a while: the producer must stop of its own accord.
    client.socket.setReadBufferSize(1);
    QObject::disconnect(&client.socket, &QTcpSocket::readyRead, nullptr, nullptr);
    client.send(get("/snapshot"));
    QTRY_VERIFY(written > 4);
    int before = -1;
    QTRY_VERIFY(std::exchange(before, written.load()) == written.load());
    QVERIFY(written < pieces);

    qint64 got = 0;
    QObject::connect(&client.socket, &QTcpSocket::readyRead, &client.socket,
                     [&] { got += client.socket.readAll().size(); });
    client.socket.setReadBufferSize(0);
    got += client.socket.readAll().size();
    QTRY_VERIFY_WITH_TIMEOUT(got > pieces * piece.size(), 30'000);
    producer.join();
    QCOMPARE(written.load(), pieces);
    QVERIFY2(most <= allowed + 2 * piece.size(), qPrintable(QString::number(most.load())));
}

void TestResponders::compressedStream()
{
    Server server;
    QByteArray all;
    for (int i = 0; i < 20'000; ++i)
        all += "baris " + QByteArray::number(i) + "\n";
    server.router.onRequest = [&all](const Request&, const Responder& responder) {
        const StreamWriter writer = responder.startStream(200, {{"Content-Type", "text/plain"}}, {true, false});
        for (qsizetype at = 0; at < all.size(); at += 1000)
            writer.write(all.mid(at, 1000));
        writer.finish();
    };
    Client client(server.port);
    client.send(get("/", "Accept-Encoding: gzip\r\n"));
    const Answer packed = client.read();
    QCOMPARE(packed.header("Content-Encoding"), "gzip");
    QCOMPARE(packed.header("Vary"), "Accept-Encoding");
    QVERIFY(packed.body.size() < all.size() / 2);
    QCOMPARE(gunzipped(packed.body), all);

    client.send(get("/"));
    const Answer plain = client.read();
    QVERIFY(!plain.has("Content-Encoding"));
    QCOMPARE(plain.body, all);
}

void TestResponders::manyHeldStreams()
{
    Limits limits;
    limits.connectionsPerAddress = 1000;
    Server server(limits);
    QList<StreamWriter> writers;
    server.router.onRequest = [&writers](const Request&, const Responder& responder) {
        writers.append(responder.startStream(200, {}, {false, true}));
    };
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(std::make_unique<Client>(server.port));
        clients.back()->send(get("/v1/events"));
    }
    QTRY_COMPARE(writers.size(), 200);
    // Hours pass: nothing is pending, so nothing is stalled.
    server.passTime(5 * 3600 * 1000);
    std::thread([&writers] {
        for (const StreamWriter& writer : writers)
            QVERIFY(writer.write("event: head\ndata: {}\n\n"));
    }).join();
    for (const auto& client : clients)
        QTRY_VERIFY(client->received.contains("event: head"));
}

QTEST_GUILESS_MAIN(TestResponders)
#include "tst_responders.moc"
