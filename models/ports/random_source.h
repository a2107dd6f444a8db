// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace belanjain::ports
{

/// The only source of chance. Implementations may be called from any thread; the one used in
/// production is cryptographically strong.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    virtual void fill(std::span<quint8> bytes) = 0;
};

} // namespace belanjain::ports
