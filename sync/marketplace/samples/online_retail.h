// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/catalogue.h"
#include "marketplace/samples/retail_rows.h"

#include <tl/expected.hpp>

class QIODevice;

namespace belanjain::marketplace::samples {

/// One pound in rupiah. With it the data's prices, of three decimals at most, are whole rupiah: nothing is
/// lost when a line is converted.
inline constexpr qint64 rupiahPerPound = 20'000;

struct RetailOrderLine
{
    qsizetype product = 0; ///< index into the store's products; each has one variant
    int quantity = 0;      ///< 1 or more
    Money unitPrice;       ///< as charged then, which may differ from the product's price now
    Money total;           ///< unitPrice × quantity
};

struct RetailOrder
{
    QString number;               ///< the invoice's; C… for a cancelled one
    qsizetype customer = 0;       ///< index into OnlineRetail::customers
    QDateTime placedAt;           ///< the shop's wall clock, marked as UTC
    QDateTime cancelledAt;        ///< invalid unless cancelled
    QList<RetailOrderLine> lines; ///< at least one

    bool cancelled() const { return cancelledAt.isValid(); }
};

struct RetailCustomer
{
    QString number; ///< the shop's; empty for all sales over the counter together
    QString name;   ///< invented
    QString country;
};

struct OnlineRetail
{
    SampleStore store; ///< "Hadiah & Rumah"
    QList<RetailCustomer> customers;
    QList<RetailOrder> orders; ///< by placedAt, then number
    RetailReport report;
};

/// Reads Online Retail as one shop with its order history.
///
/// - An article is its code in capitals. Its name is the description on most of its sales (notes such as
///   "damaged" stand on lines without a price and never count), its price the one on most of its sales.
/// - An invoice is an order of its sold lines, less the pieces that were taken back later.
/// - A cancelled invoice is a cancelled order of the pieces it took back, placed when the latest of them was
///   bought. So what is left of the orders that were not cancelled is what the shop kept.
/// - Everything else is left out and counted by reason (RowFate).
tl::expected<OnlineRetail, SampleError> readOnlineRetail(QIODevice& input);

} // namespace belanjain::marketplace::samples
