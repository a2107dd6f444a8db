// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/stocktake.h"

#include <algorithm>

namespace belanjain {

qint32 CountedStock::target() const
{
    return qint32(std::clamp<qint64>(qint64(counted) + onHand - expected, 0, maxStock));
}

qint64 soldAWeek(qint64 soldInFourWeeks) { return (std::max<qint64>(soldInFourWeeks, 0) + 3) / 4; }

qint32 suggestedOrder(qint32 available, qint32 threshold, qint64 soldInFourWeeks)
{
    const qint64 wanted = 2 * qint64(threshold) - available + soldAWeek(soldInFourWeeks);
    return qint32(std::clamp<qint64>(wanted, 1, maxStock));
}

} // namespace belanjain
