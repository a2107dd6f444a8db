// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shop/cart_table.h"

#include "domain/cart_split.h"
#include "storage/transaction.h"

#include <QSet>

#include <algorithm>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using storage::Outcome;
using storage::Result;
using storage::Row;
namespace
{

const QString columns = QStringLiteral("variant, product, store, store_name, name, options_label, category, image, price, "
                                       "seen_price, available, weight, quantity, known, sent, trouble");

CartRow rowFrom(const Row& row)
{
    CartRow r;
    r.line.variant = row.id<VariantId>(0).value_or(VariantId());
    r.line.product = row.id<ProductId>(1).value_or(ProductId());
    r.line.store = row.id<StoreId>(2).value_or(StoreId());
    r.line.storeName = row.text(3);
    r.line.name = row.text(4);
    r.line.optionsLabel = row.text(5);
    r.line.category = row.text(6);
    r.line.imageHash = row.text(7);
    r.line.unitPrice = {row.integer(8)};
    r.line.seenPrice = {row.integer(9)};
    r.line.available = row.optionalInteger(10);
    r.line.weightGrams = row.integer32(11);
    r.line.quantity = row.integer(12);
    r.known = row.integer(13);
    r.sent = row.optionalInteger(14);
    r.notForSale = row.boolean(15);
    r.line.waiting = r.pending();
    if (r.notForSale)
        r.line.trouble = ports::CartTrouble::NotForSale;
    else if (r.line.available == 0)
        r.line.trouble = ports::CartTrouble::SoldOut;
    else if (r.line.available && *r.line.available < r.line.quantity)
        r.line.trouble = ports::CartTrouble::TooFew;
    else if (r.line.unitPrice != r.line.seenPrice)
        r.line.trouble = ports::CartTrouble::PriceChanged;
    return r;
}

} // namespace

qint64 mergedQuantity(qint64 wanted, qint64 known, qint64 account)
{
    if (wanted == known)
        return account;
    if (wanted == 0)
        return 0;
    return std::clamp<qint64>(account + wanted - known, 1, maxCartQuantity);
}

Result<QList<CartRow>> CartTable::rows()
{
    return m_db.all(u"SELECT %1 FROM cart_lines ORDER BY place"_s.arg(columns), {}, rowFrom);
}

Result<std::optional<CartRow>> CartTable::row(const VariantId& variant)
{
    return m_db.one(u"SELECT %1 FROM cart_lines WHERE variant = ?"_s.arg(columns), {variant.toString()}, rowFrom);
}

Outcome CartTable::put(const CartRow& row)
{
    const ports::ShopCartLine& l = row.line;
    const auto optional = [](const std::optional<qint64>& number) { return number ? QVariant(*number) : QVariant(); };
    const auto done = m_db.run(
        u"INSERT INTO cart_lines (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (variant) DO "
        "UPDATE SET product = excluded.product, store = excluded.store, store_name = excluded.store_name, "
        "name = excluded.name, options_label = excluded.options_label, category = excluded.category, "
        "image = excluded.image, price = excluded.price, seen_price = excluded.seen_price, "
        "available = excluded.available, weight = excluded.weight, quantity = excluded.quantity, "
        "known = excluded.known, sent = excluded.sent, trouble = excluded.trouble"_s.arg(columns),
        {l.variant.toString(), l.product.toString(), l.store.toString(), l.storeName, l.name, l.optionsLabel, l.category,
         l.imageHash, l.unitPrice.rupiah, l.seenPrice.rupiah, optional(l.available), l.weightGrams, l.quantity, row.known,
         optional(row.sent), row.notForSale ? 1 : 0});
    return done ? Outcome() : tl::unexpected(done.error());
}

Outcome CartTable::drop(const VariantId& variant)
{
    const auto done = m_db.run(u"DELETE FROM cart_lines WHERE variant = ?"_s, {variant.toString()});
    return done ? Outcome() : tl::unexpected(done.error());
}

Outcome CartTable::dropAll(const QList<VariantId>& variants)
{
    auto all = storage::Transaction::begin(m_db);
    if (!all)
        return tl::unexpected(all.error());
    for (const VariantId& variant : variants) {
        if (const auto done = drop(variant); !done)
            return done;
    }
    return all->commit();
}

Outcome CartTable::merge(const QList<CartAnswerLine>& account)
{
    auto all = storage::Transaction::begin(m_db);
    if (!all)
        return tl::unexpected(all.error());
    const auto here = rows();
    if (!here)
        return tl::unexpected(here.error());
    QSet<VariantId> known;
    for (CartRow row : *here) {
        const auto there = std::find_if(account.cbegin(), account.cend(),
                                        [&](const CartAnswerLine& line) { return line.variant == row.line.variant; });
        const qint64 quantity = there == account.cend() ? 0 : there->quantity;
        known.insert(row.line.variant);
        // What was sent arrived if it is there; otherwise it did not, and the change still waits.
        if (row.sent && *row.sent == quantity)
            row.known = *row.sent;
        row.sent.reset();
        // What the account's cart refused is shown until the buyer takes it away.
        if (row.notForSale && there == account.cend())
            continue;
        row.line.quantity = mergedQuantity(row.line.quantity, row.known, quantity);
        row.known = quantity;
        if (there != account.cend()) {
            row.line.unitPrice = there->unitPrice;
            row.line.available = there->available;
            row.notForSale = there->notForSale;
            row.line.name = there->name;
            row.line.storeName = there->storeName;
        }
        const bool gone = row.line.quantity == 0 && row.known == 0;
        if (const auto done = gone ? drop(row.line.variant) : put(row); !done)
            return done;
    }
    for (const CartAnswerLine& line : account) {
        if (known.contains(line.variant))
            continue;
        CartRow row{.known = line.quantity, .notForSale = line.notForSale};
        row.line = {.variant = line.variant,
                    .product = line.product,
                    .store = line.store,
                    .storeName = line.storeName,
                    .name = line.name,
                    .optionsLabel = line.optionsLabel,
                    .unitPrice = line.unitPrice,
                    .seenPrice = line.unitPrice,
                    .quantity = line.quantity,
                    .available = line.available,
                    .weightGrams = -1}; // to be asked for
        if (const auto done = put(row); !done)
            return done;
    }
    return all->commit();
}

} // namespace belanjain::engine
