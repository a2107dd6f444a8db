// SPDX-License-Identifier: GPL-3.0-or-later
// The C library's calls that change files, for this program and every library in it: first the fault disk is
// asked, then the kernel does it. What lies outside the disk's folder passes.
#include "fault_disk.h"

#include <cerrno>
#include <cstdarg>
#include <cstring>
#include <mutex>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

using belanjain::powerloss::FaultDisk;

namespace
{

std::recursive_mutex& mutex()
{
    static std::recursive_mutex made;
    return made;
}

FaultDisk* disk() { return FaultDisk::active; }

std::string clean(const char* path)
{
    std::string text(path);
    for (const char* twice : {"/./", "//"}) {
        for (size_t at; (at = text.find(twice)) != std::string::npos;)
            text.replace(at, std::strlen(twice), "/");
    }
    while (text.size() > 1 && text.back() == '/')
        text.pop_back();
    return text;
}

bool isWatched(const char* path) { return disk() && path && disk()->watches(clean(path)); }

int failed(int error)
{
    errno = error;
    return -1;
}

bool exists(const char* path) { return ::syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0; }

int openFile(int folder, const char* path, int flags, mode_t mode)
{
    const std::lock_guard lock(mutex());
    const auto kernel = [&] { return int(::syscall(SYS_openat, folder, path, flags, mode)); };
    const bool isRoot = disk() && disk()->watches(clean(path) + "/x");
    if ((folder != AT_FDCWD && path[0] != '/') || !isRoot)
        if (!isWatched(path))
            return kernel();
    const bool nameless = (flags & O_TMPFILE) == O_TMPFILE;
    const bool isNew = !nameless && (flags & O_CREAT) && !exists(path);
    const bool truncates = !nameless && (flags & O_TRUNC) && !isNew;
    if (nameless || isNew || truncates) {
        if (const int error = disk()->beforeChange(!truncates))
            return failed(error);
    }
    const int handle = kernel();
    if (handle < 0)
        return handle;
    if (nameless)
        disk()->openedWithoutName(handle);
    else
        disk()->opened(handle, clean(path), isNew, truncates, flags & O_APPEND);
    return handle;
}

mode_t modeOf(int flags, va_list list) { return flags & (O_CREAT | O_TMPFILE) ? mode_t(va_arg(list, int)) : 0; }

ssize_t writeAt(int handle, const void* bytes, size_t size, off_t offset, bool isPlaced)
{
    const auto kernel = [&] {
        return isPlaced ? ::syscall(SYS_pwrite64, handle, bytes, size, offset) : ::syscall(SYS_write, handle, bytes, size);
    };
    if (!disk())
        return kernel();
    const std::lock_guard lock(mutex());
    if (!disk() || !disk()->isOpen(handle))
        return kernel();
    if (!isPlaced)
        offset = off_t(::syscall(SYS_lseek, handle, 0, disk()->appends(handle) ? SEEK_END : SEEK_CUR));
    if (const int error = disk()->beforeChange(true))
        return failed(error);
    const ssize_t written = kernel();
    if (written > 0)
        disk()->wrote(handle, offset, static_cast<const char*>(bytes), written);
    return written;
}

int truncateTo(int handle, off_t size)
{
    const std::lock_guard lock(mutex());
    const bool watched = disk() && disk()->isOpen(handle);
    if (watched) {
        if (const int error = disk()->beforeChange(false))
            return failed(error);
    }
    const int done = int(::syscall(SYS_ftruncate, handle, size));
    if (watched && done == 0)
        disk()->truncated(handle, size);
    return done;
}

int syncFile(long call, int handle)
{
    const std::lock_guard lock(mutex());
    if (!disk() || !disk()->isOpen(handle))
        return int(::syscall(call, handle));
    if (const int error = disk()->beforeSync())
        return failed(error);
    return disk()->synced(handle) ? 0 : failed(EIO);
}

int renameFile(const char* from, const char* to, unsigned flags)
{
    const std::lock_guard lock(mutex());
    const bool watched = isWatched(from) || isWatched(to);
    if (watched) {
        if (const int error = disk()->beforeChange(true))
            return failed(error);
    }
    const int done = int(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags));
    if (watched && done == 0)
        disk()->renamed(clean(from), clean(to));
    return done;
}

