// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belanjain
{

/// One line as people mean it: NFC, control characters and runs of white space become one space,
/// none at the ends. For names, labels, categories.
QString normalisedLine(const QString& text);

/// Several lines: NFC, line ends become \n, other control characters go, no white space at the ends of
/// the text or of a line. For descriptions and reviews.
QString normalisedText(const QString& text);

/// Unicode code points, which is what limits on lengths count.
qsizetype codePoints(QStringView text);

} // namespace belanjain
