// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"

namespace belanjain::marketplace
{

class EventsHub;

/// /v1/cart, /v1/checkouts and /v1/shipping/quotes. The hub outlives the routes' work.
QList<Route> checkoutRoutes(EventsHub& hub);

} // namespace belanjain::marketplace
