// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/thumbnail_source.h"
#include "ports/pictures.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

namespace belanjain::ui {

/// Pictures of products as pixmaps: read through the port when a cell is first painted, decoded on threads of its
/// own, kept in memory while they are used. Anything over 200 pixels is made from the whole picture.
class PictureThumbnails : public ThumbnailSource
{
    Q_OBJECT

public:
    /// The port outlives it.
    explicit PictureThumbnails(ports::Pictures& pictures, QObject* parent = nullptr);
    ~PictureThumbnails() override;

    /// A square, cut from the middle.
    QPixmap thumbnail(const QString& imageHash, int px, qreal devicePixelRatio) override;
    /// The whole picture, fitted into a square of that many logical pixels; null as with thumbnail().
    QPixmap whole(const QString& imageHash, int px, qreal devicePixelRatio);

private:
    struct Pixmap
    {
        QString hash;
        int pixels;
        int ratioHundredths;
        bool cut;
        bool operator==(const Pixmap&) const = default;
    };
    friend size_t qHash(const Pixmap& key, size_t seed)
    {
        return qHashMulti(seed, key.hash, key.pixels, key.ratioHundredths, key.cut);
    }

    QPixmap pixmap(const QString& hash, int px, qreal ratio, bool cut);
    void take(const QString& hash, bool large, const QByteArray& bytes);
    void decoded(const QString& hash, bool large, const QImage& image);
    void tryMissingAgain();

    ports::Pictures& m_pictures;
    QThreadPool m_pool;
    QCache<QString, QImage> m_small; ///< costs in KiB
    QCache<QString, QImage> m_large;
    QCache<Pixmap, QPixmap> m_pixmaps;
    QSet<QString> m_askedSmall;
    QSet<QString> m_askedLarge;
    QSet<QString> m_missing; ///< not to be asked for again just yet
    QTimer m_again;
};

} // namespace belanjain::ui
