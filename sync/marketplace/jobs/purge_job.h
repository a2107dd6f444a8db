// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/jobs/job.h"

namespace belanjain::marketplace
{

/// Forgets what is past its time: idempotency keys, sessions, throttles, tombstones, pictures, mails, job runs.
/// Inside the caller's transaction.
storage::Outcome purgeDatabase(storage::Database& db, Instant now);

/// Every hour, by one instance.
Job purgeJob();

} // namespace belanjain::marketplace
