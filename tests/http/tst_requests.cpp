// SPDX-License-Identifier: GPL-3.0-or-later
// What reaches a handler, and what the listener refuses before.
#include "http/support.h"
#include "marketplace/http/parser.h"

#include <QTest>

using namespace belanjain::http;
using namespace belanjain::http::test;
using namespace Qt::StringLiterals;

class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrivesDecoded();
    void survivesEverySplit_data();
    void survivesEverySplit();
    void targetForms_data();
    void targetForms();
    void malformed_data();
    void malformed();
    void answersPipelinedRequestsInOrder();
    void keepsTheNextRequestWaiting();
    void refusesADeclaredBodyBeforeItComes();
    void refusesAStreamedBodyAtTheLimit();
    void asksTheHandlerForTheLimit();
    void bodiesLargerThanTheReadBuffer();
    void saysContinue();
    void refusesOtherExpectations();
    void refusesTooLongAHeader_data();
    void refusesTooLongAHeader();
    void measuresAHeaderAsItComes_data();
    void measuresAHeaderAsItComes();
    void trailersChangeNothing();
    void endlessChunkExtension();
    void holdsAChunksHeaderToOneLength_data();
    void holdsAChunksHeaderToOneLength();
    void countsAChunkOnceHoweverItComes_data();
    void countsAChunkOnceHoweverItComes();
    void answersARefusedHeadWithoutABody_data();
    void answersARefusedHeadWithoutABody();
};

namespace
{

/// Each piece is read by the listener on its own.
void sendInPieces(Client& client, const QByteArray& bytes, qsizetype piece)
{
    client.socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        client.send(bytes.mid(at, piece));
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
}

} // namespace

