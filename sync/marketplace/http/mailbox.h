// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/responder.h"

#include <QtGlobal>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

QT_BEGIN_NAMESPACE
class QObject;
class QThread;
QT_END_NAMESPACE

namespace belanjain::http {

class StreamQueue;

/// What a responder or a stream writer tells the connection of its request. The connection is named by number,
/// so that one which has gone is simply not found.
struct Letter
{
    enum class Kind { Answer, StreamStart, StreamData };

    Kind kind = Kind::Answer;
    quint64 connection = 0;
    quint64 request = 0;
    Response response;
    std::shared_ptr<StreamQueue> stream;
};

/// Carries letters from any thread to the I/O thread; at once when it is called there. Outlives the listener
/// in the hands of whoever still holds a responder, and then takes letters without delivering them.
class Mailbox
{
public:
    using Deliver = std::function<void(Letter)>;

    /// Called on the I/O thread; `receiver` lives there and outlives the box's use, up to close().
    Mailbox(QObject* receiver, Deliver deliver);

    void post(Letter letter);
    /// On the I/O thread: nothing is delivered after this.
    void close();
    bool onIoThread() const;

private:
    void deliverAll();

    std::mutex mutex_;
    std::vector<Letter> waiting_;
    QObject* receiver_;
    QThread* const thread_;
    Deliver deliver_;
};

} // namespace belanjain::http
