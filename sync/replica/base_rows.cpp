// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/base_rows.h"

#include "replica/stored_json.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;

std::optional<BaseRow> BaseRows::find(QStringView table, const QString& id)
{
    return m_work.one(u"SELECT version, data FROM base_rows WHERE tab = ? AND id = ?"_s,
                      {table.toString(), id}, [](const storage::Row& row) {
                          return BaseRow{row.integer(0), objectFrom(row.text(1))};
                      });
}

void BaseRows::put(QStringView table, const QString& id, const BaseRow& row)
{
    m_work.run(u"INSERT OR REPLACE INTO base_rows (tab, id, version, data) VALUES (?,?,?,?)"_s,
               {table.toString(), id, row.version, toText(row.data)});
}

bool BaseRows::remove(QStringView table, const QString& id)
{
    return m_work.run(u"DELETE FROM base_rows WHERE tab = ? AND id = ?"_s, {table.toString(), id}) > 0;
}

} // namespace belanjain::replica
