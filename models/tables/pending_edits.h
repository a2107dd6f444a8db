// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/cell_edit.h"

#include <QHash>
#include <QList>

#include <functional>

namespace belanjain::tables {

/// Edits between Return and the answer of the replica: the table shows them at once, over the row as it
/// was read. An edit leaves when its row arrives anew and it is written, or when it was refused.
class PendingEdits
{
public:
    /// Shows an edit over the row as read. `index` is its place in the batch of that ticket.
    void add(quint64 ticket, int index, const CellEdit& edit, const ports::InventoryRow& base);

    /// The row with its edits; nullptr when it has none.
    const ports::InventoryRow* shown(ports::RowNumber row) const;
    bool isEmpty() const { return m_rows.isEmpty(); }

    /// The replica has sent this row.
    void rowArrived(const ports::InventoryRow& row);

    struct Settled
    {
        ports::RowNumber row = 0;
        /// The row to keep showing: the edit is written, but its row has not arrived yet.
        std::optional<ports::InventoryRow> keep;
    };
    /// The batch is answered; `applied` is asked with each edit's index.
    QList<Settled> settle(quint64 ticket, const std::function<bool(int index)>& applied);

private:
    struct Item
    {
        quint64 ticket = 0;
        int index = 0;
        CellEdit edit;
        bool arrived = false;
    };
    struct Entry
    {
        ports::InventoryRow base;
        ports::InventoryRow shown;
        QList<Item> items;

        void compose();
    };

    QHash<ports::RowNumber, Entry> m_rows;
};

} // namespace belanjain::tables
