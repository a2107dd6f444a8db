// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <optional>

namespace belanjain
{

/// An amount in whole rupiah. Sums and products that could overflow go through add() and times().
struct Money
{
    qint64 rupiah = 0;

    auto operator<=>(const Money&) const = default;
    Money operator-() const { return {-rupiah}; }
};

/// The largest price or total the system accepts: Rp 999.999.999.999.
inline constexpr Money maxMoney{999'999'999'999};

/// nullopt when the result would leave ±maxMoney.
std::optional<Money> add(Money a, Money b);
std::optional<Money> times(Money unit, qint64 quantity);

} // namespace belanjain
