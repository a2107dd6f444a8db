// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QStringList>

namespace belanjain::marketplace
{

// PostgreSQL's row locks are taken in one order by everybody, so that no two transactions wait for each other:
// the caller's user (Gate::stands), orders, variants, products, space heads, each kind in ascending id. On SQLite,
// which has one writer, these do nothing.

/// Locks what writes to these products, variants and orders of the store will touch: each order and variant named,
/// the variants of products and orders named, and all their products. Before the first write of a transaction that
/// would not keep the order by itself.
storage::Outcome lockRows(storage::Database& db, const QString& store, const QStringList& ids);

/// The same and the store's space head, after which only the holder writes in the space: for a transaction that
/// finishes several SpaceWriters.
storage::Outcome lockRowsAndHead(storage::Database& db, const QString& store, const QStringList& ids);

/// Locks one order, whose state decides what becomes of it.
storage::Outcome lockOrder(storage::Database& db, const QString& order);

} // namespace belanjain::marketplace
