// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/catalogue/stock.h"

namespace belanjain::marketplace
{

/// Pieces of one variant that an order reserves, gives back or sends.
struct StockShift
{
    VariantId variant;
    qint64 quantity = 0;
    QString orderNumber;
};

/// A shift that a rule forbids, and the pieces that were there: available when reserving, else on hand.
struct RefusedShift
{
    StockShift shift;
    Violation violation;
    qint64 left = 0;
};

/// Does the same to many variants, each named once: a conditional update a variant in ascending id, then all
/// of the ledger's lines, then the products in ascending id, so that no two of these wait for each other.
/// `kind` is Reserved, Released or Shipped. When any shift is refused, every refused one is named and the
/// caller rolls back.
storage::Result<QList<RefusedShift>> shiftStock(storage::Database& database, SpaceWriter& writer, ports::IdFactory& ids,
                                                Instant now, MoveKind kind, QList<StockShift> shifts,
                                                const QString& by);

} // namespace belanjain::marketplace
