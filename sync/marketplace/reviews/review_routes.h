// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"

namespace belanjain::marketplace
{

class EventsHub;

/// /v1/products/{id}/reviews and /v1/reviews. The hub outlives the routes' work.
QList<Route> reviewRoutes(EventsHub& hub);

} // namespace belanjain::marketplace
