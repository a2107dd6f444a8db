// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/plan.h"
#include "domain/imports/record.h"

namespace belanjain::imports {

/// Says what becomes of every row, by the validator of the product editor and against what the store has. A row
/// whose SKU the store has, or without a SKU whose name and options it has, changes price and stock; the stock is
/// what is available, as the table of stock shows it. Nothing goes in of a product with a wrong row.
///
/// nullopt when goOn said stop.
std::optional<Plan> planned(const std::vector<Record>& records, const Mapping& mapping, Store& store,
                            const GoOn& goOn);

} // namespace belanjain::imports
