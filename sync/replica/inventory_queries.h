// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/inventory_query.h"
#include "replica/row_set.h"
#include "replica/touched.h"
#include "storage/database.h"

#include <QHash>

#include <functional>
#include <optional>

namespace belanjain::replica {

/// Answers the questions of the stock table over one connection, synchronously. Keeps the whole order of
/// the last sorts as row numbers (4 bytes a row), so that filters and words become set operations and the
/// next query over the same sort costs no walk of the table.
class InventoryQueries
{
public:
    /// Where one way of answering takes over from another; results are the same on either side.
    struct Limits
    {
        /// Rows along an order that are looked at for a first page before sets are made.
        int lookAhead = 6'000;
        /// After so many the rest is estimated, and given up when it would be too far.
        int estimateAfter = 500;
        /// Up to so many rows are sorted by their keys when their order is not kept: walking a million rows
        /// past fewer takes longer, and sorting a million numbers longer still.
        qsizetype fewRows = 8'000;
        qsizetype fewNumbers = 100'000;
        qsizetype keptOrders = 2; ///< at least one
    };

    explicit InventoryQueries(storage::Database& database)
        : m_database(database)
    {}
    InventoryQueries(storage::Database& database, const Limits& limits)
        : m_database(database)
        , m_limits(limits)
    {}

    /// Asked every few thousand rows; true gives up what is under way.
    using Abandoned = std::function<bool()>;
    struct Receiver
    {
        std::function<void(const QList<ports::InventoryRow>&)> firstPage;
        std::function<void(const ports::RowOrder&)> order;
    };

    /// Runs a query in one read transaction: the first page as soon as it is known, then the whole order,
    /// of which it is the beginning. Neither is called after being abandoned.
    storage::Outcome open(const ports::InventoryQuery& query, const Abandoned& abandoned,
                          const Receiver& receiver);
    storage::Result<QList<ports::InventoryRow>> fetch(const QList<ports::RowNumber>& rows);
    /// nullopt when abandoned.
    storage::Result<std::optional<ports::InventoryTotals>> total(const QList<ports::RowNumber>& rows,
                                                                 const Abandoned& abandoned);
    storage::Result<QStringList> categories();
    storage::Result<ports::InventorySummary> summary();

    /// Forgets the kept orders that a commit has made old.
    void invalidate(const Touched& touched);

private:
    using Rows = QList<ports::RowNumber>;
    using Key = std::pair<ports::InventorySort, ports::StatusFilter>;
    struct Kept
    {
        Key key;
        Rows rows; ///< ascending
    };

    struct Words
    {
        QStringList all;
        QStringList indexed; ///< looked up
        QStringList checked; ///< too short to be worth looking up: checked row by row, in order
    };
    /// What the filters let through, besides the shelves.
    struct Passing
    {
        std::optional<RowSet> only;
        std::optional<RowSet> except;
        bool gaveUp = false;
        bool has(ports::RowNumber row) const
        {
            return (!only || only->contains(row)) && (!except || !except->contains(row));
        }
    };
    /// One open() on its way.
    struct Run
    {
        const ports::InventoryQuery& query;
        const Abandoned& abandoned;
        const Receiver& receiver;
        Words words;
        Rows exact;
        Passing passing;
        Rows order; ///< what has been found so far, in order
        bool paged = false;
        bool gaveUp = false;
    };

    static Words wordsOf(const QString& search);
    storage::Result<bool> lookAhead(const Run& run, Rows& page);
    storage::Result<Passing> passing(const ports::InventoryQuery& query, const QStringList& words,
                                     const Abandoned& abandoned);
    storage::Result<bool> fill(RowSet& set, const Sql& sql, const Abandoned& abandoned);
    storage::Result<Rows> exactRows(const ports::InventoryQuery& query);
    storage::Result<Rows> sorted(const ports::InventoryQuery& query, const Rows& rows);
    storage::Outcome takeInOrder(Run& run);
    storage::Outcome walkEverything(Run& run, const OrderSql& sql);
    storage::Outcome sortEverything(Run& run, const OrderSql& sql);
    storage::Outcome checkWords(Run& run);
    storage::Outcome pageIfReady(Run& run, bool last);
    void take(Run& run, ports::RowNumber row) const;
    void keep(const ports::InventoryQuery& query, Rows&& ascending);
    const Rows* kept(const ports::InventoryQuery& query) const;
    storage::Outcome deliver(const Rows& page, const Receiver& receiver);

    storage::Database& m_database;
    Limits m_limits;
    QList<Kept> m_kept; ///< the latest last
};

} // namespace belanjain::replica
