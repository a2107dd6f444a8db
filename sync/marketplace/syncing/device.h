// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "protocol/messages.h"
#include "storage/database.h"

namespace belanjain::marketplace
{

/// The latest results that a pull or snapshot repeats for a device that says not what it has seen.
inline constexpr int repeatedResults = 400;
/// How long results are kept of a device that has pushed since.
inline constexpr qint64 resultsKeptMs = qint64(180) * 24 * 3600 * 1000;
/// How long of one that has not: without them an op whose answer it never had would be applied twice when the
/// device has to register anew.
inline constexpr qint64 absentResultsKeptMs = qint64(3) * 365 * 24 * 3600 * 1000;

/// What the marketplace knows of a desktop in a space.
struct DeviceState
{
    qint64 lastSeq = 0;
    QList<protocol::OpResult> results; ///< ascending seq
};

/// Those of the device's results after `seen`, at most the latest repeatedResults. Nothing for a device
/// that has not pushed.
storage::Result<DeviceState> readDevice(storage::Database& db, const QString& space, const DeviceId& device,
                                        qint64 seen);

/// What tells an op from another under the same seq; time apart.
QByteArray digestOf(const protocol::Op& op);

/// What was stored of one op.
struct StoredResult
{
    QByteArray fingerprint;
    protocol::OpResult result;
};
storage::Result<std::optional<StoredResult>> readResult(storage::Database& db, const QString& space,
                                                        const DeviceId& device, qint64 seq);
/// The result of an op that another device of the space sent, or this one under another name: a desktop
/// that had to register anew sends what it had queued once more.
storage::Result<std::optional<protocol::OpResult>> readResultOf(storage::Database& db, const QString& space,
                                                                const OpId& op);

/// Registers the device when it is new, and holds its row against a second push of it.
storage::Result<qint64> lockDevice(storage::Database& db, const QString& space, const DeviceId& device, Instant now);

/// Stores the result of the op and moves the device's lastSeq to it.
storage::Outcome storeResult(storage::Database& db, const QString& space, const DeviceId& device,
                             const protocol::Op& op, const protocol::OpResult& result, Instant now);

} // namespace belanjain::marketplace
