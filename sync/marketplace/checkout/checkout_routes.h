// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"

namespace belanjain::marketplace
{

class EventsHub;
class ShippingDesk;

/// /v1/cart, /v1/checkouts and /v1/shipping/quotes. The hub outlives the routes' work.
QList<Route> checkoutRoutes(EventsHub& hub);

// The parts of it.
QList<Route> cartRoutes();
QList<Route> shippingRoutes(std::shared_ptr<const ShippingDesk> desk);

} // namespace belanjain::marketplace
