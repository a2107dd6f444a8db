// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/record_lane.h"
#include "replica/work.h"

#include <QObject>

namespace belanjain::replica {

/// Runs `read` with a Work on the lane's thread and gives what it read to `deliver`, or the reason why not to
/// `fail`, on the thread of `owner`, which outlives the lane.
template<class Read, class Deliver, class Fail>
void askLane(RecordLane& lane, QObject* owner, Read read, Deliver deliver, Fail fail)
{
    lane.post([owner, read = std::move(read), deliver = std::move(deliver),
               fail = std::move(fail)](const storage::Result<storage::Database*>& database) {
        const auto hand = [owner](auto call) {
            QMetaObject::invokeMethod(owner, std::move(call), Qt::QueuedConnection);
        };
        if (!database)
            return hand([fail, text = readFailure(database.error())] { fail(text); });
        Work work(**database);
        auto result = read(work);
        if (!work.ok())
            return hand([fail, text = readFailure(work.failure().value())] { fail(text); });
        hand([deliver, result = std::move(result)] { deliver(result); });
    });
}

} // namespace belanjain::replica
