// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/cart.h"

#include "domain/cart_split.h"
#include "domain/violation_text.h"
#include "protocol/json.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Result;
using storage::Row;
namespace
{

CartItem itemFrom(const Row& row)
{
    CartItem item;
    item.variant = row.id<VariantId>(0).value_or(VariantId());
    item.product = row.id<ProductId>(1).value_or(ProductId());
    item.store = row.id<StoreId>(2).value_or(StoreId());
    item.storeName = row.text(3);
    item.storeLocation = row.text(4);
    item.name = row.text(5);
    item.sku = row.text(6);
    item.options = protocol::parseObject(row.text(7).toUtf8()).value_or(QJsonObject());
    item.unitPrice = {row.integer(8)};
    item.quantity = row.integer(9);
    item.available = std::max<qint64>(0, row.integer(10));
    item.weightGrams = row.integer(11);
    item.archived = row.text(12) != u"active";
    return item;
}

QJsonObject itemJson(const CartItem& item, Language language)
{
    QJsonObject json{{u"variantId"_s, item.variant.toString()},
                     {u"productId"_s, item.product.toString()},
                     {u"name"_s, item.name},
                     {u"options"_s, item.options},
                     {u"unitPrice"_s, item.unitPrice.rupiah},
                     {u"quantity"_s, item.quantity},
                     {u"available"_s, item.available}};
    if (const QString problem = item.problem(); !problem.isEmpty()) {
        json[u"problem"_s] = problem;
        json[u"problemText"_s] = item.problemText(language);
    }
    return json;
}

} // namespace

QString CartItem::problem() const
{
    if (archived)
        return u"not_for_sale"_s;
    if (available == 0)
        return u"out_of_stock"_s;
    return available < quantity ? u"too_few"_s : QString();
}

QString CartItem::problemText(Language language) const
{
    if (archived)
        return language == Language::English ? u"This is no longer for sale."_s : u"Barang ini tidak dijual lagi."_s;
    return available < quantity ? ruleText({u"quantity"_s, Rule::OutOfStock, {QString::number(available)}}, language)
                                : QString();
}

Result<QList<CartItem>> readCart(Database& db, const UserId& user, bool forCheckout)
{
    static const QString sql =
        u"SELECT c.variant_id, v.product_id, v.store_id, s.name, s.location, p.name, v.sku, v.options, v.price, c.quantity, "
        "v.on_hand - v.reserved, v.weight_grams, p.status FROM cart_items c JOIN variants v ON v.id = c.variant_id "
        "JOIN products p ON p.id = v.product_id JOIN stores s ON s.id = v.store_id "
        "WHERE c.user_id = ? ORDER BY c.added_at, c.variant_id"_s;
    static const QString locking = sql + u" FOR UPDATE OF c"_s;
    return db.all(forCheckout && db.isPostgres() ? locking : sql, {user.toString()}, itemFrom);
}

QJsonObject cartJson(const QList<CartItem>& items, Language language)
{
    struct Group
    {
        const CartItem* first;
        QJsonArray items;
        qint64 subtotal = 0;
    };
    QList<Group> groups;
    QHash<StoreId, qsizetype> places;
    qint64 total = 0;
    qint64 pieces = 0;
    for (const CartItem& item : items) {
        const auto known = places.constFind(item.store);
        const qsizetype place = known == places.cend() ? groups.size() : *known;
        if (known == places.cend()) {
            places.insert(item.store, place);
            groups.append({&item, {}, 0});
        }
        groups[place].items.append(itemJson(item, language));
        groups[place].subtotal += item.lineTotal().rupiah;
        total += item.lineTotal().rupiah;
        pieces += item.quantity;
    }
    QJsonArray stores;
    for (const Group& group : std::as_const(groups))
        stores.append(QJsonObject{{u"storeId"_s, group.first->store.toString()},
                                  {u"storeName"_s, group.first->storeName},
                                  {u"items"_s, group.items},
                                  {u"subtotal"_s, group.subtotal}});
    return {{u"stores"_s, stores}, {u"total"_s, total}, {u"itemCount"_s, pieces}};
}

Result<CartPlace> lookIntoCart(Database& db, const UserId& user, const VariantId& variant)
{
    const auto place = db.one(
        u"SELECT p.status, (SELECT c.quantity FROM cart_items c WHERE c.user_id = ? AND c.variant_id = v.id), "
        "(SELECT count(*) FROM cart_items c WHERE c.user_id = ?) "
        "FROM variants v JOIN products p ON p.id = v.product_id WHERE v.id = ?"_s,
        {user.toString(), user.toString(), variant.toString()}, [](const Row& row) {
            return CartPlace{row.text(0) == u"active", row.integer(1), row.integer(2)};
        });
    if (!place)
        return tl::unexpected(place.error());
    return place->value_or(CartPlace{});
}

Result<bool> addToCart(Database& db, const UserId& user, const VariantId& variant, qint64 quantity, Instant now)
{
    const auto added = db.one(
        u"INSERT INTO cart_items (user_id, variant_id, quantity, added_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (user_id, variant_id) DO UPDATE SET quantity = cart_items.quantity + excluded.quantity "
        "WHERE cart_items.quantity + excluded.quantity <= ? RETURNING quantity"_s,
        {user.toString(), variant.toString(), quantity, now.ms, maxCartQuantity},
        [](const Row& row) { return row.integer(0); });
    if (!added)
        return tl::unexpected(added.error());
    return added->has_value();
}

Outcome setInCart(Database& db, const UserId& user, const VariantId& variant, qint64 quantity, Instant now)
{
    const auto done = db.run(
        u"INSERT INTO cart_items (user_id, variant_id, quantity, added_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (user_id, variant_id) DO UPDATE SET quantity = excluded.quantity"_s,
        {user.toString(), variant.toString(), quantity, now.ms});
    return done ? Outcome{} : tl::unexpected(done.error());
}

Result<qint64> takeFromCart(Database& db, const UserId& user, const QList<VariantId>& variants)
{
    QVariantList values{user.toString()};
    for (const VariantId& variant : variants)
        values << variant.toString();
    return db.run(u"DELETE FROM cart_items WHERE user_id = ? AND variant_id IN (%1)"_s.arg(
                      QStringList(variants.size(), u"?"_s).join(u',')),
                  values);
}

} // namespace belanjain::marketplace
