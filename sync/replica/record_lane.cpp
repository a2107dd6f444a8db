// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/record_lane.h"

#include "storage/checked_file.h"
#include "storage/transaction.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

Q_LOGGING_CATEGORY(logRecords, "belanjain.replica.records")

constexpr int cacheKiB = 8'000;

} // namespace

class RecordLane::Worker : public QObject
{
public:
    Worker(const QString& file, std::function<void()> damaged)
        : m_file(file)
        , m_damaged(std::move(damaged))
    {}

    void run(const Task& task)
    {
        const auto database = opened();
        const auto failed = database ? read(task, **database) : database.error().kind;
        if (!database)
            task(database);
        if (m_damaged && failed == storage::Error::Kind::Corrupt)
            m_damaged();
    }

    void setFile(const QString& file)
    {
        m_database.reset();
        m_file = file;
    }

private:
    static std::optional<storage::Error::Kind> read(const Task& task, storage::Database& database)
    {
        // Read only: nothing is lost when it is rolled back at the end.
        const auto transaction = storage::Transaction::beginRead(database);
        task(transaction ? storage::Result<storage::Database*>(&database) : tl::unexpected(transaction.error()));
        return transaction ? database.faultOfTransaction() : transaction.error().kind;
    }

    storage::Result<storage::Database*> opened()
    {
        if (!m_database) {
            auto database = storage::Database::open(storage::checkedFile(m_file),
                                                    {.readOnly = true, .cacheKiB = cacheKiB});
            if (!database)
                return tl::unexpected(database.error());
            m_database = std::move(*database);
        }
        return m_database.get();
    }

    QString m_file;
    std::function<void()> m_damaged;
    std::unique_ptr<storage::Database> m_database;
};

RecordLane::RecordLane(const QString& file, std::function<void()> damaged)
    : m_worker(new Worker(file, std::move(damaged)))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(u"records"_s);
    m_thread.start();
}

RecordLane::~RecordLane()
{
    m_thread.quit();
    m_thread.wait();
}

void RecordLane::post(Task task)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, task = std::move(task)] { worker->run(task); }, Qt::QueuedConnection);
}

void RecordLane::setFile(const QString& file, std::function<void()> left)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, file, left = std::move(left)] {
            worker->setFile(file);
            left();
        },
        Qt::QueuedConnection);
}

QString readFailure(const storage::Error& error)
{
    qCWarning(logRecords).noquote() << error.text;
    return QCoreApplication::translate("belanjain::replica::InventorySource", "The local data could not be read.");
}

} // namespace belanjain::replica
