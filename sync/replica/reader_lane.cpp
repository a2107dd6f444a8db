// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/reader_lane.h"

#include "storage/checked_file.h"

namespace belanjain::replica {

storage::Result<InventoryQueries*> ReaderLane::queries()
{
    if (m_queries)
        return m_queries.get();
    auto database =
        storage::Database::open(storage::checkedFile(m_file), {.readOnly = true, .cacheKiB = m_cacheKiB});
    m_openFailure = database ? std::nullopt : std::optional(database.error().kind);
    if (!database)
        return tl::unexpected(database.error());
    m_database = std::move(*database);
    m_queries = std::make_unique<InventoryQueries>(*m_database);
    return m_queries.get();
}

} // namespace belanjain::replica
