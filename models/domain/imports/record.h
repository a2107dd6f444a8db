// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/csv/csv_reader.h"
#include "domain/imports/mapping.h"

#include <QList>

#include <vector>

namespace belanjain::imports {

/// A row of the file by what its cells mean. Empty cells and ignored columns are not kept.
struct Record
{
    struct Cell
    {
        Field field;
        QString text;
    };

    qint64 line = 0;
    int pictures = 0; ///< addresses of pictures in it
    std::vector<Cell> cells;

    /// Empty when there is none.
    QString value(Field field) const;
    bool has(Field field) const { return !value(field).isEmpty(); }
};

/// The row's cells, trimmed, with what made formulas harmless taken off again.
Record recordOf(const csv::Row& row, const Mapping& mapping);
/// The title of the column that holds the field; empty when none does.
QString titleOf(Field field, const Mapping& mapping);

} // namespace belanjain::imports
