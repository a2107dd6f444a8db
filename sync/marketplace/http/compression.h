// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/response.h"

#include <memory>
#include <optional>

namespace belanjain::http {

/// Whether an Accept-Encoding value (all lines joined) takes gzip: q-values and "*" as in RFC 9110 §12.5.3.
bool acceptsGzip(QByteArrayView acceptEncoding);

/// Text, JSON, XML, JavaScript and the like; not images, not event streams.
bool isCompressible(QByteArrayView contentType);

/// Gzips the body when it is at least 1 KiB of a compressible type, nobody encoded it before and it gets
/// smaller; says so in Content-Encoding, and in Vary whether or not this client took part.
void compressBody(Response& response, bool clientAcceptsGzip);

/// Adds a field name to Vary unless it is there.
void addVary(Headers& headers, QByteArrayView name);

/// The whole of `plain` as one gzip member; empty optional when zlib has no memory.
std::optional<QByteArray> gzip(QByteArrayView plain);

/// A gzip stream fed piece by piece. Use from one thread at a time.
class GzipStream
{
    class Impl;

public:
    GzipStream();
    ~GzipStream();

    /// False when zlib could not start.
    bool isValid() const;
    /// Compressed bytes that are ready, often none; an empty optional when zlib failed.
    std::optional<QByteArray> add(QByteArrayView plain);
    /// The rest, with the trailer.
    std::optional<QByteArray> finish();

private:
    friend std::optional<QByteArray> gzip(QByteArrayView plain);

    std::unique_ptr<Impl> impl_;
};

} // namespace belanjain::http
