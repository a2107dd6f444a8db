// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

namespace belanjain::ports
{

/// The only way to ask what time it is. Implementations may be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall-clock time; may jump when the machine's clock is set. Decides nothing, only stamps.
    virtual Instant now() const = 0;
    /// Milliseconds that never go back, from an arbitrary start; for intervals and time-outs.
    virtual qint64 monotonicMs() const = 0;
};

} // namespace belanjain::ports
