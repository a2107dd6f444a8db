// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/account/stored_data.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using ports::StoredData;
namespace
{

const QString cacheFolder = QStringLiteral("/pictures/cache");

qint64 sizeBelow(const QString& folder)
{
    qint64 bytes = 0;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        bytes += it.fileInfo().size();
    }
    return bytes;
}

struct Named
{
    QString occasion; ///< the part of the name that files set aside together share
    std::optional<Instant> at;
};

/// "damaged-20261121-143200" of a seller's replica (replica/recovery), "shop.db-wal.damaged-1763735520000" of a
/// buyer's shop (shop/shop_workspace); nullopt for everything else.
std::optional<Named> asideName(const QString& name)
{
    static const QRegularExpression folder(u"^damaged-(\\d{8}-\\d{6})(-\\d+)?$"_s);
    static const QRegularExpression file(u"^shop\\.db(-wal|-shm)?\\.damaged-(\\d{1,15})$"_s);
    if (const auto match = folder.match(name); match.hasMatch()) {
        QDateTime at = QDateTime::fromString(match.captured(1), u"yyyyMMdd-HHmmss"_s);
        at.setTimeZone(QTimeZone::utc());
        return Named{name, at.isValid() ? std::optional(Instant{at.toMSecsSinceEpoch()}) : std::nullopt};
    }
    if (const auto match = file.match(name); match.hasMatch())
        return Named{match.captured(2), Instant{match.captured(2).toLongLong()}};
    return std::nullopt;
}

void addAside(QList<StoredData::SetAside>& all, QHash<QString, qsizetype>& known, const Named& named, const QFileInfo& entry)
{
    const auto at = known.value(named.occasion, all.size());
    if (at == all.size()) {
        known.insert(named.occasion, at);
        all.append({.names = {}, .at = named.at, .bytes = 0});
    }
    all[at].names << entry.fileName();
    all[at].bytes += entry.isDir() ? sizeBelow(entry.filePath()) : entry.size();
}

/// 1 when it is still there.
int removed(const QFileInfo& entry)
{
    if (entry.isDir() && !entry.isSymLink())
        return QDir(entry.filePath()).removeRecursively() ? 0 : 1;
    return QFile::remove(entry.filePath()) ? 0 : 1;
}

} // namespace

StoredData storedIn(const QString& folder)
{
    StoredData stored{.folder = folder};
    QHash<QString, qsizetype> known;
    const auto entries = QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo& entry : entries) {
        if (const auto named = asideName(entry.fileName()))
            addAside(stored.setAside, known, *named, entry);
        else if (entry.isFile() && entry.fileName().contains(u".edits"))
            stored.edits += entry.size();
        else if (entry.isFile())
            stored.data += entry.size();
    }
    stored.pictures = sizeBelow(folder + cacheFolder);
    stored.waitingPictures = sizeBelow(folder + u"/pictures/waiting"_s);
    std::stable_sort(stored.setAside.begin(), stored.setAside.end(), [](const auto& a, const auto& b) {
        return a.at.value_or(Instant{}).ms > b.at.value_or(Instant{}).ms;
    });
    return stored;
}

StoredDataKeeper::StoredDataKeeper(QString folder, QObject* parent)
    : ports::StoredDataKeeper(parent)
    , m_folder(std::move(folder))
{
    m_pool.setMaxThreadCount(1); // one after the other, as they were asked for
}

StoredDataKeeper::~StoredDataKeeper()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void StoredDataKeeper::afterwards(std::function<int()> task)
{
    m_pool.start([this, task = std::move(task)] {
        const int left = task();
        const StoredData stored = storedIn(m_folder);
        QMetaObject::invokeMethod(
            this,
            [this, left, stored] {
                if (left > 0)
                    Q_EMIT notDeleted(left);
                Q_EMIT measured(stored);
            },
            Qt::QueuedConnection);
    });
}

void StoredDataKeeper::measure()
{
    afterwards([] { return 0; });
}

void StoredDataKeeper::clearPictures()
{
    afterwards([cache = m_folder + cacheFolder] {
        // Files alone: a folder that goes while a picture is being written into it would fail that.
        int left = 0;
        QDirIterator it(cache, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            it.next();
            left += removed(it.fileInfo());
        }
        return left;
    });
}

void StoredDataKeeper::removeSetAside(const QStringList& names)
{
    afterwards([names, folder = QDir(m_folder)] {
        int left = 0;
        for (const QString& name : names) {
            if (asideName(name) && folder.exists(name))
                left += removed(QFileInfo(folder.filePath(name)));
        }
        return left;
    });
}

} // namespace belanjain::engine
