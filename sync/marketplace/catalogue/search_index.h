// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QStringList>

namespace belanjain::marketplace
{

/// Brings the index of product words along when a product's search_text goes from one to the other. The
/// index keeps no copy, so `before` must be what was indexed; empty for a new product.
storage::Outcome indexWords(storage::Database& db, qint64 productNumber, const QString& before, const QString& after);

/// The condition on products p that finds those holding every word by prefix, and its value. Words are
/// folded (searchWords()).
struct WordCondition
{
    QString sql;
    QString value;
};
WordCondition wordCondition(const QStringList& words);

} // namespace belanjain::marketplace