int removeFile(const char* path, int flags)
{
    const std::lock_guard lock(mutex());
    const bool watched = isWatched(path) && exists(path);
    if (watched && disk()->isCut())
        return failed(EIO);
    const int done = int(::syscall(SYS_unlinkat, AT_FDCWD, path, flags));
    if (watched && done == 0)
        disk()->removed(clean(path));
    return done;
}

int linkFile(const char* from, const char* to, int flags)
{
    const std::lock_guard lock(mutex());
    const bool watched = isWatched(to);
    if (watched) {
        if (const int error = disk()->beforeChange(true))
            return failed(error);
    }
    const int done = int(::syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, flags));
    constexpr const char* handles = "/proc/self/fd/";
    if (watched && done == 0) {
        if (std::strncmp(from, handles, std::strlen(handles)) == 0)
            disk()->linked(std::atoi(from + std::strlen(handles)), clean(to));
        else
            disk()->linked(clean(from), clean(to));
    }
    return done;
}

} // namespace

extern "C" {

int open(const char* path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return openFile(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return openFile(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return openFile(folder, path, flags, mode);
}
int close(int handle)
{
    if (disk()) {
        const std::lock_guard lock(mutex());
        if (disk())
            disk()->closed(handle);
    }
    return int(::syscall(SYS_close, handle));
}
ssize_t write(int handle, const void* bytes, size_t size) { return writeAt(handle, bytes, size, 0, false); }
ssize_t pwrite(int handle, const void* bytes, size_t size, off_t offset) { return writeAt(handle, bytes, size, offset, true); }
ssize_t pwrite64(int handle, const void* bytes, size_t size, off64_t offset) { return writeAt(handle, bytes, size, offset, true); }
ssize_t writev(int handle, const struct iovec* pieces, int count)
{
    ssize_t all = 0;
    for (int i = 0; i < count; ++i) {
        const ssize_t one = write(handle, pieces[i].iov_base, pieces[i].iov_len);
        if (one < 0)
            return all > 0 ? all : one;
        all += one;
        if (size_t(one) < pieces[i].iov_len)
            break;
    }
    return all;
}
/// Whoever asks for these writes by hand when there are none.
ssize_t sendfile(int, int, off_t*, size_t) { return failed(EINVAL); }
ssize_t copy_file_range(int, off64_t*, int, off64_t*, size_t, unsigned) { return failed(EXDEV); }
int ftruncate(int handle, off_t size) noexcept { return truncateTo(handle, size); }
int ftruncate64(int handle, off64_t size) noexcept { return truncateTo(handle, size); }
int fsync(int handle) { return syncFile(SYS_fsync, handle); }
int fdatasync(int handle) { return syncFile(SYS_fdatasync, handle); }
int rename(const char* from, const char* to) noexcept { return renameFile(from, to, 0); }
int renameat2(int, const char* from, int, const char* to, unsigned flags) noexcept { return renameFile(from, to, flags); }
int unlink(const char* path) noexcept { return removeFile(path, 0); }
int rmdir(const char* path) noexcept { return removeFile(path, AT_REMOVEDIR); }
int remove(const char* path) noexcept
{
    const int done = removeFile(path, 0);
    return done < 0 && errno == EISDIR ? removeFile(path, AT_REMOVEDIR) : done;
}
int link(const char* from, const char* to) noexcept { return linkFile(from, to, 0); }
int linkat(int, const char* from, int, const char* to, int flags) noexcept { return linkFile(from, to, flags); }
int mkdir(const char* path, mode_t mode) noexcept
{
    const std::lock_guard lock(mutex());
    const bool watched = isWatched(path) && !exists(path);
    if (watched) {
        if (const int error = disk()->beforeChange(true))
            return failed(error);
    }
    const int done = int(::syscall(SYS_mkdirat, AT_FDCWD, path, mode));
    if (watched && done == 0)
        disk()->made(clean(path));
    return done;
}

} // extern "C"
