// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/violation.h"

#include <QString>

namespace belanjain {

/// Reads a price as people type or paste it: 34900, 34.900, 34,900, Rp 34.900, Rp34.900,00, IDR 34,900,
/// 34,9rb, 1,5 jt. Required when empty, PriceNotPositive for 0 and less, NotANumber for text and for
/// sen that are not ,00, OutOfRange above maxMoney.
Checked<Money> parsePrice(QStringView text, const QString& field = QStringLiteral("price"));

} // namespace belanjain
