// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "marketplace/images/image_header.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{

/// How long an upload waits to be attached to a product: a desktop that uploads and then loses its network.
inline constexpr qint64 unusedPictureKeptMs = 7LL * 24 * 3600 * 1000;

/// One picture whose files are stored, as the table pictures knows it.
struct Picture
{
    QString hash;
    ImageType type = ImageType::Jpeg;
    QSize size;

    /// "/v1/images/<hash>": relative to the marketplace's address, like every URL in its answers.
    static QString urlOf(const QString& hash) { return QStringLiteral("/v1/images/") + hash; }
    static QString thumbnailUrlOf(const QString& hash) { return urlOf(hash) + QStringLiteral("?size=200"); }
    /// {sha256, url, thumbnailUrl, width, height}
    QJsonObject json() const;
};

// All inside the caller's transaction.

/// Notes a picture whose files are durable. One that is noted already starts its wait anew.
storage::Outcome notePicture(storage::Database& db, const Picture& picture, Instant now);
/// Counts one more use; nullopt when there is no such picture. Locks its row against forgetting it.
storage::Result<std::optional<Picture>> usePicture(storage::Database& db, const QString& hash);
/// Counts one use less; the wait of an unused picture starts now.
storage::Outcome releasePicture(storage::Database& db, const QString& hash, Instant now);
/// Forgets pictures that nobody uses and that have waited long enough. Their files go with a later sweep.
storage::Outcome purgePictures(storage::Database& db, Instant now);
/// The hashes known that begin with these two digits.
storage::Result<QSet<QString>> picturesFrom(storage::Database& db, const QString& prefix);

} // namespace belanjain::marketplace
