// SPDX-License-Identifier: GPL-3.0-or-later
// What goes back over the wire for what a handler answers.
#include "http/support.h"
#include "marketplace/http/compression.h"

#include <QTest>

using namespace belanjain::http;
using namespace belanjain::http::test;
using namespace Qt::StringLiterals;

class TestAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeAnswer();
    void headHasTheSameHeadAndNoBody();
    void headMayOnlySayTheLength();
    void statusesWithoutBody();
    void connectionRules_data();
    void connectionRules();
    void handlerMayClose();
    void closesWithoutLosingAnAnswerToOneWhoKeepsSending();
    void headerValuesCannotSplit();
    void listenersOwnHeadersAreNotDoubled();
    void largeBodies();
    void gzipNegotiation_data();
    void gzipNegotiation();
    void gzipsWhatPays_data();
    void gzipsWhatPays();
    void varyIsExtended();
    void httpDates();
};

void TestAnswers::wholeAnswer()
{
    Server server;
    server.router.onRequest = [](const Request&, const Responder& responder) {
        responder.respond({201,
                           {{"Content-Type", "application/json"}, {"Location", "/v1/products/1"}, {"ETag", "\"7\""}},
                           "{\"id\":1}"});
    };
    Client client(server.port);
    client.send(post("/v1/products", "{}"));
    QTRY_COMPARE(client.received, QByteArray("HTTP/1.1 201 Created\r\n"
                                             "Date: Sat, 21 Nov 2026 04:05:06 GMT\r\n"
                                             "Content-Type: application/json\r\n"
                                             "Location: /v1/products/1\r\n"
                                             "ETag: \"7\"\r\n"
                                             "Content-Length: 8\r\n"
                                             "\r\n"
                                             "{\"id\":1}"));
}

