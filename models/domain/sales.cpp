// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sales.h"

#include <algorithm>

namespace belanjain {

void SalesTally::add(const Sale& sale)
{
    if (SalesFigures* placed = sale.isBooked() ? at(sale.createdAt) : nullptr) {
        placed->booked.rupiah += sale.goods.rupiah;
        placed->units += sale.units;
        ++placed->orders;
    }
    const auto completedAt = sale.completedAt();
    if (SalesFigures* delivered = completedAt ? at(*completedAt) : nullptr)
        delivered->completed.rupiah += sale.goods.rupiah;
}

SalesFigures* SalesTally::at(Instant moment)
{
    const auto after = std::upper_bound(m_periods.cbegin(), m_periods.cend(), moment,
                                        [](Instant at, const Period& period) { return at < period.span.from; });
    if (after == m_periods.cbegin())
        return nullptr;
    const qsizetype index = after - m_periods.cbegin() - 1;
    return m_periods[index].span.contains(moment) ? &m_figures[index] : nullptr;
}

} // namespace belanjain
