// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "storage/database.h"

#include <QByteArray>

#include <functional>

namespace belanjain::marketplace
{

/// Takes some lines of the stream; false ends it.
using SnapshotSink = std::function<bool(const QByteArray& lines)>;

enum class SnapshotEnd : quint8 {
    Complete,
    NoSpace,     ///< nothing was written
    Interrupted, ///< the sink said so
};

/// Writes the whole space as the lines of a snapshot (protocol/messages.h), in pieces of about
/// snapshotPiece bytes, out of one read transaction, which it begins itself.
inline constexpr qsizetype snapshotPiece = 128 * 1024;
storage::Result<SnapshotEnd> writeSnapshot(storage::Database& db, const QString& space, const DeviceId& device,
                                           const SnapshotSink& sink);

} // namespace belanjain::marketplace
