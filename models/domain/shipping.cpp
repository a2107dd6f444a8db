// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/shipping.h"

#include <algorithm>

namespace belanjain {

namespace {

constexpr qint64 gramsPerKilogram = 1000;

qint64 dividedUp(qint64 number, qint64 by) { return number / by + (number % by > 0 ? 1 : 0); }

} // namespace

qint64 volumetricGrams(qint64 cubicCentimetres)
{
    return dividedUp(cubicCentimetres * gramsPerKilogram, volumetricDivisor);
}

qint64 chargeableGrams(qint64 grams, qint64 cubicCentimetres)
{
    return std::max(grams, volumetricGrams(cubicCentimetres));
}

qint64 startedKilograms(qint64 grams) { return std::max<qint64>(1, dividedUp(grams, gramsPerKilogram)); }

std::optional<Money> shippingPrice(const Tariff& tariff, qint64 chargeableGrams)
{
    const qint64 kilograms = startedKilograms(chargeableGrams);
    if (tariff.maxKilograms > 0 && kilograms > tariff.maxKilograms)
        return std::nullopt;
    const auto further = times(tariff.perKilogram, std::max<qint64>(0, kilograms - tariff.baseKilograms));
    return further ? add(tariff.basePrice, *further) : std::nullopt;
}

} // namespace belanjain
