// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory_reader.h"
#include "replica/touched.h"

#include <QMutex>
#include <QThread>

#include <atomic>
#include <memory>

namespace belanjain::replica {

class ReaderLane;

/// Reads the stock table on two threads of its own: one takes the orders and sums, which may last a
/// second over a million rows, the other reads the few rows a screen shows, which never waits for the
/// first. Signals come on the thread this lives on; answers to an older generation are dropped there.
class InventorySource : public ports::InventoryReader
{
    Q_OBJECT
public:
    /// The replica's databaseFile(), which exists. Opened on the readers' threads with the first request.
    explicit InventorySource(const QString& databaseFile, QObject* parent = nullptr);
    ~InventorySource() override;

    void open(quint64 generation, const ports::InventoryQuery& query) override;
    void fetch(quint64 generation, const QList<ports::RowNumber>& rows) override;
    void total(quint64 generation, const ports::RowOrder& rows) override;
    void readCategories() override;
    void readSummary() override;

    /// A commit changed this: the rows are read again and come as rowsChanged(), or orderStale() when
    /// there is more to it, and summarised() when the counts differ. From any thread.
    void notifyChanged(const replica::Touched& touched);
    /// A snapshot was swapped in: reads go to this file from now on. From any thread. Row numbers are other
    /// ones then, so orderStale() follows.
    void setDatabaseFile(const QString& databaseFile);

Q_SIGNALS:
    /// No connection here has a file open that was given before the last one. Comes from a reader's thread.
    void earlierFilesLeft();
    /// Something that was read turned out to be damaged. Comes from a reader's thread, more than once.
    void fileDamaged();

private:
    template<class Task>
    void post(ReaderLane* lane, Task task);
    template<class Deliver>
    void answer(quint64 generation, Deliver deliver);
    void deliverChanges(ReaderLane& lane, const Touched& changes);

    QThread m_orderThread;
    QThread m_rowThread;
    ReaderLane* m_orders; ///< lives on m_orderThread and is deleted when that ends
    ReaderLane* m_rows;
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
    std::shared_ptr<std::atomic<quint64>> m_newestTotal = std::make_shared<std::atomic<quint64>>(0);
    QMutex m_changesLock;
    Touched m_changes; ///< not yet read again
    bool m_changesPosted = false;
    std::atomic<int> m_lanesToMove = 0; ///< that have not yet gone to the file given last
};

} // namespace belanjain::replica
