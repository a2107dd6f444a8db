// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_check.h"

#include "storage/checked_file.h"

#include <QByteArray>
#include <QList>

#include <sqlite3.h>

namespace belanjain::storage
{

FileCheck::FileCheck(const QString& file, std::function<void(const QString&)> wrong)
    : m_file(file), m_wrong(std::move(wrong)), m_thread(QThread::create([this] { run(); }))
{
    m_thread->setObjectName(QStringLiteral("file check"));
    m_thread->start(QThread::IdlePriority);
}

FileCheck::~FileCheck()
{
    m_broken = true;
    m_thread->wait();
}

void FileCheck::run()
{
    sqlite3* connection = nullptr;
    if (sqlite3_open_v2(m_file.toUtf8().constData(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                        checkedLayer()) == SQLITE_OK) {
        sqlite3_progress_handler(
            connection, 10'000, [](void* self) { return static_cast<FileCheck*>(self)->m_broken ? 1 : 0; }, this);
        const QString found = problem(connection);
        if (!found.isEmpty() && !m_broken)
            m_wrong(found);
    }
    sqlite3_close_v2(connection);
}

/// Table by table, so that no read transaction stands in the way of the log for long.
QString FileCheck::problem(sqlite3* connection)
{
    sqlite3_exec(connection, "PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-2000; PRAGMA trusted_schema=OFF",
                 nullptr, nullptr, nullptr);
    QList<QByteArray> tables;
    const auto collect = [](void* to, int, char** values, char**) {
        static_cast<QList<QByteArray>*>(to)->append(QByteArray(values[0]));
        return 0;
    };
    int result = sqlite3_exec(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0", collect, &tables, nullptr);
    QList<QByteArray> said;
    for (qsizetype i = 0; i < tables.size() && result == SQLITE_OK && !m_broken; ++i) {
        const QByteArray sql = "PRAGMA quick_check(\"" + tables.at(i) + "\")";
        result = sqlite3_exec(connection, sql.constData(), collect, &said, nullptr);
    }
    const int primary = result & 0xff;
    if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB)
        return QString::fromUtf8(sqlite3_errmsg(connection));
    for (const QByteArray& line : std::as_const(said)) {
        if (line != "ok")
            return QString::fromUtf8(line);
    }
    return {};
}

} // namespace belanjain::storage
