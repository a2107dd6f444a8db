// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/call.h"

#include <QByteArray>

#include <optional>

namespace belanjain::marketplace
{

inline constexpr qint64 accessTokenSeconds = 15 * 60;

/// A JWT (RFC 7519), HS256, that names the caller until it expires.
std::optional<QByteArray> makeAccessToken(const Caller& caller, const QByteArray& key, Instant now);

/// What a token says.
struct AccessToken
{
    Caller caller;
    Instant validFrom; ///< with some allowance for another machine's clock
    Instant expiresAt;

    bool isValidAt(Instant now) const { return validFrom <= now && now < expiresAt; }
};

/// nullopt when the token is not whole, not signed by this key with HS256, or not valid at that time.
std::optional<AccessToken> readAccessToken(QByteArrayView token, const QByteArray& key, Instant now);

} // namespace belanjain::marketplace
