// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one picture from standard input and writes it, made anew, to standard output. The marketplace
// starts it for each upload, so that a hostile file meets a decoder only in a process that has nothing.
#include "marketplace/images/image_worker.h"
#include "marketplace/images/worker/confine.h"
#include "marketplace/images/worker/recode.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

using namespace belanjain::marketplace;

namespace
{

QByteArray readInput()
{
    QByteArray bytes;
    std::array<char, 65536> part{};
    while (bytes.size() <= maxUploadBytes) {
        const std::size_t got = std::fread(part.data(), 1, part.size(), stdin);
        if (got == 0)
            break;
        bytes.append(part.data(), qsizetype(got));
    }
    return bytes;
}

} // namespace

int main(int argc, char* argv[])
{
    const int memoryMiB = argc == 3 ? std::atoi(argv[1]) : 0;
    const int cpuSeconds = argc == 3 ? std::atoi(argv[2]) : 0;
    if (memoryMiB <= 0 || cpuSeconds <= 0) {
        std::fputs("usage: belanjain-image-worker MEMORY_MIB CPU_SECONDS <picture >result\n"
                   "The marketplace starts this program by itself.\n", stderr);
        return 2;
    }
#ifdef Q_OS_WIN
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
#endif
    if (!prepareToRecode() || !confine(memoryMiB, cpuSeconds))
        return workerIsBroken;
    const QByteArray input = readInput();
    if (input.size() > maxUploadBytes)
        return workerCannotDecode;
    const auto image = recode(input);
    if (!image)
        return workerCannotDecode;
    const QByteArray output = toWire(*image);
    const bool written = std::fwrite(output.constData(), 1, std::size_t(output.size()), stdout) == std::size_t(output.size())
                         && std::fflush(stdout) == 0;
    // What would run now only frees memory, and would meet a confined process.
    std::_Exit(written ? 0 : workerIsBroken);
}
