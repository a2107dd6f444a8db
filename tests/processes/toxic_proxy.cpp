// SPDX-License-Identifier: GPL-3.0-or-later
#include "toxic_proxy.h"

#include "support/fake_time.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <array>
#include <optional>

#include <sys/socket.h>

namespace belanjain::processes
{
namespace
{

/// Closes without a word more: the other end reads "connection reset by peer".
void reset(QTcpSocket& socket)
{
    const linger none{1, 0};
    if (socket.socketDescriptor() >= 0)
        setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    socket.abort();
}

} // namespace

class ToxicProxy::Inside : public QObject
{
public:
    explicit Inside(quint16 port) : server(port) {}

    quint16 listen();

    const quint16 server;
    Toxic toxic;
    QByteArray prefix;
    int left = 0;
    int treated = 0;
    int seen = 0;
    int links = 0;
    testing::SeededRandom random;

private:
    QTcpServer m_listener{this};
};

namespace
{

/// One connection: the client's end, the server's end, and what is on its way between them.
class Link : public QObject
{
public:
    using Decide = std::function<std::optional<Toxic>(const QByteArray&)>;

    Link(QTcpSocket* client, quint16 server, Decide decide, testing::SeededRandom& random, QObject* parent)
        : QObject(parent), m_client(client), m_server(new QTcpSocket(this)), m_decide(std::move(decide)), m_random(random)
    {
        m_client->setParent(this);
        m_lanes = {Lane{m_client, m_server, {}, 0, false, false}, Lane{m_server, m_client, {}, 0, false, false}};
        for (size_t way = 0; way < 2; ++way) {
            QTcpSocket* from = m_lanes[way].from;
            connect(from, &QTcpSocket::readyRead, this, [this, way] { read(way); });
            connect(from, &QTcpSocket::readChannelFinished, this, [this, way] { read(way); });
            connect(from, &QTcpSocket::disconnected, this, [this, way] { closed(way); });
            // One that never came to be connected says no more than this.
            connect(from, &QTcpSocket::stateChanged, this, [this, way] { closed(way); }, Qt::QueuedConnection);
            from->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        }
        m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), server);
        read(0);
    }

private:
    struct Lane
    {
        QTcpSocket* from;
        QTcpSocket* to;
        QByteArray queue; ///< read, and not yet passed on
        qint64 passed;    ///< of this request
        bool ticking;
        bool ended; ///< nothing more will be read
    };

    bool treats(size_t way) const
    {
        return m_toxic.way == Toxic::Way::Both || (m_toxic.way == Toxic::Way::Request) == (way == 0);
    }

    void read(size_t way)
    {
        QTcpSocket* from = m_lanes[way].from;
        const QByteArray bytes = from->isOpen() ? from->readAll() : QByteArray();
        if (bytes.isEmpty() || m_spoilt)
            return;
        if (way == 0) {
            if (const auto toxic = m_decide(bytes)) {
                m_toxic = *toxic;
                m_lanes[0].passed = m_lanes[1].passed = 0;
            }
        }
        Lane& lane = m_lanes[way];
        if (!treats(way) || m_toxic.kind == Toxic::Kind::Pass || m_toxic.kind == Toxic::Kind::SlowClose) {
            lane.to->write(bytes);
            lane.passed += bytes.size();
        } else if (!m_toxic.passes()) {
            cutAfter(lane, bytes);
        } else {
            lane.queue += bytes;
            if (!lane.ticking)
                tick(way);
        }
    }

    void cutAfter(Lane& lane, const QByteArray& bytes)
    {
        const qint64 room = qBound<qint64>(0, m_toxic.after - lane.passed, bytes.size());
        give(lane, bytes.first(room));
        lane.passed += bytes.size();
        if (lane.passed < m_toxic.after)
            return;
        m_spoilt = true;
        if (m_toxic.kind == Toxic::Kind::Reset) {
            reset(*m_client);
            reset(*m_server);
        } else if (m_toxic.kind == Toxic::Kind::Limit) {
            m_client->disconnectFromHost();
            m_server->disconnectFromHost();
        } else if (m_toxic.ms == 0) {
            m_client->disconnectFromHost();
        } else {
            QTimer::singleShot(m_toxic.ms, this, [this] {
                m_client->disconnectFromHost();
                m_server->disconnectFromHost();
            });
        }
    }

    /// At once, so that the next piece is one of its own; what comes before the server's end is open waits there.
    static void give(Lane& lane, const QByteArray& bytes)
    {
        lane.to->write(bytes);
        if (lane.to->state() == QAbstractSocket::ConnectedState)
            lane.to->flush();
    }

