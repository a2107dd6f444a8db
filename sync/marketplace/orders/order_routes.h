// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"

namespace belanjain::marketplace
{

class EventsHub;

/// /v1/orders. The hub outlives the routes' work.
QList<Route> orderRoutes(EventsHub& hub);

} // namespace belanjain::marketplace
