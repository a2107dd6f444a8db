// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/catalogue.h"
#include "marketplace/samples/online_retail.h"
#include "marketplace/samples/prdect.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <tl/expected.hpp>

namespace belanjain::marketplace::samples {

/// Where the pack is compiled in; a directory with the same files does as well.
inline constexpr QLatin1StringView builtInPack{":/samples"};

/// The sample marketplace.
struct Pack
{
    QList<SampleStore> stores; ///< one per city, with PRDECT-ID's 1,308 products and two invented ones
    PrdectReport report;
    OnlineRetail retail; ///< one more store, with a year of orders
};

/// Reads the whole pack; a fraction of a second. Any thread.
tl::expected<Pack, SampleError> loadPack(const QString& directory = QString(builtInPack));

/// The bytes (JPEG) of a photo that a product names, or of its thumbnail, which has the same name below
/// thumbnails/.
tl::expected<QByteArray, SampleError> loadPhoto(const QString& photo,
                                                const QString& directory = QString(builtInPack));
tl::expected<QByteArray, SampleError> loadThumbnail(const QString& photo,
                                                    const QString& directory = QString(builtInPack));

} // namespace belanjain::marketplace::samples
