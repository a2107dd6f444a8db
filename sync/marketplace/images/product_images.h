// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/catalogue/write_context.h"
#include "marketplace/images/pictures.h"

#include <QJsonArray>
#include <QStringList>

namespace belanjain::marketplace
{

inline constexpr int maxProductImages = 5;

/// Field of the violation (NotFound) that says that a picture was never uploaded, or was forgotten since.
inline constexpr QStringView pictureField = u"sha256";

// A product's images are a column of its row: a JSON array of {id, sha256, width, height, position} in
// order of position, from 0 and without gaps. Sync rows carry it as it is; what buyers see has URLs
// instead of the hash.

/// The column's text as the contract's {id, url, thumbnailUrl, width, height, position}.
QJsonArray imagesForPeople(const QString& column);

/// Attaches a stored picture, at a position or at the end, and gives the image as people see it. Again with
/// the same ids it changes nothing. NotFound for another store's product (field "id") or an unknown picture
/// (pictureField), TooMany beyond maxProductImages, Duplicate when the id is another picture's.
Ruled<QJsonObject> attachImage(const WriteContext& context, const ProductId& product, const ImageId& id,
                               const QString& hash, std::optional<qint64> position);

/// Takes an image off a product; the others close up. NotFound when the product has no such image.
Ruled<void> removeImage(const WriteContext& context, const ProductId& product, const ImageId& id);

/// Puts a product's images in that order. False when these are not exactly its images.
Ruled<bool> orderImages(const WriteContext& context, const ProductId& product, const QStringList& ids);

/// Puts these of a product's images first, in that order; those not named keep theirs behind them, and ids that it
/// has no image of are passed over. NotFound for another store's product.
Ruled<void> arrangeImages(const WriteContext& context, const ProductId& product, const QStringList& ids);

} // namespace belanjain::marketplace
