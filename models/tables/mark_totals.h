// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/inventory_model.h"

namespace belanjain::tables {

/// Keeps the sums over the marked variants current, for the status bar. The reader adds them up, because
/// most marked rows need not be in memory.
class MarkTotals : public QObject
{
    Q_OBJECT
public:
    MarkTotals(InventoryModel& model, ports::InventoryReader& reader, QObject* parent = nullptr);

Q_SIGNALS:
    /// Zero rows: nothing is marked.
    void changed(const belanjain::ports::InventoryTotals& totals);

private:
    void ask();

    InventoryModel& m_model;
    ports::InventoryReader& m_reader;
    QTimer m_askSoon;
    quint64 m_generation;
};

} // namespace belanjain::tables
