// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/syncing/space.h"

#include <QString>

namespace belanjain::marketplace
{

/// PostgreSQL's part of rowJsonSql(); member by member what SQLite's part writes.
QString postgresRowJson(SyncedTable table);

} // namespace belanjain::marketplace