void TestAnswers::headHasTheSameHeadAndNoBody()
{
    Server server;
    server.router.onRequest = [](const Request&, const Responder& responder) {
        responder.respond(Response::make(200, "text/plain", QByteArray(5'000, 'a')));
    };
    for (const QByteArray& accept : {QByteArray(), QByteArray("Accept-Encoding: gzip\r\n")}) {
        Client client(server.port);
        client.send(get("/a", accept));
        const Answer full = client.read();
        client.send("HEAD /a HTTP/1.1\r\nHost: h\r\n" + accept + "\r\n" + get("/a", accept));
        const Answer head = client.read(true);
        QCOMPARE(head.head, full.head);
        QCOMPARE(client.read().body, full.body);
        QVERIFY(!full.body.isEmpty());
    }
}

void TestAnswers::headMayOnlySayTheLength()
{
    Server server;
    server.router.onRequest = [](const Request&, const Responder& responder) {
        responder.respond({200, {{"Content-Length", "123456"}}, {}});
    };
    Client client(server.port);
    client.send("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(client.read(true).header("Content-Length"), "123456");
    // For any other method the body itself decides.
    client.send(get("/a"));
    QCOMPARE(client.read().header("Content-Length"), "0");
}

void TestAnswers::statusesWithoutBody()
{
    Server server;
    int status = 204;
    server.router.onRequest = [&](const Request&, const Responder& responder) {
        responder.respond({status, {{"ETag", "\"1\""}}, "must not be sent"});
    };
    Client client(server.port);
    for (const int each : {204, 304}) {
        status = each;
        client.send(get("/a"));
        const Answer answer = client.read();
        QCOMPARE(answer.status, each);
        QVERIFY(!answer.has("Content-Length"));
        QCOMPARE(answer.header("ETag"), "\"1\"");
    }
    status = 200;
    client.send(get("/a"));
    QCOMPARE(client.read().body, "must not be sent");
}

void TestAnswers::connectionRules_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<bool>("stays");
    QTest::newRow("1.1") << get("/") << QByteArray() << true;
    QTest::newRow("1.1 close") << get("/", "Connection: close\r\n") << QByteArray("close") << false;
    QTest::newRow("1.1 CLOSE in a list") << get("/", "Connection: TE, CLOSE\r\n") << QByteArray("close") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << QByteArray("close") << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")
                                    << QByteArray("keep-alive") << true;
}

void TestAnswers::connectionRules()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, connection);
    QFETCH(bool, stays);
    Server server;
    Client client(server.port);
    client.send(bytes);
    const Answer answer = client.read();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Connection"), connection);
    if (stays) {
        client.send(bytes);
        QCOMPARE(client.read().status, 200);
    } else {
        QVERIFY(client.closedByServer());
        QTRY_COMPARE(server.listener->connectionCount(), 0);
    }
}

void TestAnswers::handlerMayClose()
{
    Server server;
    server.router.onRequest = [](const Request&, const Responder& responder) {
        responder.respond({200, {{"Connection", "close"}}, "bye"});
    };
    Client client(server.port);
    client.send(get("/"));
    const Answer answer = client.read();
    QCOMPARE(answer.header("Connection"), "close");
    QCOMPARE(answer.body, "bye");
    QVERIFY(client.closedByServer());
}

void TestAnswers::closesWithoutLosingAnAnswerToOneWhoKeepsSending()
{
    // A client that reads only when it has sent all: a reset would have thrown away what waits for it.
    const QByteArray junk(100'000, 'x');
    for (const QByteArray& bytes :
         {get("/first", "Connection: close\r\n") + get("/ignored") + junk, "GET / HTTP/9.9\r\n\r\n" + junk,
          "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1048577\r\n\r\n" + junk}) {
        Server server;
        const LateReader client(server.port, bytes);
        QTRY_COMPARE(client.bytesUnsent(), 0);
        // The listener has nothing left to do.
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
        const QByteArray received = client.readToEnd();
        QVERIFY2(received.startsWith("HTTP/1.1 "), received.constData());
        QVERIFY(received.contains("Connection: close\r\n"));
        QVERIFY(server.router.requests.size() <= 1);
    }
}

void TestAnswers::headerValuesCannotSplit()
{
    Server server;
    server.router.onRequest = [](const Request& request, const Responder& responder) {
        responder.respond({302,
                           {{"Location", request.queryValue(u"to").value().toUtf8()},
                            {"X-Bad\r\nName", "x"},
                            {"", "x"},
                            {"X-Nul", QByteArray("a\0b", 3)}},
                           {}});
    };
    Client client(server.port);
    client.send(get("/?to=/a%0d%0aSet-Cookie:%20x=1%0d%0a%0d%0abody"));
    const Answer answer = client.read();
    QCOMPARE(answer.header("Location"), "/a  Set-Cookie: x=1    body");
    QCOMPARE(answer.header("X-Nul"), "a b");
    QVERIFY(!answer.has("Set-Cookie"));
    QVERIFY(!answer.head.contains("X-Bad"));
    QVERIFY(client.received.isEmpty());
}

void TestAnswers::listenersOwnHeadersAreNotDoubled()
{
    Server server;
    server.router.onRequest = [](const Request&, const Responder& responder) {
        responder.respond({200,
                           {{"content-length", "99"}, {"Transfer-Encoding", "chunked"}, {"date", "yesterday"},
                            {"Connection", "keep-alive"}},
                           "four"});
    };
    Client client(server.port);
    client.send(get("/"));
    const Answer answer = client.read();
    QCOMPARE(answer.body, "four");
    QCOMPARE(answer.head, QByteArray("HTTP/1.1 200 OK\r\nDate: Sat, 21 Nov 2026 04:05:06 GMT\r\n"
                                     "Content-Length: 4\r\n"));
}

void TestAnswers::largeBodies()
{
    Server server;
    const QByteArray large(20 * 1024 * 1024, 'z');
    server.router.onRequest = [&](const Request&, const Responder& responder) {
        responder.respond(Response::make(200, "application/octet-stream", large));
    };
    Client client(server.port);
    client.send(get("/1") + get("/2"));
    QCOMPARE(client.read().body, large);
    QCOMPARE(client.read().body, large);
}

void TestAnswers::gzipNegotiation_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<bool>("expected");
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("gzip") << QByteArray("gzip") << true;
    QTest::newRow("GZIP") << QByteArray("GZIP") << true;
    QTest::newRow("x-gzip") << QByteArray("x-gzip") << true;
    QTest::newRow("list") << QByteArray("deflate, br, gzip") << true;
    QTest::newRow("weight") << QByteArray("gzip;q=0.5, br;q=1") << true;
    QTest::newRow("zero") << QByteArray("gzip;q=0") << false;
    QTest::newRow("zero spelt out") << QByteArray("gzip ; q=0.000, *") << false;
    QTest::newRow("any") << QByteArray("*") << true;
    QTest::newRow("any zero") << QByteArray("br, *;q=0") << false;
    QTest::newRow("named wins") << QByteArray("*;q=0, gzip;q=0.1") << true;
    QTest::newRow("not gzip") << QByteArray("gzipped, br") << false;
    QTest::newRow("bad weight") << QByteArray("gzip;q=lots") << false;
    QTest::newRow("commas") << QByteArray(",, ,gzip,") << true;
}

void TestAnswers::gzipNegotiation()
{
    QFETCH(QByteArray, accept);
    QFETCH(bool, expected);
    QCOMPARE(acceptsGzip(accept), expected);
}

void TestAnswers::gzipsWhatPays_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<bool>("packed");
    QTest::addColumn<bool>("varies");
    const QByteArray text = QByteArray("barang bagus ").repeated(500);
    const auto row = [](const char* name, const Response& response, bool packed, bool varies) {
        QTest::newRow(name) << response << packed << varies;
    };
    Response refused = Response::make(200, "text/plain", text);
    refused.mayCompress = false;
    Response encoded = Response::make(200, "text/plain", text);
    encoded.headers.append(Header{"Content-Encoding", "br"});
    QByteArray noise;
    quint32 seed = 1;
    while (noise.size() < 4000)
        noise.append(static_cast<char>((seed = seed * 1664525 + 1013904223) >> 24));

    row("json", Response::make(200, "application/json", text), true, true);
    row("problem", Response::make(422, "application/problem+json; charset=utf-8", text), true, true);
    row("exactly 1 KiB", Response::make(200, "application/json", text.first(1024)), true, true);
    row("just under", Response::make(200, "application/json", text.first(1023)), false, false);
    row("html", Response::make(200, "Text/HTML;charset=utf-8", text), true, true);
    row("very large", Response::make(200, "text/csv", text.repeated(1000)), true, true);
    row("jpeg", Response::make(200, "image/jpeg", text), false, false);
    row("svg", Response::make(200, "image/svg+xml", text), false, false);
    row("no type", Response{200, {}, text, true}, false, false);
    row("refused by the handler", refused, false, false);
    row("encoded already", encoded, false, false);
    row("a part", Response::make(206, "text/plain", text), false, false);
    row("does not shrink", Response::make(200, "text/plain", noise), false, true);
}

