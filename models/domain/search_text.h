// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace belanjain {

/// What is indexed and what is looked for, the same on both ends: compatibility forms and case folded,
/// accents dropped, everything but letters and digits one space. "Kaos  Café-L" gives "kaos cafe l".
QString foldForSearch(const QString& text);

/// The folded words of a query, each once, in order; at most `most` of at most 64 characters each.
QStringList searchWords(const QString& query, qsizetype most = 12);

} // namespace belanjain
