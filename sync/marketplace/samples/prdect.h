// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/catalogue.h"

#include <tl/expected.hpp>

class QIODevice;

namespace belanjain::marketplace::samples {

/// What became of the rows of PRDECT-ID: rows = reviews + malformed.
struct PrdectReport
{
    qint64 rows = 0;
    qint64 reviews = 0;
    qint64 malformed = 0; ///< no name, unknown category, a price, rating or count that is none
    qint64 products = 0;
};

struct Prdect
{
    QList<SampleStore> stores; ///< one per place, the one with most products first
    PrdectReport report;
};

/// Reads PRDECT-ID.csv (Sutoyo et al., Data in Brief 44, 2022, CC BY 4.0), packed or not.
///
/// Every row is one review and repeats its product. A product is a name: that is what gives the paper's 1,308
/// (name and place would give 1,313, with the price 1,321, because some listings were fetched on several days
/// and a few moved). Category and place are those of the first row; price, rating and counts those of the row
/// with the most reviews, the latest fetch. Places become stores ("Toko Jakarta Barat").
///
/// Variants, SKUs, barcodes, weights, stock, review dates and authors are not in the data and are derived
/// from the names (variants.h, sku.h, ean13.h, stock_levels.h, names.h).
tl::expected<Prdect, SampleError> readPrdect(QIODevice& input);

} // namespace belanjain::marketplace::samples