void TestAnswers::gzipsWhatPays()
{
    QFETCH(Response, response);
    QFETCH(bool, packed);
    QFETCH(bool, varies);
    Server server;
    server.router.onRequest = [&](const Request&, const Responder& responder) { responder.respond(response); };
    Client client(server.port);

    client.send(get("/", "Accept-Encoding: gzip, deflate\r\n"));
    const Answer answer = client.read();
    QCOMPARE(answer.header("Content-Encoding") == "gzip", packed);
    QCOMPARE(answer.header("Vary"), varies ? QByteArray("Accept-Encoding") : QByteArray());
    QCOMPARE(answer.header("Content-Length").toLongLong(), answer.body.size());
    QCOMPARE(packed ? gunzipped(answer.body) : answer.body, response.body);

    client.send(get("/"));
    const Answer plain = client.read();
    QCOMPARE(plain.body, response.body);
    QCOMPARE(plain.header("Vary"), answer.header("Vary"));
}

void TestAnswers::varyIsExtended()
{
    Headers headers{{"vary", "Accept-Language"}};
    addVary(headers, "Accept-Encoding");
    addVary(headers, "accept-encoding");
    QCOMPARE(headers.size(), 1);
    QCOMPARE(headers.first().value, "Accept-Language, Accept-Encoding");
    Headers all{{"Vary", "*"}};
    addVary(all, "Accept-Encoding");
    QCOMPARE(all.first().value, "*");
}

void TestAnswers::httpDates()
{
    qint64 now = 0;
    Recorder router;
    Listener listener(router, {}, [&now] { return now; });
    const auto port = listener.listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(port.has_value());
    Client client(*port);
    client.send(get("/"));
    QCOMPARE(client.read().header("Date"), "Thu, 01 Jan 1970 00:00:00 GMT");
    now = 951'825'599'999;
    client.send(get("/"));
    QCOMPARE(client.read().header("Date"), "Tue, 29 Feb 2000 11:59:59 GMT");
    now += 1;
    client.send(get("/"));
    QCOMPARE(client.read().header("Date"), "Tue, 29 Feb 2000 12:00:00 GMT");
}


QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
