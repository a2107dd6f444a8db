// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop.h"
#include "tour/tour_runner.h"

namespace belanjain::app
{

/// The tour's other half: the sample customer looks around, fills a cart from several stores, buys, and sees
/// the orders; then the same offline, in the dark and in English.
void addBuyerStory(TourRunner& runner, Desktop& desktop);

} // namespace belanjain::app
