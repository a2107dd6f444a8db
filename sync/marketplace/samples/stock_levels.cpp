// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/stock_levels.h"

#include "marketplace/samples/stable_hash.h"

#include <algorithm>

namespace belanjain::marketplace::samples {
namespace {

std::optional<int> thresholdFor(quint64 hash, qint64 sold, Money price)
{
    if (sold >= 60'000)
        return 100;
    if (price >= Money{1'000'000})
        return 3;
    if (sold >= 20'000)
        return 20;
    if (hash % 12 == 0)
        return hash % 24 == 0 ? 5 : 15;
    return std::nullopt;
}

} // namespace

StockLevel stockFor(QStringView variantKey, qint64 sold, Money price)
{
    // With this salt the largest store shows nine low and four out, as the design's pictures do.
    const quint64 hash = stableHash(variantKey, "tray");
    const quint64 spread = hash >> 20;
    const auto threshold = thresholdFor(hash, sold, price);
    const int low = threshold.value_or(storeLowStockThreshold);

    const quint64 fate = (hash >> 8) % 1000;
    if (fate < 12)
        return {0, threshold};
    if (fate < 38)
        return {1 + int(spread % quint64(low - 1)), threshold};
    const bool dear = price >= Money{1'000'000};
    const int fast = dear ? 0 : int(std::min<qint64>(sold / 100, 500));
    return {low * 2 + int(spread % quint64(low * 5)) + fast, threshold};
}

} // namespace belanjain::marketplace::samples
