// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop.h"
#include "tour/tour_runner.h"

namespace belanjain::app
{

/// The first page, what needs a decision, the command palette and the list of keys, in both looks and languages.
/// Starts from any page of a seller and ends on the stock, light and Indonesian.
void addHomePages(TourRunner& runner, Desktop& desktop);

} // namespace belanjain::app
