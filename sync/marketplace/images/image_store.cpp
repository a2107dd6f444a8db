// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/image_store.h"

#include "storage/durable_file.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <array>
#include <filesystem>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qsizetype hashLength = 64;
const QString asideSuffix = u".swept"_s;

bool syncFile(QFile& file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

/// A renamed file is durable once its folder is.
bool syncFolder([[maybe_unused]] const QString& path)
{
#ifdef Q_OS_WIN
    return true;
#else
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
#endif
}

/// Over what is there, in one step.
bool renameOver(const QString& from, const QString& to)
{
    std::error_code error;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(), QFileInfo(to).filesystemFilePath(), error);
    return !error;
}

bool touch(const QString& path, qint64 size, Instant now)
{
    QFile file(path);
    return file.size() == size && file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)
           && file.setFileTime(QDateTime::fromMSecsSinceEpoch(now.ms), QFileDevice::FileModificationTime);
}

} // namespace

QString imageFolder(const storage::Address& database, const QString& dataDir)
{
    const QString folder = dataDir.isEmpty() ? QFileInfo(database.file).absolutePath() : dataDir;
    return folder + u"/images"_s;
}

bool isImageHash(QStringView text)
{
    return text.size() == hashLength && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

ImageStore::ImageStore(QString folder, qsizetype cacheBytes) : m_folder(std::move(folder)), m_cache(cacheBytes) {}

QString ImageStore::pathOf(const QString& hash, ImageType type, ImageSize size) const
{
    return m_folder + u'/' + hash.first(2) + u'/' + hash.sliced(2) + (size == ImageSize::Thumbnail ? u".200"_s : u""_s)
           + (type == ImageType::Png ? u".png"_s : u".jpg"_s);
}

tl::expected<void, QString> ImageStore::write(const QString& path, const QByteArray& bytes, Instant now) const
{
    if (touch(path, bytes.size(), now))
        return {};
    QTemporaryFile file(path + u".XXXXXX"_s);
    // Asking for the name gives the file one, where it was made without.
    const bool written = file.open() && !file.fileName().isEmpty() && file.write(bytes) == bytes.size() && file.flush()
                         && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup)
                         && file.setFileTime(QDateTime::fromMSecsSinceEpoch(now.ms), QFileDevice::FileModificationTime)
                         && syncFile(file);
    if (!written)
        return tl::unexpected(u"cannot write a picture: "_s + file.errorString());
    const QString name = file.fileName();
    file.close();
    if (!renameOver(name, path))
        return tl::unexpected(u"cannot name a picture's file"_s);
    file.setAutoRemove(false);
    return {};
}

tl::expected<QString, QString> ImageStore::put(const RecodedImage& image, Instant now)
{
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(image.bytes, QCryptographicHash::Sha256).toHex());
    const QString folder = m_folder + u'/' + hash.first(2);
    if (!storage::makeFolder(folder))
        return tl::unexpected(u"cannot make the folder for pictures"_s);
    // The thumbnail first: where the picture is, everything is.
    for (const ImageSize size : {ImageSize::Thumbnail, ImageSize::Full}) {
        const QByteArray& bytes = size == ImageSize::Full ? image.bytes : image.thumbnail;
        if (const auto written = write(pathOf(hash, image.type, size), bytes, now); !written)
            return tl::unexpected(written.error());
    }
    if (!syncFolder(folder) || !syncFolder(m_folder))
        return tl::unexpected(u"cannot sync the folder for pictures"_s);
    return hash;
}

bool ImageStore::holds(const QString& hash, const RecodedImage& image) const
{
    const auto is = [&](ImageSize size, const QByteArray& bytes) {
        return QFileInfo(pathOf(hash, image.type, size)).size() == bytes.size();
    };
    return is(ImageSize::Thumbnail, image.thumbnail) && is(ImageSize::Full, image.bytes);
}

std::optional<StoredImage> ImageStore::load(const QString& hash, ImageSize size)
{
    if (!isImageHash(hash))
        return std::nullopt;
    const QString key = size == ImageSize::Full ? hash : hash + u".200"_s;
    {
        const std::lock_guard lock(m_mutex);
        if (const StoredImage* cached = m_cache.object(key))
            return *cached;
    }
    for (const ImageType type : {ImageType::Jpeg, ImageType::Png}) {
        QFile file(pathOf(hash, type, size));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        StoredImage image{type, file.readAll()};
        if (image.bytes.size() != file.size() || image.bytes.isEmpty())
            return std::nullopt;
        const std::lock_guard lock(m_mutex);
        m_cache.insert(key, new StoredImage(image), image.bytes.size());
        return image;
    }
    return std::nullopt;
}

qint64 ImageStore::sweepFolder(const QString& prefix, Instant before, const Known& known)
{
    const QString folder = m_folder + u'/' + prefix;
    QStringList old;
    for (QDirIterator it(folder, QDir::Files); it.hasNext();) {
        it.next();
        if (it.fileInfo().lastModified().toMSecsSinceEpoch() < before.ms)
            old.append(it.fileName());
    }
    if (old.isEmpty())
        return 0;
    const auto hashOf = [&](const QString& name) { return prefix + name.section(u'.', 0, 0); };
    const auto isWhole = [](const QString& name) {
        return name.count(u'.') == (name.contains(u".200."_s) ? 2 : 1);
    };
    const auto first = known(prefix);
    if (!first)
        return 0;
    QStringList aside;
    qint64 removed = 0;
    for (const QString& name : std::as_const(old)) {
        const QString path = folder + u'/' + name;
        if (name.endsWith(asideSuffix)) // set aside by a sweep that did not end
            aside.append(name.chopped(asideSuffix.size()));
        else if (!isWhole(name))        // an upload that did not end
            removed += QFile::remove(path) ? 1 : 0;
        else if (!first->contains(hashOf(name)) && renameOver(path, path + asideSuffix))
            aside.append(name);
    }
    if (aside.isEmpty())
        return removed;
    const auto second = known(prefix);
    for (const QString& name : std::as_const(aside)) {
        const QString path = folder + u'/' + name;
        if (!second || second->contains(hashOf(name))) {
            if (!QFileInfo::exists(path))
                renameOver(path + asideSuffix, path);
        } else if (QFile::remove(path + asideSuffix)) {
            ++removed;
            const std::lock_guard lock(m_mutex);
            m_cache.remove(hashOf(name));
            m_cache.remove(hashOf(name) + u".200"_s);
        }
    }
    return removed;
}

qint64 ImageStore::sweep(Instant before, const Known& known)
{
    qint64 removed = 0;
    const QStringList prefixes = QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& prefix : prefixes) {
        if (prefix.size() == 2)
            removed += sweepFolder(prefix, before, known);
    }
    return removed;
}

} // namespace belanjain::marketplace
