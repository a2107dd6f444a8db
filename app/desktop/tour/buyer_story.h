// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/views.h"

namespace belanjain::app
{

/// The tour's other half: the sample customer looks around, fills a cart from several stores, buys, and sees
/// the orders; then the same offline. Last, somebody who has just registered and has nothing yet.
void addBuyerStory(const Views& views);

} // namespace belanjain::app
