// SPDX-License-Identifier: GPL-3.0-or-later
#include "disk_layer.h"

#include "disk.h"

#include <algorithm>
#include <memory>
#include <vector>

#include <sqlite3.h>

namespace belanjain::simulation
{
namespace
{

using Change = Disk::Change;

/// SQLite keeps its VFS for as long as the program runs, and so this is kept.
struct Layer
{
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    std::vector<Disk*> disks;

    Disk* under(const QString& path) const
    {
        for (Disk* disk : disks) {
            if (path.startsWith(disk->folder()) && path.mid(disk->folder().size()).startsWith(u'/'))
                return disk;
        }
        return nullptr;
    }
};

Layer& layer()
{
    static Layer one;
    return one;
}

struct LayerFile
{
    sqlite3_file base;
    Disk* disk;
    QString* path;

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

LayerFile* our(sqlite3_file* file) { return reinterpret_cast<LayerFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return our(file)->real(); }

bool isStillThere(const LayerFile* file)
{
    const auto& disks = layer().disks;
    return file->disk && std::find(disks.begin(), disks.end(), file->disk) != disks.end();
}

int before(LayerFile* file, Change change)
{
    return isStillThere(file) ? file->disk->beforeChange(change, *file->path) : SQLITE_OK;
}

qint64 sizeOf(LayerFile* file)
{
    sqlite3_int64 size = 0;
    file->real()->pMethods->xFileSize(file->real(), &size);
    return size;
}

QByteArray bytesOf(LayerFile* file, qint64 offset, qint64 count)
{
    QByteArray bytes(qsizetype(count), '\0');
    file->real()->pMethods->xRead(file->real(), bytes.data(), int(count), offset);
    return bytes;
}

int closeFile(sqlite3_file* file)
{
    std::unique_ptr<QString> path(our(file)->path);
    return real(file)->pMethods->xClose(real(file));
}

int readFile(sqlite3_file* file, void* to, int count, sqlite3_int64 offset)
{
    if (isStillThere(our(file)) && our(file)->disk->isGone())
        return SQLITE_IOERR_READ;
    return real(file)->pMethods->xRead(real(file), to, count, offset);
}

int writeFile(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset)
{
    if (const int refused = before(our(file), Change::Write); refused != SQLITE_OK)
        return refused == SQLITE_IOERR ? SQLITE_IOERR_WRITE : refused;
    const bool keeps = isStillThere(our(file)) && our(file)->disk->keepsUnsynced();
    const qint64 size = keeps ? sizeOf(our(file)) : 0;
    const QByteArray old = keeps ? bytesOf(our(file), offset, std::clamp<qint64>(size - offset, 0, count)) : QByteArray();
    const int result = real(file)->pMethods->xWrite(real(file), from, count, offset);
    if (keeps && result == SQLITE_OK)
        our(file)->disk->wrote(*our(file)->path, offset, old, QByteArray(static_cast<const char*>(from), count), size);
    return result;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (const int refused = before(our(file), Change::Truncate); refused != SQLITE_OK)
        return SQLITE_IOERR_TRUNCATE;
    if (isStillThere(our(file)) && our(file)->disk->keepsUnsynced()) {
        if (const qint64 all = sizeOf(our(file)); all > size)
            our(file)->disk->truncated(*our(file)->path, bytesOf(our(file), size, all - size), size);
    }
    return real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file* file, int flags)
{
    if (const int refused = before(our(file), Change::Sync); refused != SQLITE_OK)
        return SQLITE_IOERR_FSYNC;
    if (isStillThere(our(file)))
        our(file)->disk->synced(*our(file)->path);
    // What a power cut would take is decided here; the files are in memory.
    (void)flags;
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) { return real(file)->pMethods->xFileSize(real(file), size); }
int lockFile(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlockFile(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int isReserved(sqlite3_file* file, int* out) { return real(file)->pMethods->xCheckReservedLock(real(file), out); }
int control(sqlite3_file* file, int what, void* with) { return real(file)->pMethods->xFileControl(real(file), what, with); }
int sectorSize(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** to)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, to);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int unmapShared(sqlite3_file* file, int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); }

const sqlite3_io_methods& methods()
{
    static const sqlite3_io_methods table{.iVersion = 2,
                                          .xClose = closeFile,
                                          .xRead = readFile,
                                          .xWrite = writeFile,
                                          .xTruncate = truncateFile,
                                          .xSync = syncFile,
                                          .xFileSize = fileSize,
                                          .xLock = lockFile,
                                          .xUnlock = unlockFile,
                                          .xCheckReservedLock = isReserved,
                                          .xFileControl = control,
                                          .xSectorSize = sectorSize,
                                          .xDeviceCharacteristics = characteristics,
                                          .xShmMap = mapShared,
                                          .xShmLock = lockShared,
                                          .xShmBarrier = barrier,
                                          .xShmUnmap = unmapShared,
                                          .xFetch = nullptr,
                                          .xUnfetch = nullptr};
    return table;
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flagsOut)
{
    LayerFile* const opened = our(file);
    opened->base.pMethods = nullptr;
    const QString path = QString::fromUtf8(name ? name : "");
    opened->disk = name ? layer().under(path) : nullptr;
    if (opened->disk && opened->disk->isGone())
        return SQLITE_CANTOPEN;
    const int result = layer().real->xOpen(layer().real, name, opened->real(), flags, flagsOut);
    if (opened->real()->pMethods) {
        opened->path = std::make_unique<QString>(path).release(); // until closeFile()
        opened->base.pMethods = &methods();
    }
    return result;
}

int removeFile(sqlite3_vfs*, const char* name, int syncFolder)
{
    const QString path = QString::fromUtf8(name);
    Disk* const disk = layer().under(path);
    if (disk && disk->beforeChange(Change::Remove, path) != SQLITE_OK)
        return SQLITE_IOERR_DELETE;
    (void)syncFolder;
    return layer().real->xDelete(layer().real, name, 0);
}

} // namespace

bool DiskLayer::install()
{
    Layer& one = layer();
    one.real = sqlite3_vfs_find(nullptr);
    if (!one.real)
        return false;
    one.vfs = *one.real; // what is not replaced below is the system's, and is handed its own pointer as data
    one.vfs.szOsFile = int(sizeof(LayerFile)) + one.real->szOsFile;
    one.vfs.zName = "belanjain-simulation";
    one.vfs.pNext = nullptr;
    one.vfs.xOpen = openFile;
    one.vfs.xDelete = removeFile;
    return sqlite3_vfs_register(&one.vfs, 1) == SQLITE_OK;
}

void DiskLayer::add(Disk* disk) { layer().disks.push_back(disk); }
void DiskLayer::remove(Disk* disk) { std::erase(layer().disks, disk); }

} // namespace belanjain::simulation
