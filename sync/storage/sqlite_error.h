// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/error.h"

struct sqlite3;

namespace belanjain::storage
{

/// What a call of SQLite's interface failed with; the connection may be null.
Error sqliteError(sqlite3* connection, int result, const QString& context);

} // namespace belanjain::storage
