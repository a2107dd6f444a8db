// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"

namespace belanjain::marketplace
{

/// The most points that one answer has: a client that wants more asks for weeks or months.
inline constexpr qint64 maxRevenuePoints = 1'000;
inline constexpr int defaultTopProducts = 10;
inline constexpr int maxTopProducts = 100;

/// /v1/analytics: a seller's figures. Days begin in the store's time zone; `tz` asks for another place's
/// instead, and every answer says whose they are.
QList<Route> analyticsRoutes();

} // namespace belanjain::marketplace
