// SPDX-License-Identifier: GPL-3.0-or-later
// How long and how many: time limits, caps on connections, draining, TLS.
#include "http/support.h"

#include <QProcess>
#include <QSignalSpy>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain::http;
using namespace belanjain::http::test;
using namespace Qt::StringLiterals;

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSilentClientIsClosed();
    void aSlowHeaderIs408();
    void drippingDoesNotExtendTheHeader();
    void aSlowBodyIs408();
    void anIdleConnectionIsClosedLater();
    void aPendingAnswerHasNoLimit();
    void aClientThatDoesNotReadIsCut();
    void aClientThatDoesNotReadGetsNoMoreWorkDone();
    void lingeringEnds();
    void tooManyConnections();
    void tooManyOfOneAddress();
    void uncountedAddresses();
    void drainsIdleAndBusy();
    void drainEndsEndlessStreams();
    void drainHasAnEnd();
    void listenSaysWhyNot();
    void tls();
    void tlsSaysWhyNot();
};

void TestLimits::aSilentClientIsClosed()
{
    Server server;
    Client client(server.port);
    QTRY_COMPARE(server.listener->connectionCount(), 1);
    server.passTime(9'000);
    QCOMPARE(server.listener->connectionCount(), 1);
    server.passTime(10'001);
    QVERIFY(client.closedByServer());
    QVERIFY(client.received.isEmpty());
    QVERIFY(server.router.refusals.isEmpty());
}

void TestLimits::aSlowHeaderIs408()
{
    Server server;
    Client client(server.port);
    client.send(get("/first"));
    QCOMPARE(client.read().status, 200);
    client.send("GET /second HTTP/1.1\r\nHo");
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    server.passTime(9'000);
    QVERIFY(client.isOpen());
    server.passTime(10'001);
    QCOMPARE(client.read().status, 408);
    QVERIFY(client.closedByServer());
}

void TestLimits::drippingDoesNotExtendTheHeader()
{
    Limits limits;
    limits.headerMs = 40;
    Server server(limits);
    Client client(server.port);
    client.send("GET / HTTP/1.1\r\n");
    // The listener's own clock runs here; each new line comes well within the limit of the one before.
    QTRY_VERIFY_WITH_TIMEOUT((client.send("X: y\r\n"), server.passTime(0), !client.received.isEmpty()), 5'000);
    QCOMPARE(client.read().status, 408);
}

void TestLimits::aSlowBodyIs408()
{
    Server server;
    Client client(server.port);
    client.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n");
    QCOMPARE(client.read().status, 100);
    client.send("12345");
    server.passTime(29'000);
    QVERIFY(client.isOpen());
    server.passTime(30'001);
    QCOMPARE(client.read().status, 408);
    QVERIFY(server.router.requests.empty());
}

void TestLimits::anIdleConnectionIsClosedLater()
{
    Server server;
    Client client(server.port);
    client.send(get("/"));
    QCOMPARE(client.read().status, 200);
    server.passTime(74'000);
    client.send(get("/"));
    QCOMPARE(client.read().status, 200);
    server.passTime(75'001);
    QVERIFY(client.closedByServer());
    QVERIFY(client.received.isEmpty());
}

void TestLimits::aPendingAnswerHasNoLimit()
{
    Server server;
    Responder held;
    server.router.onRequest = [&held](const Request&, const Responder& responder) { held = responder; };
    Client client(server.port);
    client.send(get("/slow"));
    QTRY_VERIFY(held.isValid());
    server.passTime(600'000);
    held.respond(Response::make(200, "text/plain", "at last"));
    QCOMPARE(client.read().body, "at last");
}

void TestLimits::aClientThatDoesNotReadIsCut()
{
    Server server;
    server.router.onRequest = [](const Request&, const Responder& responder) {
        responder.respond(Response::make(200, "application/octet-stream", QByteArray(50'000'000, 'x')));
    };
    Client client(server.port);
    client.socket.setReadBufferSize(1);
    QObject::disconnect(&client.socket, &QTcpSocket::readyRead, nullptr, nullptr);
    client.send(get("/"));
    QTRY_COMPARE(server.router.requests.size(), std::size_t(1));
    server.passTime(29'000);
    QCOMPARE(server.listener->connectionCount(), 1);
    server.passTime(31'000);
    QTRY_COMPARE(server.listener->connectionCount(), 0);
}

void TestLimits::aClientThatDoesNotReadGetsNoMoreWorkDone()
{
    Server server;
    server.router.onRequest = [](const Request&, const Responder& responder) {
        responder.respond(Response::make(200, "application/octet-stream", QByteArray(20'000'000, 'x')));
    };
    Client client(server.port);
    client.send(get("/1") + get("/2") + get("/3"));
    QTRY_COMPARE(server.router.requests.size(), std::size_t(1));
    QCOMPARE(client.read().body.size(), 20'000'000);
    QCOMPARE(client.read().body.size(), 20'000'000);
    // Reading slowly is not the same as asking slowly.
    server.passTime(20'000);
    QCOMPARE(client.read().body.size(), 20'000'000);
}

void TestLimits::lingeringEnds()
{
    Server server;
    Client client(server.port);
    client.socket.setSocketOption(QAbstractSocket::KeepAliveOption, 0);
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9999999\r\n\r\n");
    QCOMPARE(client.read().status, 413);
    QTRY_COMPARE(server.listener->connectionCount(), 0);

    Limits limits;
    limits.lingerBytes = 100'000;
    Server strict(limits);
    Client flood(strict.port);
    flood.send("GET / HTTP/9.9\r\n\r\n");
    flood.send(QByteArray(3'000'000, 'x'));
    QTRY_COMPARE(strict.listener->connectionCount(), 0);
}

void TestLimits::tooManyConnections()
{
    Limits limits;
    limits.connections = 2;
    Server server(limits);
    Client one(server.port);
    Client two(server.port);
    QTRY_COMPARE(server.listener->connectionCount(), 2);
    Client three(server.port);
    three.send(get("/"));
    const Answer refused = three.read();
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.header("Retry-After"), "5");
    QCOMPARE(refused.header("Connection"), "close");
    QVERIFY(three.closedByServer());
    QVERIFY(server.router.requests.empty());

    one.socket.disconnectFromHost();
    QTRY_COMPARE(server.listener->connectionCount(), 1);
    Client four(server.port);
    four.send(get("/"));
    QCOMPARE(four.read().status, 200);
}

void TestLimits::tooManyOfOneAddress()
{
    Server server;
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 64; ++i)
        clients.push_back(std::make_unique<Client>(server.port));
    QTRY_COMPARE(server.listener->connectionCount(), 64);
    Client more(server.port);
    const Answer refused = more.read();
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("Retry-After"), "5");
    QVERIFY(more.closedByServer());

    clients.pop_back();
    QTRY_COMPARE(server.listener->connectionCount(), 63);
    Client welcome(server.port);
    welcome.send(get("/"));
    QCOMPARE(welcome.read().status, 200);
}

void TestLimits::uncountedAddresses()
{
    Limits limits;
    limits.connectionsPerAddress = 1;
    limits.uncountedAddresses = {QHostAddress(QHostAddress::LocalHost)};
    Server server(limits);
    Client one(server.port);
    Client two(server.port);
    two.send(get("/"));
    QCOMPARE(two.read().status, 200);
}

void TestLimits::drainsIdleAndBusy()
{
    Server server;
    Responder held;
    server.router.onRequest = [&held](const Request& request, const Responder& responder) {
        if (request.path == "/slow")
            held = responder;
        else
            responder.respond(echo(request));
    };
    QSignalSpy drained(server.listener.get(), &Listener::drained);
    Client idle(server.port);
    idle.send(get("/"));
    QCOMPARE(idle.read().status, 200);
    Client busy(server.port);
    busy.send(get("/slow"));
    QTRY_VERIFY(held.isValid());

    server.listener->drain();
    QVERIFY(server.listener->isDraining());
    QVERIFY(idle.closedByServer());
    QTcpSocket late;
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port);
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(drained.count(), 0);

    held.respond(Response::make(200, "text/plain", "finished"));
    const Answer answer = busy.read();
    QCOMPARE(answer.body, "finished");
    QCOMPARE(answer.header("Connection"), "close");
    QTRY_COMPARE(drained.count(), 1);
    server.listener->drain();
    QCoreApplication::processEvents();
    QCOMPARE(drained.count(), 1);
}

void TestLimits::drainEndsEndlessStreams()
{
    Server server;
    StreamWriter events;
    server.router.onRequest = [&events](const Request&, const Responder& responder) {
        events = responder.startStream(200, {}, {false, true});
    };
    QSignalSpy drained(server.listener.get(), &Listener::drained);
    Client client(server.port);
    client.send(get("/v1/events"));
    QTRY_VERIFY(events.isValid());
    server.listener->drain();
    QCOMPARE(client.read().body, "");
    QVERIFY(client.closedByServer());
    QVERIFY(events.closed());
    QTRY_COMPARE(drained.count(), 1);
}

void TestLimits::drainHasAnEnd()
{
    Server server;
    Responder held;
    server.router.onRequest = [&held](const Request&, const Responder& responder) { held = responder; };
    QSignalSpy drained(server.listener.get(), &Listener::drained);
    Client client(server.port);
    client.send(get("/never"));
    QTRY_VERIFY(held.isValid());
    server.listener->drain();
    server.passTime(24'000);
    QCOMPARE(server.listener->connectionCount(), 1);
    server.passTime(25'001);
    QTRY_COMPARE(drained.count(), 1);
    QVERIFY(held.clientLeft());
}

void TestLimits::listenSaysWhyNot()
{
    Server server;
    Recorder router;
    Listener second(router, {}, [] { return qint64(0); });
    const auto port = second.listen(QHostAddress(QHostAddress::LocalHost), server.port);
    QVERIFY(!port.has_value());
    QVERIFY(!port.error().isEmpty());
}

void TestLimits::tls()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty() || !QSslSocket::supportsSsl())
        QSKIP("needs the openssl program and a Qt with TLS");
    QTemporaryDir folder;
    const TlsFiles files{folder.filePath(u"cert.pem"_s), folder.filePath(u"key.pem"_s)};
    QProcess make;
    make.start(openssl, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                         u"-nodes"_s, u"-keyout"_s, files.key, u"-out"_s, files.certificate, u"-days"_s, u"2"_s,
                         u"-subj"_s, u"/CN=localhost"_s});
    QVERIFY(make.waitForFinished());
    QCOMPARE(make.exitCode(), 0);

    Recorder router;
    Listener listener(router, {}, [] { return qint64(0); });
    const auto port = listener.listen(QHostAddress(QHostAddress::LocalHost), 0, files);
    QVERIFY2(port.has_value(), port ? "" : qPrintable(port.error()));

    QSslSocket client;
    QByteArray received;
    connect(&client, &QSslSocket::readyRead, &client, [&] { received += client.readAll(); });
    connect(&client, &QSslSocket::sslErrors, &client, [&] { client.ignoreSslErrors(); });
    client.connectToHostEncrypted(u"127.0.0.1"_s, *port);
    QTRY_VERIFY(client.isEncrypted());
    const QByteArray body(400'000, 'b');
    client.write(post("/secret", body, "Connection: close\r\n"));
    QTRY_VERIFY(received.endsWith(body.right(1000)));
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(received.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(router.requests.front().secure);
    QCOMPARE(router.requests.front().body, body);

    // Somebody who speaks plain HTTP to it gets nowhere, and does no harm.
    Client plain(*port);
    plain.send(get("/"));
    QVERIFY(plain.closedByServer());
    QTRY_COMPARE(listener.connectionCount(), 0);
    QCOMPARE(router.requests.size(), std::size_t(1));
}

void TestLimits::tlsSaysWhyNot()
{
    Recorder router;
    Listener listener(router, {}, [] { return qint64(0); });
    QTemporaryDir folder;
    const QString missing = folder.filePath(u"none.pem"_s);
    const auto port = listener.listen(QHostAddress(QHostAddress::LocalHost), 0, TlsFiles{missing, missing});
    QVERIFY(!port.has_value());
    QVERIFY(port.error().contains(missing));
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
