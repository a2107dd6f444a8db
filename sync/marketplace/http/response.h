// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/headers.h"

#include <utility>

namespace belanjain::http {

/// An answer as a handler gives it. The listener adds Date, Content-Length and Connection, and gzips
/// the body when that pays; lines of those names set by a handler are ignored, except that
/// "Connection: close" closes, and Content-Length counts on an answer to HEAD without a body.
struct Response
{
    int status = 200;
    Headers headers;
    QByteArray body;
    /// False keeps the body as it is whatever the client accepts.
    bool mayCompress = true;

    static Response make(int status, const QByteArray& contentType, QByteArray body)
    {
        return Response{status, {{QByteArrayLiteral("Content-Type"), contentType}}, std::move(body), true};
    }
};

/// "Not Found" for 404; "Unknown" for a code without a name.
QByteArrayView reasonPhrase(int status);

} // namespace belanjain::http
