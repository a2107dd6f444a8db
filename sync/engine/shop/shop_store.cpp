// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shop/shop_store.h"

#include "domain/search_text.h"
#include "engine/shop/shop_answers.h"
#include "protocol/json.h"
#include "storage/migrator.h"
#include "storage/transaction.h"

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using storage::Row;
namespace
{

constexpr int mostProducts = 5'000;
constexpr int mostAnswers = 2'000;
constexpr int mostOrders = 2'000;

/// Words that a search by beginnings finds: each with a space before it.
QString searchable(const QStringList& texts) { return u' ' + foldForSearch(texts.join(u' ')); }

QString escaped(QString word)
{
    return word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
}

QString text(const QJsonObject& json) { return QString::fromUtf8(protocol::toJson(json)); }

void addWords(QString& sql, QVariantList& values, const QString& search)
{
    for (const QString& word : foldForSearch(search).split(u' ', Qt::SkipEmptyParts).first(
             std::min<qsizetype>(32, foldForSearch(search).split(u' ', Qt::SkipEmptyParts).size()))) {
        sql += u" AND words LIKE ? ESCAPE '\\'"_s;
        values << QString(u"% "_s + escaped(word) + u'%');
    }
}

QString orderOf(ports::ShopSort sort)
{
    switch (sort) {
    case ports::ShopSort::Newest:
        return u"created_at DESC"_s;
    case ports::ShopSort::PriceUp:
        return u"min_price"_s;
    case ports::ShopSort::PriceDown:
        return u"min_price DESC"_s;
    case ports::ShopSort::Rating:
        return u"rating DESC"_s;
    case ports::ShopSort::Relevance:
    case ports::ShopSort::Popular:
        break;
    }
    return u"sold DESC"_s;
}

std::optional<ports::ShopProduct> productIn(const Row& row, int jsonColumn, int seenColumn)
{
    const auto json = protocol::parseObject(row.text(jsonColumn).toUtf8());
    auto product = json ? readShopProduct(*json) : std::nullopt;
    if (product)
        product->seen = {false, Instant{row.integer(seenColumn)}};
    return product;
}

} // namespace

QJsonObject toJson(const ports::OrderAddress& a)
{
    return {{u"recipient"_s, a.recipient}, {u"phone"_s, a.phone},       {u"street"_s, a.street},
            {u"city"_s, a.city},           {u"province"_s, a.province}, {u"postcode"_s, a.postcode}};
}

tl::expected<std::unique_ptr<ShopStore>, QString> ShopStore::open(const QString& file)
{
    auto db = storage::Database::open(storage::Address::sqlite(file), {.checkpoints = true});
    if (!db)
        return tl::unexpected(db.error().text);
    if (const auto migrated = storage::migrate(**db, u":/sql/shop"_s); !migrated)
        return tl::unexpected(migrated.error().text);
    std::unique_ptr<ShopStore> store(new ShopStore(std::move(*db)));
    store->prune();
    return store;
}

void ShopStore::look(const storage::Outcome& outcome) const
{
    if (!outcome && failed)
        failed(outcome.error().text);
}

template<class T>
T ShopStore::valueOf(storage::Result<T> result) const
{
    if (result)
        return *std::move(result);
    if (failed)
        failed(result.error().text);
    return {};
}

void ShopStore::putProduct(const QJsonObject& json, const ports::ShopProduct& product, const QByteArray& etag, Instant now)
{
    const ports::ShopCard& card = product.card;
    QStringList words{card.name, card.category};
    for (const ports::ShopVariant& variant : product.variants)
        words << variant.sku;
    valueOf(m_db->run(
        u"INSERT INTO products (id, store, category, words, min_price, max_price, available, rating, sold, created_at, "
        "json, etag, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "category = excluded.category, words = excluded.words, min_price = excluded.min_price, "
        "max_price = excluded.max_price, available = excluded.available, rating = excluded.rating, "
        "sold = excluded.sold, json = excluded.json, etag = excluded.etag, seen_at = excluded.seen_at"_s,
        {card.product.toString(), card.store.toString(), card.category, searchable(words), card.minPrice.rupiah,
         card.maxPrice.rupiah, card.available, card.rating, card.sold, json.value(u"createdAt").toString().left(40),
         text(json), QString::fromLatin1(etag), now.ms}));
}

void ShopStore::keepProducts(const QList<std::pair<QJsonObject, ports::ShopProduct>>& products, Instant now)
{
    auto all = storage::Transaction::begin(*m_db);
    if (!all)
        return look(tl::unexpected(all.error()));
    for (const auto& [json, product] : products)
        putProduct(json, product, {}, now);
    look(all->commit());
}

void ShopStore::keepProduct(const QJsonObject& json, const ports::ShopProduct& product, const QByteArray& etag, Instant now)
{
    putProduct(json, product, etag, now);
}

void ShopStore::dropProduct(const ProductId& product)
{
    valueOf(m_db->run(u"DELETE FROM products WHERE id = ?"_s, {product.toString()}));
}

