// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"

#include <QString>

namespace belanjain {

/// What somebody typed into a stock cell: 20 sets, +5 and -3 change. A cell cannot be set to a negative
/// number, so "-3" always means minus three.
struct StockEntry
{
    enum class Kind : quint8 { SetTo, Change };

    Kind kind = Kind::SetTo;
    qint32 value = 0;

    bool operator==(const StockEntry&) const = default;
};

/// Understands grouping ("1.250", "1,250", "1 250"), spaces after the sign and the minus sign U+2212.
/// Required when empty, NotANumber for text and decimals, OutOfRange beyond maxStock.
Checked<StockEntry> parseStockEntry(QStringView text, const QString& field = QStringLiteral("stock"));

/// A plain number of pieces, without a sign, 0 to maxStock: thresholds, counts, quantities.
Checked<qint32> parseCount(QStringView text, const QString& field);

/// What the cell will show: shown, changed as typed. WouldBeNegative (args: shown) below 0, OutOfRange
/// above maxStock. For the preview while typing.
Checked<qint32> valueAfter(StockEntry entry, qint32 shown, const QString& field = QStringLiteral("stock"));

/// The change to send for what was typed over the value that was shown: 20 over 13 is +7.
Checked<qint32> deltaFor(StockEntry entry, qint32 shown, const QString& field = QStringLiteral("stock"));

} // namespace belanjain
