// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "storage/database.h"

#include <QJsonObject>

class QTimeZone;

namespace belanjain::marketplace
{

/// The low variants and the best products that a summary names.
inline constexpr int summaryLowStock = 50;
inline constexpr int summaryTopProducts = 10;

/// The contract's summary of a store at that moment, all of it from one snapshot. topProducts are those of
/// the last 30 days by pieces; lowStockCount says how many are low when lowStock does not name them all.
storage::Result<QJsonObject> readSummary(storage::Database& db, const StoreId& store, Instant now, const QTimeZone& zone);

} // namespace belanjain::marketplace
