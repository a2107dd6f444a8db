// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"

#include <QStringView>

namespace belanjain::ui {

/// The drawing for a product without a photo, chosen from words of its category in Indonesian or English
/// ("Dapur", "Women's fashion"). A box when no word is known. Cheap enough for a paint call.
Icon categoryIcon(QStringView category);

} // namespace belanjain::ui
