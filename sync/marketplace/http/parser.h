// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/handler.h"
#include "marketplace/http/limits.h"

#include <memory>

namespace belanjain::http {

/// Turns the bytes of one connection into requests, one after the other, and refuses what is malformed,
/// ambiguous or too large. Framing is Boost.Beast's; it lives in the .cpp alone.
class RequestParser
{
public:
    enum class State { NeedsMore, Complete, Refused };

    /// Both must outlive the parser. `origin` gives peer, port and secure to every request.
    RequestParser(const Handler& handler, const Limits& limits, Request origin);
    ~RequestParser();

    /// Takes what it can of `bytes` and says in `consumed` how much. What is left must be given again, with
    /// more behind it; after Complete it belongs to the next request.
    State feed(QByteArrayView bytes, qsizetype& consumed);

    /// The status to refuse with, after Refused.
    int refusal() const;
    /// A byte of the request under way has come.
    bool started() const;
    bool headerDone() const;
    /// The header asked for "100 Continue" and none of the body has come.
    bool awaitsContinue() const;
    /// What the client wants for the connection, once the header is in.
    bool keepAlive() const;

    /// The request so far; method and target may be missing before headerDone().
    const Request& request() const;
    /// Hands the complete request over and makes ready for the next one.
    Request take();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace belanjain::http
