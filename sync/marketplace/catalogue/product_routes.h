// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"

namespace belanjain::marketplace
{

class EventsHub;

/// /v1/products, /v1/categories and the stock of /v1/variants. The hub outlives the routes' work.
QList<Route> catalogueRoutes(EventsHub& hub);

/// The part of them that is in stock_routes.cpp.
QList<Route> stockRoutes(EventsHub& hub);

/// What the caller, a seller, is called in the stock ledger.
storage::Result<QString> callerName(Call& call);

} // namespace belanjain::marketplace
