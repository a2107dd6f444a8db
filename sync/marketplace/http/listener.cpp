// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/listener.h"

#include "marketplace/http/connection.h"
#include "marketplace/http/hub.h"
#include "marketplace/http/socket_tools.h"
#include "marketplace/http/tls.h"

#include <QHash>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <chrono>
#include <unordered_map>
#include <utility>
#include <vector>

namespace belanjain::http {

using namespace std::chrono_literals;

namespace {

// Held in the kernel until accepted: with the default of 50 a burst of clients waits for seconds.
constexpr int acceptBacklog = 4096;
// Connections that are only told to go away. Above this many they are closed without a word.
constexpr int maxTurnedAway = 256;

class Acceptor : public QTcpServer
{
public:
    explicit Acceptor(std::function<void(qintptr)> accept)
        : accept_(std::move(accept))
    {
    }

protected:
    void incomingConnection(qintptr socketDescriptor) override { accept_(socketDescriptor); }

private:
    std::function<void(qintptr)> accept_;
};

} // namespace

class Listener::Private
{
public:
    Private(Listener* listener, Handler& handler, Limits limits, UtcClock clock)
        : owner(listener)
        , hub(handler, std::move(limits), std::move(clock))
        , acceptor([this](qintptr descriptor) { accept(descriptor); })
    {
        hub.mailbox = std::make_shared<Mailbox>(listener, [this](Letter letter) { deliver(std::move(letter)); });
        hub.gone = [this](quint64 id) { forget(id); };
        acceptor.setListenBacklogSize(acceptBacklog);
        acceptor.setMaxPendingConnections(acceptBacklog);
    }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    ~Private()
    {
        hub.gone = [](quint64) {};
        hub.mailbox->close();
        connections.clear();
    }

    struct Entry
    {
        std::unique_ptr<Connection> connection;
        /// Nothing for one that is only turned away.
        std::optional<QHostAddress> counted;
        bool turnedAway = false;
    };

    void accept(qintptr descriptor);
    int refusalFor(const QHostAddress& peer);
    void deliver(Letter letter);
    void forget(quint64 id);
    void tellWhenDrained();
    /// The ids at this moment: what is done with one connection may end it or another.
    std::vector<quint64> ids() const;
    template<typename Action>
    void forEach(Action action);

    Listener* const owner;
    Hub hub;
    Acceptor acceptor;
    QTimer sweeper;
    std::optional<QSslConfiguration> tls;
    std::unordered_map<quint64, Entry> connections;
    QHash<QHostAddress, int> perAddress;
    quint64 lastId = 0;
    int turnedAway = 0;
    qint64 drainDeadline = 0;
    bool saidDrained = false;
};

void Listener::Private::accept(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket;
    if (tls)
        socket = std::make_unique<QSslSocket>();
    else
        socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    const QHostAddress peer = socket->peerAddress();
    const int refusal = refusalFor(peer);
    if (refusal != 0 && turnedAway >= maxTurnedAway)
        return socket->abort();
    if (tls) {
        auto* secured = static_cast<QSslSocket*>(socket.get());
        secured->setSslConfiguration(*tls);
        secured->startServerEncryption();
    }
    const quint64 id = ++lastId;
    Entry& entry = connections[id];
    entry.connection = std::make_unique<Connection>(id, socket.release(), hub, tls.has_value(), nullptr);
    Connection& connection = *entry.connection;
    if (refusal != 0) {
        entry.turnedAway = true;
        ++turnedAway;
        return connection.turnAway(refusal);
    }
    if (!hub.limits.uncountedAddresses.contains(peer)) {
        entry.counted = countedAddress(peer);
        ++perAddress[*entry.counted];
    }
    connection.start();
}

// 0 for a welcome one.
int Listener::Private::refusalFor(const QHostAddress& peer)
{
    if (owner->connectionCount() >= hub.limits.connections)
        return 503;
    if (!hub.limits.uncountedAddresses.contains(peer)
        && perAddress.value(countedAddress(peer)) >= hub.limits.connectionsPerAddress)
        return 429;
    return 0;
}

void Listener::Private::deliver(Letter letter)
{
    const auto found = connections.find(letter.connection);
    if (found != connections.end())
        found->second.connection->receive(std::move(letter));
    else if (letter.stream)
        letter.stream->close();
}

void Listener::Private::forget(quint64 id)
{
    const auto found = connections.find(id);
    if (found == connections.end())
        return;
    Entry entry = std::move(found->second);
    connections.erase(found);
    if (entry.turnedAway)
        --turnedAway;
    if (entry.counted) {
        const auto count = perAddress.find(*entry.counted);
        if (count != perAddress.end() && --*count == 0)
            perAddress.erase(count);
    }
    // It is on the stack; as a child of the listener it goes with it at the latest.
    Connection* const leaving = entry.connection.release();
    leaving->setParent(owner);
    leaving->deleteLater();
    tellWhenDrained();
}

void Listener::Private::tellWhenDrained()
{
    if (!hub.draining || !connections.empty() || std::exchange(saidDrained, true))
        return;
    QMetaObject::invokeMethod(owner, [this] { Q_EMIT owner->drained(); }, Qt::QueuedConnection);
}

std::vector<quint64> Listener::Private::ids() const
{
    std::vector<quint64> all;
    all.reserve(connections.size());
    for (const auto& [id, entry] : connections)
        all.push_back(id);
    return all;
}

template<typename Action>
void Listener::Private::forEach(Action action)
{
    for (const quint64 id : ids()) {
        if (const auto found = connections.find(id); found != connections.end())
            action(*found->second.connection);
    }
}

Listener::Listener(Handler& handler, Limits limits, UtcClock clock, QObject* parent)
    : QObject(parent)
    , d_(std::make_unique<Private>(this, handler, std::move(limits), std::move(clock)))
{
    d_->sweeper.setTimerType(Qt::CoarseTimer);
    connect(&d_->sweeper, &QTimer::timeout, this, [this] { sweep(now()); });
}

Listener::~Listener() = default;

tl::expected<quint16, QString> Listener::listen(const QHostAddress& address, quint16 port,
                                                const std::optional<TlsFiles>& tls)
{
    if (tls) {
        auto configuration = loadTls(*tls);
        if (!configuration)
            return tl::unexpected(configuration.error());
        d_->tls = std::move(*configuration);
    }
    if (!d_->acceptor.listen(address, port))
        return tl::unexpected(d_->acceptor.errorString());
    d_->sweeper.start(1s);
    return d_->acceptor.serverPort();
}

void Listener::drain()
{
    if (std::exchange(d_->hub.draining, true))
        return;
    d_->acceptor.close();
    d_->drainDeadline = now() + d_->hub.limits.drainMs;
    d_->forEach([](Connection& connection) { connection.drain(); });
    d_->tellWhenDrained();
}

bool Listener::isDraining() const
{
    return d_->hub.draining;
}

quint16 Listener::port() const
{
    return d_->acceptor.serverPort();
}

int Listener::connectionCount() const
{
    return static_cast<int>(d_->connections.size()) - d_->turnedAway;
}

qint64 Listener::now() const
{
    return d_->hub.now();
}

void Listener::sweep(qint64 now)
{
    // After an error such as "too many open files" QTcpServer stops accepting until it is told to go on.
    if (d_->acceptor.isListening())
        d_->acceptor.resumeAccepting();
    const bool tooLate = d_->hub.draining && now >= d_->drainDeadline;
    d_->forEach([now, tooLate](Connection& connection) {
        if (tooLate)
            connection.cut();
        else
            connection.sweep(now);
    });
}

} // namespace belanjain::http
