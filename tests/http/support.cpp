// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/support.h"

#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#ifdef Q_OS_LINUX
#include <linux/sockios.h>
#endif

#include <utility>

namespace belanjain::http::test {

namespace {

constexpr qint64 fixedNow = 1'795'233'906'789;

} // namespace

qint64 Recorder::bodyLimit(const Request& headOnly) const
{
    return headOnly.path.endsWith("/images") ? 5 * 1024 * 1024 : 1024 * 1024;
}

void Recorder::handle(Request request, Responder responder)
{
    requests.push_back(request);
    if (onRequest)
        onRequest(request, responder);
    else
        responder.respond(echo(request));
}

Response Recorder::malformed(int status, const Request* maybe) const
{
    refusals.append(status);
    if (maybe)
        refusedTargets.append(maybe->target);
    return Response::make(status, "application/problem+json", "{\"status\":" + QByteArray::number(status) + "}");
}

Response echo(const Request& request)
{
    return Response::make(200, "text/plain", request.method + " " + request.path + "|" + request.body);
}

QByteArray Answer::header(const QByteArray& name) const
{
    for (const QByteArray& line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

bool Answer::has(const QByteArray& name) const
{
    return !header(name).isNull();
}

Client::Client(quint16 port)
{
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!QTest::qWaitFor([this] { return isOpen(); }))
        qFatal("the listener does not accept");
}

void Client::send(const QByteArray& bytes)
{
    socket.write(bytes);
    socket.flush();
}

bool Client::takeAnswer(Answer& answer, bool toHead)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    Answer parsed;
    parsed.head = received.first(end + 2);
    parsed.status = parsed.head.mid(9, 3).toInt();
    qsizetype total = end + 4;
    const bool bodied = !toHead && parsed.status >= 200 && parsed.status != 204 && parsed.status != 304;
    if (bodied && parsed.header("Transfer-Encoding") == "chunked") {
        const qsizetype last = received.indexOf("0\r\n\r\n", total);
        if (last < 0)
            return false;
        parsed.body = dechunked(received.mid(total, last + 5 - total));
        total = last + 5;
    } else if (bodied && parsed.has("Content-Length")) {
        const qsizetype length = parsed.header("Content-Length").toLongLong();
        if (received.size() < total + length)
            return false;
        parsed.body = received.mid(total, length);
        total += length;
    } else if (bodied) {
        if (isOpen())
            return false;
        parsed.body = received.mid(total);
        total = received.size();
    }
    received.remove(0, total);
    answer = parsed;
    return true;
}

Answer Client::read(bool toHead)
{
    Answer answer;
    const bool came = QTest::qWaitFor([&] { return takeAnswer(answer, toHead); });
    return came ? answer : Answer{};
}

bool Client::closedByServer()
{
    return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; });
}

LateReader::LateReader(quint16 port, const QByteArray& bytes)
    : descriptor_(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in to = {};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0
        || ::send(descriptor_, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) != bytes.size())
        qFatal("cannot connect and send");
    const timeval patience = {10, 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

LateReader::~LateReader()
{
    ::close(descriptor_);
}

int LateReader::bytesUnsent() const
{
    int bytes = 0;
#ifdef Q_OS_LINUX
    if (::ioctl(descriptor_, SIOCOUTQ, &bytes) != 0)
        return -1;
#endif
    return bytes;
}

QByteArray LateReader::readToEnd() const
{
    QByteArray all;
    char buffer[4096];
    ssize_t got = 0;
    while ((got = ::recv(descriptor_, buffer, sizeof buffer, 0)) > 0)
        all.append(buffer, got);
    return got == 0 ? all : QByteArray();
}

Server::Server(Limits limits)
    : listener(std::make_unique<Listener>(router, limits, [] { return fixedNow; }))
{
    const auto given = listener->listen(QHostAddress(QHostAddress::LocalHost), 0);
    if (!given)
        qFatal("%s", qPrintable(given.error()));
    port = *given;
}

void Server::passTime(qint64 ms)
{
    listener->sweep(listener->now() + ms);
}

QByteArray get(const QByteArray& path, const QByteArray& moreLines)
{
    return "GET " + path + " HTTP/1.1\r\nHost: toko.test\r\n" + moreLines + "\r\n";
}

QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& moreLines)
{
    return "POST " + path + " HTTP/1.1\r\nHost: toko.test\r\nContent-Length: " + QByteArray::number(body.size())
           + "\r\n" + moreLines + "\r\n" + body;
}

QByteArray gunzipped(const QByteArray& packed)
{
    z_stream stream = {};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return {};
    QByteArray plain(16 * 1024 * 1024, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    const int result = inflate(&stream, Z_FINISH);
    plain.resize(plain.size() - static_cast<qsizetype>(stream.avail_out));
    inflateEnd(&stream);
    return result == Z_STREAM_END ? plain : QByteArray();
}

QByteArray dechunked(const QByteArray& chunks)
{
    QByteArray all;
    qsizetype at = 0;
    while (at < chunks.size()) {
        const qsizetype line = chunks.indexOf("\r\n", at);
        const qsizetype size = chunks.mid(at, line - at).toLongLong(nullptr, 16);
        if (line < 0 || size == 0)
            break;
        all += chunks.mid(line + 2, size);
        at = line + 2 + size + 2;
    }
    return all;
}

} // namespace belanjain::http::test
