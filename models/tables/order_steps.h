// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"

#include <QList>

#include <optional>

namespace belanjain::tables {

/// A run of positions, both included.
struct Run
{
    int first = 0;
    int last = 0;
    bool operator==(const Run&) const = default;
};

/// How to get from one order of rows to another without a view losing its place: take out what is gone,
/// move what stays, put in what is new.
struct OrderSteps
{
    QList<Run> gone;              ///< positions in the old order, last run first
    bool moved = false;           ///< what stays stands in another order
    QList<ports::RowNumber> kept; ///< what stays, in the new order; empty unless moved
    QList<Run> added;             ///< positions in the new order, first run first
};

/// nullopt when it would take more than `mostRuns` steps: starting over is cheaper then.
std::optional<OrderSteps> stepsBetween(const QList<ports::RowNumber>& from, const QList<ports::RowNumber>& to,
                                       int mostRuns);

} // namespace belanjain::tables
