// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop.h"
#include "tour/tour_runner.h"

namespace belanjain::app
{

/// The pages of what was sold: a label about to be printed, figures, reviews and the store's profile, in both
/// looks and languages. Starts from any page of a seller and ends on the stock, light and Indonesian.
void addRecordPages(TourRunner& runner, Desktop& desktop);

} // namespace belanjain::app
