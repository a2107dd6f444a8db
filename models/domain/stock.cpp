// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/stock.h"

#include <array>

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array allMoveKinds{MoveKind::Initial, MoveKind::Received, MoveKind::Adjusted,
                                  MoveKind::Counted, MoveKind::Reserved, MoveKind::Released,
                                  MoveKind::Shipped};

tl::unexpected<Violation> outOfRange(const QString& field, qint64 smallest, qint64 largest)
{
    return tl::unexpected(
        Violation{field, Rule::OutOfRange, {QString::number(smallest), QString::number(largest)}});
}

tl::unexpected<Violation> wouldBeNegative(const QString& field, qint32 now)
{
    return tl::unexpected(Violation{field, Rule::WouldBeNegative, {QString::number(now)}});
}

} // namespace

QString wireName(MoveKind kind)
{
    switch (kind) {
    case MoveKind::Initial:
        return u"initial"_s;
    case MoveKind::Received:
        return u"received"_s;
    case MoveKind::Adjusted:
        return u"adjusted"_s;
    case MoveKind::Counted:
        return u"counted"_s;
    case MoveKind::Reserved:
        return u"reserved"_s;
    case MoveKind::Released:
        return u"released"_s;
    case MoveKind::Shipped:
        return u"shipped"_s;
    }
    return {};
}

std::optional<MoveKind> parseMoveKind(QStringView text)
{
    for (const MoveKind kind : allMoveKinds) {
        if (text == wireName(kind))
            return kind;
    }
    return std::nullopt;
}

Checked<StockLevel> adjust(StockLevel level, qint64 delta)
{
    if (delta < -qint64(level.onHand))
        return wouldBeNegative(u"delta"_s, level.onHand);
    if (delta > qint64(maxStock) - level.onHand)
        return outOfRange(u"delta"_s, -level.onHand, maxStock - level.onHand);
    return StockLevel{qint32(level.onHand + delta), level.reserved};
}

Checked<StockLevel> count(StockLevel level, qint64 counted, qint64 expected)
{
    if (counted < 0 || counted > maxStock)
        return outOfRange(u"counted"_s, 0, maxStock);
    if (expected != level.onHand)
        return tl::unexpected(Violation{
            u"counted"_s, Rule::StaleCount, {QString::number(expected), QString::number(level.onHand)}});
    return StockLevel{qint32(counted), level.reserved};
}

Checked<StockLevel> reserve(StockLevel level, qint64 quantity)
{
    if (quantity < 1 || quantity > maxStock)
        return outOfRange(u"quantity"_s, 1, maxStock);
    if (quantity > level.available())
        return tl::unexpected(
            Violation{u"quantity"_s, Rule::OutOfStock, {QString::number(level.available())}});
    return StockLevel{level.onHand, qint32(level.reserved + quantity)};
}

Checked<StockLevel> release(StockLevel level, qint64 quantity)
{
    if (quantity < 1 || quantity > level.reserved)
        return outOfRange(u"quantity"_s, 1, level.reserved);
    return StockLevel{level.onHand, qint32(level.reserved - quantity)};
}

Checked<StockLevel> ship(StockLevel level, qint64 quantity)
{
    if (quantity < 1 || quantity > level.reserved)
        return outOfRange(u"quantity"_s, 1, level.reserved);
    if (quantity > level.onHand)
        return wouldBeNegative(u"quantity"_s, level.onHand);
    return StockLevel{qint32(level.onHand - quantity), qint32(level.reserved - quantity)};
}

StockStatus stockStatus(qint32 available, qint32 threshold)
{
    if (available <= 0)
        return StockStatus::Out;
    return available < threshold ? StockStatus::Low : StockStatus::Enough;
}

qint32 effectiveThreshold(std::optional<qint32> own, qint32 stores) { return own.value_or(stores); }

} // namespace belanjain
