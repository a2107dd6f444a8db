// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace belanjain::storage
{

namespace
{

bool syncFile(const QFileDevice& file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

} // namespace

bool syncFolder([[maybe_unused]] const QString& folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
#else
    return true;
#endif
}

bool makeFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return true;
    const QString above = info.absolutePath();
    if (above == info.absoluteFilePath() || !makeFolder(above))
        return false;
    // Another program may make it at the same moment.
    if (!QDir().mkdir(folder) && !QFileInfo(folder).isDir())
        return false;
    return syncFolder(above);
}

bool commitDurably(QSaveFile& file)
{
    // commit() looks neither at what its flush says nor at its sync, and would put half a file in the old one's
    // place on a full disk.
    if (!file.flush() || !syncFile(file)) {
        file.cancelWriting();
        file.commit();
        return false;
    }
    return file.commit() && syncFolder(QFileInfo(file.fileName()).absolutePath());
}

bool takeLock(QLockFile& lock)
{
    // A program that died is told by its process; one that runs for days is not stale.
    lock.setStaleLockTime(0);
    if (lock.tryLock(0))
        return true;
    qint64 process = 0;
    QString host;
    QString program;
    return lock.error() == QLockFile::LockFailedError && !lock.getLockInfo(&process, &host, &program)
           && lock.removeStaleLockFile() && lock.tryLock(0);
}

} // namespace belanjain::storage
