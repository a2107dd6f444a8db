// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/compression.h"

#include <zlib.h>

#include <algorithm>

namespace belanjain::http {

namespace {

constexpr qsizetype smallestWorthIt = 1024;
// Answers are made anew for each request: time matters more than the last percent.
constexpr int level = 3;
constexpr int gzipFormat = 16;

// "gzip;q=0.5" as its coding and whether its weight is above zero.
struct Coding
{
    QByteArrayView name;
    bool wanted;
};

Coding readCoding(QByteArrayView item)
{
    const qsizetype semicolon = item.indexOf(';');
    if (semicolon < 0)
        return {item.trimmed(), true};
    const QByteArrayView parameter = item.sliced(semicolon + 1).trimmed();
    const bool isWeight = parameter.size() > 2 && sameToken(parameter.first(2), "q=");
    bool ok = true;
    const double weight = isWeight ? parameter.sliced(2).trimmed().toDouble(&ok) : 1.0;
    return {item.first(semicolon).trimmed(), ok && weight > 0};
}

// Small bodies need no 32 KiB window, and zlib clears what it allocates.
int windowFor(qsizetype size)
{
    int bits = 10;
    while (bits < 15 && (qsizetype(1) << bits) < size)
        ++bits;
    return bits;
}

} // namespace

bool acceptsGzip(QByteArrayView acceptEncoding)
{
    std::optional<bool> named;
    std::optional<bool> any;
    while (!acceptEncoding.isEmpty()) {
        const qsizetype comma = acceptEncoding.indexOf(',');
        const Coding coding = readCoding(comma < 0 ? acceptEncoding : acceptEncoding.first(comma));
        acceptEncoding = comma < 0 ? QByteArrayView() : acceptEncoding.sliced(comma + 1);
        if (sameToken(coding.name, "gzip") || sameToken(coding.name, "x-gzip"))
            named = coding.wanted;
        else if (coding.name == "*")
            any = coding.wanted;
    }
    return named.value_or(any.value_or(false));
}

bool isCompressible(QByteArrayView contentType)
{
    const qsizetype end = contentType.indexOf(';');
    const QByteArray type = (end < 0 ? contentType : contentType.first(end)).trimmed().toByteArray().toLower();
    if (type.startsWith("image/") || type == "text/event-stream")
        return false;
    return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml") || type.endsWith("yaml")
           || type == "application/javascript" || type == "application/x-ndjson";
}

void addVary(Headers& headers, QByteArrayView name)
{
    for (Header& header : headers) {
        if (!sameToken(header.name, "Vary"))
            continue;
        for (const QByteArray& listed : header.value.split(',')) {
            const QByteArray entry = listed.trimmed();
            if (entry == "*" || sameToken(entry, name))
                return;
        }
        header.value += ", ";
        header.value += name;
        return;
    }
    headers.append({QByteArrayLiteral("Vary"), name.toByteArray()});
}

void compressBody(Response& response, bool clientAcceptsGzip)
{
    if (!response.mayCompress || response.body.size() < smallestWorthIt || response.status == 206)
        return;
    if (!headerValue(response.headers, "Content-Encoding").isNull()
        || !isCompressible(headerValue(response.headers, "Content-Type")))
        return;
    addVary(response.headers, "Accept-Encoding");
    if (!clientAcceptsGzip)
        return;
    std::optional<QByteArray> packed = gzip(response.body);
    if (!packed || packed->size() >= response.body.size())
        return;
    response.body = std::move(*packed);
    response.headers.append({QByteArrayLiteral("Content-Encoding"), QByteArrayLiteral("gzip")});
}

class GzipStream::Impl
{
public:
    explicit Impl(int windowBits)
    {
        valid_ = deflateInit2(&stream_, level, Z_DEFLATED, windowBits + gzipFormat, std::min(8, windowBits - 6),
                              Z_DEFAULT_STRATEGY)
                 == Z_OK;
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl()
    {
        if (valid_)
            deflateEnd(&stream_);
    }

    bool isValid() const { return valid_; }

    std::optional<QByteArray> run(QByteArrayView plain, int flush)
    {
        if (!valid_)
            return std::nullopt;
        QByteArray packed;
        do {
            const QByteArrayView part = plain.first(std::min<qsizetype>(plain.size(), maxPart));
            plain = plain.sliced(part.size());
            if (!runPart(part, plain.isEmpty() ? flush : Z_NO_FLUSH, packed))
                return std::nullopt;
        } while (!plain.isEmpty());
        return packed;
    }

private:
    // zlib counts in 32 bits.
    static constexpr qsizetype maxPart = qsizetype(1) << 30;

    bool runPart(QByteArrayView plain, int flush, QByteArray& packed)
    {
        // zlib's interface predates const; it does not write to its input.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
        stream_.avail_in = static_cast<uInt>(plain.size());
        int result = Z_OK;
        do {
            const qsizetype before = packed.size();
            const qsizetype room = std::clamp<qsizetype>(plain.size() / 3, 512, 256 * 1024);
            packed.resize(before + room);
            stream_.next_out = reinterpret_cast<Bytef*>(packed.data() + before);
            stream_.avail_out = static_cast<uInt>(room);
            result = deflate(&stream_, flush);
            packed.resize(before + room - static_cast<qsizetype>(stream_.avail_out));
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
                return false;
        } while (stream_.avail_out == 0 && result != Z_STREAM_END);
        return true;
    }

    z_stream stream_ = {};
    bool valid_ = false;
};

std::optional<QByteArray> gzip(QByteArrayView plain)
{
    return GzipStream::Impl(windowFor(plain.size())).run(plain, Z_FINISH);
}

GzipStream::GzipStream()
    : impl_(std::make_unique<Impl>(15))
{
}

GzipStream::~GzipStream() = default;

bool GzipStream::isValid() const
{
    return impl_->isValid();
}

std::optional<QByteArray> GzipStream::add(QByteArrayView plain)
{
    return impl_->run(plain, Z_NO_FLUSH);
}

std::optional<QByteArray> GzipStream::finish()
{
    return impl_->run({}, Z_FINISH);
}

} // namespace belanjain::http
