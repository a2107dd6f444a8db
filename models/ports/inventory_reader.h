// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"

#include <QObject>
#include <QStringList>

namespace belanjain::ports
{

/// Reads the stock table from the replica without ever holding up the caller's thread. Every request
/// names a generation; answers to an older one may still arrive and are to be dropped by the receiver.
/// fetch() and total() may name numbers of their own above every open()'s, to be told apart and to
/// outlive it; they come back with the answer.
///
/// The order of rows is taken once per open() and then stands still, as in a spreadsheet: editing the
/// column that is sorted by does not move the row away from under the cursor.
class InventoryReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Rows asked for at a time by a windowed model.
    static constexpr int pageSize = 256;

    /// Starts a query: opened() with the first page as soon as it is known, then ordered() with the
    /// whole order. A newer open() abandons this one.
    virtual void open(quint64 generation, const InventoryQuery& query) = 0;
    /// Reads these rows; answered by fetched(). Rows that are gone are left out.
    virtual void fetch(quint64 generation, const QList<RowNumber>& rows) = 0;
    /// Sums over the given rows; answered by totalled().
    virtual void total(quint64 generation, const RowOrder& rows) = 0;
    /// Finds the categories in use; answered by categoriesRead().
    virtual void readCategories() = 0;
    /// Counts low and out of stock; answered by summarised() now and again whenever the counts change.
    virtual void readSummary() = 0;

Q_SIGNALS:
    void opened(quint64 generation, const QList<belanjain::ports::InventoryRow>& firstPage);
    void ordered(quint64 generation, const belanjain::ports::RowOrder& order);
    void fetched(quint64 generation, const QList<belanjain::ports::InventoryRow>& rows);
    void totalled(quint64 generation, const belanjain::ports::InventoryTotals& totals);
    void categoriesRead(const QStringList& categories);
    void summarised(const belanjain::ports::InventorySummary& summary);
    /// The database could not be read; the sentence is for a person.
    void failed(quint64 generation, const QString& reason);

    /// These rows have new values (an edit of this window or of another desktop): show them in place.
    void rowsChanged(const QList<belanjain::ports::InventoryRow>& rows);
    /// Rows were added or removed, or too many changed to name them: open() again when convenient.
    void orderStale();
};

} // namespace belanjain::ports
