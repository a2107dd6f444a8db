// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace belanjain {

enum class NumberProblem : quint8 { NotANumber, TooLarge };

/// ASCII digits, perhaps grouped by threes with one kind of separator (point, comma, apostrophe or a
/// space), as in 1.250 or 1,250,000. TooLarge beyond 18 digits. No sign, no decimals, nothing around.
tl::expected<qint64, NumberProblem> parseGroupedNumber(QStringView text);

/// - or the minus sign U+2212.
bool isMinus(QChar c);

} // namespace belanjain
