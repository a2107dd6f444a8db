// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/http_transport.h"

#include <QJsonObject>

#include <functional>
#include <list>
#include <memory>

namespace belanjain::app
{

/// Somebody else at the marketplace: calls it over HTTP while the tour's own window does other things.
class MarketCaller
{
public:
    explicit MarketCaller(const QUrl& marketplace) : m_transport(marketplace) {}

    using Done = std::function<void(int status, const QJsonObject& answer)>;
    void signIn(const QString& email, const QString& password, std::function<void(bool)> done);
    void call(const QByteArray& method, const QString& path, const QJsonObject& body, Done done);

private:
    engine::HttpTransport m_transport;
    QByteArray m_token;
    std::list<std::unique_ptr<engine::PendingCall>> m_calls;
};

} // namespace belanjain::app
