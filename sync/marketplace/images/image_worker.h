// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/images/recoded_image.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace belanjain::marketplace
{

/// The contract's 5 MB of an upload.
inline constexpr qint64 maxUploadBytes = 5 * 1024 * 1024;

/// What the worker's program ends with when it has no picture to give.
inline constexpr int workerCannotDecode = 2;
inline constexpr int workerIsBroken = 3; ///< it cannot work on this computer, whatever the picture

/// How pictures are made anew.
struct ImageWorkerOptions
{
    QString program;       ///< empty: belanjain-image-worker beside the running program
    QStringList arguments; ///< empty: the two limits below
    int memoryMiB = 1024;  ///< of address space; a picture of 30 megapixels needs a quarter of it
    int cpuSeconds = 10;
    int timeoutMs = 15'000; ///< from its start; then it is killed
};

/// What went wrong, with a sentence for the log.
struct ImageWorkerError
{
    bool isPicture = false; ///< the picture's fault; otherwise no worker could do its work
    QString text;
};

/// Has one picture made anew by a process that lives as long as that takes and can touch nothing else.
/// Waits for it: not for the I/O thread. Any thread.
tl::expected<RecodedImage, ImageWorkerError> recodeInWorker(const ImageWorkerOptions& options,
                                                            const QByteArray& bytes);

} // namespace belanjain::marketplace
