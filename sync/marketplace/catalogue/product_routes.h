// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"

#include <memory>

namespace belanjain::marketplace
{

class EventsHub;
struct CatalogueCaches;

/// /v1/products, /v1/categories and the stock of /v1/variants. The hub outlives the routes' work.
QList<Route> catalogueRoutes(EventsHub& hub);

/// The part of them that is in list_routes.cpp: the list with its search, and the categories.
QList<Route> listRoutes(const std::shared_ptr<CatalogueCaches>& caches);

/// The part of them that is in stock_routes.cpp.
QList<Route> stockRoutes(EventsHub& hub);

/// What the caller, a seller, is called in the stock ledger.
storage::Result<QString> callerName(Call& call);

} // namespace belanjain::marketplace
