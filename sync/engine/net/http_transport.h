// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/transport.h"

#include <QNetworkAccessManager>
#include <QUrl>

namespace belanjain::engine
{

/// Transport over HTTP(S) to one marketplace. Follows no redirects, sends no cookies, and refuses
/// answers larger than it was told to expect.
class HttpTransport : public Transport
{
public:
    explicit HttpTransport(QUrl marketplace);

    std::unique_ptr<PendingCall> send(const HttpRequest& request, std::function<void(const HttpAnswer&)> done) override;
    std::unique_ptr<PendingCall> stream(const HttpRequest& request, std::function<void(const QByteArray&)> chunk,
                                        std::function<void(const HttpAnswer&)> done) override;

private:
    QNetworkReply* start(const HttpRequest& request);

    QUrl m_marketplace;
    QNetworkAccessManager m_network;
};

} // namespace belanjain::engine
