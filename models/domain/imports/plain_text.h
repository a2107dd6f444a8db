// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belanjain::imports {

/// A description in HTML as plain text: paragraphs, line breaks and list items become lines, scripts and styles
/// go, entities become characters. Text without a tag or an entity stays as it is.
QString plainText(const QString& html);
/// Plain text as HTML that plainText() reads back.
QString htmlOf(const QString& text);

/// Text as a cell of CSV that no spreadsheet takes for a formula, and the way back. Text that begins with
/// apostrophes before such a mark gets one more, so that nothing is lost.
QString harmless(const QString& text);
QString unharmed(const QString& cell);

} // namespace belanjain::imports
