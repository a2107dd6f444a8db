// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/mailbox.h"

#include "marketplace/http/stream_queue.h"

#include <QObject>
#include <QThread>

#include <utility>

namespace belanjain::http {

namespace {

// The producer of a stream that nobody will read must not wait for space.
void discard(const Letter& letter)
{
    if (letter.stream)
        letter.stream->close();
}

} // namespace

Mailbox::Mailbox(QObject* receiver, Deliver deliver)
    : receiver_(receiver)
    , thread_(receiver->thread())
    , deliver_(std::move(deliver))
{
}

bool Mailbox::onIoThread() const
{
    return QThread::currentThread() == thread_;
}

void Mailbox::post(Letter letter)
{
    if (onIoThread()) {
        if (deliver_)
            deliver_(std::move(letter));
        else
            discard(letter);
        return;
    }
    std::unique_lock lock(mutex_);
    if (!receiver_) {
        lock.unlock();
        discard(letter);
        return;
    }
    waiting_.push_back(std::move(letter));
    // One wake-up carries all that gathers until it is served. The receiver cannot go while the lock is held.
    if (waiting_.size() == 1)
        QMetaObject::invokeMethod(receiver_, [this] { deliverAll(); }, Qt::QueuedConnection);
}

void Mailbox::deliverAll()
{
    std::vector<Letter> letters;
    {
        const std::lock_guard lock(mutex_);
        letters.swap(waiting_);
    }
    for (Letter& letter : letters)
        post(std::move(letter));
}

void Mailbox::close()
{
    std::vector<Letter> undelivered;
    {
        const std::lock_guard lock(mutex_);
        receiver_ = nullptr;
        undelivered.swap(waiting_);
    }
    deliver_ = nullptr;
    for (const Letter& letter : undelivered)
        discard(letter);
}

} // namespace belanjain::http
