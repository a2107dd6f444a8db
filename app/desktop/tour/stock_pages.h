// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop.h"
#include "tour/tour_runner.h"

namespace belanjain::app
{

/// What belongs to the stock: the history of a variant, a stocktake and the reorder list, in both looks and
/// languages. Starts from any page of a seller and ends on the stock table, light and Indonesian.
void addStockPages(TourRunner& runner, Desktop& desktop);

} // namespace belanjain::app
