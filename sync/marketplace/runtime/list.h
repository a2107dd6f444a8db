// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/call.h"

namespace belanjain::marketplace
{

inline constexpr int defaultLimit = 24;
inline constexpr int maxLimit = 100;
inline constexpr int maxPage = 1'000'000;

/// The list parameters of a request.
struct ListParameters
{
    int limit = defaultLimit;
    std::optional<int> page;   ///< 1-based, when asked for
    QJsonArray after;          ///< the sort keys of the last item seen; empty at the start
    QString order;             ///< which order the keys belong to

    bool hasCursor() const { return !after.isEmpty(); }
    /// Rows to skip for ?page=.
    qint64 offset() const { return page ? qint64(*page - 1) * limit : 0; }
};

/// Reads limit with cursor or page. `order` names the list and its sorting ("orders", "products:price"): a
/// cursor of another order is unknown. `keys` is the number of sort keys. 400 for anything out of range.
Expected<ListParameters> listParameters(const Call& call, const QString& order, int keys);

/// Opaque, and unreadable as anything but what it was made for.
QString makeCursor(const QString& order, const QJsonArray& keys);
std::optional<QJsonArray> readCursor(const QString& cursor, const QString& order);

/// {items, nextCursor, meta?}. `next` are the sort keys of the last item when there are more, else empty;
/// `total` is looked at when a page was asked for.
QJsonObject listBody(const ListParameters& parameters, const QJsonArray& items, const QJsonArray& next, qint64 total);

} // namespace belanjain::marketplace
