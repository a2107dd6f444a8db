// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/marks.h"

#include <algorithm>

namespace belanjain::tables {

using ports::RowNumber;

void Marks::set(RowNumber row, bool marked)
{
    if (row < 0 || has(row) == marked)
        return;
    if (row >= m_bits.size())
        m_bits.resize(std::max<qsizetype>(row + 1, m_bits.size() * 2));
    m_bits.setBit(row, marked);
    m_count += marked ? 1 : -1;
}

void Marks::clear()
{
    m_bits.clear();
    m_count = 0;
}

QList<RowNumber> Marks::rows() const
{
    QList<RowNumber> rows;
    rows.reserve(m_count);
    for (qsizetype row = 0; row < m_bits.size() && rows.size() < m_count; ++row) {
        if (m_bits.testBit(row))
            rows.append(RowNumber(row));
    }
    return rows;
}

int Marks::countIn(const QList<RowNumber>& rows) const
{
    if (m_count == 0)
        return 0;
    return int(std::count_if(rows.begin(), rows.end(), [this](RowNumber row) { return has(row); }));
}

} // namespace belanjain::tables
