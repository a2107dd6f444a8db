// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/inventory_model.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace belanjain::tables {

/// Edits of many cells in one step: pasted blocks, fill down, and the actions on marked variants. Rows
/// that are not in memory are fetched first, so nothing happens before the event loop runs. Cells that
/// break a rule are left out and named in the report; the others go in as one batch.
class InventoryBulk : public QObject
{
    Q_OBJECT
public:
    InventoryBulk(InventoryModel& model, ports::InventoryReader& reader, QObject* parent = nullptr);

    /// Puts a block of texts into the cells from this position down, in these columns. Rows past the end
    /// and columns that cannot be edited are left out. An empty text leaves its cell alone, except in the
    /// threshold column (the store's again) and barcode.
    void applyBlock(int position, const QList<InventoryColumn>& columns, const QList<QStringList>& block);
    /// Gives each column's value in the first row to the rows below, down to the last.
    void fillDown(int first, int last, const QList<InventoryColumn>& columns);

    void addStock(const QList<ports::RowNumber>& rows, qint32 pieces);
    void setToZero(const QList<ports::RowNumber>& rows);
    void setPrices(const QList<ports::RowNumber>& rows, Money price);
    /// nullopt: the store's threshold again.
    void setThresholds(const QList<ports::RowNumber>& rows, std::optional<qint32> threshold);
    /// The products of these variants, each once.
    void setArchived(const QList<ports::RowNumber>& rows, bool archived);

Q_SIGNALS:
    /// `unchanged` cells had the value already.
    void finished(const belanjain::tables::EditReport& report, int unchanged);

private:
    struct Plan
    {
        QList<CellEdit> edits;
        QList<RefusedCell> refused;
        int unchanged = 0;

        void take(ports::RowNumber row, InventoryColumn column, Checked<std::optional<CellEdit>> edit);
    };
    using Planner = std::function<void(const ports::InventoryRow& row, qsizetype place, Plan& plan)>;
    struct Job
    {
        QList<ports::RowNumber> rows;
        QHash<ports::RowNumber, ports::InventoryRow> fetched;
        QList<ports::RowNumber> missing;
        Planner planner;
    };

    void start(const QList<ports::RowNumber>& rows, Planner planner);
    void fetchNext();
    void takeRows(quint64 generation, const QList<ports::InventoryRow>& rows);
    void takeFailure(quint64 generation, const QString& reason);
    void submit();
    void settle(quint64 ticket, const EditReport& report);
    void startNext();

    InventoryModel& m_model;
    ports::InventoryReader& m_reader;
    QList<std::shared_ptr<Job>> m_jobs; ///< the first is under way
    quint64 m_generation;
    quint64 m_ticket = 0;
    Plan m_plan;
};

} // namespace belanjain::tables
