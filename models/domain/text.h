// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"

#include <QString>

namespace belanjain {

/// One line as people mean it: NFC, control characters and runs of white space become one space,
/// none at the ends; marks that reorder text go, half a surrogate pair becomes U+FFFD. For names, labels,
/// categories.
QString normalisedLine(const QString& text);

/// Several lines: NFC, line ends become \n, other control characters go, no white space at the ends of
/// the text or of a line. For descriptions and reviews.
QString normalisedText(const QString& text);

/// Unicode code points, which is what limits on lengths count.
qsizetype codePoints(QStringView text);

// The three shapes of a text field, each normalised and held to a length in code points.

/// A line that must be there: Required, TooLong.
Checked<QString> checkLine(const QString& text, int longest, const QString& field);
/// A line that may be empty: TooLong.
Checked<QString> checkOptionalLine(const QString& text, int longest, const QString& field);
/// Several lines, perhaps none: TooLong.
Checked<QString> checkOptionalText(const QString& text, int longest, const QString& field);

} // namespace belanjain
