// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "marketplace/images/recoded_image.h"
#include "storage/address.h"

#include <QByteArray>
#include <QCache>
#include <QSet>
#include <QString>

#include <functional>
#include <mutex>
#include <optional>

#include <tl/expected.hpp>

namespace belanjain::marketplace
{

/// Where a marketplace keeps its pictures: "images" in its data folder, which lies beside the SQLite file
/// unless another is named.
QString imageFolder(const storage::Address& database, const QString& dataDir);

/// SHA-256 of a picture's stored bytes in 64 lower-case hexadecimal digits: its name for good.
bool isImageHash(QStringView text);

enum class ImageSize : quint8 { Full, Thumbnail };

struct StoredImage
{
    ImageType type = ImageType::Jpeg;
    QByteArray bytes;
};

/// Pictures as files named by their content, ab/cdef….jpg with the thumbnail ab/cdef….200.jpg beside it, so
/// that a name never changes its meaning. Several servers may share the folder. Any thread.
class ImageStore
{
public:
    explicit ImageStore(QString folder, qsizetype cacheBytes = 24 * 1024 * 1024);

    /// The file of a picture, whether there is one or not.
    QString pathOf(const QString& hash, ImageType type, ImageSize size) const;

    /// Puts both files on disk, where they have been synced when this returns the hash, or says why not. A
    /// file that is there already becomes as young as a new one.
    tl::expected<QString, QString> put(const RecodedImage& image, Instant now);

    /// Whether both files are there, whole by their size.
    bool holds(const QString& hash, const RecodedImage& image) const;

    /// nullopt when there is none. The hash is checked: what is none finds nothing.
    std::optional<StoredImage> load(const QString& hash, ImageSize size);

    /// Which of the hashes that begin with those two digits are known.
    using Known = std::function<std::optional<QSet<QString>>(const QString& prefix)>;
    /// Removes files older than `before` whose hash is not known, and leftovers of a crash; gives how many.
    /// A file is set aside before it is asked about a second time, so that an upload of the same picture
    /// at that moment either puts it again or has it back (Images::keep is the other half of that).
    qint64 sweep(Instant before, const Known& known);

private:
    tl::expected<void, QString> write(const QString& path, const QByteArray& bytes, Instant now) const;
    qint64 sweepFolder(const QString& prefix, Instant before, const Known& known);

    const QString m_folder;
    std::mutex m_mutex;
    QCache<QString, StoredImage> m_cache;
};

} // namespace belanjain::marketplace
