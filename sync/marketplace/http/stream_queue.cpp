// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/stream_queue.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace belanjain::http {

StreamQueue::StreamQueue(std::shared_ptr<Mailbox> mailbox, quint64 connection, quint64 request,
                         StreamOptions options)
    : mailbox_(std::move(mailbox))
    , connection_(connection)
    , request_(request)
    , endless_(options.endless)
    , gzip_(options.compress ? std::make_unique<GzipStream>() : nullptr)
{
}

bool StreamQueue::write(const QByteArray& bytes)
{
    if (isClosed())
        return false;
    // Outside the lock: the I/O thread must not wait for zlib.
    const std::optional<QByteArray> ready = gzip_ ? gzip_->add(bytes) : bytes;
    if (!ready) {
        abort();
        return false;
    }
    std::unique_lock lock(mutex_);
    if (closed_ || finished_ || aborted_)
        return false;
    if (ready->isEmpty())
        return true;
    pieces_.append(*ready);
    queued_ += ready->size();
    announce(lock);
    return true;
}

void StreamQueue::finish()
{
    if (isClosed())
        return;
    const std::optional<QByteArray> rest = gzip_ ? gzip_->finish() : QByteArray();
    if (!rest)
        return abort();
    std::unique_lock lock(mutex_);
    if (!rest->isEmpty()) {
        pieces_.append(*rest);
        queued_ += rest->size();
    }
    finished_ = true;
    announce(lock);
}

void StreamQueue::abort()
{
    std::unique_lock lock(mutex_);
    if (closed_ || finished_ || aborted_)
        return;
    aborted_ = true;
    announce(lock);
}

qint64 StreamQueue::bytesPending() const
{
    const std::lock_guard lock(mutex_);
    return queued_ + inSocket_;
}

bool StreamQueue::isClosed() const
{
    const std::lock_guard lock(mutex_);
    return closed_ || finished_ || aborted_;
}

bool StreamQueue::waitForSpace(qint64 maxPending, qint64 timeoutMs)
{
    std::unique_lock lock(mutex_);
    const auto ready = [&] { return closed_ || finished_ || aborted_ || queued_ + inSocket_ <= maxPending; };
    // A time-out of "for ever" would overflow the clock's arithmetic.
    constexpr qint64 day = 24LL * 3600 * 1000;
    if (timeoutMs > day)
        space_.wait(lock, ready);
    else if (!space_.wait_for(lock, std::chrono::milliseconds(std::max<qint64>(0, timeoutMs)), ready))
        return false;
    return !closed_ && !finished_ && !aborted_;
}

// Unlocks before it posts: on the I/O thread the letter is delivered at once and take() needs the lock.
void StreamQueue::announce(std::unique_lock<std::mutex>& lock)
{
    const bool needed = !std::exchange(announced_, true);
    lock.unlock();
    if (needed)
        mailbox_->post({Letter::Kind::StreamData, connection_, request_, {}, shared_from_this()});
    space_.notify_all();
}

StreamQueue::Taken StreamQueue::take()
{
    const std::lock_guard lock(mutex_);
    announced_ = false;
    inSocket_ += std::exchange(queued_, 0);
    return {std::exchange(pieces_, {}), finished_, aborted_};
}

void StreamQueue::setInSocket(qint64 bytes)
{
    {
        const std::lock_guard lock(mutex_);
        inSocket_ = bytes;
    }
    space_.notify_all();
}

void StreamQueue::close()
{
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        pieces_.clear();
        queued_ = 0;
        inSocket_ = 0;
    }
    space_.notify_all();
}

} // namespace belanjain::http
