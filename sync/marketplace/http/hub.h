// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/handler.h"
#include "marketplace/http/limits.h"
#include "marketplace/http/mailbox.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <functional>
#include <memory>

namespace belanjain::http {

/// What all connections of one listener share. I/O thread only.
class Hub
{
public:
    Hub(Handler& router, Limits allowances, std::function<qint64()> utcClock);

    Handler& handler;
    const Limits limits;
    std::shared_ptr<Mailbox> mailbox;
    /// Called once by each connection when it is over; it may still be on the stack.
    std::function<void(quint64)> gone;
    bool draining = false;

    /// Where sockets are read into and heads are written: used between two calls into a handler, never across.
    QByteArray in;
    QByteArray out;

    /// Milliseconds on a clock that never jumps.
    qint64 now() const { return clock_.elapsed(); }
    /// The Date header's value.
    QByteArrayView date();

private:
    std::function<qint64()> utc_;
    QElapsedTimer clock_;
    qint64 dateSecond_ = -1;
    QByteArray date_;
};

} // namespace belanjain::http