void TestRequests::arrivesDecoded()
{
    Server server;
    Client client(server.port);
    client.send("PATCH /v1/pro%64ucts/kopi%20susu?q=a+b%26c&tag=x&tag=%C3%A9&flag&=v HTTP/1.1\r\n"
                "Host: toko.test\r\nX-Two: one\r\nx-two: two \r\nContent-Length: 4\r\n\r\nisi!");
    QCOMPARE(client.read().status, 200);

    QCOMPARE(server.router.requests.size(), std::size_t(1));
    const Request& seen = server.router.requests.front();
    QCOMPARE(seen.method, "PATCH");
    QCOMPARE(seen.path, "/v1/products/kopi susu");
    QCOMPARE(seen.target, "/v1/pro%64ucts/kopi%20susu?q=a+b%26c&tag=x&tag=%C3%A9&flag&=v");
    QCOMPARE(seen.rawQuery, "q=a+b%26c&tag=x&tag=%C3%A9&flag&=v");
    QCOMPARE(seen.query.size(), 5);
    QCOMPARE(seen.queryValue(u"q").value(), u"a b&c"_s);
    QCOMPARE(seen.queryValues(u"tag"), QStringList({u"x"_s, u"\u00e9"_s}));
    QCOMPARE(seen.queryValue(u"flag").value(), u""_s);
    QVERIFY(!seen.hasQuery(u"missing"));
    QCOMPARE(seen.minorVersion, 1);
    QCOMPARE(seen.header("HOST").toByteArray(), "toko.test");
    QCOMPARE(seen.headers.count("X-TWO"), 2);
    QCOMPARE(seen.headers.joined("X-Two"), "one, two");
    QVERIFY(seen.header("X-Missing").isNull());
    QCOMPARE(seen.body, "isi!");
    QCOMPARE(seen.peer, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(seen.peerPort, client.socket.localPort());
    QVERIFY(!seen.secure);
}

void TestRequests::survivesEverySplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << post("/a?b=c", "hello") << QByteArray("POST /a|hello");
    QTest::newRow("chunked") << QByteArray("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                                           "3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nT: v\r\n\r\n")
                             << QByteArray("POST /a|hello");
    QTest::newRow("empty chunked") << QByteArray("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                                                 "0\r\n\r\n")
                                   << QByteArray("POST /a|");
    QTest::newRow("empty lines first") << QByteArray("\r\n\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n")
                                       << QByteArray("GET /a|");
}

void TestRequests::survivesEverySplit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    Server server;
    Client client(server.port);
    client.socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (qsizetype at = 1; at < bytes.size(); ++at) {
        client.send(bytes.first(at));
        // The listener reads the first part on its own.
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        client.send(bytes.sliced(at));
        const Answer answer = client.read();
        QVERIFY2(answer.status == 200, qPrintable(u"split at %1"_s.arg(at)));
        QCOMPARE(answer.body, body);
    }
    // One byte at a time.
    for (const char byte : bytes) {
        client.send(QByteArray(1, byte));
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    QCOMPARE(client.read().body, body);
    QVERIFY(server.router.refusals.isEmpty());
}

void TestRequests::targetForms_data()
{
    QTest::addColumn<QByteArray>("requestLine");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("root") << QByteArray("GET /") << QByteArray("/");
    QTest::newRow("query at once") << QByteArray("GET /?a=b") << QByteArray("/");
    QTest::newRow("absolute") << QByteArray("GET http://toko.test:80/v1/me?x=1") << QByteArray("/v1/me");
    QTest::newRow("absolute without path") << QByteArray("GET http://toko.test") << QByteArray("/");
    QTest::newRow("absolute with query only") << QByteArray("GET http://toko.test?x=1") << QByteArray("/");
    QTest::newRow("asterisk") << QByteArray("OPTIONS *") << QByteArray("*");
    QTest::newRow("UTF-8") << QByteArray("GET /%E2%82%AC") << QByteArray("/\xE2\x82\xAC");
    QTest::newRow("raw UTF-8") << QByteArray("GET /\xE2\x82\xAC") << QByteArray("/\xE2\x82\xAC");
    QTest::newRow("plus stays in a path") << QByteArray("GET /a+b") << QByteArray("/a+b");
    QTest::newRow("unknown method") << QByteArray("BREW /pot") << QByteArray("/pot");
}

void TestRequests::targetForms()
{
    QFETCH(QByteArray, requestLine);
    QFETCH(QByteArray, path);
    Server server;
    Client client(server.port);
    client.send(requestLine + " HTTP/1.1\r\nHost: toko.test\r\n\r\n");
    QCOMPARE(client.read().status, 200);
    QCOMPARE(server.router.requests.front().path, path);
    QCOMPARE(server.router.requests.front().method, requestLine.left(requestLine.indexOf(' ')));
}

void TestRequests::malformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto bad = [](const char* name, const QByteArray& bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    const QByteArray p = "POST /a HTTP/1.1\r\nHost: h\r\n";
    bad("CL and TE", p + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    bad("TE and CL", p + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
    bad("CL and odd TE", p + "Content-Length: 5\r\nTransfer-Encoding: gzip\r\n\r\nhello");
    bad("two lengths", p + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello");
    bad("the same length twice", p + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello");
    bad("length list", p + "Content-Length: 5, 5\r\n\r\nhello");
    bad("negative length", p + "Content-Length: -5\r\n\r\nhello");
    bad("signed length", p + "Content-Length: +5\r\n\r\nhello");
    bad("hex length", p + "Content-Length: 0x5\r\n\r\nhello");
    bad("overflowing length", p + "Content-Length: 18446744073709551621\r\n\r\nhello");
    bad("empty length", p + "Content-Length: \r\n\r\n");
    bad("bad chunk size", p + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n");
    bad("overflowing chunk size", p + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n");
    bad("chunk without CRLF", p + "Transfer-Encoding: chunked\r\n\r\n5\r\nhelloXX0\r\n\r\n");
    bad("chunk ended by bare LF", p + "Transfer-Encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n");
    bad("chunked twice", p + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    bad("bare LF", "GET / HTTP/1.1\nHost: h\n\n");
    bad("HTTP/9.9", "GET / HTTP/9.9\r\nHost: h\r\n\r\n");
    bad("HTTP/2.0", "GET / HTTP/2.0\r\nHost: h\r\n\r\n");
    bad("no version", "GET /\r\nHost: h\r\n\r\n");
    bad("lower-case protocol", "GET / http/1.1\r\nHost: h\r\n\r\n");
    bad("space before colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n");
    bad("header without colon", "GET / HTTP/1.1\r\nHost\r\n\r\n");
    bad("space before the first header", "GET / HTTP/1.1\r\n Host: h\r\n\r\n");
    bad("NUL in a header", QByteArray("GET / HTTP/1.1\r\nHost: h\r\nX: a\0b\r\n\r\n", 35));
    bad("no Host", "GET / HTTP/1.1\r\n\r\n");
    bad("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n");
    bad("Host with user", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n");
    bad("Host with path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n");
    bad("TE in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    bad("gzip, chunked", p + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
    bad("gzip", p + "Transfer-Encoding: gzip\r\n\r\n", 501);
    bad("identity", p + "Transfer-Encoding: identity\r\n\r\n", 501);
    bad("binary from the start", QByteArray("\x16\x03\x01\x02\x00\x01", 6));
    bad("half an escape", get("/a%2"));
    bad("no hex", get("/a%zz"));
    bad("escaped NUL", get("/a%00b"));
    bad("escaped line break", get("/a%0d%0ab"));
    bad("escaped slash", get("/a%2Fb"));
    bad("bad UTF-8", get("/a%ff"));
    bad("overlong UTF-8", get("/a%c0%af"));
    bad("fragment", get("/a#b"));
    bad("bad query escape", get("/a?q=%"));
    bad("NUL in query", get("/a?q=%00"));
    bad("too many query items", get("/a?" + QByteArray("x&").repeated(300)));
    bad("relative target", get("a/b"));
    bad("authority form", "CONNECT toko.test:80 HTTP/1.1\r\nHost: toko.test\r\n\r\n");
    bad("asterisk with GET", "GET * HTTP/1.1\r\nHost: h\r\n\r\n");
}

void TestRequests::malformed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Server server;
    Client client(server.port);
    client.send(bytes);
    const Answer answer = client.read();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Connection"), "close");
    QCOMPARE(answer.header("Content-Type"), "application/problem+json");
    QVERIFY(server.router.requests.empty());
    QVERIFY(client.closedByServer());
    QCOMPARE(server.router.refusals, QList<int>{status});
}

void TestRequests::answersPipelinedRequestsInOrder()
{
    Server server;
    QList<Responder> waiting;
    server.router.onRequest = [&](const Request& request, const Responder& responder) {
        if (request.path == "/slow")
            waiting.append(responder);
        else
            responder.respond(echo(request));
    };
    Client client(server.port);
    client.send(get("/slow") + get("/one") + post("/two", "2") + get("/slow") + get("/three"));

    QTRY_COMPARE(waiting.size(), 1);
    QCOMPARE(server.router.requests.size(), std::size_t(1));
    QVERIFY(client.received.isEmpty());

    waiting.takeFirst().respond(Response::make(200, "text/plain", "slow at last"));
    QCOMPARE(client.read().body, "slow at last");
    QCOMPARE(client.read().body, "GET /one|");
    QCOMPARE(client.read().body, "POST /two|2");
    QTRY_COMPARE(waiting.size(), 1);
    waiting.takeFirst().respond(Response::make(200, "text/plain", "slow again"));
    QCOMPARE(client.read().body, "slow again");
    QCOMPARE(client.read().body, "GET /three|");
}

void TestRequests::keepsTheNextRequestWaiting()
{
    // Two thousand requests sent ahead: more than one read of the socket holds.
    Server server;
    Client client(server.port);
    QByteArray all;
    for (int i = 0; i < 2000; ++i)
        all += get("/n/" + QByteArray::number(i));
    client.send(all);
    for (int i = 0; i < 2000; ++i)
        QCOMPARE(client.read().body, "GET /n/" + QByteArray::number(i) + "|");
}

void TestRequests::refusesADeclaredBodyBeforeItComes()
{
    Server server;
    Client client(server.port);
    client.send("POST /big HTTP/1.1\r\nHost: h\r\nContent-Length: 1048577\r\n\r\n");
    const Answer answer = client.read();
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.header("Connection"), "close");
    QCOMPARE(server.router.refusedTargets, QByteArrayList{"/big"});
    // A client that sends it all the same can still read the answer: nothing is reset while it does.
    client.send(QByteArray(1048577, 'x'));
    QVERIFY(client.closedByServer());
    QCOMPARE(client.socket.error(), QAbstractSocket::RemoteHostClosedError);
}

void TestRequests::refusesAStreamedBodyAtTheLimit()
{
    Server server;
    Client client(server.port);
    client.send("POST /big HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'x') + "\r\n";
    for (int i = 0; i < 17; ++i)
        client.send(chunk);
    QCOMPARE(client.read().status, 413);
    QVERIFY(server.router.requests.empty());
}

void TestRequests::asksTheHandlerForTheLimit()
{
    Server server;
    Client client(server.port);
    const QByteArray picture(5 * 1024 * 1024, 'p');
    client.send(post("/v1/products/1/images", picture));
    QCOMPARE(client.read().status, 200);
    QCOMPARE(server.router.requests.front().body, picture);
    client.send("POST /v1/products/1/images HTTP/1.1\r\nHost: h\r\nContent-Length: 5242881\r\n\r\n");
    QCOMPARE(client.read().status, 413);
}

void TestRequests::bodiesLargerThanTheReadBuffer()
{
    Server server;
    Client client(server.port);
    QByteArray body;
    for (int i = 0; body.size() < 700'000; ++i)
        body += QByteArray::number(i);
    client.send(post("/a", body) + get("/next"));
    QCOMPARE(client.read().body, "POST /a|" + body);
    QCOMPARE(client.read().body, "GET /next|");
}

void TestRequests::saysContinue()
{
    Server server;
    Client client(server.port);
    client.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-Continue\r\n\r\n");
    QCOMPARE(client.read().status, 100);
    QVERIFY(server.router.requests.empty());
    client.send("hello");
    QCOMPARE(client.read().body, "POST /a|hello");

    // With the body already there nobody is waiting to be told.
    client.send(post("/b", "x", "Expect: 100-continue\r\n"));
    QCOMPARE(client.read().body, "POST /b|x");
    // A refusal comes instead of it.
    client.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5000000\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(client.read().status, 413);
}

void TestRequests::refusesOtherExpectations()
{
    Server server;
    Client client(server.port);
    client.send(post("/a", "x", "Expect: 200-ok\r\n"));
    QCOMPARE(client.read().status, 417);
}

void TestRequests::refusesTooLongAHeader_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("long target") << get("/" + QByteArray(20'000, 'a'));
    QTest::newRow("long value") << get("/", "X: " + QByteArray(20'000, 'a') + "\r\n");
    QTest::newRow("many small") << get("/", QByteArray("X-Some: value\r\n").repeated(1'200));
    QTest::newRow("many lines") << get("/", QByteArray("X: y\r\n").repeated(101));
    QTest::newRow("many middling") << get("/", ("X: " + QByteArray(295, 'a') + "\r\n").repeated(80));
    QTest::newRow("never ends") << "GET / HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(40'000, 'a');
    QTest::newRow("method never ends") << QByteArray(40'000, 'A');
}

void TestRequests::refusesTooLongAHeader()
{
    QFETCH(QByteArray, bytes);
    for (const qsizetype piece : {bytes.size(), qsizetype(12'000), qsizetype(500)}) {
        Server server;
        Client client(server.port);
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            client.send(bytes.mid(at, piece));
            QCoreApplication::processEvents();
            QCoreApplication::processEvents();
        }
        QCOMPARE(client.read().status, 431);
        QVERIFY(server.router.requests.empty());
    }
}

void TestRequests::measuresAHeaderAsItComes_data()
{
    QTest::addColumn<QByteArray>("padding");
    QTest::newRow("value") << QByteArray("x");
    QTest::newRow("white space") << QByteArray(" ");
    QTest::newRow("fold") << QByteArray("\r\n ");
}

// The limit counts bytes, those that mean nothing too, and not how many came at once.
void TestRequests::measuresAHeaderAsItComes()
{
    QFETCH(QByteArray, padding);
    const QByteArray start = "GET / HTTP/1.1\r\nHost: h\r\nX: ";
    const QByteArray end = "y\r\n\r\n";
    const Recorder echo;
    Limits limits;
    limits.headerBytes = 200;
    for (const qsizetype over : {0, 1, 2, 40}) {
        const qsizetype room = limits.headerBytes + over - start.size() - end.size();
        QByteArray filling = padding.repeated(room / padding.size());
        filling = QByteArray(room - filling.size(), 'x') + filling;
        const QByteArray bytes = start + filling + end;
        for (const qsizetype piece : {bytes.size(), qsizetype(30), qsizetype(1)}) {
            RequestParser parser(echo, limits, {});
            QByteArray carry;
            auto state = RequestParser::State::NeedsMore;
            for (qsizetype at = 0; at < bytes.size() && state == RequestParser::State::NeedsMore; at += piece) {
                carry += bytes.mid(at, piece);
                qsizetype consumed = 0;
                state = parser.feed(carry, consumed);
                carry.remove(0, consumed);
            }
            QCOMPARE(state, over == 0 ? RequestParser::State::Complete : RequestParser::State::Refused);
            if (over > 0)
                QCOMPARE(parser.refusal(), 431);
        }
    }
}

void TestRequests::trailersChangeNothing()
{
    Server server;
    Client client(server.port);
    client.send("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                "1\r\nx\r\n0\r\nAuthorization: Bearer t\r\nHost: other\r\n\r\n"
                + get("/next"));
    QCOMPARE(client.read().body, "POST /a|x");
    QVERIFY(!server.router.requests.front().headers.contains("Authorization"));
    QCOMPARE(client.read().body, "GET /next|");
}

void TestRequests::endlessChunkExtension()
{
    Server server;
    Client client(server.port);
    client.send("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1;" + QByteArray(60'000, 'x'));
    QCOMPARE(client.read().status, 400);
}

void TestRequests::holdsAChunksHeaderToOneLength_data()
{
    QTest::addColumn<QByteArray>("chunks");
    const QByteArray long_(17'000, 'y');
    QTest::newRow("of the first chunk") << "1;x=" + long_ + "\r\na\r\n0\r\n\r\n";
    QTest::newRow("of a later one") << "1\r\na\r\n1;x=" + long_ + "\r\nb\r\n0\r\n\r\n";
    QTest::newRow("of the last one") << "1\r\na\r\n0;x=" + long_ + "\r\n\r\n";
    QTest::newRow("trailers of white space") << "1\r\na\r\n0\r\nT:" + QByteArray(17'000, ' ') + "v\r\n\r\n";
}

void TestRequests::holdsAChunksHeaderToOneLength()
{
    QFETCH(QByteArray, chunks);
    const QByteArray bytes = "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    for (const qsizetype piece : {bytes.size(), qsizetype(3'000)}) {
        Server server;
        Client client(server.port);
        sendInPieces(client, bytes, piece);
        QCOMPARE(client.read().status, 400);
        QVERIFY(server.router.requests.empty());
    }
}

void TestRequests::countsAChunkOnceHoweverItComes_data()
{
    QTest::addColumn<QByteArray>("size");
    QTest::newRow("half of what a body may hold") << QByteArray("80000");
    QTest::newRow("half of all numbers") << QByteArray("8000000000000001");
}

void TestRequests::countsAChunkOnceHoweverItComes()
{
    QFETCH(QByteArray, size);
    Server server;
    Client client(server.port);
    // A header that is never quite whole is looked at again with every piece.
    sendInPieces(client, "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + size + ";x=\"y\r\n" + QByteArray(40, 'z'), 10);
    QVERIFY(client.isOpen());
    QCOMPARE(client.received, QByteArray());
    client.send("\"\r\n");
    QCOMPARE(client.read().status, 400);
}

void TestRequests::answersARefusedHeadWithoutABody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("too long") << "HEAD /a HTTP/1.1\r\nHost: h\r\nA: " + QByteArray(17'000, 'x') << 431;
    QTest::newRow("malformed") << QByteArray("HEAD /a HTTP/1&1\r\nHost: h\r\n\r\n") << 400;
}

void TestRequests::answersARefusedHeadWithoutABody()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    for (const qsizetype piece : {bytes.size(), qsizetype(7)}) {
        Server server;
        Client client(server.port);
        sendInPieces(client, bytes, piece);
        QCOMPARE(client.read(true).status, status);
        QVERIFY(client.closedByServer());
        QCOMPARE(client.received, QByteArray());
    }
}

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
