// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator.h"

#include "bench/measure.h"

#include <QElapsedTimer>

#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace belanjain::bench
{
namespace
{

constexpr int giveUpAfterMs = 60'000;

/// One client's connection and the request under way on it.
class Connection
{
public:
    Connection(quint16 port, Client& client) : m_client(client)
    {
        m_socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        const int one = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 && errno != EINPROGRESS)
            fail();
    }
    ~Connection()
    {
        if (m_socket >= 0)
            close(m_socket);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    int socketNumber() const { return m_socket; }
    bool isBroken() const { return m_socket < 0; }
    bool isWaiting() const { return m_underWay; }
    bool wantsToWrite() const { return m_sent < m_wish.request.size(); }

    /// False when the client has nothing more.
    bool start(const QElapsedTimer& clock)
    {
        m_sent = 0;
        m_received.resize(0); // keeps its memory
        if (!m_client.next(m_wish))
            return false;
        m_underWay = true;
        m_startedNs = clock.nsecsElapsed();
        write();
        return true;
    }

    void write()
    {
        while (wantsToWrite()) {
            const ssize_t n = send(m_socket, m_wish.request.constData() + m_sent, size_t(m_wish.request.size() - m_sent),
                                   MSG_NOSIGNAL);
            if (n < 0) {
                if (errno != EAGAIN && errno != ENOTCONN)
                    fail();
                return;
            }
            m_sent += n;
        }
    }

    /// True when the answer is whole.
    bool read()
    {
        char buffer[65536];
        while (true) {
            const ssize_t n = recv(m_socket, buffer, sizeof buffer, 0);
            if (n < 0 && errno == EAGAIN)
                return false;
            if (n <= 0) {
                fail();
                return false;
            }
            m_received.append(buffer, qsizetype(n));
            if (isWhole())
                return true;
        }
    }

    void finish(const QElapsedTimer& clock, Load& load)
    {
        m_underWay = false;
        load.times[m_wish.kind].append(double(clock.nsecsElapsed() - m_startedNs) / 1e6);
        ++load.statuses[m_status];
        m_client.answered(m_status, QByteArrayView(m_received).sliced(m_bodyAt));
    }

private:
    /// "HTTP/1.1 200 OK", headers with a Content-Length (none means no body), a blank line, the body.
    bool isWhole()
    {
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        m_bodyAt = end + 4;
        m_status = atoi(m_received.constData() + 9);
        static constexpr char name[] = "content-length: ";
        const char* const head = m_received.constData();
        const char* const found = strcasestr(head, name);
        const qsizetype length = found && found < head + end ? atoll(found + sizeof name - 1) : 0;
        return m_received.size() - m_bodyAt >= length;
    }

    void fail()
    {
        close(m_socket);
        m_socket = -1;
        m_underWay = false;
    }

    Client& m_client;
    int m_socket = -1;
    Wish m_wish;
    qsizetype m_sent = 0;
    QByteArray m_received;
    qsizetype m_bodyAt = 0;
    int m_status = 0;
    qint64 m_startedNs = 0;
    bool m_underWay = false;
};

} // namespace

Client::~Client() = default;

double Load::time(const char* kind, double share) const { return percentile(times.value(kind), share); }

qint64 Load::serverErrors() const
{
    qint64 errors = broken;
    for (auto it = statuses.cbegin(); it != statuses.cend(); ++it)
        errors += it.key() >= 500 || it.key() == 0 ? it.value() : 0;
    return errors;
}

Load drive(quint16 port, const std::vector<std::unique_ptr<Client>>& clients, double seconds)
{
    Load load;
    std::vector<std::unique_ptr<Connection>> connections;
    for (const auto& client : clients)
        connections.push_back(std::make_unique<Connection>(port, *client));
    QElapsedTimer clock;
    clock.start();
    const auto isOver = [&] { return seconds > 0 && double(clock.nsecsElapsed()) / 1e9 >= seconds; };
    for (auto& connection : connections) {
        if (!connection->isBroken())
            connection->start(clock);
    }
    std::vector<pollfd> waiting;
    std::vector<Connection*> waiters;
    while (true) {
        waiting.clear();
        waiters.clear();
        for (const auto& connection : connections) {
            if (!connection->isWaiting())
                continue;
            const short events = connection->wantsToWrite() ? POLLIN | POLLOUT : POLLIN;
            waiting.push_back({connection->socketNumber(), events, 0});
            waiters.push_back(connection.get());
        }
        if (waiting.empty() || poll(waiting.data(), nfds_t(waiting.size()), giveUpAfterMs) <= 0)
            break;
        for (size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].revents == 0)
                continue;
            Connection& connection = *waiters[i];
            if ((waiting[i].revents & POLLOUT) && connection.wantsToWrite())
                connection.write();
            if ((waiting[i].revents & (POLLIN | POLLHUP | POLLERR)) && connection.isWaiting() && connection.read()) {
                connection.finish(clock, load);
                if (!isOver())
                    connection.start(clock);
            }
        }
    }
    load.seconds = double(clock.nsecsElapsed()) / 1e9;
    for (const auto& connection : connections)
        load.broken += connection->isBroken() || connection->isWaiting();
    return load;
}

QByteArray requestText(const QByteArray& method, const QByteArray& target, const QByteArray& token,
                       const QByteArray& body, const QByteArray& key)
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    if (!token.isEmpty())
        text += "Authorization: Bearer " + token + "\r\n";
    if (!key.isEmpty())
        text += "Idempotency-Key: " + key + "\r\n";
    if (!body.isEmpty())
        text += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

} // namespace belanjain::bench