    /// Plans the next piece of what is queued.
    void tick(size_t way)
    {
        Lane& lane = m_lanes[way];
        lane.ticking = true;
        const bool late = m_toxic.kind == Toxic::Kind::Latency;
        const int pause = late ? m_toxic.ms / 2 + int(m_random.below(quint64(m_toxic.ms) + 1)) : m_toxic.kind == Toxic::Kind::Bandwidth ? 1 : 0;
        QTimer::singleShot(pause, Qt::PreciseTimer, this, [this, way] { pass(way); });
    }

    void pass(size_t way)
    {
        Lane& lane = m_lanes[way];
        lane.ticking = false;
        qsizetype size = lane.queue.size();
        if (m_toxic.kind == Toxic::Kind::Bandwidth)
            size = qMin<qsizetype>(size, m_toxic.bytes);
        else if (m_toxic.kind == Toxic::Kind::Slice)
            size = qMin<qsizetype>(size, 1 + qsizetype(m_random.below(quint64(m_toxic.bytes))));
        give(lane, lane.queue.first(size));
        lane.queue.remove(0, size);
        if (!lane.queue.isEmpty())
            tick(way);
        else if (lane.ended)
            closeOther(way);
    }

    void closed(size_t way)
    {
        Lane& lane = m_lanes[way];
        if (lane.from->state() != QAbstractSocket::UnconnectedState)
            return;
        read(way);
        if (!std::exchange(lane.ended, true) && lane.queue.isEmpty())
            closeOther(way);
        goWhenOver();
    }

    void closeOther(size_t way)
    {
        QTcpSocket* other = m_lanes[way].to;
        // A line that is dead keeps the server's end, whatever the client does.
        if (m_spoilt && m_toxic.kind == Toxic::Kind::Timeout && m_toxic.ms == 0 && other == m_server)
            return;
        if (m_toxic.kind == Toxic::Kind::SlowClose)
            QTimer::singleShot(m_toxic.ms, this, [other] { other->disconnectFromHost(); });
        else
            other->disconnectFromHost();
    }

    void goWhenOver()
    {
        if (m_client->state() == QAbstractSocket::UnconnectedState && m_server->state() == QAbstractSocket::UnconnectedState)
            deleteLater();
    }

    QTcpSocket* m_client;
    QTcpSocket* m_server;
    Decide m_decide;
    testing::SeededRandom& m_random;
    std::array<Lane, 2> m_lanes{};
    Toxic m_toxic;
    bool m_spoilt = false;
};

} // namespace

quint16 ToxicProxy::Inside::listen()
{
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* client = m_listener.nextPendingConnection()) {
            ++links;
            const auto decide = [this](const QByteArray& bytes) -> std::optional<Toxic> {
                // Requests of one connection follow one another; what does not begin one belongs to the last.
                if (!bytes.startsWith(prefix))
                    return bytes.contains(" HTTP/1.1\r\n") ? std::optional(Toxic{}) : std::nullopt;
                ++seen;
                if (left == 0)
                    return Toxic{};
                --left;
                ++treated;
                return toxic;
            };
            auto* link = new Link(client, server, decide, random, this);
            connect(link, &QObject::destroyed, this, [this] { --links; });
        }
    });
    return m_listener.listen(QHostAddress(QHostAddress::LocalHost)) ? m_listener.serverPort() : quint16(0);
}

ToxicProxy::ToxicProxy(quint16 server)
    : m_onThread(std::make_unique<QObject>()), m_inside(std::make_unique<Inside>(server))
{
    m_onThread->moveToThread(&m_thread);
    m_inside->moveToThread(&m_thread);
    m_thread.start();
    inside([this](Inside& there) { m_port = there.listen(); });
}

ToxicProxy::~ToxicProxy()
{
    inside([this](Inside&) { m_inside.reset(); });
    m_thread.quit();
    m_thread.wait();
}

void ToxicProxy::inside(const std::function<void(Inside&)>& work) const
{
    QMetaObject::invokeMethod(m_onThread.get(), [this, &work] { work(*m_inside); }, Qt::BlockingQueuedConnection);
}

void ToxicProxy::arm(const Toxic& toxic, const QByteArray& request, int times)
{
    inside([&](Inside& there) {
        there.toxic = toxic;
        there.prefix = request;
        there.left = times;
        there.treated = there.seen = 0;
    });
}

int ToxicProxy::treated() const
{
    int count = 0;
    inside([&](Inside& there) { count = there.treated; });
    return count;
}

int ToxicProxy::seen() const
{
    int count = 0;
    inside([&](Inside& there) { count = there.seen; });
    return count;
}

int ToxicProxy::links() const
{
    int count = 0;
    inside([&](Inside& there) { count = there.links; });
    return count;
}

} // namespace belanjain::processes
