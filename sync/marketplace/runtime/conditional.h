// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/call.h"

namespace belanjain::marketplace
{

/// Whether a list of tags (If-Match, If-None-Match) holds "*" or one that is accepted; `same` gets each
/// tag with its quotes. Weak tags (W/) are left out unless `weak`.
bool matchesTag(QByteArrayView list, bool weak, const std::function<bool(QByteArrayView tag)>& same);

/// 412 when the request has an If-Match that is not this version's; for PATCH and DELETE, inside the
/// transaction that writes.
Expected<void> checkIfMatch(const Call& call, qint64 version);

/// A 200 to GET or HEAD whose ETag the client has becomes a 304 without body. The router does this to
/// every answer.
http::Response notModifiedIfSame(const http::Request& request, http::Response response);

} // namespace belanjain::marketplace
