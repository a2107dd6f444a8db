// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace belanjain::storage
{

/// Brings a database up to date from numbered SQL files ("0001_initial.sql", …) in a folder (a
/// resource path). Each file is applied once, in order, in a transaction of its own together with its
/// line in schema_migrations, so an interrupted upgrade goes on where it stopped. Refuses a database
/// that is newer than the files. On PostgreSQL several instances may call it at once: one works, the
/// others wait. Returns the version reached.
Result<int> migrate(Database& database, const QString& folder);

/// Splits a script at the semicolons that end a line; a trigger's body (up to "END;") and a
/// dollar-quoted body stay whole. Comment-only pieces are dropped.
QStringList splitStatements(const QString& script);

} // namespace belanjain::storage
