// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/jobs/job.h"

#include <QDate>
#include <QJsonObject>

class QTimeZone;

namespace belanjain::marketplace
{

/// The last Monday, 07:00 in that zone, that is not after `now`.
Instant lastReportTime(Instant now, const QTimeZone& zone);

/// A store's figures for the week from that Monday, as GET /v1/analytics gives them, beside those of the week
/// before it, with what sold best and what is low now: {firstDay, timeZone, week, weekBefore, topProducts,
/// lowStock, lowStockCount}.
storage::Result<QJsonObject> weeklyFigures(storage::Database& db, const StoreId& store, QDate monday, const QTimeZone& zone);

/// Every Monday at 07:00 in the store's time zone, a mail to its seller about the week that ended. After a pause
/// the last week is made up for, no earlier one. The clock leaves alone what was due before this marketplace
/// first ran; by hand it is done.
Job weeklyReportJob();

} // namespace belanjain::marketplace
