// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/plausible.h"

#include "replica/row_set.h"

#include <QHash>

namespace belanjain::replica {
using namespace Qt::StringLiterals;

QStringList implausible(Work& work)
{
    constexpr qint64 largest = qint64(1) << 53; // what JSON carries exactly
    QHash<QString, QStringList> conditions;
    const auto columns = work.all(
        u"SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' "
        "AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND c.type = 'INTEGER'"_s,
        {}, [](const storage::Row& row) { return std::pair(row.text(0), row.text(1)); });
    for (const auto& [table, column] : columns) {
        const bool numbersRows = column == u"row";
        conditions[table] << u"typeof(%1) NOT IN ('integer', 'null') OR %1 NOT BETWEEN %2 AND %3"_s.arg(
            column, QString::number(numbersRows ? 1 : -largest),
            QString::number(numbersRows ? maxRowNumber : largest));
    }
    QStringList wrong;
    for (auto table = conditions.cbegin(); table != conditions.cend(); ++table) {
        if (work.has(u"SELECT 1 FROM \"%1\" WHERE %2 LIMIT 1"_s.arg(table.key(), table.value().join(u" OR ")),
                     {}))
            wrong << u"%1 holds a number that cannot be"_s.arg(table.key());
    }
    return wrong;
}

} // namespace belanjain::replica
