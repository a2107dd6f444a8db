// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"

#include <QString>

namespace belanjain {

inline constexpr int maxPersonName = 100;
inline constexpr int maxEmail = 254; // RFC 5321, 4.5.3.1.3 less the brackets
inline constexpr int minPassword = 8;
inline constexpr int maxPassword = 128;

/// What makes two addresses the same account: trimmed, NFC, lower case throughout. (A local part may
/// differ by case in theory; no provider people use does that.)
QString normalisedEmail(const QString& text);

/// A pragmatic check: one @, a local part, a domain with a dot, nothing that could break a mail header.
/// Whether the address exists only a mail can tell. Gives the normalised address.
Checked<QString> checkEmail(const QString& text, const QString& field);

/// 1 to maxPersonName code points.
Checked<QString> checkPersonName(const QString& text, const QString& field);

/// 8 to 128 code points, taken as they are, never trimmed. The list of common ones is the server's.
Checked<QString> checkPasswordLength(const QString& password, const QString& field);

} // namespace belanjain
