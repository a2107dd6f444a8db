// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace belanjain::marketplace
{

/// Whether a text is one JSON value by the letter of RFC 8259 and fit to be stored: QJsonDocument overlooks a
/// byte order mark, bare control characters, "1." for a number, half a surrogate pair and a name that is given
/// twice (of which it keeps the last), and PostgreSQL stores no U+0000. Nesting is limited to 64 levels. What
/// passes here may still be no UTF-8, which QJsonDocument refuses.
bool isStrictJson(QByteArrayView text);

} // namespace belanjain::marketplace
