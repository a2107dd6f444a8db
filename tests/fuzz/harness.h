// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// What the harnesses share. A harness is one LLVMFuzzerTestOneInput in a file of its own: libFuzzer calls it
// in the `fuzz` preset, replay_main.cpp everywhere else.

/// A broken promise is a finding like a crash.
#define FUZZ_PROMISE(condition)                                                                              \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            belanjain::fuzz::broken(#condition, __FILE__, __LINE__);                                         \
    } while (false)

namespace belanjain::fuzz {

[[noreturn]] inline void broken(const char* promise, const char* file, int line)
{
    std::fprintf(stderr, "%s:%d: broken: %s\n", file, line, promise);
    std::abort();
}

/// Takes an input from its front: decisions first, then what is left. Past the end everything is zero.
class Input
{
public:
    Input(const std::uint8_t* data, std::size_t size)
        : left_(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size))
    {}

    bool atEnd() const { return left_.isEmpty(); }
    quint8 byte()
    {
        const QByteArrayView one = take(1);
        return one.isEmpty() ? quint8(0) : static_cast<quint8>(one.front());
    }
    quint16 word()
    {
        const quint8 high = byte();
        return static_cast<quint16>(high << 8 | byte());
    }
    QByteArrayView take(qsizetype most)
    {
        const QByteArrayView part = left_.first(std::min(most, left_.size()));
        left_ = left_.sliced(part.size());
        return part;
    }
    QByteArrayView rest() { return take(left_.size()); }

private:
    QByteArrayView left_;
};

/// Hands `bytes` to `take` in pieces: 0 all at once, 1 byte by byte, else in lengths that follow from `seed`.
/// The pieces are not null, and none is empty.
template<class Take>
void inPieces(QByteArrayView bytes, quint8 seed, Take take)
{
    std::uint32_t state = 0x9e3779b9U * (seed + 1U);
    while (!bytes.isEmpty()) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        const std::uint32_t longest = 1U << (state >> 8) % 8;
        const qsizetype wanted = seed == 0 ? bytes.size() : seed == 1 ? 1 : 1 + qsizetype(state % longest);
        const qsizetype size = std::min(wanted, bytes.size());
        take(bytes.first(size));
        bytes = bytes.sliced(size);
    }
}

} // namespace belanjain::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
