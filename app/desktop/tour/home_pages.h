// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/views.h"

namespace belanjain::app
{

/// The first page, the command palette and the list of keys. Starts from any page of a seller and ends on the stock.
void addHomePages(const Views& views);

} // namespace belanjain::app
