// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <optional>

namespace belanjain {

/// Couriers charge for the room a light parcel takes: cubic centimetres by this give kilograms.
inline constexpr qint64 volumetricDivisor = 6000;
/// The longest side of a parcel, in centimetres, and the heaviest parcel, in grams.
inline constexpr qint64 maxParcelSide = 500;
inline constexpr qint64 maxParcelGrams = 1'000'000;

/// What a box of this volume weighs to a courier, rounded up to the gram. Volumes are 0 or more.
qint64 volumetricGrams(qint64 cubicCentimetres);
/// The greater of what it weighs and what it takes up.
qint64 chargeableGrams(qint64 grams, qint64 cubicCentimetres);
/// Kilograms as they are charged: what is begun counts whole, and the least is one.
qint64 startedKilograms(qint64 grams);

/// One line of the tariff table: a price for the first kilograms, and one for each further.
struct Tariff
{
    Money basePrice;
    qint64 baseKilograms = 1;
    Money perKilogram;
    qint64 maxKilograms = 0; ///< 0: as much as you like

    bool operator==(const Tariff&) const = default;
};

/// nullopt when the service does not take so heavy a parcel, or the price is out of the range of money.
std::optional<Money> shippingPrice(const Tariff& tariff, qint64 chargeableGrams);

} // namespace belanjain
