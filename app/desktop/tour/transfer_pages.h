// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/views.h"

namespace belanjain::app
{

/// A file with wrong rows on its way in, and the import taken back. Starts from any page of a seller and ends on the
/// stock, with the store as it was.
void addTransferPages(const Views& views);

} // namespace belanjain::app
