// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop.h"
#include "tour/tour_runner.h"

namespace belanjain::app
{

/// Store mode from the first PIN to an order and a waiting cart, and the storefront without an account.
/// Starts from any page of anybody on the sample marketplace and ends on a guest's cart.
void addStoreModePages(TourRunner& runner, Desktop& desktop);

} // namespace belanjain::app
