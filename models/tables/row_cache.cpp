// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/row_cache.h"

#include <algorithm>

namespace belanjain::tables {

using ports::InventoryRow;
using ports::RowNumber;

namespace {
/// A thumb dragged through a long table passes pages that nobody waits for any more.
constexpr int mostWanted = 8;
} // namespace

const InventoryRow* RowCache::find(RowNumber row) const
{
    if (const auto found = m_rows.constFind(row); found != m_rows.constEnd())
        return &*found;
    if (const auto found = m_old.constFind(row); found != m_old.constEnd())
        return &*found;
    return nullptr;
}

bool RowCache::want(Page page)
{
    if (const auto loaded = m_pages.find(page); loaded != m_pages.end()) {
        loaded->used = ++m_tick;
        return false;
    }
    if (m_asked.contains(page))
        return false;
    if (!m_wanted.isEmpty() && m_wanted.constLast() == page)
        return true;
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > mostWanted)
        m_wanted.removeFirst();
    return true;
}

RowCache::Page RowCache::takeWanted()
{
    if (m_wanted.isEmpty())
        return -1;
    const Page page = m_wanted.takeLast();
    m_asked.append(page);
    return page;
}

void RowCache::store(Page page, const QList<InventoryRow>& rows)
{
    m_asked.removeOne(page);
    m_wanted.removeOne(page);
    forget(page);
    Loaded loaded{.rows = {}, .used = ++m_tick};
    loaded.rows.reserve(rows.size());
    for (const InventoryRow& row : rows) {
        m_rows.insert(row.row, row);
        m_old.remove(row.row);
        loaded.rows.append(row.row);
    }
    m_pages.insert(page, loaded);
    evict();
}

bool RowCache::update(const InventoryRow& row)
{
    for (auto* rows : {&m_rows, &m_old}) {
        if (const auto found = rows->find(row.row); found != rows->end()) {
            *found = row;
            return true;
        }
    }
    return false;
}

void RowCache::startOver()
{
    // What is stale twice over is not worth its memory.
    m_old = std::exchange(m_rows, {});
    m_pages.clear();
    m_wanted.clear();
    m_asked.clear();
}

void RowCache::forget(Page page)
{
    const auto loaded = m_pages.constFind(page);
    if (loaded == m_pages.constEnd())
        return;
    for (const RowNumber row : loaded->rows)
        m_rows.remove(row);
    m_pages.erase(loaded);
}

void RowCache::evict()
{
    while (m_pages.size() > m_capacity) {
        const auto oldest = std::min_element(
            m_pages.begin(), m_pages.end(), [](const Loaded& a, const Loaded& b) { return a.used < b.used; });
        forget(oldest.key());
    }
}

} // namespace belanjain::tables
