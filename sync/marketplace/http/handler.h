// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/request.h"
#include "marketplace/http/responder.h"
#include "marketplace/http/response.h"

namespace belanjain::http {

/// What stands behind a listener: the router. Every call comes on the listener's I/O thread.
class Handler
{
public:
    Handler() = default;
    Handler(const Handler&) = delete;
    Handler& operator=(const Handler&) = delete;
    virtual ~Handler();

    /// The largest body, in bytes, that this request may carry; asked once its header is in (body empty).
    /// A longer one is answered with malformed(413) before it is read.
    virtual qint64 bodyLimit(const Request& headOnly) const = 0;

    /// Answers now, or keeps the responder and answers later from any thread.
    virtual void handle(Request request, Responder responder) = 0;

    /// Shapes an answer for what the listener itself refuses: 400, 408, 413, 417, 429, 431, 500, 501, 503.
    /// `maybe` holds the head when it was understood. The connection closes after it, except for 500.
    virtual Response malformed(int status, const Request* maybe) const = 0;
};

} // namespace belanjain::http
