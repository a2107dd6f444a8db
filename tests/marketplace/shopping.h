// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/test_server.h"

namespace belanjain::testing
{
using namespace Qt::StringLiterals;

// What sellers and buyers do over HTTP, for stories about carts and orders.

struct Goods
{
    QString product;
    QString variant;
};

/// onHand, reserved and available as the seller sees them.
using Stock = QList<qint64>;

inline Goods addProduct(const TestServer::Person& seller, const QString& name, qint64 price, int stock)
{
    const HttpReply made = seller.client.post("/v1/products", {{u"name"_s, name}, {u"description"_s, u""_s},
                                                               {u"category"_s, u"Dapur"_s}, {u"price"_s, price},
                                                               {u"stock"_s, stock}, {u"weightGrams"_s, 400}});
    const QJsonObject variant = made.json().value(u"variants").toArray().at(0).toObject();
    return {made.json().value(u"id").toString(), variant.value(u"id").toString()};
}

inline HttpReply put(const TestServer::Person& buyer, const QString& variant, qint64 quantity)
{
    return buyer.client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, quantity}});
}

inline QJsonObject address()
{
    return {{u"recipient"_s, u"Budi"_s},     {u"phone"_s, u"08123456789"_s},    {u"street"_s, u"Jl. Melati 7"_s},
            {u"city"_s, u"Surabaya"_s},      {u"province"_s, u"Jawa Timur"_s},  {u"postcode"_s, u"60111"_s}};
}

/// The body of a checkout with these members besides, or instead.
inline QJsonObject order(const QJsonObject& more = {})
{
    QJsonObject body{{u"address"_s, address()}, {u"paymentMethod"_s, u"COD"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body[it.key()] = it.value();
    return body;
}

inline HttpReply checkout(const TestServer::Person& buyer, const QJsonObject& body, const QByteArray& key)
{
    return buyer.client.post("/v1/checkouts", body, {{"Idempotency-Key", key}});
}

inline Stock stock(const TestServer::Person& seller, const Goods& goods)
{
    const QJsonObject variant = seller.client.get("/v1/products/" + goods.product.toLatin1())
                                    .json().value(u"variants").toArray().at(0).toObject();
    return {variant.value(u"onHand").toInteger(), variant.value(u"reserved").toInteger(),
            variant.value(u"available").toInteger()};
}

inline HttpReply move(const TestServer::Person& who, const QString& id, const QJsonObject& body)
{
    return who.client.post("/v1/orders/" + id.toLatin1() + "/transitions", body);
}

/// The one order of a cart of one variant.
inline QJsonObject placed(const TestServer::Person& buyer, const Goods& goods, int quantity, const QByteArray& key)
{
    put(buyer, goods.variant, quantity);
    return checkout(buyer, order(), key).json().value(u"orders").toArray().at(0).toObject();
}

} // namespace belanjain::testing
