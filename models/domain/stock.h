// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"

#include <QString>

#include <optional>

namespace belanjain {

/// The most pieces of one variant a store can have.
inline constexpr qint32 maxStock = 1'000'000'000;
/// A store's low-stock threshold until it chooses another.
inline constexpr qint32 defaultLowStockThreshold = 10;

/// Pieces of one variant: on the shelf, and of those promised to orders not yet shipped. Both 0 to
/// maxStock. Reserved exceeds on hand only after a loss.
struct StockLevel
{
    qint32 onHand = 0;
    qint32 reserved = 0;

    /// Pieces that can still be sold.
    qint32 available() const { return onHand > reserved ? onHand - reserved : 0; }
    /// Pieces promised but missing.
    qint32 shortfall() const { return reserved > onHand ? reserved - onHand : 0; }
    bool operator==(const StockLevel&) const = default;
};

enum class MoveKind : quint8 { Initial, Received, Adjusted, Counted, Reserved, Released, Shipped };

/// "initial", "received", …
QString wireName(MoveKind kind);
std::optional<MoveKind> parseMoveKind(QStringView text);

// The only ways stock moves. Each gives the level afterwards, or the rule that forbids it; the level
// given stays as it is. Violations name the field delta, counted or quantity.

/// What a seller typed. WouldBeNegative when on hand would be; a loss below reserved is a fact and accepted.
Checked<StockLevel> adjust(StockLevel level, qint64 delta);
/// A stocktake, compare-and-set: StaleCount when on hand is no longer what the counter saw.
Checked<StockLevel> count(StockLevel level, qint64 counted, qint64 expected);
/// A checkout takes a promise: OutOfStock when fewer are available.
Checked<StockLevel> reserve(StockLevel level, qint64 quantity);
/// A cancelled order gives its promise back.
Checked<StockLevel> release(StockLevel level, qint64 quantity);
/// A promise leaves the shelf: both fall. WouldBeNegative when a loss has left too few.
Checked<StockLevel> ship(StockLevel level, qint64 quantity);

enum class StockStatus : quint8 { Enough, Low, Out };

/// Out: none available. Low: fewer than the threshold; exactly as many is enough.
StockStatus stockStatus(qint32 available, qint32 threshold);
/// The threshold in force: the variant's own, else the store's.
qint32 effectiveThreshold(std::optional<qint32> own, qint32 stores);

} // namespace belanjain
