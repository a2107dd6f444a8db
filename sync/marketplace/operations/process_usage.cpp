// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/operations/process_usage.h"

#include <QByteArrayList>
#include <QFile>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

std::optional<qint64> residentBytes()
{
#ifdef Q_OS_LINUX
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArrayList fields = file.readAll().split(' ');
    return fields.size() > 1 ? std::optional(fields.at(1).toLongLong() * sysconf(_SC_PAGESIZE)) : std::nullopt;
#else
    return std::nullopt;
#endif
}

std::optional<double> processorSeconds()
{
#ifdef Q_OS_UNIX
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return std::nullopt;
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
#else
    return std::nullopt;
#endif
}

} // namespace belanjain::marketplace
