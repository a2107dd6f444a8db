// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/checked_file.h"

#include <QFile>

#include <algorithm>
#include <bit>
#include <cstring>

#include <sqlite3.h>

namespace belanjain::storage
{
namespace
{

constexpr char layerName[] = "belanjain-checked";
constexpr int reservedAt = 20; ///< in the header: bytes a page that SQLite leaves alone
constexpr char magic[] = "SQLite format 3";
constexpr int maxPage = 65'536;

/// One open database file; the system's own file object lies behind it.
struct CheckedFile
{
    sqlite3_file head;
    bool checks;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

CheckedFile& own(sqlite3_file* file) { return *reinterpret_cast<CheckedFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return own(file).real(); }
sqlite3_vfs* base(sqlite3_vfs* layer) { return static_cast<sqlite3_vfs*>(layer->pAppData); }

/// Every step is a bijection of the state for given data and of the data for a given state, so a change
/// within one word is always seen, and any other is missed once in 2^64.
quint64 checkValue(const char* page, int size, qint64 offset)
{
    constexpr quint64 prime = 0x9E3779B185EBCA87u;
    quint64 lanes[4] = {quint64(offset) + 1, 0xC2B2AE3D27D4EB4Fu, 0x165667B19E3779F9u, 0x27D4EB2F165667C5u};
    const int words = (size - checkValueBytes) / 8;
    for (int i = 0; i < words; ++i) {
        quint64 word = 0;
        std::memcpy(&word, page + qsizetype(i) * 8, 8);
        quint64& lane = lanes[i & 3];
        lane = std::rotl((lane ^ word) * prime, 29);
    }
    quint64 sum = quint64(size);
    for (const quint64 lane : lanes)
        sum = std::rotl((sum ^ lane) * prime, 31);
    return sum ^ (sum >> 32);
}

bool isPage(int size, qint64 offset)
{
    return size >= 512 && size <= maxPage && (size & (size - 1)) == 0 && offset % size == 0;
}

bool agrees(const char* page, int size, qint64 offset)
{
    quint64 kept = 0;
    std::memcpy(&kept, page + size - checkValueBytes, checkValueBytes);
    return kept == checkValue(page, size, offset);
}

void noteHeader(CheckedFile& file, const char* bytes, int size, qint64 offset)
{
    if (offset == 0 && size > reservedAt && std::memcmp(bytes, magic, sizeof magic) == 0)
        file.checks = bytes[reservedAt] == checkValueBytes;
}

/// A first page that only says it has no check values: it agrees once it says it has.
bool hidesItsCheckValue(const char* page, int size)
{
    char whole[maxPage];
    std::memcpy(whole, page, size_t(size));
    whole[reservedAt] = checkValueBytes;
    return agrees(whole, size, 0);
}

int readAt(sqlite3_file* file, void* to, int size, sqlite3_int64 offset)
{
    const int result = real(file)->pMethods->xRead(real(file), to, size, offset);
    if (result != SQLITE_OK)
        return result;
    CheckedFile& checked = own(file);
    const char* const bytes = static_cast<const char*>(to);
    noteHeader(checked, bytes, size, offset);
    if (!isPage(size, offset))
        return SQLITE_OK;
    const bool wrong = checked.checks ? !agrees(bytes, size, offset) : offset == 0 && hidesItsCheckValue(bytes, size);
    return wrong ? SQLITE_CORRUPT : SQLITE_OK;
}

int writeAt(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset)
{
    const char* const bytes = static_cast<const char*>(from);
    noteHeader(own(file), bytes, size, offset);
    if (!own(file).checks || !isPage(size, offset))
        return real(file)->pMethods->xWrite(real(file), from, size, offset);
    char page[maxPage];
    std::memcpy(page, bytes, size_t(size) - checkValueBytes);
    const quint64 value = checkValue(page, size, offset);
    std::memcpy(page + size - checkValueBytes, &value, checkValueBytes);
    return real(file)->pMethods->xWrite(real(file), page, size, offset);
}

template<auto Method, class... Args>
int pass(sqlite3_file* file, Args... args)
{
    return (real(file)->pMethods->*Method)(real(file), args...);
}

// Version 2: without xFetch, since a page in mapped memory would be read past the check.
constexpr sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = pass<&sqlite3_io_methods::xClose>,
    .xRead = readAt,
    .xWrite = writeAt,
    .xTruncate = pass<&sqlite3_io_methods::xTruncate, sqlite3_int64>,
    .xSync = pass<&sqlite3_io_methods::xSync, int>,
    .xFileSize = pass<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    .xLock = pass<&sqlite3_io_methods::xLock, int>,
    .xUnlock = pass<&sqlite3_io_methods::xUnlock, int>,
    .xCheckReservedLock = pass<&sqlite3_io_methods::xCheckReservedLock, int*>,
    .xFileControl = pass<&sqlite3_io_methods::xFileControl, int, void*>,
    .xSectorSize = pass<&sqlite3_io_methods::xSectorSize>,
    .xDeviceCharacteristics = pass<&sqlite3_io_methods::xDeviceCharacteristics>,
    .xShmMap = pass<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>,
    .xShmLock = pass<&sqlite3_io_methods::xShmLock, int, int, int>,
    .xShmBarrier = [](sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); },
    .xShmUnmap = pass<&sqlite3_io_methods::xShmUnmap, int>,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int openFile(sqlite3_vfs* layer, sqlite3_filename name, sqlite3_file* file, int flags, int* given)
{
    sqlite3_vfs* const below = base(layer);
    if (!(flags & SQLITE_OPEN_MAIN_DB)) // the log and temporary files
        return below->xOpen(below, name, file, flags, given);
    CheckedFile& checked = own(file);
    checked.head.pMethods = nullptr;
    checked.checks = true; // until a header says otherwise: one that is garbage says nothing
    checked.real()->pMethods = nullptr;
    const int result = below->xOpen(below, name, checked.real(), flags, given);
    // SQLite closes whatever has methods, also after a failure.
    if (checked.real()->pMethods)
        checked.head.pMethods = &methods;
    return result;
}

template<auto Method, class... Args>
auto passDown(sqlite3_vfs* layer, Args... args)
{
    return (base(layer)->*Method)(base(layer), args...);
}

bool makeLayer()
{
    static sqlite3_vfs layer;
    sqlite3_vfs* const below = sqlite3_vfs_find(nullptr);
    if (!below)
        return false;
    layer = *below;
    layer.iVersion = std::min(below->iVersion, 2);
    layer.szOsFile = below->szOsFile + int(sizeof(CheckedFile));
    layer.pNext = nullptr;
    layer.zName = layerName;
    layer.pAppData = below;
    layer.xOpen = openFile;
    layer.xDelete = passDown<&sqlite3_vfs::xDelete, const char*, int>;
    layer.xAccess = passDown<&sqlite3_vfs::xAccess, const char*, int, int*>;
    layer.xFullPathname = passDown<&sqlite3_vfs::xFullPathname, const char*, int, char*>;
    layer.xDlOpen = passDown<&sqlite3_vfs::xDlOpen, const char*>;
    layer.xDlError = passDown<&sqlite3_vfs::xDlError, int, char*>;
    layer.xDlSym = [](sqlite3_vfs* own, void* library, const char* symbol) {
        return base(own)->xDlSym(base(own), library, symbol);
    };
    layer.xDlClose = passDown<&sqlite3_vfs::xDlClose, void*>;
    layer.xRandomness = passDown<&sqlite3_vfs::xRandomness, int, char*>;
    layer.xSleep = passDown<&sqlite3_vfs::xSleep, int>;
    layer.xCurrentTime = passDown<&sqlite3_vfs::xCurrentTime, double*>;
    layer.xGetLastError = passDown<&sqlite3_vfs::xGetLastError, int, char*>;
    if (layer.iVersion >= 2 && below->xCurrentTimeInt64)
        layer.xCurrentTimeInt64 = passDown<&sqlite3_vfs::xCurrentTimeInt64, sqlite3_int64*>;
    return sqlite3_vfs_register(&layer, 0) == SQLITE_OK;
}

} // namespace

const char* checkedLayer()
{
    static const bool made = makeLayer();
    return made ? layerName : nullptr;
}

Address checkedFile(const QString& file)
{
    Address address = Address::sqlite(file);
    address.name = QString::fromLatin1(checkedLayer());
    return address;
}

bool hasCheckValues(const QString& file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = opened.read(100);
    return header.size() == 100 && header.startsWith(magic) && header.at(reservedAt) == checkValueBytes;
}

} // namespace belanjain::storage
