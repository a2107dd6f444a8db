// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"

namespace belanjain::ui {

/// The language that the installed translation speaks, for numbers and sentences that the domain writes.
/// It follows a live switch because the translation itself says so.
Language uiLanguage();

} // namespace belanjain::ui
