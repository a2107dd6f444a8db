// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/images/image_header.h"

#include <QByteArray>

#include <optional>

namespace belanjain::marketplace
{

/// Longest edge of what is stored; a larger picture is scaled down.
inline constexpr int maxEdge = 2048;
/// Longest edge of a thumbnail, which is the only other size there is.
inline constexpr int thumbnailEdge = 200;
/// What a picture of maxEdge by maxEdge needs at the worst, and a little more.
inline constexpr qint64 maxRecodedBytes = 24 * 1024 * 1024;

/// A picture as it is stored: made anew from its pixels, so that nothing else of the upload is left.
struct RecodedImage
{
    ImageType type = ImageType::Jpeg; ///< of both files
    QSize size;
    QByteArray bytes;
    QByteArray thumbnail;

    bool operator==(const RecodedImage&) const = default;
};

/// How the worker hands it over: one line with type, size and lengths, then the two files.
QByteArray toWire(const RecodedImage& image);
/// nullopt unless every byte is what a worker would say: the worker has read a hostile file, so it is
/// believed as little as that.
std::optional<RecodedImage> fromWire(const QByteArray& bytes);

} // namespace belanjain::marketplace
