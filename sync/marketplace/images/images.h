// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/images/image_store.h"
#include "marketplace/images/image_worker.h"
#include "marketplace/images/pictures.h"
#include "marketplace/jobs/job.h"
#include "marketplace/runtime/call.h"

namespace belanjain::marketplace
{

/// How long a file without a row is left alone: the longest an upload may take is a fraction of it.
inline constexpr qint64 strayFileKeptMs = 24LL * 3600 * 1000;

/// Takes uploads in: checks them, has them made anew, stores them. Any thread.
class Images
{
public:
    Images(const Services& services, QString folder, ImageWorkerOptions worker);

    ImageStore& store() { return m_store; }

    /// An upload that was made anew and is on disk.
    struct Upload
    {
        Picture picture;
        RecodedImage image;
    };
    /// The call's body: 415, 422, or 503 when no worker can be started. For Work::Convert.
    Expected<Upload> take(const Call& call);

    /// Runs `job` in the writer's transaction with the picture noted there, so that no row is without its
    /// files: they were durable before, and are looked at once more afterwards, since a sweep that saw no
    /// row may have taken them in between.
    Answer keep(Call& call, const Upload& upload, const std::function<Answer(Call&)>& job);

    /// Removes files that no row knows and that are older than strayFileKeptMs. Waits for reads: not for
    /// the I/O thread.
    void sweep();
    /// sweep() every hour, in each instance: the folder may be its own. The images outlive the job.
    Job sweepJob();

private:
    protocol::Problem cannotStore(const Call& call, const QString& why) const;

    const Services& m_services;
    ImageStore m_store;
    const ImageWorkerOptions m_worker;
};

} // namespace belanjain::marketplace
