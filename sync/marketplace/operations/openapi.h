// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"

namespace belanjain::marketplace
{

/// GET /openapi.json: resources/openapi.yaml as JSON, made by the build. Read and compressed once, when the
/// routes are made.
QList<Route> openApiRoutes();

} // namespace belanjain::marketplace
