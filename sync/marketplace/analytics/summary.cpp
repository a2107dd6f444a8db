// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/analytics/summary.h"

#include "marketplace/analytics/sales_numbers.h"
#include "marketplace/analytics/stock_numbers.h"
#include "storage/transaction.h"

#include <QJsonArray>
#include <QTimeZone>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

storage::Result<QJsonObject> readSummary(storage::Database& db, const StoreId& store, Instant now, const QTimeZone& zone)
{
    auto snapshot = storage::Transaction::beginRead(db);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const QDate today = dayOf(now, zone);
    const auto current = salesBy(db, store,
                                 {periodOf(today, Granularity::Day, zone), periodOf(today, Granularity::Week, zone),
                                  periodOf(today, Granularity::Month, zone)});
    if (!current)
        return tl::unexpected(current.error());
    const auto allTime = salesOfAllTime(db, store);
    if (!allTime)
        return tl::unexpected(allTime.error());
    const auto statuses = ordersByStatus(db, store);
    if (!statuses)
        return tl::unexpected(statuses.error());
    const auto low = lowStock(db, store, summaryLowStock);
    if (!low)
        return tl::unexpected(low.error());
    const Span lately = spanOf(usualFirstDay(today, Granularity::Day), today, zone);
    const auto top = topProducts(db, store, lately, TopBy::Units, summaryTopProducts);
    if (!top)
        return tl::unexpected(top.error());

    QJsonObject breakdown;
    for (auto status = statuses->cbegin(); status != statuses->cend(); ++status)
        breakdown[wireName(status.key())] = status.value();
    QJsonArray lowVariants;
    for (const LowVariant& variant : low->variants)
        lowVariants.append(variant.toJson());
    QJsonArray topOnes;
    for (const TopProduct& product : *top)
        topOnes.append(product.toJson());
    return QJsonObject{{u"timeZone"_s, QString::fromLatin1(zone.id())},
                       {u"today"_s, toJson(current->at(0))},
                       {u"thisWeek"_s, toJson(current->at(1))},
                       {u"thisMonth"_s, toJson(current->at(2))},
                       {u"allTime"_s, toJson(*allTime)},
                       {u"statusBreakdown"_s, breakdown},
                       {u"lowStock"_s, lowVariants},
                       {u"lowStockCount"_s, low->count},
                       {u"topProducts"_s, topOnes}};
}

} // namespace belanjain::marketplace
