// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/mapping.h"
#include "domain/money.h"
#include "domain/violation.h"

namespace belanjain::imports {

// Numbers as files have them: 489708, Rp489.708, 489.708,00, 489,708.00, IDR 25.00, -3. Each gives the value or the
// rule it breaks; ranges are for whoever knows what the number is of.

/// Whole rupiah. NotANumber for text and for sen that are not ,00.
Checked<Money> readPrice(const QString& text, Numbers style, const QString& field);
/// Pieces; a decimal part of zeros is none.
Checked<qint64> readPieces(const QString& text, Numbers style, const QString& field);
/// In grams, rounded; `gramsPerUnit` is 1, 1000, 453.59237.
Checked<qint64> readWeight(const QString& text, Numbers style, double gramsPerUnit, const QString& field);

} // namespace belanjain::imports
