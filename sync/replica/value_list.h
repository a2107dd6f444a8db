// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/stored_json.h"

#include <QVariantList>

namespace belanjain::replica {

/// Takes the columns of a row one by one as storage::BulkInsert::Statement does, for a QtSql statement: so
/// the order of columns is written down once for both.
struct ValueList
{
    QVariantList values;

    void integer(qint64 value) { values << value; }
    void text(const QString& value) { values << notNull(value); }
    void blob(const QByteArray& value) { values << value; }
    void null() { values << QVariant(); }
};

} // namespace belanjain::replica
