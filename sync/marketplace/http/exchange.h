// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/mailbox.h"

#include <atomic>
#include <memory>
#include <utility>

namespace belanjain::http {

/// What the copies of one responder share. The connection knows it only weakly, so that the last responder
/// to go is noticed.
class Exchange
{
public:
    Exchange(std::shared_ptr<Mailbox> box, quint64 connectionId, quint64 requestId, bool gzipAccepted, bool isHead)
        : mailbox(std::move(box))
        , connection(connectionId)
        , request(requestId)
        , acceptsGzip(gzipAccepted)
        , head(isHead)
    {
    }
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;
    ~Exchange();

    const std::shared_ptr<Mailbox> mailbox;
    const quint64 connection;
    const quint64 request;
    const bool acceptsGzip;
    const bool head;
    std::atomic<bool> answered = false;
    std::atomic<bool> gone = false;
};

} // namespace belanjain::http
