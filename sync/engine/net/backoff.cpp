// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/net/backoff.h"

#include <array>

namespace belanjain::engine
{
namespace
{

constexpr qint64 firstWaitMs = 1'000;
constexpr qint64 longestWaitMs = 120'000;

/// Uniform in [0, bound].
qint64 draw(qint64 bound, ports::RandomSource& random)
{
    std::array<quint8, 4> bytes{};
    random.fill(bytes);
    const quint32 number = quint32(bytes[0]) | quint32(bytes[1]) << 8 | quint32(bytes[2]) << 16 | quint32(bytes[3]) << 24;
    return qint64(number % quint32(bound + 1));
}

} // namespace

qint64 Backoff::next(int retryAfterSeconds)
{
    const qint64 ceiling = qMin(longestWaitMs, firstWaitMs << qMin(m_failures, 10));
    ++m_failures;
    const qint64 wait = ceiling / 2 + draw(ceiling / 2, m_random);
    return qMax(wait, qint64(retryAfterSeconds) * 1'000);
}

qint64 jittered(qint64 base, ports::RandomSource& random) { return base - base / 5 + draw(2 * (base / 5), random); }

} // namespace belanjain::engine
