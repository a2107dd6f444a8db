// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/net/http_transport.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace belanjain::engine;
using namespace Qt::StringLiterals;

class HttpTransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStreamThatFallsSilentEndsWithoutReadingWhatIsClosed()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            QTcpSocket* socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf of it");
                socket->flush(); // and nothing more
            });
        });
        HttpTransport transport(QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())));
        QByteArray received;
        std::optional<HttpAnswer> answer;
        const auto call = transport.stream({.path = u"/v1/anything"_s, .timeoutMs = 300},
                                           [&](const QByteArray& chunk) { received += chunk; },
                                           [&](const HttpAnswer& last) { answer = last; });
        QTRY_VERIFY(answer);
        QCOMPARE(received, QByteArray("half of it"));
        QVERIFY(!answer->reached());
        QVERIFY(answer->body.isEmpty());
        QVERIFY(!answer->failure.isEmpty());
    }
};

QTEST_GUILESS_MAIN(HttpTransportTest)
#include "http_transport_test.moc"
