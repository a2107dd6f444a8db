// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace belanjain::csv {

/// What older spreadsheets need at the start of a file to read it as UTF-8.
inline constexpr char utf8Mark[] = "\xEF\xBB\xBF";

/// Text from people as a cell that no spreadsheet takes for a formula: one that begins with = + - @, a tab or
/// a line end gets an apostrophe in front. Numbers of one's own do not need it.
QString safeText(const QString& text);

/// One row of an RFC 4180 file in UTF-8, with its CRLF. Cells that hold the separator, a quote or a line end,
/// or begin with a byte order mark, are quoted.
QByteArray line(const QStringList& cells, char separator = ',');

} // namespace belanjain::csv
