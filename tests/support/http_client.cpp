// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/http_client.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>

namespace belanjain::testing
{
namespace
{

constexpr int waitMs = 30'000;

QByteArray dechunked(const QByteArray& raw)
{
    QByteArray body;
    qsizetype at = 0;
    while (true) {
        const qsizetype end = raw.indexOf("\r\n", at);
        if (end < 0)
            return body;
        const qsizetype size = raw.mid(at, end - at).toLongLong(nullptr, 16);
        if (size <= 0)
            return body;
        body += raw.mid(end + 2, size);
        at = end + 2 + size + 2;
    }
}

HttpReply parse(const QByteArray& raw)
{
    HttpReply reply;
    const qsizetype end = raw.indexOf("\r\n\r\n");
    if (end < 0)
        return reply;
    const QList<QByteArray> lines = raw.first(end).split('\n');
    reply.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray& line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    reply.body = raw.sliced(end + 4);
    if (reply.header("Transfer-Encoding").toLower() == "chunked")
        reply.body = dechunked(reply.body);
    return reply;
}

} // namespace

QByteArray HttpReply::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QJsonObject HttpReply::json() const { return QJsonDocument::fromJson(body).object(); }

HttpReply HttpClient::send(const QByteArray& method, const QByteArray& target, const QByteArray& body,
                           const HeaderLines& headers) const
{
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n";
    if (!m_token.isEmpty())
        request += "Authorization: Bearer " + m_token.toLatin1() + "\r\n";
    for (const auto& [name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    request += "\r\n" + body;

    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    if (!socket.waitForConnected(waitMs))
        return {};
    socket.write(request);
    QByteArray raw;
    while (socket.waitForReadyRead(waitMs))
        raw += socket.readAll();
    raw += socket.readAll();
    return parse(raw);
}

HttpReply HttpClient::sendJson(const QByteArray& method, const QByteArray& target, const QJsonObject& body,
                               HeaderLines headers) const
{
    headers.append(std::pair<QByteArray, QByteArray>("Content-Type", "application/json"));
    return send(method, target, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
}

} // namespace belanjain::testing
