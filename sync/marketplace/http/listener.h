// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/handler.h"
#include "marketplace/http/limits.h"

#include <QHostAddress>
#include <QObject>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace belanjain::http {

/// Milliseconds since the epoch, UTC; used for the Date header only.
using UtcClock = std::function<qint64()>;

/// Accepts connections and speaks HTTP/1.1 on the thread it lives on, which needs an event loop.
/// One request at a time per connection; answers keep the order of the requests.
class Listener : public QObject
{
    Q_OBJECT

public:
    /// The handler must outlive the listener.
    Listener(Handler& handler, Limits limits, UtcClock clock, QObject* parent = nullptr);
    /// Cuts what is open. Responders and writers still held elsewhere become harmless.
    ~Listener() override;

    /// Port 0 takes a free one. Gives the port, or why not, in words fit for stderr.
    tl::expected<quint16, QString> listen(const QHostAddress& address, quint16 port,
                                          const std::optional<TlsFiles>& tls = std::nullopt);

    /// Stops accepting, closes idle connections, ends endless streams, and lets what is in flight finish
    /// within Limits::drainMs; then drained() comes, once, never from within this call.
    void drain();
    bool isDraining() const;

    quint16 port() const;
    int connectionCount() const;

    /// The time sweep() compares with: milliseconds on a clock that never jumps.
    qint64 now() const;
    /// Closes what has outstayed a limit at `now`. Runs by itself every second; tests call it with a later now.
    void sweep(qint64 now);

Q_SIGNALS:
    void drained();

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace belanjain::http
