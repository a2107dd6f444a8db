// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/picture_thumbnails.h"

#include "pictures/picture_check.h"

#include <QPointer>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int smallEdge = 200;
/// Larger than any place that shows a whole picture, at twice the scale.
constexpr int largeEdge = 1'200;
constexpr int smallKiB = 24 * 1'024;
constexpr int largeKiB = 48 * 1'024;
constexpr int pixmapKiB = 24 * 1'024;
constexpr int againMs = 30'000;

template<class Key, class Value>
void put(QCache<Key, Value>& cache, const Key& key, const Value& value, qint64 bytes)
{
    cache.insert(key, new Value(value), std::max<qint64>(1, bytes / 1'024));
}

} // namespace

PictureThumbnails::PictureThumbnails(ports::Pictures& pictures, QObject* parent)
    : ThumbnailSource(parent)
    , m_pictures(pictures)
    , m_small(smallKiB)
    , m_large(largeKiB)
    , m_pixmaps(pixmapKiB)
{
    m_pool.setMaxThreadCount(2);
    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &PictureThumbnails::tryMissingAgain);
    connect(&pictures, &ports::Pictures::available, this, &PictureThumbnails::tryMissingAgain);
    connect(&pictures, &ports::Pictures::thumbnailRead, this,
            [this](const QString& hash, const QByteArray& bytes) { take(hash, false, bytes); });
    connect(&pictures, &ports::Pictures::pictureRead, this,
            [this](const QString& hash, const QByteArray& bytes) { take(hash, true, bytes); });
}

PictureThumbnails::~PictureThumbnails()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QPixmap PictureThumbnails::thumbnail(const QString& imageHash, int px, qreal devicePixelRatio)
{
    return pixmap(imageHash, px, devicePixelRatio, true);
}

QPixmap PictureThumbnails::whole(const QString& imageHash, int px, qreal devicePixelRatio)
{
    return pixmap(imageHash, px, devicePixelRatio, false);
}

QPixmap PictureThumbnails::pixmap(const QString& hash, int px, qreal ratio, bool cut)
{
    if (hash.isEmpty())
        return {};
    const int pixels = qRound(px * ratio);
    const Pixmap key{hash, pixels, qRound(ratio * 100), cut};
    if (const QPixmap* ready = m_pixmaps.object(key))
        return *ready;
    const bool large = pixels > smallEdge;
    QSet<QString>& asked = large ? m_askedLarge : m_askedSmall;
    const QImage* image = large ? m_large.object(hash) : m_small.object(hash);
    const bool final = image != nullptr;
    if (!image && !asked.contains(hash) && !m_missing.contains(hash)) {
        asked.insert(hash);
        if (large)
            m_pictures.readPicture(hash);
        else
            m_pictures.readThumbnail(hash);
    }
    if (!image)
        image = large ? m_small.object(hash) : m_large.object(hash); // coarse until the right one comes
    if (!image)
        return {};
    const QSize box(pixels, pixels);
    QImage scaled = image->scaled(box, cut ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio,
                                  Qt::SmoothTransformation);
    if (cut)
        scaled = scaled.copy((scaled.width() - pixels) / 2, (scaled.height() - pixels) / 2, pixels, pixels);
    QPixmap made = QPixmap::fromImage(scaled);
    made.setDevicePixelRatio(ratio);
    if (final)
        put(m_pixmaps, key, made, scaled.sizeInBytes());
    return made;
}

void PictureThumbnails::take(const QString& hash, bool large, const QByteArray& bytes)
{
    QSet<QString>& asked = large ? m_askedLarge : m_askedSmall;
    if (!asked.contains(hash))
        return; // another screen's wish
    if (bytes.isEmpty()) {
        decoded(hash, large, {});
        return;
    }
    const int edge = large ? largeEdge : smallEdge;
    m_pool.start([self = QPointer(this), hash, large, bytes, edge] {
        const QImage image = decodePicture(bytes, edge);
        // The pool ends before its owner does, so the pointer is good here.
        QMetaObject::invokeMethod(
            self.data(), [self, hash, large, image] { self->decoded(hash, large, image); }, Qt::QueuedConnection);
    });
}

void PictureThumbnails::decoded(const QString& hash, bool large, const QImage& image)
{
    (large ? m_askedLarge : m_askedSmall).remove(hash);
    if (image.isNull()) {
        m_missing.insert(hash);
        if (!m_again.isActive())
            m_again.start();
        return;
    }
    put(large ? m_large : m_small, hash, image, image.sizeInBytes());
    Q_EMIT arrived(hash);
}

void PictureThumbnails::tryMissingAgain()
{
    const QSet<QString> missing = std::exchange(m_missing, {});
    // Whoever still shows one paints it again, and asks with that.
    for (const QString& hash : missing)
        Q_EMIT arrived(hash);
}

} // namespace belanjain::ui
