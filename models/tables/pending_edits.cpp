// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/pending_edits.h"

namespace belanjain::tables {

using ports::InventoryRow;
using ports::RowNumber;

void PendingEdits::Entry::compose()
{
    shown = base;
    for (const Item& item : items)
        show(item.edit, shown);
}

void PendingEdits::add(quint64 ticket, int index, const CellEdit& edit, const InventoryRow& base)
{
    Entry& entry = m_rows[edit.row];
    if (entry.items.isEmpty())
        entry.base = base;
    entry.items.append({.ticket = ticket, .index = index, .edit = edit});
    entry.compose();
}

const InventoryRow* PendingEdits::shown(RowNumber row) const
{
    const auto found = m_rows.constFind(row);
    return found == m_rows.constEnd() ? nullptr : &found->shown;
}

void PendingEdits::rowArrived(const InventoryRow& row)
{
    const auto found = m_rows.find(row.row);
    if (found == m_rows.end())
        return;
    found->base = row;
    for (Item& item : found->items)
        item.arrived = true;
    found->compose();
}

QList<PendingEdits::Settled> PendingEdits::settle(quint64 ticket, const std::function<bool(int)>& applied)
{
    QList<Settled> settled;
    for (auto row = m_rows.begin(); row != m_rows.end();) {
        Entry& entry = *row;
        Settled outcome{.row = row.key(), .keep = {}};
        const auto before = entry.items.size();
        for (auto item = entry.items.begin(); item != entry.items.end();) {
            if (item->ticket != ticket) {
                ++item;
                continue;
            }
            if (applied(item->index) && !item->arrived) {
                show(item->edit, entry.base);
                outcome.keep = entry.base;
            }
            item = entry.items.erase(item);
        }
        if (entry.items.size() != before)
            settled.append(outcome);
        entry.compose();
        row = entry.items.isEmpty() ? m_rows.erase(row) : std::next(row);
    }
    return settled;
}

} // namespace belanjain::tables
