// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/views.h"

namespace belanjain::app
{

/// The stock's looks: bulk edits, filters and menus, the history of a variant, a stocktake and the reorder list. Starts
/// from any page of a seller and ends on the table.
void addStockPages(const Views& views);

} // namespace belanjain::app
