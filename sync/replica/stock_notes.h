// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stock_history.h"
#include "replica/work.h"

#include <QJsonArray>

namespace belanjain::replica {

// What this computer knows of a variant's stock ledger; errors are the Work's.

/// Its stock edits that wait or were refused, newest first.
QList<ports::WaitingMove> waitingMoves(Work& work, const VariantId& variant);
/// The moves seen last, as the marketplace's JSON, and when; nullopt when none ever were.
std::optional<std::pair<QJsonArray, Instant>> seenMoves(Work& work, const VariantId& variant);
/// Remembers them in place of the former ones; the ledgers looked at longest ago are forgotten.
void rememberMoves(Work& work, const VariantId& variant, const QJsonArray& moves, Instant now);

} // namespace belanjain::replica
