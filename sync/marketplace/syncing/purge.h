// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "storage/database.h"

namespace belanjain::marketplace
{

/// How long a deleted row is remembered; a desktop that was away longer downloads everything again.
inline constexpr qint64 tombstonesKeptMs = qint64(180) * 24 * 3600 * 1000;

/// Forgets tombstones and results of ops past their time, and raises the horizon of the spaces that lost
/// tombstones. Inside the caller's transaction.
storage::Outcome purgeSync(storage::Database& db, Instant now);

} // namespace belanjain::marketplace
