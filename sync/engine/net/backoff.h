// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/random_source.h"

#include <QtGlobal>

namespace belanjain::engine
{

/// How long to wait after a failure: doubling from 1 s to 2 min, each wait drawn from its upper half so
/// that desktops cut off together do not come back together.
class Backoff
{
public:
    explicit Backoff(ports::RandomSource& random) : m_random(random) {}

    /// Milliseconds until the next try; never shorter than what the server asked for.
    qint64 next(int retryAfterSeconds = 0);
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    ports::RandomSource& m_random;
    int m_failures = 0;
};

/// base ± 20 %, so that polls spread out.
qint64 jittered(qint64 base, ports::RandomSource& random);

} // namespace belanjain::engine
