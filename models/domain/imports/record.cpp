// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/record.h"

#include "domain/imports/plain_text.h"

#include <algorithm>

namespace belanjain::imports {
using namespace Qt::StringLiterals;

QString Record::value(Field field) const
{
    const auto found =
        std::find_if(cells.begin(), cells.end(), [field](const Cell& cell) { return cell.field == field; });
    return found == cells.end() ? QString() : found->text;
}

Record recordOf(const csv::Row& row, const Mapping& mapping)
{
    Record record{.line = row.line};
    const qsizetype columns = std::min(row.fields.size(), mapping.columns.size());
    for (qsizetype i = 0; i < columns; ++i) {
        const Field field = mapping.columns.at(i).field;
        if (field == Field::Ignored)
            continue;
        const QString text = unharmed(row.fields.at(i).trimmed());
        if (text.isEmpty())
            continue;
        if (field == Field::Pictures)
            record.pictures += int(text.split(u',', Qt::SkipEmptyParts).size());
        else
            record.cells.push_back({field, text});
    }
    return record;
}

QString titleOf(Field field, const Mapping& mapping)
{
    const auto found = std::find_if(mapping.columns.begin(), mapping.columns.end(),
                                    [field](const Column& column) { return column.field == field; });
    return found == mapping.columns.end() ? QString() : found->title;
}

} // namespace belanjain::imports
