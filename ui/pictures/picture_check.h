// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

#include <tl/expected.hpp>

namespace belanjain::ui {

/// The marketplace's limits on a picture (contract, POST /v1/products/{id}/images), checked before it is kept.
inline constexpr qint64 maxPictureBytes = 5LL << 20;
inline constexpr qint64 maxPicturePixels = 30'000'000;

enum class PictureProblem { NotAPicture, TooLarge, TooManyPixels, Undecodable, Unreadable };

struct CheckedPicture
{
    QByteArray bytes;
    QSize size;
};

/// JPEG or PNG by its first bytes, small enough, and a picture from end to end. Decodes it: not for the GUI thread.
tl::expected<CheckedPicture, PictureProblem> checkPicture(const QByteArray& bytes);
/// The same for a file, of which no more is read than may be kept.
tl::expected<CheckedPicture, PictureProblem> checkPictureFile(const QString& path);
/// A picture from the clipboard, as bytes that can be kept. Not for the GUI thread.
tl::expected<CheckedPicture, PictureProblem> encodePicture(const QImage& image);

/// Decodes to at most `edge` pixels a side, upright; null when it is no picture. Never more than the pixels
/// that checkPicture() lets through. Any thread.
QImage decodePicture(const QByteArray& bytes, int edge);

} // namespace belanjain::ui
