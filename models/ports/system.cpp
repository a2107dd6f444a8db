// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/system.h"

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <cstring>

namespace belanjain::ports
{
namespace
{

template<class TimeClock>
qint64 millisecondsOf()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(TimeClock::now().time_since_epoch()).count();
}

} // namespace

Instant SystemClock::now() const { return {millisecondsOf<std::chrono::system_clock>()}; }

qint64 SystemClock::monotonicMs() const { return millisecondsOf<std::chrono::steady_clock>(); }

void SystemRandom::fill(std::span<quint8> bytes)
{
    while (!bytes.empty()) {
        const quint32 word = QRandomGenerator::system()->generate();
        const size_t count = std::min(bytes.size(), sizeof word);
        std::memcpy(bytes.data(), &word, count);
        bytes = bytes.subspan(count);
    }
}

} // namespace belanjain::ports
