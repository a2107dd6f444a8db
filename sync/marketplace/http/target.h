// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/request.h"

namespace belanjain::http {

/// Splits and decodes request.target into path, rawQuery and query. False for what no honest client sends:
/// a form that is neither "/...", "http://host/..." nor "*" with OPTIONS, a bad escape, control characters,
/// an encoded slash (proxies and routers disagree on it), bad UTF-8, a fragment, over 256 query items.
bool decodeTarget(Request& request);

/// Percent-decodes; `plusIsSpace` as in queries. Null for a bad escape, a control character or bad UTF-8.
QByteArray percentDecoded(QByteArrayView encoded, bool plusIsSpace);

} // namespace belanjain::http
