// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_server.h"

#include <QtTest>

using namespace belanjain;
using testing::HttpReply;
using testing::TestServer;
using namespace Qt::StringLiterals;

class CatalogueHttpTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject kaos()
    {
        return {{u"name"_s, u"Kaos Polos"_s},
                {u"description"_s, u"Katun combed 30s"_s},
                {u"category"_s, u"Pakaian"_s},
                {u"price"_s, 75'000},
                {u"stock"_s, 12},
                {u"options"_s, QJsonArray{QJsonObject{{u"name"_s, u"Warna"_s}, {u"values"_s, QJsonArray{u"Merah"_s, u"Hitam"_s}}}}}};
    }

    static QByteArray path(const QJsonObject& product, const QByteArray& rest = {})
    {
        return "/v1/products/" + product[u"id"_s].toString().toLatin1() + rest;
    }
    static QByteArray variantPath(const QJsonObject& product, const QByteArray& rest)
    {
        return "/v1/variants/" + product[u"variants"_s][0][u"id"].toString().toLatin1() + rest;
    }
    static QStringList names(const HttpReply& reply)
    {
        QStringList list;
        const QJsonArray items = reply.json()[u"items"_s].toArray();
        for (const QJsonValue& item : items)
            list << item[u"name"].toString();
        return list;
    }

private Q_SLOTS:
    void aSellerKeepsAProduct()
    {
        TestServer server;
        const auto seller = server.seller(u"rina@toko.id"_s);
        const HttpReply made = seller.client.post("/v1/products", kaos());
        QCOMPARE(made.status, 201);
        const QJsonObject product = made.json();
        QCOMPARE(made.header("Location"), path(product));
        QCOMPARE(product[u"available"_s].toInt(), 24);
        QCOMPARE(product[u"variants"_s][0][u"onHand"].toInt(), 12);

        const HttpReply seen = server.client().get(path(product));
        QCOMPARE(seen.status, 200);
        QVERIFY(seen.json()[u"variants"_s][0][u"onHand"].isUndefined());
        QCOMPARE(server.client().get(path(product), {{"If-None-Match", seen.header("ETag")}}).status, 304);

        const QString variant = product[u"variants"_s][1][u"id"].toString();
        const HttpReply patched = seller.client.patch(
            path(product), {{u"name"_s, u"Kaos Polos Premium"_s},
                            {u"variants"_s, QJsonArray{QJsonObject{{u"id"_s, variant}, {u"price"_s, 85'000}}}}},
            {{"If-Match", made.header("ETag")}});
        QCOMPARE(patched.status, 200);
        QCOMPARE(patched.json()[u"maxPrice"_s].toInt(), 85'000);
        QCOMPARE(seller.client.patch(path(product), {{u"name"_s, u"X"_s}}, {{"If-Match", made.header("ETag")}}).status, 412);

        QCOMPARE(seller.client.remove(path(product)).status, 204);
        QCOMPARE(server.client().get(path(product)).status, 404);
        QCOMPARE(seller.client.get(path(product)).json()[u"status"_s].toString(), u"archived"_s);
        QCOMPARE(seller.client.post(path(product, "/restore"), {}).status, 200);
        QCOMPARE(server.client().get(path(product)).status, 200);
    }

    void nobodyElseMay()
    {
        TestServer server;
        const auto seller = server.seller(u"rina@toko.id"_s);
        const auto other = server.seller(u"lain@toko.id"_s);
        const auto customer = server.customer(u"siti@rumah.id"_s);
        const QJsonObject product = seller.client.post("/v1/products", kaos()).json();
        QCOMPARE(server.client().post("/v1/products", kaos()).status, 401);
        QCOMPARE(customer.client.post("/v1/products", kaos()).status, 403);
        QCOMPARE(other.client.patch(path(product), {{u"name"_s, u"X"_s}}).status, 403);
        QCOMPARE(other.client.remove(path(product)).status, 403);
        QCOMPARE(other.client.post(variantPath(product, "/stock"), {{u"kind"_s, u"adjust"_s}, {u"delta"_s, 1}}).status, 403);
        QCOMPARE(other.client.get(variantPath(product, "/moves")).status, 403);
        QCOMPARE(seller.client.patch("/v1/products/0192f000-0000-7000-8000-000000000000", {{u"name"_s, u"X"_s}}).status, 404);
    }

    void namesWhatIsWrongWithABody()
    {
        TestServer server;
        const auto seller = server.seller(u"rina@toko.id"_s);
        QJsonObject body = kaos();
        body.remove(u"name"_s);
        const HttpReply missing = seller.client.post("/v1/products", body);
        QCOMPARE(missing.status, 400);
        QCOMPARE(missing.json()[u"errors"_s][0][u"field"].toString(), u"name"_s);
        body = kaos();
        body[u"price"_s] = u"mahal"_s;
        QCOMPARE(seller.client.post("/v1/products", body).status, 400);
        body[u"price"_s] = 0;
        QCOMPARE(seller.client.post("/v1/products", body).status, 422);
        body = kaos();
        body[u"sku"_s] = u"KP"_s;
        QCOMPARE(seller.client.post("/v1/products", body).status, 201);
        const QJsonObject taken{{u"name"_s, u"Lain"_s}, {u"price"_s, 1}, {u"stock"_s, 0}, {u"sku"_s, u"A-1"_s}};
        QCOMPARE(seller.client.post("/v1/products", taken).status, 201);
        const HttpReply conflict = seller.client.post("/v1/products", taken);
        QCOMPARE(conflict.status, 409);
        QCOMPARE(conflict.code(), u"sku_taken"_s);
    }

    void movesStockAndShowsTheLedger()
    {
        TestServer server;
        const auto seller = server.seller(u"rina@toko.id"_s);
        const QJsonObject product = seller.client.post("/v1/products", kaos()).json();
        const QByteArray stock = variantPath(product, "/stock");
        const HttpReply added = seller.client.post(stock, {{u"kind"_s, u"adjust"_s}, {u"delta"_s, 8}, {u"reason"_s, u"Kiriman"_s}});
        QCOMPARE(added.status, 200);
        QCOMPARE(added.json()[u"onHand"_s].toInt(), 20);
        QCOMPARE(added.json()[u"available"_s].toInt(), 20);
        QCOMPARE(seller.client.post(stock, {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -21}}).code(), u"would_be_negative"_s);
        const HttpReply stale = seller.client.post(stock, {{u"kind"_s, u"count"_s}, {u"counted"_s, 10}, {u"expected"_s, 12}});
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale.code(), u"stale_count"_s);
        QCOMPARE(stale.json()[u"moves"_s].toArray().size(), 1);
        QCOMPARE(stale.json()[u"moves"_s][0][u"reason"].toString(), u"Kiriman"_s);
        QCOMPARE(seller.client.post(stock, {{u"kind"_s, u"count"_s}, {u"counted"_s, 19}, {u"expected"_s, 20}}).status, 200);
        QCOMPARE(seller.client.post(stock, {{u"kind"_s, u"steal"_s}}).status, 400);
        QCOMPARE(seller.client.post(stock, {{u"kind"_s, u"adjust"_s}}).status, 400);

        const QByteArray moves = variantPath(product, "/moves");
        const QJsonObject first = seller.client.get(moves + "?limit=2").json();
        QCOMPARE(first[u"items"_s][0][u"kind"].toString(), u"counted"_s);
        QCOMPARE(first[u"items"_s][1][u"by"].toString(), u"rina"_s);
        const QJsonObject rest = seller.client.get(moves + "?cursor=" + first[u"nextCursor"_s].toString().toLatin1()).json();
        QCOMPARE(rest[u"items"_s][0][u"kind"].toString(), u"initial"_s);
        QVERIFY(rest[u"nextCursor"_s].isNull());
        QCOMPARE(seller.client.get(moves + "?page=2&limit=2").json()[u"meta"_s][u"total"].toInt(), 3);
    }

    void listsForEverybody()
    {
        TestServer server;
        const auto seller = server.seller(u"rina@toko.id"_s);
        for (int i = 0; i < 5; ++i) {
            server.clock().advance(1'000);
            QCOMPARE(seller.client.post("/v1/products", {{u"name"_s, u"Gelas %1"_s.arg(i)}, {u"category"_s, u"Dapur"_s},
                                                         {u"price"_s, 10'000 + i}, {u"stock"_s, i}}).status, 201);
        }
        const auto visitor = server.client();
        QCOMPARE(names(visitor.get("/v1/products?sort=price&limit=2")), (QStringList{u"Gelas 0"_s, u"Gelas 1"_s}));
        const HttpReply first = visitor.get("/v1/products?limit=3");
        QCOMPARE(names(first), (QStringList{u"Gelas 4"_s, u"Gelas 3"_s, u"Gelas 2"_s}));
        const QByteArray cursor = first.json()[u"nextCursor"_s].toString().toLatin1();
        QCOMPARE(names(visitor.get("/v1/products?limit=3&cursor=" + cursor)), (QStringList{u"Gelas 1"_s, u"Gelas 0"_s}));
        QCOMPARE(visitor.get("/v1/products?sort=price&cursor=" + cursor).status, 400);
        const QJsonObject paged = visitor.get("/v1/products?page=2&limit=2").json();
        QCOMPARE(paged[u"meta"_s].toObject(), (QJsonObject{{u"total"_s, 5}, {u"page"_s, 2}, {u"lastPage"_s, 3}}));
        QCOMPARE(names(visitor.get("/v1/products?q=gel%204")), QStringList{u"Gelas 4"_s});
        QCOMPARE(names(visitor.get("/v1/products?inStock=true&maxPrice=10002&minPrice=10001&sort=-price")),
                 (QStringList{u"Gelas 2"_s, u"Gelas 1"_s}));
        QCOMPARE(visitor.get("/v1/categories").json()[u"items"_s].toArray(),
                 (QJsonArray{QJsonObject{{u"name"_s, u"Dapur"_s}, {u"count"_s, 5}}}));
        for (const char* bad : {"limit=0", "limit=101", "cursor=x", "sort=cheap", "minPrice=x", "inStock=1", "store=x", "page=0"})
            QCOMPARE(visitor.get("/v1/products?" + QByteArray(bad)).status, 400);
    }
};

QTEST_GUILESS_MAIN(CatalogueHttpTest)
#include "catalogue_http_test.moc"
