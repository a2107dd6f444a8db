// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pictures/picture_files.h"

#include "storage/durable_file.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qint64 maxFileBytes = 32LL << 20;
/// A file that is read often is not dated each time.
constexpr qint64 datedMs = 600'000;

QString hashOf(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool write(const QString& path, const QByteArray& bytes)
{
    if (!storage::makeFolder(QFileInfo(path).path()))
        return false;
    QSaveFile file(path); // written to disk before it takes its name
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && storage::commitDurably(file);
}

QByteArray read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxFileBytes)
        return {};
    return file.readAll();
}

} // namespace

bool isPictureHash(QStringView text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

PictureFiles::PictureFiles(const QString& folder, const ports::Clock& clock, qint64 cacheLimit)
    : m_folder(folder)
    , m_clock(clock)
    , m_limit(cacheLimit)
{
}

QString PictureFiles::waitingPath(const QString& hash) const { return m_folder + u"/waiting/"_s + hash; }

QString PictureFiles::cachePath(const QString& hash, Kind kind) const
{
    return u"%1/cache/%2/%3%4"_s.arg(m_folder, hash.left(2), hash, kind == Kind::Thumbnail ? u"-200"_s : QString());
}

std::optional<QString> PictureFiles::putWaiting(const QByteArray& bytes)
{
    const QString hash = hashOf(bytes);
    const QString path = waitingPath(hash);
    if (read(path) == bytes)
        return hash;
    if (!write(path, bytes))
        return std::nullopt;
    return hash;
}

QByteArray PictureFiles::waiting(const QString& hash) const
{
    if (!isPictureHash(hash))
        return {};
    const QByteArray bytes = read(waitingPath(hash));
    return bytes.isEmpty() || hashOf(bytes) != hash ? QByteArray() : bytes;
}

void PictureFiles::removeWaiting(const QString& hash)
{
    if (isPictureHash(hash))
        QFile::remove(waitingPath(hash));
}

QStringList PictureFiles::allWaiting() const
{
    QStringList hashes = QDir(m_folder + u"/waiting"_s).entryList(QDir::Files, QDir::Name);
    hashes.removeIf([](const QString& name) { return !isPictureHash(name); });
    return hashes;
}

void PictureFiles::adopt(const QString& local, const QString& hash)
{
    const QByteArray bytes = waiting(local);
    if (bytes.isEmpty() || !isPictureHash(hash))
        return;
    putCached(hash, Kind::Whole, bytes);
}

QByteArray PictureFiles::cached(const QString& hash, Kind kind)
{
    if (!isPictureHash(hash))
        return {};
    const QString path = cachePath(hash, kind);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxFileBytes)
        return {};
    QByteArray bytes = file.readAll();
    file.close();
    if (m_clock.now().ms - QFileInfo(path).lastModified().toMSecsSinceEpoch() > datedMs)
        date(path);
    return bytes;
}

void PictureFiles::putCached(const QString& hash, Kind kind, const QByteArray& bytes)
{
    if (!isPictureHash(hash) || bytes.isEmpty() || bytes.size() > m_limit)
        return;
    cachedBytes();
    const QString path = cachePath(hash, kind);
    const qint64 before = QFileInfo(path).size();
    if (!write(path, bytes))
        return;
    date(path);
    m_bytes += bytes.size() - before;
    if (m_bytes > m_limit)
        trim();
}

qint64 PictureFiles::cachedBytes()
{
    if (m_bytes >= 0)
        return m_bytes;
    m_bytes = 0;
    QDirIterator it(m_folder + u"/cache"_s, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        m_bytes += it.fileInfo().size();
    }
    return m_bytes;
}

/// What was used last is what goes last.
void PictureFiles::date(const QString& path) const
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite))
        file.setFileTime(QDateTime::fromMSecsSinceEpoch(m_clock.now().ms), QFileDevice::FileModificationTime);
}

void PictureFiles::trim()
{
    QFileInfoList files;
    m_bytes = 0; // somebody may have emptied the folder
    QDirIterator it(m_folder + u"/cache"_s, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        files.append(it.fileInfo());
        m_bytes += it.fileInfo().size();
    }
    std::sort(files.begin(), files.end(),
              [](const QFileInfo& a, const QFileInfo& b) { return a.lastModified() < b.lastModified(); });
    for (const QFileInfo& file : std::as_const(files)) {
        // A tenth is freed at once, so that not every picture looks through the whole folder.
        if (m_bytes <= m_limit - m_limit / 10)
            return;
        if (QFile::remove(file.filePath()))
            m_bytes -= file.size();
    }
}

} // namespace belanjain::engine
