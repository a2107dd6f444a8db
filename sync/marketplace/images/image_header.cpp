// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/image_header.h"

#include <optional>

namespace belanjain::marketplace
{
namespace
{

using Result = tl::expected<ImageHeader, ImageRefusal>;

constexpr QByteArrayView jpegMagic("\xFF\xD8\xFF", 3);
constexpr QByteArrayView pngMagic("\x89PNG\r\n\x1A\n", 8);
/// What a progressive picture has is about ten; thousands cost minutes to decode.
constexpr int maxScans = 64;

/// Takes big-endian numbers from the front of bytes; one that is not there makes it bad for good.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes) : m_bytes(bytes) {}

    bool isBad() const { return m_bad; }
    qsizetype left() const { return m_bytes.size() - m_at; }
    quint32 number(int width)
    {
        if (left() < width) {
            m_bad = true;
            return 0;
        }
        quint32 value = 0;
        for (int i = 0; i < width; ++i)
            value = value << 8 | quint8(m_bytes[m_at++]);
        return value;
    }
    QByteArrayView take(qsizetype count)
    {
        if (left() < count) {
            m_bad = true;
            return {};
        }
        const QByteArrayView part = m_bytes.sliced(m_at, count);
        m_at += count;
        return part;
    }
    /// Past the compressed data of a scan, onto the marker that ends it.
    void skipEntropy()
    {
        for (; left() >= 2; ++m_at) {
            const auto next = quint8(m_bytes[m_at + 1]);
            const bool stuffed = next == 0x00 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
            if (quint8(m_bytes[m_at]) == 0xFF && !stuffed)
                return;
        }
        m_bad = true;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_bad = false;
};

tl::unexpected<ImageRefusal> malformed() { return tl::unexpected(ImageRefusal::Malformed); }

Result sized(ImageType type, quint32 width, quint32 height)
{
    constexpr quint32 mostPng = 0x7FFFFFFF;
    if (width == 0 || height == 0 || width > mostPng || height > mostPng)
        return malformed();
    if (quint64(width) * height > quint64(maxPixels))
        return tl::unexpected(ImageRefusal::TooManyPixels);
    return ImageHeader{type, QSize(int(width), int(height))};
}

// PNG specification, 5: chunks of length, name, data and CRC, from IHDR to IEND.
Result readPng(QByteArrayView bytes)
{
    Cursor in(bytes.sliced(pngMagic.size()));
    if (in.number(4) != 13 || in.take(4) != "IHDR")
        return malformed();
    const quint32 width = in.number(4);
    const quint32 height = in.number(4);
    const quint32 depth = in.number(1);
    const quint32 colour = in.number(1);
    const quint32 compression = in.number(1);
    const quint32 filter = in.number(1);
    const quint32 interlace = in.number(1);
    in.number(4);
    if (in.isBad())
        return malformed();
    const bool knownDepth = depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    const bool knownColour = colour == 0 || colour == 2 || colour == 3 || colour == 4 || colour == 6;
    if (!knownDepth || !knownColour || compression != 0 || filter != 0 || interlace > 1)
        return malformed();
    // Before the walk, so that a size that is refused is told as such in a file that ends after it.
    const Result header = sized(ImageType::Png, width, height);
    if (!header)
        return header;
    bool pixels = false;
    while (!in.isBad()) {
        const quint32 length = in.number(4);
        const QByteArrayView name = in.take(4);
        if (in.isBad() || in.left() < 4 || length > quint64(in.left()) - 4)
            return malformed();
        in.take(qsizetype(length) + 4);
        if (name == "IEND")
            return pixels ? header : malformed();
        pixels = pixels || name == "IDAT";
    }
    return malformed();
}

bool isFrame(quint32 marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

Result readFrame(QByteArrayView segment)
{
    Cursor in(segment);
    const quint32 precision = in.number(1);
    const quint32 height = in.number(2);
    const quint32 width = in.number(2);
    const quint32 components = in.number(1);
    if (in.isBad() || precision != 8 || (components != 1 && components != 3 && components != 4)
        || in.left() != qsizetype(components) * 3)
        return malformed();
    return sized(ImageType::Jpeg, width, height);
}

// ITU-T T.81, annex B: segments from SOI to EOI, with compressed data after each SOS.
Result readJpeg(QByteArrayView bytes)
{
    Cursor in(bytes.sliced(2));
    std::optional<ImageHeader> header;
    int scans = 0;
    while (!in.isBad()) {
        if (in.number(1) != 0xFF)
            return malformed();
        quint32 marker = in.number(1);
        while (marker == 0xFF)
            marker = in.number(1);
        if (marker == 0xD9)
            return header && scans > 0 ? Result(*header) : malformed();
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7))
            continue;
        const quint32 length = in.number(2);
        if (in.isBad() || marker < 0xC0 || marker == 0xD8 || length < 2)
            return malformed();
        const QByteArrayView segment = in.take(qsizetype(length) - 2);
        if (in.isBad())
            return malformed();
        if (isFrame(marker)) {
            const Result frame = header ? malformed() : readFrame(segment);
            if (!frame)
                return frame;
            header = *frame;
        } else if (marker == 0xDA) {
            if (!header || ++scans > maxScans)
                return malformed();
            in.skipEntropy();
        }
    }
    return malformed();
}

} // namespace

tl::expected<ImageHeader, ImageRefusal> readImageHeader(QByteArrayView bytes)
{
    if (bytes.startsWith(jpegMagic))
        return readJpeg(bytes);
    if (bytes.startsWith(pngMagic))
        return readPng(bytes);
    return tl::unexpected(ImageRefusal::NotAnImage);
}

} // namespace belanjain::marketplace
