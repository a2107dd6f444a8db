// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QSize>

#include <tl/expected.hpp>

namespace belanjain::marketplace
{

/// More is refused (the contract's 30 megapixels), before any pixel has memory.
inline constexpr qint64 maxPixels = 30'000'000;

enum class ImageType : quint8 { Jpeg, Png };

/// What a picture says of itself.
struct ImageHeader
{
    ImageType type = ImageType::Jpeg;
    QSize size;

    bool operator==(const ImageHeader&) const = default;
};

enum class ImageRefusal : quint8 {
    NotAnImage,    ///< neither JPEG nor PNG by its first bytes
    Malformed,     ///< cut off, or not put together as the format says
    TooManyPixels,
};

/// Reads the structure of a JPEG or PNG from its first byte to its last marker or chunk, decoding nothing:
/// the type, the size, and that it is whole. What follows the picture's end is not looked at. Takes time
/// linear in the number of bytes and no memory, whatever they are. Pure.
tl::expected<ImageHeader, ImageRefusal> readImageHeader(QByteArrayView bytes);

} // namespace belanjain::marketplace
