// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/views.h"

namespace belanjain::app
{

/// The orders, what opens above them, and what is printed. Starts from any page of a seller and ends on the stock.
void addOrderPages(const Views& views);

} // namespace belanjain::app
