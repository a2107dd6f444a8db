// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "marketplace/syncing/device.h"
#include "marketplace/syncing/space.h"
#include "storage/database.h"

#include <QByteArray>

namespace belanjain::marketplace
{

struct PullQuery
{
    QString space;
    QString epoch;      ///< empty for the first pull
    qint64 after = 0;
    DeviceId device;    ///< null: no results wanted
    qint64 seenSeq = 0; ///< results up to it are known to the device
    int limit = protocol::maxRowsPerPull;
};

enum class PullRefusal : quint8 {
    NoSpace,        ///< there is nothing to sync for this caller
    ResyncRequired, ///< another epoch, or a cursor that has missed tombstones or is ahead of the head
};

/// The JSON of a protocol::PullAnswer, all of it out of the snapshot that the caller's read transaction
/// gives. The outer error is the database's.
storage::Result<tl::expected<QByteArray, PullRefusal>> pull(storage::Database& db, const PullQuery& query);

} // namespace belanjain::marketplace
