// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"

#include <QBitArray>

namespace belanjain::tables {

/// Which variants are ticked. A bit per row number of the replica, so that a million cost 125 KB and a
/// new order or search does not touch them.
class Marks
{
public:
    bool has(ports::RowNumber row) const { return row >= 0 && row < m_bits.size() && m_bits.testBit(row); }
    int count() const { return m_count; }

    void set(ports::RowNumber row, bool marked);
    void clear();
    /// In ascending order of their numbers.
    QList<ports::RowNumber> rows() const;
    /// How many of these are marked.
    int countIn(const QList<ports::RowNumber>& rows) const;

private:
    QBitArray m_bits;
    int m_count = 0;
};

} // namespace belanjain::tables
