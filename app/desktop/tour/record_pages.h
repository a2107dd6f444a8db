// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/views.h"

namespace belanjain::app
{

/// Figures, reviews, the store's profile and the settings. Starts from any page of a seller and ends on the stock.
void addRecordPages(const Views& views);

} // namespace belanjain::app
