// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/response.h"

#include <QtGlobal>

namespace belanjain::http {

/// How the end of a body is found, and what becomes of the connection.
struct Framing
{
    enum class Body { None, Length, Chunked, UntilClose };

    Body body = Body::None;
    qint64 length = 0;
    bool close = false;
    /// HTTP/1.0 clients must be told that the connection stays.
    bool sayKeepAlive = false;
};

/// Appends status line, headers and the empty line. `date` is the value of Date.
void appendHead(QByteArray& out, int status, const Headers& headers, const Framing& framing, QByteArrayView date);

/// 1xx, 204 and 304 never carry a body.
inline bool statusHasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

/// "Sat, 21 Nov 2026 04:05:06 GMT" (RFC 9110 §5.6.7).
QByteArray httpDate(qint64 utcMs);

} // namespace belanjain::http
