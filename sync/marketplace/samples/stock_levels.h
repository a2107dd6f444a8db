// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <QStringView>

#include <optional>

namespace belanjain::marketplace::samples {

/// What stores have when nothing else is said; the marketplace's default.
inline constexpr int storeLowStockThreshold = 10;

struct StockLevel
{
    int onHand = 0;
    std::optional<int> lowStockThreshold;
};

/// Invented stock that suits how a thing sells: plenty of what goes fast, few of what costs much. About 1 in
/// 80 is out and 1 in 40 low, so that a store of three hundred variants shows a handful of each.
StockLevel stockFor(QStringView variantKey, qint64 sold, Money price);

} // namespace belanjain::marketplace::samples
