// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/migrator.h"

namespace belanjain::marketplace
{

/// Brings a marketplace's database up to date; the version reached.
inline storage::Result<int> migrateMarket(storage::Database& db)
{
    return storage::migrate(db, db.isPostgres() ? QStringLiteral(":/sql/marketplace/postgresql")
                                                : QStringLiteral(":/sql/marketplace/sqlite"));
}

} // namespace belanjain::marketplace
