// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"

#include <QString>

namespace belanjain::ui {

/// The drawing that stands in for a picture: by words of the category's name in either language, a box for
/// what it does not know. Remembers its answers; GUI thread only.
Icon categoryIcon(const QString& category);

} // namespace belanjain::ui
