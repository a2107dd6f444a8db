// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <utility>

namespace belanjain::testing
{

using HeaderLines = QList<std::pair<QByteArray, QByteArray>>;

struct HttpReply
{
    int status = 0; ///< 0 when nothing readable came back
    HeaderLines headers;
    QByteArray body;

    QByteArray header(const QByteArray& name) const;
    QJsonObject json() const;
    /// The problem's code, or what stands in its place.
    QString code() const { return json().value(QLatin1String("code")).toString(); }
};

/// Sends one request after the other, each over a connection of its own, and waits for the answer. For a
/// server that runs on another thread or in another process.
class HttpClient
{
public:
    explicit HttpClient(quint16 port) : m_port(port) {}

    /// Sent with every further request; empty: none.
    void setToken(const QString& token) { m_token = token; }
    QString token() const { return m_token; }

    HttpReply send(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
                   const HeaderLines& headers = {}) const;

    HttpReply get(const QByteArray& target, const HeaderLines& headers = {}) const
    {
        return send("GET", target, {}, headers);
    }
    HttpReply post(const QByteArray& target, const QJsonObject& body, const HeaderLines& headers = {}) const
    {
        return sendJson("POST", target, body, headers);
    }
    HttpReply patch(const QByteArray& target, const QJsonObject& body, const HeaderLines& headers = {}) const
    {
        return sendJson("PATCH", target, body, headers);
    }
    HttpReply put(const QByteArray& target, const QJsonObject& body, const HeaderLines& headers = {}) const
    {
        return sendJson("PUT", target, body, headers);
    }
    HttpReply remove(const QByteArray& target, const HeaderLines& headers = {}) const
    {
        return send("DELETE", target, {}, headers);
    }
    HttpReply sendJson(const QByteArray& method, const QByteArray& target, const QJsonObject& body,
                       HeaderLines headers = {}) const;

private:
    quint16 m_port;
    QString m_token;
};

} // namespace belanjain::testing