void ShopStore::markViewed(const ProductId& product, Instant now)
{
    valueOf(m_db->run(u"UPDATE products SET viewed_at = ? WHERE id = ?"_s, {now.ms, product.toString()}));
}

std::optional<ShopStore::KeptProduct> ShopStore::product(const ProductId& product)
{
    const auto kept = valueOf(m_db->all(
        u"SELECT json, seen_at, etag FROM products WHERE id = ?"_s, {product.toString()}, [](const Row& row) {
            return std::pair(productIn(row, 0, 1), row.text(2).toLatin1());
        }));
    if (kept.isEmpty() || !kept.front().first)
        return std::nullopt;
    return KeptProduct{*kept.front().first, kept.front().second};
}

ports::ShopPage ShopStore::find(const ports::ShopQuery& query, int offset, int limit)
{
    QString where = u"FROM products WHERE 1 = 1"_s;
    QVariantList values;
    addWords(where, values, query.text);
    const auto add = [&](const QString& condition, const QVariant& value) {
        where += u" AND "_s + condition;
        values << value;
    };
    if (!query.category.isEmpty())
        add(u"category = ?"_s, query.category);
    if (query.minPrice)
        add(u"max_price >= ?"_s, query.minPrice->rupiah);
    if (query.maxPrice)
        add(u"min_price <= ?"_s, query.maxPrice->rupiah);
    if (query.store)
        add(u"store = ?"_s, query.store->toString());
    if (query.inStock)
        where += u" AND available > 0"_s;
    ports::ShopPage page;
    page.total = valueOf(m_db->integer(u"SELECT count(*) "_s + where, values));
    Instant latest;
    const auto products = valueOf(m_db->all(
        u"SELECT json, seen_at %1 ORDER BY %2, id LIMIT ? OFFSET ?"_s.arg(where, orderOf(query.sort)),
        values + QVariantList{limit, offset}, [](const Row& row) { return productIn(row, 0, 1); }));
    for (const auto& one : products) {
        if (!one)
            continue;
        page.items.append(one->card);
        latest = std::max(latest, *one->seen.at);
    }
    if (!page.items.isEmpty())
        page.seen.at = latest;
    if (offset + limit < *page.total)
        page.nextCursor = u"kept:%1"_s.arg(offset + limit);
    return page;
}

QList<ports::ShopCard> ShopStore::recent(int limit)
{
    QList<ports::ShopCard> cards;
    const auto products = valueOf(m_db->all(
        u"SELECT json, seen_at FROM products WHERE viewed_at IS NOT NULL ORDER BY viewed_at DESC LIMIT ?"_s, {limit},
        [](const Row& row) { return productIn(row, 0, 1); }));
    for (const auto& one : products) {
        if (one)
            cards.append(one->card);
    }
    return cards;
}

void ShopStore::keepAnswer(const QString& what, const QByteArray& body, const QByteArray& etag, Instant now)
{
    valueOf(m_db->run(u"INSERT INTO answers (what, etag, body, seen_at) VALUES (?, ?, ?, ?) ON CONFLICT (what) DO UPDATE "
                      "SET etag = excluded.etag, body = excluded.body, seen_at = excluded.seen_at"_s,
                      {what, QString::fromLatin1(etag), QString::fromUtf8(body), now.ms}));
}

std::optional<ShopStore::Answer> ShopStore::answer(const QString& what)
{
    return valueOf(m_db->one(u"SELECT body, etag, seen_at FROM answers WHERE what = ?"_s, {what}, [](const Row& row) {
        return Answer{row.text(0).toUtf8(), row.text(1).toLatin1(), Instant{row.integer(2)}};
    }));
}

void ShopStore::prune()
{
    valueOf(m_db->run(u"DELETE FROM products WHERE id IN (SELECT id FROM products WHERE id NOT IN "
                      "(SELECT product FROM cart_lines) ORDER BY seen_at DESC LIMIT -1 OFFSET ?)"_s,
                      {mostProducts}));
    valueOf(m_db->run(
        u"DELETE FROM answers WHERE what IN (SELECT what FROM answers ORDER BY seen_at DESC LIMIT -1 OFFSET ?)"_s,
        {mostAnswers}));
    valueOf(m_db->run(
        u"DELETE FROM orders WHERE id IN (SELECT id FROM orders ORDER BY created_at DESC LIMIT -1 OFFSET ?)"_s,
        {mostOrders}));
}

storage::Outcome ShopStore::keepCheckout(const Checkout& checkout)
{
    const auto done = m_db->run(u"INSERT INTO checkouts (request_key, body, made_at) VALUES (?, ?, ?)"_s,
                                {checkout.key, QString::fromUtf8(checkout.body), checkout.madeAt.ms});
    return done ? storage::Outcome() : tl::unexpected(done.error());
}

