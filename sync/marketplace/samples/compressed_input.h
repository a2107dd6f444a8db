// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/catalogue.h"

#include <QByteArrayView>

#include <functional>

#include <tl/expected.hpp>

class QIODevice;

namespace belanjain::marketplace::samples {

/// Takes a piece of the unpacked text; an error ends the reading and comes back from readUnpacked().
using ChunkSink = std::function<tl::expected<void, SampleError>(QByteArrayView)>;

/// Hands over the content of `input` (open for reading: a file, a Qt resource, a buffer), unpacked when it is
/// gzip or xz, as it is otherwise; in pieces, so that memory stays constant. More than `limit` bytes of
/// content are refused, however small the packed file is. Returns how many bytes the content has.
tl::expected<qint64, SampleError> readUnpacked(QIODevice& input, qint64 limit, const ChunkSink& sink);

} // namespace belanjain::marketplace::samples
