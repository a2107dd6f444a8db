// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/pictures.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;

namespace
{

storage::Outcome outcomeOf(const storage::Result<qint64>& changed)
{
    return changed ? storage::Outcome{} : tl::unexpected(changed.error());
}

} // namespace

QJsonObject Picture::json() const
{
    return {{u"sha256"_s, hash},
            {u"url"_s, urlOf(hash)},
            {u"thumbnailUrl"_s, thumbnailUrlOf(hash)},
            {u"width"_s, size.width()},
            {u"height"_s, size.height()}};
}

storage::Outcome notePicture(storage::Database& db, const Picture& picture, Instant now)
{
    return outcomeOf(db.run(u"INSERT INTO pictures (sha256, type, width, height, noted_at) VALUES (?, ?, ?, ?, ?) "
                            "ON CONFLICT (sha256) DO UPDATE SET noted_at = excluded.noted_at"_s,
                            {picture.hash, picture.type == ImageType::Png ? u"png"_s : u"jpeg"_s,
                             picture.size.width(), picture.size.height(), now.ms}));
}

storage::Result<std::optional<Picture>> usePicture(storage::Database& db, const QString& hash)
{
    return db.one(u"UPDATE pictures SET uses = uses + 1 WHERE sha256 = ? RETURNING type, width, height"_s, {hash},
                  [&](const Row& row) {
                      return Picture{hash, row.text(0) == u"png" ? ImageType::Png : ImageType::Jpeg,
                                     QSize(row.integer32(1), row.integer32(2))};
                  });
}

storage::Outcome releasePicture(storage::Database& db, const QString& hash, Instant now)
{
    return outcomeOf(
        db.run(u"UPDATE pictures SET uses = uses - 1, noted_at = ? WHERE sha256 = ?"_s, {now.ms, hash}));
}

storage::Outcome purgePictures(storage::Database& db, Instant now)
{
    return outcomeOf(db.run(u"DELETE FROM pictures WHERE uses = 0 AND noted_at < ?"_s, {now.ms - unusedPictureKeptMs}));
}

storage::Result<QSet<QString>> picturesFrom(storage::Database& db, const QString& prefix)
{
    QSet<QString> hashes;
    // "g" comes after every hexadecimal digit.
    const auto done = db.each(u"SELECT sha256 FROM pictures WHERE sha256 >= ? AND sha256 < ?"_s,
                              {prefix, prefix + u'g'}, [&](const Row& row) { hashes.insert(row.text(0)); });
    if (!done)
        return tl::unexpected(done.error());
    return hashes;
}

} // namespace belanjain::marketplace
