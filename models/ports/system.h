// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/random_source.h"

namespace belanjain::ports
{

/// The machine's clocks. Any thread.
class SystemClock : public Clock
{
public:
    Instant now() const override;
    qint64 monotonicMs() const override;
};

/// The operating system's cryptographically strong source. Any thread.
class SystemRandom : public RandomSource
{
public:
    void fill(std::span<quint8> bytes) override;
};

} // namespace belanjain::ports
