// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/response.h"

#include <QtGlobal>

#include <limits>
#include <memory>

namespace belanjain::http {

class Exchange;
class StreamHandle;

/// The producer's end of an answer written piece by piece. A copyable handle; every call may come from any
/// thread, and one thread at a time should write. When the last copy goes without finish() the connection
/// is cut, so that the client can tell a half answer from a whole one.
class StreamWriter
{
public:
    StreamWriter() = default;
    explicit StreamWriter(std::shared_ptr<StreamHandle> handle);

    /// A default-made writer, or one whose request was answered already, takes nothing.
    bool isValid() const { return handle_ != nullptr; }

    /// Queues bytes (copied by reference only); false when nobody is there to read them any more.
    bool write(const QByteArray& bytes) const;
    /// Ends the answer properly. Writes after it are refused.
    void finish() const;
    /// Cuts the connection: the answer could not be completed.
    void abort() const;

    /// Bytes accepted by write() that the operating system has not taken yet.
    qint64 bytesPending() const;
    /// The client left, the answer ended, or the listener is gone.
    bool closed() const;
    /// For a producer thread (never the I/O thread): blocks until at most `maxPending` bytes are pending.
    /// False when the stream closed, or when `timeoutMs` passed first.
    bool waitForSpace(qint64 maxPending, qint64 timeoutMs = std::numeric_limits<qint64>::max()) const;

private:
    std::shared_ptr<StreamHandle> handle_;
};

struct StreamOptions
{
    /// Gzip on the writing thread when the client accepts it. Each write is flushed only as zlib sees fit.
    bool compress = false;
    /// Has no natural end (server-sent events): Listener::drain() ends it properly instead of waiting.
    bool endless = false;
};

/// The one answer to one request. Copyable, harmless when the client has left; every call may come from any
/// thread and is carried to the I/O thread. When all copies go without an answer the client gets a 500.
class Responder
{
public:
    Responder() = default;
    explicit Responder(std::shared_ptr<Exchange> exchange);

    bool isValid() const { return exchange_ != nullptr; }

    /// The first answer counts: false (and nothing is sent) when there was one already.
    /// The body is compressed on the calling thread.
    bool respond(Response response) const;

    /// Sends the head at once; the body follows through the writer (chunked, or until close on HTTP/1.0).
    /// For HEAD the head is all: the writer is closed from the start. Invalid when answered already.
    StreamWriter startStream(int status, Headers headers, StreamOptions options = {}) const;

    /// The connection closed before an answer: work for it may stop.
    bool clientLeft() const;

private:
    std::shared_ptr<Exchange> exchange_;
};

} // namespace belanjain::http
