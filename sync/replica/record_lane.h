// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QObject>
#include <QThread>

#include <functional>

namespace belanjain::replica {

/// The reading connection behind every screen but the stock table, on a thread of its own. It ends
/// before the objects that read through it.
class RecordLane
{
public:
    /// Runs on the lane's thread inside one read transaction, so that its queries agree with each other.
    using Task = std::function<void(const storage::Result<storage::Database*>&)>;

    /// The replica's databaseFile(), opened with the first task.
    /// `damaged` is called on the lane's thread when something that was read turned out to be damaged.
    explicit RecordLane(const QString& file, std::function<void()> damaged = {});
    /// Waits for the task under way; those behind it are dropped.
    ~RecordLane();
    RecordLane(const RecordLane&) = delete;
    RecordLane& operator=(const RecordLane&) = delete;

    /// From any thread.
    void post(Task task);
    /// Later tasks read this file. `left` is called on the lane's thread once the former is closed.
    void setFile(const QString& file, std::function<void()> left);

private:
    class Worker;

    QThread m_thread;
    Worker* m_worker; ///< lives on m_thread and is deleted when that ends
};

/// For a person; what the driver said goes to the log.
QString readFailure(const storage::Error& error);

} // namespace belanjain::replica
