// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/views.h"

namespace belanjain::app
{

/// The products, their editor and what opens above it. Starts from any page of a seller and ends on the stock, with
/// nothing saved.
void addProductPages(const Views& views);

} // namespace belanjain::app
