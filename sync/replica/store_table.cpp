// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/store_table.h"

#include "replica/stored_json.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;

std::optional<StoredStore> StoreTable::find(const StoreId& id)
{
    return m_work.one(
        u"SELECT version, name, location, description, threshold, time_zone FROM stores WHERE id = ?"_s,
        {id.toString()}, [&](const storage::Row& r) {
            return StoredStore{.id = id,
                               .version = r.integer(0),
                               .data = {r.text(1), r.text(2), r.text(3), r.integer32(4), r.text(5)}};
        });
}

void StoreTable::write(const std::optional<StoredStore>&, const StoredStore& after, Touched& touched)
{
    const protocol::StoreRow& data = after.data;
    m_work.run(u"INSERT OR REPLACE INTO stores (id, version, name, location, description, threshold, time_zone) "
               "VALUES (?,?,?,?,?,?,?)"_s,
               {after.id.toString(), after.version, notNull(data.name), notNull(data.location),
                notNull(data.description), data.lowStockThreshold, notNull(data.timeZone)});
    touched.store = true;
}

void StoreTable::remove(const StoredStore& store, Touched& touched)
{
    m_work.run(u"DELETE FROM stores WHERE id = ?"_s, {store.id.toString()});
    touched.store = true;
}

} // namespace belanjain::replica
