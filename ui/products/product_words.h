// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/violation.h"
#include "pictures/picture_check.h"

#include <QString>

namespace belanjain::ui {

// The sentences of the products pages that hold numbers or reasons.

/// "Rp 34.900", "Rp 34.900–36.900".
QString priceRangeText(Money lowest, Money highest);
/// Why a picture will not do and how to put it right; `name` is the file's, perhaps empty.
QString pictureProblemText(PictureProblem problem, const QString& name);

} // namespace belanjain::ui
