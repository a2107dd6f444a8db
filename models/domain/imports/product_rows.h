// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/record.h"

#include <QHash>
#include <QList>

#include <vector>

namespace belanjain::imports {

/// The rows of one product, as indexes of records in the file's order.
struct ProductRows
{
    std::vector<int> rows;
    int head = -1;        ///< the row that says what the product is
    bool headIsVariant = true; ///< false: WooCommerce's variable product
};

/// Puts rows together that are one product: by handle, by parent, or by the name of rows with options.
struct Grouped
{
    std::vector<ProductRows> products; ///< in the order of their first rows
    std::vector<int> orphans; ///< WooCommerce's variations without a parent in the file
    std::vector<int> strangers; ///< WooCommerce's rows of a type that is not sold here
};

Grouped grouped(const std::vector<Record>& records, const Mapping& mapping);

} // namespace belanjain::imports
