// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop.h"
#include "tour/tour_runner.h"

namespace belanjain::app
{

/// The account page of whoever is signed in: as it is, setting up two-step verification (which is given up again),
/// offline, and in English and dark.
void addAccountPages(TourRunner& runner, Desktop& desktop, const QString& prefix);

} // namespace belanjain::app
