// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"

#include <QList>

#include <bit>

namespace belanjain::replica {

/// No replica numbers its rows higher; one that does is damaged (implausible()).
inline constexpr ports::RowNumber maxRowNumber = 1 << 26;

/// A set of row numbers as one bit each: 125 KB for a million rows. A number that no row has is never in it.
class RowSet
{
public:
    void insert(ports::RowNumber row)
    {
        if (row < 0 || row > maxRowNumber)
            return;
        const qsizetype word = row >> 6;
        if (word >= m_words.size())
            m_words.resize(std::max<qsizetype>(word + 1, m_words.size() * 2));
        m_words[word] |= quint64(1) << (row & 63);
    }
    bool contains(ports::RowNumber row) const
    {
        const qsizetype word = row >> 6;
        return row >= 0 && word < m_words.size() && (m_words[word] >> (row & 63) & 1);
    }
    void intersect(const RowSet& other)
    {
        m_words.resize(std::min(m_words.size(), other.m_words.size()));
        for (qsizetype i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
    }
    qsizetype count() const
    {
        qsizetype n = 0;
        for (const quint64 word : m_words)
            n += std::popcount(word);
        return n;
    }
    /// In ascending order.
    QList<ports::RowNumber> rows() const
    {
        QList<ports::RowNumber> list;
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            for (quint64 left = m_words[i]; left; left &= left - 1)
                list.append(ports::RowNumber(i * 64 + std::countr_zero(left)));
        }
        return list;
    }

private:
    QList<quint64> m_words;
};

} // namespace belanjain::replica
