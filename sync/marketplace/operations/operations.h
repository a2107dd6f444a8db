// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"

#include <atomic>

namespace belanjain::marketplace
{

/// What the server is doing, as far as its operator asks.
struct ServerState
{
    std::atomic<bool> draining = false;
    std::atomic<int> schema = 0; ///< the version migrated to
};

/// /healthz, /readyz and /metrics.
QList<Route> operationsRoutes(const ServerState& state);

} // namespace belanjain::marketplace
