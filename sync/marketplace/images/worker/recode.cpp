// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/worker/recode.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>

#include <algorithm>
#include <cstring>

namespace belanjain::marketplace
{
namespace
{

constexpr int allocationMiB = 384;
constexpr int jpegQuality = 88;
/// An opaque PNG over this is a photograph rather than a drawing, and a quarter of the size as JPEG.
constexpr qsizetype opaquePngBytes = 1024 * 1024;

QByteArray formatOf(ImageType type) { return type == ImageType::Png ? "png" : "jpeg"; }

QSize bounded(QSize size, int edge)
{
    if (size.width() > edge || size.height() > edge)
        size.scale(edge, edge, Qt::KeepAspectRatio);
    return size.expandedTo(QSize(1, 1));
}

QImage decode(const QByteArray& bytes, const ImageHeader& header)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, formatOf(header.type));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    reader.setQuality(90);
    if (reader.size() != header.size)
        return {};
    // A JPEG is decoded at an eighth, quarter or half of its size when that is enough.
    reader.setScaledSize(bounded(header.size, maxEdge));
    return reader.read();
}

bool hasSeeThroughPixel(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return true;
    }
    return false;
}

/// The pixels alone, in sRGB: a QImage drags texts, a colour profile and a resolution along.
QImage bare(QImage image)
{
    if (image.isNull())
        return {};
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    QImage source = image.convertToFormat(QImage::Format_ARGB32);
    if (source.isNull())
        return {};
    QImage clean(source.size(), hasSeeThroughPixel(source) ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    if (clean.isNull())
        return {};
    for (int y = 0; y < clean.height(); ++y)
        std::memcpy(clean.scanLine(y), source.constScanLine(y), size_t(clean.width()) * sizeof(QRgb));
    return clean;
}

QByteArray encode(const QImage& image, ImageType type)
{
    QBuffer buffer;
    QImageWriter writer(&buffer, formatOf(type));
    if (type == ImageType::Jpeg) {
        writer.setQuality(jpegQuality);
        writer.setOptimizedWrite(true);
    }
    return writer.write(image) ? buffer.data() : QByteArray();
}

} // namespace

bool prepareToRecode()
{
    QImageReader::setAllocationLimit(allocationMiB);
    QImage probe(2, 2, QImage::Format_RGB32);
    probe.fill(0xFF336699);
    for (const ImageType type : {ImageType::Jpeg, ImageType::Png}) {
        const QByteArray bytes = encode(probe, type);
        if (bytes.isEmpty() || bare(decode(bytes, {type, probe.size()})).size() != probe.size())
            return false;
    }
    return true;
}

std::optional<RecodedImage> recode(const QByteArray& bytes)
{
    const auto header = readImageHeader(bytes);
    if (!header)
        return std::nullopt;
    const QImage image = bare(decode(bytes, *header));
    if (image.isNull())
        return std::nullopt;
    RecodedImage result{header->type, image.size(), encode(image, header->type), {}};
    if (result.type == ImageType::Png && !image.hasAlphaChannel() && result.bytes.size() > opaquePngBytes) {
        result.type = ImageType::Jpeg;
        result.bytes = encode(image, ImageType::Jpeg);
    }
    const QSize small = bounded(image.size(), thumbnailEdge);
    result.thumbnail = encode(image.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), result.type);
    if (result.bytes.isEmpty() || result.thumbnail.isEmpty())
        return std::nullopt;
    return result;
}

} // namespace belanjain::marketplace
