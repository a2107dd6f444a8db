// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

struct sqlite3;

namespace belanjain::storage
{

/// Reads a whole database (see checkedFile()) beside those who use it, on an idle thread of its own, and says
/// when something in it is wrong. Destroying it breaks the reading off.
class FileCheck
{
public:
    /// `wrong` is called on the checking thread, at most once, with text for logs; not for a file that cannot
    /// be opened, since that says nothing about its pages.
    FileCheck(const QString& file, std::function<void(const QString&)> wrong);
    ~FileCheck();
    /// Until it has read everything.
    void wait() { m_thread->wait(); }
    FileCheck(const FileCheck&) = delete;
    FileCheck& operator=(const FileCheck&) = delete;

private:
    void run();
    QString problem(sqlite3* connection);

    QString m_file;
    std::function<void(const QString&)> m_wrong;
    std::atomic<bool> m_broken = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace belanjain::storage
