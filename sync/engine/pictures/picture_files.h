// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"

#include <QByteArray>
#include <QDir>
#include <QString>

#include <optional>

namespace belanjain::engine
{

/// Whether this is a content hash as the marketplace writes it; nothing else becomes part of a file's name.
bool isPictureHash(QStringView text);

/// The pictures of one account on disk. `waiting` holds what was taken here, by the hash of its bytes, until the
/// marketplace has it; `cache` what was fetched, up to a limit, the least recently used going first. Files are
/// written whole or not at all. Any number of these may look at one folder; only one may trim it.
class PictureFiles
{
public:
    enum class Kind { Thumbnail, Whole };

    /// The folder is made when something is written.
    PictureFiles(const QString& folder, const ports::Clock& clock, qint64 cacheLimit = defaultLimit);

    static constexpr qint64 defaultLimit = 200LL << 20;

    /// Durable when it returns; gives the hash, nullopt when it could not be written.
    std::optional<QString> putWaiting(const QByteArray& bytes);
    /// Empty when there is none, or its bytes are no longer what they were.
    QByteArray waiting(const QString& hash) const;
    void removeWaiting(const QString& hash);
    QStringList allWaiting() const;
    /// Once uploaded: what waited under `local` is shown under the marketplace's hash without being fetched.
    void adopt(const QString& local, const QString& hash);

    QByteArray cached(const QString& hash, Kind kind);
    /// Forgets the least recently used when there is too much. A failure only means that it is fetched again.
    void putCached(const QString& hash, Kind kind, const QByteArray& bytes);
    qint64 cachedBytes();

private:
    QString waitingPath(const QString& hash) const;
    QString cachePath(const QString& hash, Kind kind) const;
    void trim();
    void date(const QString& path) const;

    QString m_folder;
    const ports::Clock& m_clock;
    qint64 m_limit;
    qint64 m_bytes = -1; ///< of the cache; -1: not counted yet
};

} // namespace belanjain::engine
