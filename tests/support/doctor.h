// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/address.h"

namespace belanjain::testing
{

/// Fails the running test, with what is wrong, when an invariant of a marketplace's database does not hold.
/// A database that no server has set up is left alone.
void examine(const storage::Address& address);

} // namespace belanjain::testing
