// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"
#include "marketplace/syncing/schema_range.h"

namespace belanjain::marketplace
{

class EventsHub;

/// /v1/sync/push, /v1/sync/pull, /v1/sync/snapshot and /v1/events. The hub outlives the routes' work.
QList<Route> syncRoutes(EventsHub& hub, SchemaRange schemas = {});

} // namespace belanjain::marketplace
