// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{

inline constexpr qint64 totpStepMs = 30'000;
inline constexpr int totpDigits = 6;
/// As long as the HMAC's hash, which RFC 4226 recommends.
inline constexpr qsizetype totpSecretBytes = 20;

/// The number of a time's step since 1970 (RFC 6238, 4.2).
constexpr qint64 totpStepOf(Instant at) { return at.ms / totpStepMs; }

/// The code of a step: HOTP of RFC 4226 with SHA-1.
QString totpCode(const QByteArray& secret, qint64 step, int digits = totpDigits);

/// The step among now's, the one before and the one after whose code this is; nullopt when it is none's.
std::optional<qint64> totpStepOfCode(const QByteArray& secret, const QString& code, Instant now);

/// RFC 4648 Base32 without padding, which authenticator apps take.
QString toBase32(const QByteArray& bytes);

/// What an authenticator app reads from a QR code.
QString otpauthUri(const QByteArray& secret, const QString& email);

} // namespace belanjain::marketplace
