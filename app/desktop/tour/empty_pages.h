// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/views.h"

namespace belanjain::app
{

/// Every page of a store that has nothing yet. Starts signed in to one, from any page.
void addEmptyPages(const Views& views);

} // namespace belanjain::app
