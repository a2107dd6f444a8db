// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop.h"
#include "tour/tour_runner.h"

namespace belanjain::app
{

/// A file with wrong rows on its way in, and the import taken back, in both looks and languages. Starts from any
/// page of a seller and ends on the stock, light and Indonesian, with the store as it was.
void addTransferPages(TourRunner& runner, Desktop& desktop);

} // namespace belanjain::app
