// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/picture_check.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pasteQuality = 90;

/// By content alone: a name says nothing.
QByteArray formatOf(const QByteArray& bytes)
{
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return "jpeg";
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return "png";
    return {};
}

bool tooManyPixels(const QSize& size) { return qint64(size.width()) * size.height() > maxPicturePixels; }

} // namespace

tl::expected<CheckedPicture, PictureProblem> checkPicture(const QByteArray& bytes)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        return tl::unexpected(PictureProblem::NotAPicture);
    if (bytes.size() > maxPictureBytes)
        return tl::unexpected(PictureProblem::TooLarge);
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format);
    const QSize size = reader.size(); // from the header, before any pixel has memory
    if (!size.isValid() || size.isEmpty())
        return tl::unexpected(PictureProblem::Undecodable);
    if (tooManyPixels(size))
        return tl::unexpected(PictureProblem::TooManyPixels);
    if (reader.read().isNull())
        return tl::unexpected(PictureProblem::Undecodable);
    return CheckedPicture{bytes, size};
}

tl::expected<CheckedPicture, PictureProblem> checkPictureFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(PictureProblem::Unreadable);
    const QByteArray bytes = file.read(maxPictureBytes + 1);
    if (bytes.isEmpty() && file.error() != QFileDevice::NoError)
        return tl::unexpected(PictureProblem::Unreadable);
    return checkPicture(bytes);
}

tl::expected<CheckedPicture, PictureProblem> encodePicture(const QImage& image)
{
    if (image.isNull())
        return tl::unexpected(PictureProblem::NotAPicture);
    if (tooManyPixels(image.size()))
        return tl::unexpected(PictureProblem::TooManyPixels);
    // A screenshot is small and sharp as PNG; a photo is not, and goes as JPEG.
    QByteArray bytes;
    for (const char* format : {"png", "jpeg"}) {
        bytes.clear();
        QBuffer buffer(&bytes);
        if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, format, pasteQuality))
            return tl::unexpected(PictureProblem::Undecodable);
        if (bytes.size() <= maxPictureBytes)
            return CheckedPicture{bytes, image.size()};
    }
    return tl::unexpected(PictureProblem::TooLarge);
}

QImage decodePicture(const QByteArray& bytes, int edge)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || tooManyPixels(size))
        return {};
    if (size.width() > edge || size.height() > edge)
        reader.setScaledSize(size.scaled(edge, edge, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

} // namespace belanjain::ui
