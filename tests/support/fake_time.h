// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/random_source.h"

#include <atomic>

namespace belanjain::testing
{

/// A clock that stands still until it is told otherwise. May be read from any thread.
class FakeClock : public ports::Clock
{
public:
    explicit FakeClock(Instant start = {1'795'233'600'000}) : m_ms(start.ms) {} // 2026-11-21T04:00:00Z

    Instant now() const override { return {m_ms.load()}; }
    qint64 monotonicMs() const override { return m_ms.load(); }
    void advance(qint64 milliseconds) { m_ms += milliseconds; }
    void set(Instant instant) { m_ms = instant.ms; }

private:
    std::atomic<qint64> m_ms;
};

/// Chance that a test can repeat: splitmix64 from a seed. One thread.
class SeededRandom : public ports::RandomSource
{
public:
    explicit SeededRandom(quint64 seed = 1) : m_state(seed) {}

    void fill(std::span<quint8> bytes) override
    {
        for (quint8& byte : bytes)
            byte = quint8(next() >> 56);
    }
    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// Uniform in [0, bound).
    quint64 below(quint64 bound) { return next() % bound; }

private:
    quint64 m_state;
};

} // namespace belanjain::testing
