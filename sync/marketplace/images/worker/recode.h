// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/images/recoded_image.h"

#include <optional>

namespace belanjain::marketplace
{

/// Loads what decoding and encoding need from disk, so that recode() opens no file. False when this
/// computer's Qt cannot read and write both formats.
bool prepareToRecode();

/// Decodes a picture, turns it as its EXIF says, brings it to sRGB, at most maxEdge and eight bits a
/// channel, and encodes the bare pixels: JPEG as JPEG; PNG as PNG, unless it is opaque and JPEG is much the
/// smaller. nullopt when it cannot be decoded. May crash or run long on a hostile file: only for the
/// worker's process (confine.h).
std::optional<RecodedImage> recode(const QByteArray& bytes);

} // namespace belanjain::marketplace
