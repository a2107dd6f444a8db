// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

#include <QtCore/qnumeric.h>

namespace belanjain
{
namespace
{

std::optional<Money> inRange(qint64 rupiah)
{
    if (rupiah > maxMoney.rupiah || rupiah < -maxMoney.rupiah)
        return std::nullopt;
    return Money{rupiah};
}

} // namespace

std::optional<Money> add(Money a, Money b)
{
    qint64 sum = 0;
    if (qAddOverflow(a.rupiah, b.rupiah, &sum))
        return std::nullopt;
    return inRange(sum);
}

std::optional<Money> times(Money unit, qint64 quantity)
{
    qint64 product = 0;
    if (qMulOverflow(unit.rupiah, quantity, &product))
        return std::nullopt;
    return inRange(product);
}

} // namespace belanjain
