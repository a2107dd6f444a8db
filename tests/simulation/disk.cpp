// SPDX-License-Identifier: GPL-3.0-or-later
#include "disk.h"

#include "disk_layer.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

#include <sqlite3.h>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
using storage::Outcome;
namespace
{

constexpr qsizetype sectorBytes = 512;

/// The database that a file belongs to: a log or an index of it has its name, and more.
QString databaseOf(const QString& path)
{
    for (const QString& end : {u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        if (path.endsWith(end))
            return path.chopped(end.size());
    }
    return path;
}

} // namespace

Disk::Disk(const QString& folder, quint64 seed) : m_folder(folder), m_random(seed) { DiskLayer::add(this); }
Disk::~Disk() { DiskLayer::remove(this); }

void Disk::rememberFiles()
{
    m_known.clear();
    const QStringList names = QDir(m_folder).entryList(QDir::Files);
    for (const QString& name : names)
        m_known.insert(databaseOf(m_folder + u'/' + name));
}

void Disk::dieAtWrite(int writes, End end, Reach reach)
{
    m_writesToDeath = writes;
    m_end = end;
    m_deathReach = reach;
    if (reach == Reach::NewFiles)
        rememberFiles();
}

void Disk::fillWrites(int writes, Reach reach)
{
    m_fullWrites = writes;
    m_fullReach = reach;
    if (reach == Reach::NewFiles)
        rememberFiles();
}

bool Disk::counts(Reach reach, const QString& path) const
{
    return reach == Reach::AnyFile || !m_known.contains(databaseOf(path));
}

Outcome Disk::before(storage::Step step, const QString& sql)
{
    using Kind = storage::Error::Kind;
    if (paused)
        return {};
    if (watch)
        watch();
    if (m_stepsToDeath > 0 && --m_stepsToDeath == 0)
        m_dead = true;
    if (m_dead)
        return tl::unexpected(storage::Error{Kind::Unavailable, u"the process has died"_s});
    const bool writes = step == storage::Step::Commit || sql.startsWith(u"INSERT") || sql.startsWith(u"UPDATE")
                        || sql.startsWith(u"DELETE");
    if (m_fullFor > 0 && writes) {
        --m_fullFor;
        return tl::unexpected(storage::Error{Kind::Full, u"disk full"_s});
    }
    return {};
}

int Disk::beforeChange(Change change, const QString& path)
{
    if (paused)
        return SQLITE_OK;
    if (!m_dead && m_writesToDeath > 0 && counts(m_deathReach, path) && --m_writesToDeath == 0)
        m_dead = true;
    if (m_dead)
        return SQLITE_IOERR;
    if (m_fullWrites > 0 && change == Change::Write && counts(m_fullReach, path)) {
        --m_fullWrites;
        return SQLITE_FULL;
    }
    return SQLITE_OK;
}

void Disk::wrote(const QString& path, qint64 offset, const QByteArray& before, const QByteArray& now, qint64 sizeBefore)
{
    m_unsynced.push_back({path, offset, before, now, sizeBefore, false});
}

void Disk::truncated(const QString& path, const QByteArray& cutOff, qint64 size)
{
    m_unsynced.push_back({path, size, cutOff, {}, size + cutOff.size(), true});
}

void Disk::synced(const QString& path)
{
    std::erase_if(m_unsynced, [&](const Unsynced& one) { return one.path == path; });
}

/// Back to what was synced, and then of the rest any part: disks write in their own order.
void Disk::takeBack()
{
    for (auto one = m_unsynced.rbegin(); one != m_unsynced.rend(); ++one) {
        QFile file(one->path);
        if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
            continue;
        file.seek(one->offset);
        file.write(one->before);
        file.resize(one->sizeBefore);
    }
    const quint64 ofHundred = std::array<quint64, 4>{0, 20, 50, 95}[m_random.below(4)];
    for (const Unsynced& one : m_unsynced) {
        QFile file(one.path);
        if (m_random.below(100) >= ofHundred || !file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
            continue;
        if (one.isTruncation) {
            file.resize(std::min(file.size(), one.offset));
            continue;
        }
        const bool torn = m_random.below(8) == 0;
        const qsizetype sectors = one.now.size() / sectorBytes;
        file.seek(one.offset);
        file.write(torn ? one.now.first(qsizetype(m_random.below(quint64(sectors + 1))) * sectorBytes) : one.now);
    }
    m_unsynced.clear();
}

void Disk::processGone()
{
    if (m_dead && m_end == End::PowerCut)
        takeBack();
    m_unsynced.clear();
}

void Disk::renew()
{
    m_dead = false;
    m_fullFor = m_fullWrites = 0;
    const Next next = std::exchange(m_next, {});
    m_stepsToDeath = next.steps;
    dieAtWrite(next.writes, next.end);
}

} // namespace belanjain::simulation
