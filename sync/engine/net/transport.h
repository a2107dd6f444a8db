// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <utility>

namespace belanjain::engine
{

struct HttpRequest
{
    QByteArray method = "GET";
    QString path; ///< with query, relative to the marketplace's address: "/v1/sync/pull?after=0"
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int timeoutMs = 30'000; ///< without a byte coming in
};

struct HttpAnswer
{
    int status = 0; ///< 0: the marketplace was not reached or the answer broke off
    QByteArray body;
    QByteArray etag; ///< as sent, with its quotes; empty without one
    int retryAfterSeconds = 0;
    QString failure; ///< the network's words, for logs

    bool reached() const { return status != 0; }
    bool success() const { return status >= 200 && status < 300; }
};

/// A call under way; destroying it abandons the call, and its callbacks never come.
class PendingCall
{
public:
    virtual ~PendingCall() = default;
};

/// The engine's only way to the network; faked at this seam by the simulator. Callbacks come later, on
/// the thread that called, each call's last one exactly once.
class Transport
{
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual std::unique_ptr<PendingCall> send(const HttpRequest& request,
                                                            std::function<void(const HttpAnswer&)> done) = 0;
    /// For answers too large or too long-lived to hold: chunks as they arrive, then done() with an
    /// empty body (or the problem's body when the status is not a success).
    [[nodiscard]] virtual std::unique_ptr<PendingCall> stream(const HttpRequest& request,
                                                              std::function<void(const QByteArray&)> chunk,
                                                              std::function<void(const HttpAnswer&)> done) = 0;
};

} // namespace belanjain::engine
