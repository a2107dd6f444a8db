// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/compression.h"
#include "marketplace/http/mailbox.h"

#include <QByteArrayList>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace belanjain::http {

/// The bytes of one streamed answer between its producer and its connection.
class StreamQueue : public std::enable_shared_from_this<StreamQueue>
{
public:
    StreamQueue(std::shared_ptr<Mailbox> mailbox, quint64 connection, quint64 request, StreamOptions options);

    // The producer's side, from any thread.
    bool write(const QByteArray& bytes);
    void finish();
    void abort();
    qint64 bytesPending() const;
    bool isClosed() const;
    bool waitForSpace(qint64 maxPending, qint64 timeoutMs);

    // The connection's side, on the I/O thread.
    struct Taken
    {
        QByteArrayList pieces;
        bool finished = false;
        bool aborted = false;
    };
    Taken take();
    /// How much of what was taken the socket still holds.
    void setInSocket(qint64 bytes);
    /// Nobody reads any more.
    void close();

    bool isEndless() const { return endless_; }

private:
    void announce(std::unique_lock<std::mutex>& lock);

    const std::shared_ptr<Mailbox> mailbox_;
    const quint64 connection_;
    const quint64 request_;
    const bool endless_;
    std::unique_ptr<GzipStream> gzip_;

    mutable std::mutex mutex_;
    std::condition_variable space_;
    QByteArrayList pieces_;
    qint64 queued_ = 0;
    qint64 inSocket_ = 0;
    bool announced_ = false;
    bool finished_ = false;
    bool aborted_ = false;
    bool closed_ = false;
};

/// Owned by the copies of one StreamWriter: cuts the answer when they all go without finishing it.
class StreamHandle
{
public:
    explicit StreamHandle(std::shared_ptr<StreamQueue> stream)
        : queue(std::move(stream))
    {
    }
    StreamHandle(const StreamHandle&) = delete;
    StreamHandle& operator=(const StreamHandle&) = delete;
    ~StreamHandle() { queue->abort(); }

    const std::shared_ptr<StreamQueue> queue;
};

} // namespace belanjain::http
