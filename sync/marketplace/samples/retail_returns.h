// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/retail_rows.h"

namespace belanjain::marketplace::samples {

/// Finds for each line of a cancelled invoice the purchase it takes back: the latest earlier line of the same
/// customer, article and price that still has as many pieces. Those pieces leave the purchase; the return
/// keeps its (negative) quantity and is counted as Returned. A return without a purchase, most of them of
/// goods bought before the data begins, gets quantity 0. Rows keep their places.
///
/// Sales minus matched returns is what the remaining purchases add up to.
void matchReturns(RetailRows& rows);

} // namespace belanjain::marketplace::samples
