// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belanjain::storage
{

/// A text for a column that is NOT NULL: a null QString is bound as NULL, not as ''.
inline QString textValue(const QString& text) { return text.isNull() ? QStringLiteral("") : text; }

} // namespace belanjain::storage
