// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "ports/clock.h"
#include "ports/random_source.h"

#include <mutex>

namespace belanjain::ports
{

/// Makes UUIDv7 ids that rise strictly within one factory, also inside one millisecond and when the
/// clock goes back (RFC 9562, section 6.2, method 2). Safe to call from any thread.
class IdFactory
{
public:
    IdFactory(const Clock& clock, RandomSource& random) : m_clock(clock), m_random(random) {}

    template<class SomeId>
    SomeId make()
    {
        return SomeId(next());
    }

private:
    QUuid next();

    const Clock& m_clock;
    RandomSource& m_random;
    std::mutex m_mutex;
    qint64 m_lastMs = 0;
    std::array<quint8, 10> m_last{};
};

} // namespace belanjain::ports