std::optional<ShopStore::Checkout> ShopStore::checkout()
{
    return valueOf(m_db->one(u"SELECT request_key, body, made_at FROM checkouts ORDER BY made_at LIMIT 1"_s, {},
                             [](const Row& row) {
                                 return Checkout{row.text(0), row.text(1).toUtf8(), Instant{row.integer(2)}};
                             }));
}

storage::Outcome ShopStore::dropCheckout(const QString& key)
{
    const auto done = m_db->run(u"DELETE FROM checkouts WHERE request_key = ?"_s, {key});
    return done ? storage::Outcome() : tl::unexpected(done.error());
}

void ShopStore::keepOrders(const QList<std::pair<QJsonObject, ports::Purchase>>& orders, Instant now)
{
    auto all = storage::Transaction::begin(*m_db);
    if (!all)
        return look(tl::unexpected(all.error()));
    for (const auto& [json, purchase] : orders) {
        QStringList words{purchase.order.head.number, QString(purchase.order.head.number).remove(u'#'), purchase.storeName};
        for (const ports::OrderLine& line : purchase.order.list)
            words << line.name << line.sku;
        valueOf(m_db->run(u"INSERT INTO orders (id, status, words, created_at, json, seen_at) VALUES (?, ?, ?, ?, ?, ?) "
                          "ON CONFLICT (id) DO UPDATE SET status = excluded.status, json = excluded.json, "
                          "seen_at = excluded.seen_at"_s,
                          {purchase.order.head.order.toString(), wireName(purchase.order.head.status), searchable(words),
                           purchase.order.head.createdAt.ms, text(json), now.ms}));
    }
    look(all->commit());
}

ports::PurchasePage ShopStore::orders(const ports::PurchaseQuery& query, int offset, int limit)
{
    QString where = u"FROM orders WHERE 1 = 1"_s;
    QVariantList values;
    addWords(where, values, query.search);
    if (query.status) {
        where += u" AND status = ?"_s;
        values << wireName(*query.status);
    }
    ports::PurchasePage page;
    page.total = valueOf(m_db->integer(u"SELECT count(*) "_s + where, values));
    const auto rows = valueOf(m_db->all(
        u"SELECT json, seen_at %1 ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?"_s.arg(where),
        values + QVariantList{limit, offset}, [](const Row& row) {
            const auto json = protocol::parseObject(row.text(0).toUtf8());
            return std::pair(json ? readPurchase(*json) : std::nullopt, Instant{row.integer(1)});
        }));
    for (const auto& [read, at] : rows) {
        if (!read)
            continue;
        ports::Purchase purchase = *read;
        complete(purchase);
        page.items.append(purchase);
        page.seen.at = std::max(page.seen.at.value_or(Instant()), at);
    }
    if (offset + limit < *page.total)
        page.nextCursor = u"kept:%1"_s.arg(offset + limit);
    return page;
}

int ShopStore::openOrders()
{
    return int(valueOf(m_db->integer(u"SELECT count(*) FROM orders WHERE status NOT IN ('DELIVERED', 'CANCELLED')"_s)));
}

void ShopStore::keepReviewed(const ProductId& product)
{
    valueOf(m_db->run(u"INSERT INTO reviewed (product) VALUES (?) ON CONFLICT DO NOTHING"_s, {product.toString()}));
}

void ShopStore::complete(ports::Purchase& purchase)
{
    purchase.reviewed.clear();
    for (ports::OrderLine& line : purchase.order.list) {
        if (const auto kept = product(line.product))
            line.imageHash = kept->product.card.imageHash;
        if (valueOf(m_db->integer(u"SELECT count(*) FROM reviewed WHERE product = ?"_s, {line.product.toString()})) > 0)
            purchase.reviewed.append(line.product);
    }
}

QList<ports::SavedAddress> ShopStore::addresses()
{
    return valueOf(m_db->all(
        u"SELECT number, json FROM addresses ORDER BY used_at DESC, number DESC"_s, {}, [](const Row& row) {
            const QJsonObject json = protocol::parseObject(row.text(1).toUtf8()).value_or(QJsonObject());
            const auto part = [&](QStringView key) { return json.value(key).toString(); };
            return ports::SavedAddress{row.integer(0), {part(u"recipient"), part(u"phone"), part(u"street"), part(u"city"),
                                                        part(u"province"), part(u"postcode")}};
        }));
}

void ShopStore::saveAddress(const ports::SavedAddress& address, Instant now)
{
    const QString json = text(toJson(address.address));
    if (address.number == 0)
        valueOf(m_db->run(u"INSERT INTO addresses (json, used_at) VALUES (?, ?)"_s, {json, now.ms}));
    else
        valueOf(m_db->run(u"UPDATE addresses SET json = ?, used_at = ? WHERE number = ?"_s, {json, now.ms, address.number}));
}

void ShopStore::removeAddress(qint64 number)
{
    valueOf(m_db->run(u"DELETE FROM addresses WHERE number = ?"_s, {number}));
}

} // namespace belanjain::engine
