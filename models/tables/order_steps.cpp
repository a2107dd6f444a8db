// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/order_steps.h"

#include <QBitArray>

#include <algorithm>

namespace belanjain::tables {

using ports::RowNumber;

namespace {

QBitArray presence(const QList<RowNumber>& rows, RowNumber largest)
{
    QBitArray present(qsizetype(largest) + 1);
    for (const RowNumber row : rows)
        present.setBit(row);
    return present;
}

/// The runs of positions whose row is not present there; nullopt when there are too many.
std::optional<QList<Run>> missingRuns(const QList<RowNumber>& rows, const QBitArray& present, int mostRuns)
{
    QList<Run> runs;
    for (int position = 0; position < int(rows.size()); ++position) {
        if (present.testBit(rows[position]))
            continue;
        if (!runs.isEmpty() && runs.constLast().last == position - 1) {
            runs.last().last = position;
            continue;
        }
        if (runs.size() == mostRuns)
            return std::nullopt;
        runs.append({position, position});
    }
    return runs;
}

QList<RowNumber> only(const QList<RowNumber>& rows, const QBitArray& present)
{
    QList<RowNumber> some;
    some.reserve(rows.size());
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(some),
                 [&present](RowNumber row) { return present.testBit(row); });
    return some;
}

} // namespace

std::optional<OrderSteps> stepsBetween(const QList<RowNumber>& from, const QList<RowNumber>& to, int mostRuns)
{
    RowNumber largest = 0;
    for (const auto* rows : {&from, &to}) {
        for (const RowNumber row : *rows)
            largest = std::max(largest, row);
    }
    const QBitArray before = presence(from, largest);
    const QBitArray after = presence(to, largest);
    auto gone = missingRuns(from, after, mostRuns);
    auto added = missingRuns(to, before, mostRuns);
    if (!gone || !added)
        return std::nullopt;
    std::reverse(gone->begin(), gone->end());
    OrderSteps steps{.gone = *gone, .moved = false, .kept = {}, .added = *added};
    auto kept = only(to, before);
    if (kept != only(from, after)) {
        steps.moved = true;
        steps.kept = std::move(kept);
    }
    return steps;
}

} // namespace belanjain::tables
