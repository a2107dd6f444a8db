// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>

namespace belanjain::testing
{

/// A picture with a different colour in each quarter: red, green, blue and yellow from the top left.
inline QImage quarters(int width, int height, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(width, height, QImage::Format_ARGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool right = x >= width / 2;
            const bool low = y >= height / 2;
            image.setPixel(x, y, low ? (right ? 0xFFFFFF00 : 0xFF0000FF) : (right ? 0xFF00FF00 : 0xFFFF0000));
        }
    }
    return image.convertToFormat(format);
}

inline QByteArray encoded(const QImage& image, const char* format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, qstrcmp(format, "png") == 0 ? 10 : 95); // a PNG's quality is its size
    return buffer.data();
}
inline QByteArray jpeg(int width, int height) { return encoded(quarters(width, height), "jpeg"); }
inline QByteArray png(int width, int height) { return encoded(quarters(width, height), "png"); }

/// The JPEG with an EXIF block that says how it lies and where it was taken (6°12' S).
inline QByteArray withExif(const QByteArray& jpeg, char orientation)
{
    using Bytes = QByteArray;
    const auto zeros = [](int count) { return Bytes(count, '\0'); };
    Bytes tiff("MM\0\x2A\0\0\0\x08", 8);
    tiff += Bytes("\0\x02", 2);
    tiff += Bytes("\x01\x12\0\x03\0\0\0\x01\0", 9) + orientation + zeros(2); // Orientation
    tiff += Bytes("\x88\x25\0\x04\0\0\0\x01\0\0\0\x26", 12) + zeros(4);      // GPS directory at 38
    tiff += Bytes("\0\x01\0\x01\0\x02\0\0\0\x02", 10) + "S" + zeros(3) + zeros(4);
    tiff += "Jalan Rahasia 7";
    const Bytes payload = Bytes("Exif\0\0", 6) + tiff;
    const auto length = quint16(payload.size() + 2);
    return jpeg.first(2) + "\xFF\xE1" + char(length >> 8) + char(length & 0xFF) + payload + jpeg.sliced(2);
}

/// The start of a PNG that says it is that large.
inline QByteArray pngHeader(quint32 width, quint32 height)
{
    QByteArray bytes = png(1, 1);
    for (int i = 0; i < 4; ++i) {
        bytes[16 + i] = char(width >> (24 - 8 * i));
        bytes[20 + i] = char(height >> (24 - 8 * i));
    }
    return bytes;
}

/// 16 × 8 pixels of red in the inks of a printer.
inline QByteArray cmykJpeg()
{
    return QByteArray::fromBase64(
        "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdo"
        "Zz5NcXlwZHhcZWdj/9sAQwEREhIYFRgvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj"
        "Y2NjY2Nj/8AAFAgACAAQBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/"
        "xAAVAQEBAAAAAAAAAAAAAAAAAAAFBv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AtAFEG0AB/9k=");
}

} // namespace belanjain::testing
