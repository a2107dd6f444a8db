// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/listener.h"
#include "marketplace/syncing/events_hub.h"

#include <QTcpSocket>
#include <QtTest>

using namespace belanjain;
using marketplace::EventsHub;

namespace
{

/// Subscribes whoever asks to the space named in the path.
class Everybody : public http::Handler
{
public:
    explicit Everybody(EventsHub& hub) : m_hub(hub) {}
    qint64 bodyLimit(const http::Request&) const override { return 0; }
    void handle(http::Request request, http::Responder responder) override
    {
        const auto stream = responder.startStream(200, {}, {.endless = true});
        m_hub.subscribe({QString::fromUtf8(request.path.sliced(1)), 7}, stream);
    }
    http::Response malformed(int status, const http::Request*) const override { return {.status = status}; }

private:
    EventsHub& m_hub;
};

} // namespace

class EventsTest : public QObject
{
    Q_OBJECT

private:
    EventsHub m_hub;
    Everybody m_handler{m_hub};
    http::Listener m_listener{m_handler, {}, [] { return 0; }};

    std::unique_ptr<QTcpSocket> join(const QByteArray& space)
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_listener.port());
        socket->write("GET /" + space + " HTTP/1.1\r\nHost: test\r\n\r\n");
        return socket;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_listener.listen(QHostAddress(QHostAddress::LocalHost), 0)); }

    void tellsThoseOfTheSpaceAndForgetsWhoLeft()
    {
        const auto mine = join("a");
        auto theirs = join("b");
        QByteArray heardByA;
        QByteArray heardByB;
        connect(mine.get(), &QTcpSocket::readyRead, mine.get(), [&] { heardByA += mine->readAll(); });
        connect(theirs.get(), &QTcpSocket::readyRead, theirs.get(), [&] { heardByB += theirs->readAll(); });
        QTRY_VERIFY(heardByA.contains("event: head\ndata: {\"space\":\"a\",\"version\":7}\n\n"));
        QTRY_VERIFY(heardByB.contains("\"version\":7"));

        heardByA.clear();
        heardByB.clear();
        const QString a = QStringLiteral("a");
        m_hub.announce({{a, 9}});
        m_hub.announce({{a, 8}, {QStringLiteral("c"), 1}});
        QTRY_VERIFY(heardByA.contains("\"version\":9"));
        m_hub.beat();
        QTRY_VERIFY(heardByA.contains(":\n\n"));
        QTRY_VERIFY(heardByB.contains(":\n\n"));
        QCOMPARE(heardByA.count("event:"), 1);
        QCOMPARE(heardByB.count("event:"), 0);

        QCOMPARE(m_hub.subscriberCount(), 2);
        theirs.reset();
        QTRY_COMPARE(m_listener.connectionCount(), 1);
        m_hub.beat();
        QCOMPARE(m_hub.subscriberCount(), 1);
    }
};

QTEST_GUILESS_MAIN(EventsTest)
#include "events_test.moc"
