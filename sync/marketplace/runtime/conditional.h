// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/call.h"

namespace belanjain::marketplace
{

/// The strong tag of a resource's version: "v17" in quotes.
QByteArray versionTag(qint64 version);

/// Whether a list of tags (If-Match, If-None-Match) holds this one or "*". `weak` compares without W/.
bool matchesTag(QByteArrayView list, QByteArrayView tag, bool weak);

/// 412 when the request has an If-Match that is not this version's; for PATCH and DELETE, inside the
/// transaction that writes.
Expected<void> checkIfMatch(const Call& call, qint64 version);

/// A 200 to GET or HEAD whose ETag the client has becomes a 304 without body. The router does this to
/// every answer.
http::Response notModifiedIfSame(const http::Request& request, http::Response response);

} // namespace belanjain::marketplace
