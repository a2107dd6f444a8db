// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cart_split.h"

#include "domain/product_fields.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

struct Part
{
    qint64 quotient = 0;
    qint64 remainder = 0;
};

// whole × weight / sum by doubling, since the product of two amounts does not fit 64 bits.
// Needs 0 ≤ weight ≤ sum < 2^62 and whole ≥ 0, with a quotient of at most whole.
Part proportion(qint64 whole, qint64 weight, qint64 sum)
{
    Part part;
    for (int bit = 62; bit >= 0; --bit) {
        part.quotient *= 2;
        part.remainder *= 2;
        if (part.remainder >= sum) {
            part.remainder -= sum;
            ++part.quotient;
        }
        if ((whole >> bit & 1) == 0)
            continue;
        part.remainder += weight;
        if (part.remainder >= sum) {
            part.remainder -= sum;
            ++part.quotient;
        }
    }
    return part;
}

QString path(qsizetype line, QLatin1StringView member) { return u"items[%1].%2"_s.arg(line).arg(member); }

std::optional<Violation> brokenRule(const QList<CartLine>& lines)
{
    if (lines.isEmpty())
        return Violation{u"items"_s, Rule::Required, {}};
    if (lines.size() > maxCartLines)
        return Violation{u"items"_s, Rule::TooMany, {QString::number(maxCartLines)}};
    QSet<VariantId> seen;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const CartLine& line = lines[i];
        if (line.quantity < 1 || line.quantity > maxCartQuantity)
            return Violation{path(i, "quantity"_L1), Rule::OutOfRange, {u"1"_s, QString::number(maxCartQuantity)}};
        if (const auto price = checkPrice(line.unitPrice, path(i, "unitPrice"_L1)); !price)
            return price.error();
        if (seen.contains(line.variant))
            return Violation{path(i, "variantId"_L1), Rule::Duplicate, {}};
        seen.insert(line.variant);
    }
    return std::nullopt;
}

tl::unexpected<Violation> tooMuch()
{
    return tl::unexpected(
        Violation{u"total"_s, Rule::OutOfRange, {u"0"_s, QString::number(maxMoney.rupiah)}});
}

// Adds in place; false when the sum leaves the range.
bool accumulate(Money& sum, std::optional<Money> more)
{
    const auto result = more ? add(sum, *more) : std::nullopt;
    if (result)
        sum = *result;
    return result.has_value();
}

} // namespace

QList<Money> allocate(Money whole, const QList<Money>& weights)
{
    QList<Money> parts(weights.size());
    if (weights.isEmpty())
        return parts;
    qint64 sum = 0;
    for (const Money weight : weights)
        sum += weight.rupiah;
    if (sum == 0) {
        parts[0] = whole;
        return parts;
    }
    QList<qint64> remainders;
    QList<qsizetype> order;
    qint64 left = whole.rupiah;
    for (qsizetype i = 0; i < weights.size(); ++i) {
        const Part part = proportion(whole.rupiah, weights[i].rupiah, sum);
        parts[i] = Money{part.quotient};
        left -= part.quotient;
        remainders += part.remainder;
        order += i;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&remainders](qsizetype a, qsizetype b) { return remainders[a] > remainders[b]; });
    for (qsizetype i = 0; left > 0; ++i, --left)
        ++parts[order[i]].rupiah;
    return parts;
}

Checked<SplitCart> splitCart(const QList<CartLine>& lines, Money discount,
                             const QHash<StoreId, Money>& shipping)
{
    if (const auto broken = brokenRule(lines))
        return tl::unexpected(*broken);
    std::map<StoreId, StoreShare> byStore;
    SplitCart cart;
    for (const CartLine& line : lines) {
        StoreShare& share = byStore[line.store];
        const auto lineTotal = times(line.unitPrice, line.quantity);
        if (!lineTotal || !accumulate(share.subtotal, lineTotal) || !accumulate(cart.subtotal, lineTotal))
            return tooMuch();
        share.store = line.store;
        share.lines += line;
        share.lineTotals += *lineTotal;
    }
    if (discount < Money{} || discount > cart.subtotal)
        return tl::unexpected(
            Violation{u"discount"_s, Rule::OutOfRange, {u"0"_s, QString::number(cart.subtotal.rupiah)}});

    QList<Money> weights;
    for (const auto& [store, share] : byStore)
        weights += share.subtotal;
    const QList<Money> discounts = allocate(discount, weights);
    cart.discount = discount;
    for (auto& [store, share] : byStore) {
        share.shipping = shipping.value(store);
        share.discount = discounts[cart.shares.size()];
        if (share.shipping < Money{})
            return tl::unexpected(
                Violation{u"shipping"_s, Rule::OutOfRange, {u"0"_s, QString::number(maxMoney.rupiah)}});
        share.total = Money{share.subtotal.rupiah - share.discount.rupiah};
        if (!accumulate(share.total, share.shipping) || !accumulate(cart.shipping, share.shipping) ||
            !accumulate(cart.total, share.total))
            return tooMuch();
        cart.shares += share;
    }
    return cart;
}

} // namespace belanjain
