// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/recoded_image.h"

#include <QList>

#include <algorithm>

namespace belanjain::marketplace
{
namespace
{

constexpr qsizetype maxLine = 80;

/// Digits only, at most nine of them.
std::optional<qsizetype> countOf(const QByteArray& text)
{
    const bool digits = !text.isEmpty() && text.size() <= 9
                        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::optional<qsizetype>(text.toInt()) : std::nullopt;
}

bool fits(const QByteArray& file, ImageType type, int edge)
{
    const auto header = readImageHeader(file);
    return header && header->type == type && header->size.width() <= edge && header->size.height() <= edge;
}

} // namespace

QByteArray toWire(const RecodedImage& image)
{
    const QByteArrayList words{"belanjain-image-1", image.type == ImageType::Png ? "png" : "jpeg",
                               QByteArray::number(image.bytes.size()), QByteArray::number(image.thumbnail.size())};
    return words.join(' ') + '\n' + image.bytes + image.thumbnail;
}

std::optional<RecodedImage> fromWire(const QByteArray& bytes)
{
    const qsizetype end = bytes.left(maxLine).indexOf('\n');
    const QByteArrayList words = bytes.left(std::max<qsizetype>(end, 0)).split(' ');
    if (words.size() != 4 || words[0] != "belanjain-image-1" || (words[1] != "png" && words[1] != "jpeg"))
        return std::nullopt;
    const auto length = countOf(words[2]);
    const auto thumbnail = countOf(words[3]);
    if (!length || !thumbnail || end + 1 + *length + *thumbnail != bytes.size())
        return std::nullopt;
    RecodedImage image{words[1] == "png" ? ImageType::Png : ImageType::Jpeg, {}, bytes.mid(end + 1, *length),
                       bytes.mid(end + 1 + *length)};
    if (!fits(image.bytes, image.type, maxEdge) || !fits(image.thumbnail, image.type, thumbnailEdge))
        return std::nullopt;
    image.size = readImageHeader(image.bytes)->size;
    return image;
}

} // namespace belanjain::marketplace
