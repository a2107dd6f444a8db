// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/retail_returns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

QString purchaseKey(const RetailRows& rows, const RetailRow& row)
{
    return u"%1|%2|%3"_s.arg(rows.invoices.at(row.invoice).customer).arg(row.code).arg(row.milliPounds);
}

// The latest purchase before the return; of one invoice, the later line. -1 when there is none.
qsizetype findPurchase(const RetailRows& rows, const QList<qsizetype>& candidates, const RetailRow& taken)
{
    const QDateTime& returnedAt = rows.invoices.at(taken.invoice).at;
    qsizetype best = -1;
    for (const qsizetype candidate : candidates) {
        const RetailRow& row = rows.rows.at(candidate);
        const QDateTime& boughtAt = rows.invoices.at(row.invoice).at;
        if (row.quantity < -taken.quantity || boughtAt > returnedAt)
            continue;
        if (best < 0 || boughtAt >= rows.invoices.at(rows.rows.at(best).invoice).at)
            best = candidate;
    }
    return best;
}

} // namespace

void matchReturns(RetailRows& rows)
{
    QList<qsizetype> returns;
    QHash<QString, QList<qsizetype>> purchases;
    for (qsizetype i = 0; i < rows.rows.size(); ++i) {
        if (rows.rows.at(i).quantity < 0) {
            returns.append(i);
            purchases.insert(purchaseKey(rows, rows.rows.at(i)), {});
        }
    }
    for (qsizetype i = 0; i < rows.rows.size(); ++i) {
        const RetailRow& row = rows.rows.at(i);
        if (row.quantity < 0)
            continue;
        if (const auto at = purchases.find(purchaseKey(rows, row)); at != purchases.end())
            at->append(i);
    }
    std::ranges::stable_sort(returns, [&rows](qsizetype a, qsizetype b) {
        return rows.invoices.at(rows.rows.at(a).invoice).at < rows.invoices.at(rows.rows.at(b).invoice).at;
    });

    RetailReport& report = rows.report;
    for (const qsizetype at : returns) {
        RetailRow& taken = rows.rows[at];
        const qsizetype purchase = findPurchase(rows, purchases.value(purchaseKey(rows, taken)), taken);
        if (purchase < 0) {
            taken.quantity = 0;
            continue;
        }
        rows.rows[purchase].quantity += taken.quantity;
        RetailInvoice& invoice = rows.invoices[taken.invoice];
        const QDateTime& boughtAt = rows.invoices.at(rows.rows.at(purchase).invoice).at;
        if (!invoice.boughtAt.isValid() || invoice.boughtAt < boughtAt)
            invoice.boughtAt = boughtAt;
        --report.byFate[std::size_t(RowFate::UnmatchedReturn)];
        ++report.byFate[std::size_t(RowFate::Returned)];
    }
    for (const RetailRow& row : rows.rows) {
        if (row.quantity > 0)
            rows.codes[row.code].sold += row.quantity;
    }
}

} // namespace belanjain::marketplace::samples
