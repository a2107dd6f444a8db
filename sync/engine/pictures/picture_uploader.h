// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/api_client.h"
#include "engine/net/backoff.h"
#include "engine/net/scheduler.h"
#include "engine/pictures/picture_files.h"
#include "replica/replica.h"

#include <functional>
#include <memory>

namespace belanjain::engine
{

/// Uploads the pictures that wait in a replica, one at a time and apart from the queue of edits, so that none holds
/// that up. The bytes go first; the op that attaches them is queued when the marketplace has answered with the hash
/// it knows them by. Whatever is lost in between is done again: the same bytes get the same hash. What the
/// marketplace refuses for good becomes a rejection. On the replica's thread, as the engine is.
class PictureUploader
{
public:
    struct Events
    {
        /// An op was queued, or a picture refused: whoever shows rows and settles edits goes on.
        std::function<void(const replica::Touched&)> changed;
        std::function<void(const QString&)> storageFailed; ///< text for logs
    };
    struct Parts
    {
        replica::Replica& replica;
        ApiClient& api;
        Scheduler& scheduler;
        ports::RandomSource& random;
        PictureFiles& files;
    };

    PictureUploader(Parts parts, Events events);

    /// Nothing is sent while the marketplace is out of reach, or may not be asked.
    void setOnline(bool online);
    /// Pictures may have been added, or their products have become known.
    void wake();
    /// Removes files that no picture needs any more, such as those of an editor that was never saved. For the start.
    void removeStrays();

private:
    void send(const replica::Upload& upload);
    void answered(const replica::Upload& upload, const HttpAnswer& answer);
    void tell(const storage::Result<replica::Touched>& done);
    void later(int retryAfterSeconds);

    Parts m_parts;
    Events m_events;
    Backoff m_backoff;
    std::unique_ptr<PlannedCall> m_next;
    quint64 m_attempt = 0; ///< tells the answer that is waited for from one that was given up
    bool m_online = false;
    bool m_busy = false;
};

} // namespace belanjain::engine
