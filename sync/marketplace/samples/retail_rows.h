// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/catalogue.h"

#include <QDateTime>
#include <QHash>
#include <QMap>

#include <array>

#include <tl/expected.hpp>

class QIODevice;

namespace belanjain::marketplace::samples {

/// What becomes of a line of Online Retail. Looked at in this order; the first that fits counts.
enum class RowFate {
    Malformed,       ///< a number or date that is none
    NotAProduct,     ///< postage, fees, discounts, vouchers, samples, manual corrections: codes without five
                     ///< digits
    NegativePrice,   ///< bad debt
    FreeOfCharge,    ///< price 0: stock corrections, damages, found and lost pieces, gifts
    StockAdjustment, ///< a negative quantity outside a cancelled invoice, or none at all
    UnmatchedReturn, ///< on a cancelled invoice (C…) whose purchase is not in the data
    Returned,        ///< on a cancelled invoice, with its purchase: becomes a cancelled order
    Sold,
};
inline constexpr std::size_t rowFates = 8;

struct RetailReport
{
    qint64 rows = 0;
    std::array<qint64, rowFates> byFate = {}; ///< their sum is `rows`
    qint64 invoices = 0;                      ///< distinct numbers, whatever became of their lines
    qint64 cancelledInvoices = 0;             ///< those that start with C
    qint64 netMilliPounds = 0;                ///< quantity × price of all rows but the malformed
    QMap<QString, qint64> netByMonth;         ///< "2011-11" → thousandths of a pound

    qint64 count(RowFate fate) const { return byFate[std::size_t(fate)]; }
};

/// One line that sells or takes back a product. Indexes point into RetailRows.
struct RetailRow
{
    qsizetype invoice = 0;
    qsizetype code = 0;
    int quantity = 0;    ///< negative on a cancelled invoice
    int milliPounds = 0; ///< price of one piece
};

struct RetailInvoice
{
    QString number;
    QString customer; ///< the shop's number; empty for a sale over the counter
    QString country;
    QDateTime at; ///< the shop's wall clock, marked as UTC
    bool cancelled = false;
    QDateTime boughtAt; ///< of a cancelled one: when the latest of its pieces was bought; see matchReturns()
};

struct RetailCode
{
    QString code; ///< in capitals: the data's 85123A and 85123a are one article
    QHash<QString, int> descriptions;
    QHash<int, int> prices; ///< thousandths of a pound → lines
    qint64 sold = 0;        ///< pieces, cancelled ones taken off
};

struct RetailRows
{
    QList<RetailRow> rows;
    QList<RetailInvoice> invoices;
    QList<RetailCode> codes;
    RetailReport report; ///< Returned is counted as UnmatchedReturn until the returns are matched
};

/// Reads Online Retail (UCI; CC BY 4.0), packed or not.
tl::expected<RetailRows, SampleError> readRetailRows(QIODevice& input);

} // namespace belanjain::marketplace::samples
