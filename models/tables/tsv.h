// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace belanjain::tables {

/// A block of cells as spreadsheets put it on the clipboard: tabs between cells, line ends between rows,
/// cells with either in double quotes, quotes inside doubled.
QString toTsv(const QList<QStringList>& block);

/// Reads such a block; rows may differ in length. A line end after the last row adds no row.
QList<QStringList> fromTsv(const QString& text);

} // namespace belanjain::tables
