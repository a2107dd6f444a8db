// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/counter_cart.h"

#include "domain/cart_split.h"

#include <algorithm>

namespace belanjain::ui {

const CounterCart::Entry* CounterCart::entry(const VariantId& variant) const
{
    const auto at = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [&](const Entry& each) { return each.line.variant == variant; });
    return at == m_entries.cend() ? nullptr : &*at;
}

CounterCart::Entry* CounterCart::find(const VariantId& variant)
{
    const auto at = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&](const Entry& each) { return each.line.variant == variant; });
    return at == m_entries.end() ? nullptr : &*at;
}

qint64 CounterCart::pieces() const
{
    qint64 sum = 0;
    for (const Entry& each : m_entries)
        sum += each.line.quantity;
    return sum;
}

qint64 CounterCart::piecesOf(const ProductId& product) const
{
    qint64 sum = 0;
    for (const Entry& each : m_entries)
        sum += each.line.product == product ? each.line.quantity : 0;
    return sum;
}

Money CounterCart::goods() const
{
    Money sum;
    for (const Entry& each : m_entries)
        sum.rupiah += each.line.total().rupiah;
    return sum;
}

qint64 CounterCart::grams() const
{
    qint64 sum = 0;
    for (const Entry& each : m_entries)
        sum += qint64(std::max(0, each.line.weightGrams)) * each.line.quantity;
    return sum;
}

bool CounterCart::isOrderable() const
{
    return !m_entries.isEmpty()
           && std::all_of(m_entries.cbegin(), m_entries.cend(), [](const Entry& each) { return each.buyable(); });
}

QList<ports::CounterLine> CounterCart::lines() const
{
    QList<ports::CounterLine> lines;
    for (const Entry& each : m_entries)
        lines.append(each.line);
    return lines;
}

QList<ProductId> CounterCart::products() const
{
    QList<ProductId> products;
    for (const Entry& each : m_entries) {
        if (!products.contains(each.line.product))
            products.append(each.line.product);
    }
    return products;
}

void CounterCart::judge(Entry& entry)
{
    if (entry.available <= 0)
        entry.trouble = Trouble::Gone;
    else if (entry.available < entry.line.quantity)
        entry.trouble = Trouble::TooFew;
    else if (entry.trouble != Trouble::PriceChanged)
        entry.trouble = Trouble::None;
}

bool CounterCart::add(const ports::ProductDetail& product, const VariantId& id, qint64 quantity)
{
    const auto variant = std::find_if(product.variants.cbegin(), product.variants.cend(),
                                      [&](const auto& each) { return each.variant.id == id; });
    if (variant == product.variants.cend() || product.archived || quantity < 1)
        return false;
    Entry* here = find(id);
    if (!here && m_entries.size() >= maxCartLines)
        return false;
    const qint64 had = here ? here->line.quantity : 0;
    const qint64 most = std::min<qint64>(variant->available(), maxCartQuantity);
    if (had >= most)
        return false;
    Entry entry{.line = {.variant = id,
                         .product = product.product,
                         .name = product.name,
                         .optionsLabel = optionsLabel(variant->variant.options, product.options),
                         .category = product.category,
                         .imageHash = product.pictures.isEmpty() ? QString() : product.pictures.front().hash,
                         .unitPrice = variant->variant.price,
                         .quantity = std::min(had + quantity, most),
                         .weightGrams = variant->variant.weightGrams},
                .available = variant->available()};
    if (here)
        *here = entry;
    else
        m_entries.append(entry);
    Q_EMIT changed();
    return true;
}

void CounterCart::setQuantity(const VariantId& variant, qint64 quantity)
{
    if (quantity < 1) {
        remove(variant);
        return;
    }
    Entry* entry = find(variant);
    if (!entry)
        return;
    const qint64 most = std::clamp<qint64>(entry->available, 1, maxCartQuantity);
    entry->line.quantity = std::min(quantity, most);
    judge(*entry);
    Q_EMIT changed();
}

void CounterCart::remove(const VariantId& variant)
{
    if (m_entries.removeIf([&](const Entry& each) { return each.line.variant == variant; }) > 0)
        Q_EMIT changed();
}

void CounterCart::clear()
{
    m_waiting = 0;
    m_entries.clear();
    Q_EMIT changed();
}

void CounterCart::load(const ports::WaitingCart& cart)
{
    m_waiting = cart.number;
    m_entries.clear();
    // What there is of them now is heard with refresh().
    for (const ports::CounterLine& line : cart.lines)
        m_entries.append({.line = line, .available = line.quantity});
    Q_EMIT changed();
}

void CounterCart::refresh(const ProductId& product, const std::optional<ports::ProductDetail>& now)
{
    bool different = false;
    for (Entry& entry : m_entries) {
        if (entry.line.product != product)
            continue;
        const Entry before = entry;
        entry.available = 0;
        if (now && !now->archived) {
            for (const ports::ProductVariant& variant : now->variants) {
                if (variant.variant.id != entry.line.variant)
                    continue;
                entry.available = variant.available();
                if (entry.line.unitPrice != variant.variant.price)
                    entry.trouble = Trouble::PriceChanged;
                entry.line.unitPrice = variant.variant.price;
                entry.line.weightGrams = variant.variant.weightGrams;
            }
        }
        judge(entry);
        different = different || entry != before;
    }
    if (different)
        Q_EMIT changed();
}

void CounterCart::cut(const QList<ports::ShortLine>& lines)
{
    for (const ports::ShortLine& line : lines) {
        if (Entry* entry = find(line.variant)) {
            entry->available = line.available;
            judge(*entry);
        }
    }
    if (!lines.isEmpty())
        Q_EMIT changed();
}

} // namespace belanjain::ui
