// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stock.h"

namespace belanjain {

/// A count of one variant, and what happened to the shelf since. What was sold and shipped or put on the shelf
/// between counting and applying is no difference: the difference found is carried onto the stock of now.
struct CountedStock
{
    qint32 counted = 0;  ///< pieces found
    qint32 expected = 0; ///< on hand when they were counted
    qint32 onHand = 0;   ///< on hand now

    qint32 difference() const { return counted - expected; }
    /// Pieces that came or went since the count.
    qint32 moved() const { return onHand - expected; }
    /// What is on the shelf now; never below 0.
    qint32 target() const;
    /// What applying will do to the stock of now.
    qint32 change() const { return target() - onHand; }
    bool operator==(const CountedStock&) const = default;
};

/// Pieces to order of a variant that runs out: up to twice its threshold, and a week's sales on top; at least one.
qint32 suggestedOrder(qint32 available, qint32 threshold, qint64 soldInFourWeeks);
/// What sells in a week, rounded up.
qint64 soldAWeek(qint64 soldInFourWeeks);

} // namespace belanjain
