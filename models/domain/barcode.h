// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"

#include <QString>

namespace belanjain {

inline constexpr int minBarcode = 4;
inline constexpr int maxBarcode = 48;

/// Empty (none), or 4 to 48 printable ASCII characters without space; ends trimmed. Any symbology goes,
/// since sellers stick their own labels on too.
Checked<QString> checkBarcode(const QString& text, const QString& field);

/// Whether these are the 8, 12, 13 or 14 digits of a GTIN (EAN-8, UPC-A, EAN-13, ITF-14), right or not.
bool looksLikeGtin(QStringView barcode);

/// Whether a GTIN's last digit fits the others (GS1 General Specifications, 7.9). Only worth a warning:
/// shops have labels with wrong ones.
bool hasValidGtinCheckDigit(QStringView barcode);

} // namespace belanjain
