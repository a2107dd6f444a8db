// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/images/images.h"
#include "marketplace/runtime/router.h"

namespace belanjain::marketplace
{

class EventsHub;

/// /v1/images and the images of /v1/products. Besides the contract's calls there is POST /v1/images, which
/// stores a picture without attaching it and answers its hash: a desktop uploads when it is online and
/// queues the op image.attach {imageId, sha256, position?}, which needs no more than that hash.
/// Both given outlive the routes' work.
QList<Route> imageRoutes(Images& images, EventsHub& hub);

} // namespace belanjain::marketplace
