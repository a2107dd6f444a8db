// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replica_lock.h"

#include "storage/durable_file.h"

#include <QDir>
#include <QFileInfo>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;

tl::expected<std::unique_ptr<QLockFile>, QString> lockReplica(const QString& replicaFile)
{
    // Not named after the replica's file, so that it stays when a damaged one is set aside.
    const QFileInfo file(replicaFile);
    auto lock = std::make_unique<QLockFile>(file.dir().filePath(u"in-use.lock"_s));
    if (storage::takeLock(*lock))
        return lock;
    return tl::unexpected(lock->error() == QLockFile::LockFailedError
                              ? u"another window or program is using %1"_s.arg(file.filePath())
                              : u"cannot write beside %1"_s.arg(file.filePath()));
}

} // namespace belanjain::engine
