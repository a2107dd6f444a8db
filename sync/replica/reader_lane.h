// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/inventory_queries.h"
#include "storage/database.h"

#include <QObject>

#include <memory>
#include <optional>

namespace belanjain::replica {

/// One reading connection on the thread it is moved to; opened when first needed and after a failure.
class ReaderLane : public QObject
{
    Q_OBJECT
public:
    ReaderLane(const QString& file, int cacheKiB)
        : m_file(file)
        , m_cacheKiB(cacheKiB)
    {}

    void setFile(const QString& file)
    {
        close();
        m_file = file;
    }
    void close()
    {
        m_queries.reset();
        m_database.reset();
        lastSummary.reset();
    }
    /// The queries, or why the file cannot be opened.
    storage::Result<InventoryQueries*> queries();

    /// Whether something that was read turned out to be damaged.
    bool isDamaged() const
    {
        return m_openFailure == storage::Error::Kind::Corrupt
               || (m_database && m_database->faultOfTransaction() == storage::Error::Kind::Corrupt);
    }

    std::optional<ports::InventorySummary> lastSummary;

private:
    std::optional<storage::Error::Kind> m_openFailure;
    QString m_file;
    int m_cacheKiB;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<InventoryQueries> m_queries;
};

} // namespace belanjain::replica
