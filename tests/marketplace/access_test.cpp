// SPDX-License-Identifier: GPL-3.0-or-later
// Who may call what: every route of the server, by everybody.
//
// Adding a route: add a row to expectations() below. `route` is as in the table of routes, `target` the same
// with {store}, {product}, {variant}, {order}, … filled in from the seeded world (World::fill), `body` good
// enough to reach what the row is about, and the statuses are those of nobody, the buyer who has the
// order, the owner of the store, another seller and another buyer. They call in the order nobody,
// other seller, other buyer, buyer, owner, so that what a call takes away is taken by its owner last; give what
// is destroyed a thing of its own in World. 401: not signed in; 403: wrong role or somebody else's row;
// 404: nobody's business whether it is there. A row that answers 400 or 422 has passed the gate.
#include "support/test_server.h"

#include <QTcpSocket>
#include <QTest>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

struct Expectation
{
    QByteArray route;
    QByteArray target;
    QByteArray body; ///< JSON; none is sent when empty
    int nobody;
    int buyer;
    int owner;
    int otherSeller;
    int otherBuyer;
};

const QList<Expectation>& expectations()
{
    static const QByteArray unknown = "00000000-0000-7000-8000-000000000000";
    static const QList<Expectation> table{
        // operations
        {"GET /healthz", "/healthz", "", 200, 200, 200, 200, 200},
        {"GET /readyz", "/readyz", "", 200, 200, 200, 200, 200},
        {"GET /metrics", "/metrics", "", 200, 200, 200, 200, 200},
        {"GET /openapi.json", "/openapi.json", "", 200, 200, 200, 200, 200},
        // accounts
        {"POST /v1/auth/register", "/v1/auth/register", "{}", 400, 400, 400, 400, 400},
        {"POST /v1/auth/login", "/v1/auth/login", "{}", 400, 400, 400, 400, 400},
        {"POST /v1/auth/refresh", "/v1/auth/refresh", "{}", 400, 400, 400, 400, 400},
        {"POST /v1/auth/logout", "/v1/auth/logout", "{}", 400, 400, 400, 400, 400},
        {"GET /v1/me", "/v1/me", "", 401, 200, 200, 200, 200},
        {"PATCH /v1/me", "/v1/me", "{}", 401, 200, 200, 200, 200},
        {"POST /v1/me/password", "/v1/me/password", "{}", 401, 400, 400, 400, 400},
        {"POST /v1/me/2fa", "/v1/me/2fa", "", 401, 200, 200, 200, 200},
        {"POST /v1/me/2fa/confirm", "/v1/me/2fa/confirm", "{}", 401, 400, 400, 400, 400},
        {"DELETE /v1/me/2fa", "/v1/me/2fa", "{}", 401, 400, 400, 400, 400},
        {"GET /v1/me/sessions", "/v1/me/sessions", "", 401, 200, 200, 200, 200},
        {"DELETE /v1/me/sessions/{id}", "/v1/me/sessions/{session}", "", 401, 404, 204, 404, 404},
        {"GET /v1/stores/{id}", "/v1/stores/{store}", "", 200, 200, 200, 200, 200},
        {"PATCH /v1/stores/{id}", "/v1/stores/{store}", "{\"location\":\"Solo\"}", 401, 403, 200, 403, 403},
        {"PATCH /v1/stores/{id}", "/v1/stores/" + unknown, "{\"location\":\"Solo\"}", 401, 403, 404, 404, 403},
        // catalogue
        {"GET /v1/products", "/v1/products", "", 200, 200, 200, 200, 200},
        {"POST /v1/products", "/v1/products", "{}", 401, 403, 400, 400, 403},
        {"GET /v1/products/{id}", "/v1/products/{product}", "", 200, 200, 200, 200, 200},
        {"GET /v1/products/{id}", "/v1/products/{archived}", "", 404, 404, 200, 404, 404},
        {"PATCH /v1/products/{id}", "/v1/products/{product}", "{\"description\":\"Baru\"}", 401, 403, 200, 403, 403},
        {"PATCH /v1/products/{id}", "/v1/products/" + unknown, "{}", 401, 403, 404, 404, 403},
        {"DELETE /v1/products/{id}", "/v1/products/{spare}", "", 401, 403, 204, 403, 403},
        {"POST /v1/products/{id}/restore", "/v1/products/{spare}/restore", "", 401, 403, 200, 404, 403},
        {"GET /v1/categories", "/v1/categories", "", 200, 200, 200, 200, 200},
        {"POST /v1/variants/{id}/stock", "/v1/variants/{variant}/stock", "{\"kind\":\"adjust\",\"delta\":1}", 401, 403, 200, 403, 403},
        {"GET /v1/variants/{id}/moves", "/v1/variants/{variant}/moves", "", 401, 403, 200, 403, 403},
        {"POST /v1/products/{id}/images", "/v1/products/{product}/images", "", 401, 403, 415, 403, 403},
        {"PUT /v1/products/{id}/images/order", "/v1/products/{product}/images/order", "[]", 401, 403, 200, 403, 403},
        {"DELETE /v1/products/{id}/images/{imageId}", "/v1/products/{product}/images/" + unknown, "", 401, 403, 404, 403, 403},
        {"POST /v1/images", "/v1/images", "", 401, 403, 415, 415, 403},
        {"GET /v1/images/{sha256}", "/v1/images/" + unknown, "", 404, 404, 404, 404, 404},
        // cart, checkout, orders
        {"GET /v1/cart", "/v1/cart", "", 401, 200, 403, 403, 200},
        {"POST /v1/cart/items", "/v1/cart/items", "{\"variantId\":\"{variant}\",\"quantity\":1}", 401, 201, 403, 403, 201},
        {"PUT /v1/cart/items/{variantId}", "/v1/cart/items/{variant}", "{\"quantity\":2}", 401, 200, 403, 403, 200},
        {"DELETE /v1/cart/items/{variantId}", "/v1/cart/items/{variant}", "", 401, 204, 403, 403, 204},
        {"POST /v1/checkouts", "/v1/checkouts", "{}", 401, 400, 403, 403, 400},
        {"GET /v1/shipping/quotes", "/v1/shipping/quotes", "", 400, 400, 400, 400, 400},
        {"GET /v1/orders", "/v1/orders", "", 401, 200, 200, 200, 200},
        {"GET /v1/orders/{id}", "/v1/orders/{order}", "", 401, 200, 200, 403, 403},
        {"GET /v1/orders/{id}", "/v1/orders/" + unknown, "", 401, 404, 404, 404, 404},
        {"POST /v1/orders/{id}/transitions", "/v1/orders/{order}/transitions", "{\"to\":\"SHIPPED\"}", 401, 403, 200, 403, 403},
        {"GET /v1/orders/{id}/history", "/v1/orders/{order}/history", "", 401, 200, 200, 403, 403},
        // reviews
        {"GET /v1/products/{id}/reviews", "/v1/products/{product}/reviews", "", 200, 200, 200, 200, 200},
        {"GET /v1/products/{id}/reviews", "/v1/products/{archived}/reviews", "", 404, 404, 200, 404, 404},
        {"POST /v1/products/{id}/reviews", "/v1/products/{received}/reviews", "{\"rating\":5}", 401, 409, 403, 403, 403},
        {"GET /v1/reviews/{id}", "/v1/reviews/{review}", "", 200, 200, 200, 200, 200},
        {"PUT /v1/reviews/{id}/reply", "/v1/reviews/{review}/reply", "{\"reply\":\"Terima kasih\"}", 401, 403, 200, 403, 403},
        // analytics
        {"GET /v1/analytics/summary", "/v1/analytics/summary", "", 401, 403, 200, 200, 403},
        {"GET /v1/analytics/revenue", "/v1/analytics/revenue", "", 401, 403, 200, 200, 403},
        {"GET /v1/analytics/top-products", "/v1/analytics/top-products", "", 401, 403, 200, 200, 403},
        // sync
        {"POST /v1/sync/push", "/v1/sync/push", "{}", 401, 403, 400, 400, 403},
        {"GET /v1/sync/pull", "/v1/sync/pull?after=0&schema=1", "", 401, 200, 200, 200, 200},
        {"GET /v1/sync/snapshot", "/v1/sync/snapshot?schema=1", "", 401, 200, 200, 200, 200},
        {"GET /v1/events", "/v1/events", "", 401, 200, 200, 200, 200},
    };
    return table;
}

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT

private:
    /// What the targets and bodies of the table name.
    struct World
    {
        TestServer server;
        HttpClient nobody = server.client();
        TestServer::Person ani = server.seller(u"ani@example.com"_s);
        TestServer::Person eko = server.seller(u"eko@example.com"_s);
        TestServer::Person budi = server.customer(u"budi@example.com"_s);
        TestServer::Person sari = server.customer(u"sari@example.com"_s);
        QHash<QByteArray, QByteArray> names;

        World()
        {
            names["{store}"] = ani.storeId.toLatin1();
            const QJsonObject product = add(u"Wajan"_s);
            names["{product}"] = text(product, u"id"_s);
            names["{variant}"] = text(product.value(u"variants").toArray().at(0).toObject(), u"id"_s);
            names["{spare}"] = text(add(u"Panci"_s), u"id"_s);
            names["{archived}"] = text(add(u"Cobek"_s), u"id"_s);
            ani.client.remove("/v1/products/" + names["{archived}"]);
            const HttpReply in = nobody.post("/v1/auth/login", {{u"email"_s, ani.email}, {u"password"_s, TestServer::password()}});
            HttpClient second = server.client();
            second.setToken(in.json().value(u"accessToken").toString());
            names["{session}"] = text(second.get("/v1/me/sessions").json().value(u"items").toArray().at(0).toObject(), u"id"_s);
            names["{order}"] = buy(product, "seed");
            const QJsonObject received = add(u"Sutil"_s);
            names["{received}"] = text(received, u"id"_s);
            const QByteArray order = "/v1/orders/" + buy(received, "second") + "/transitions";
            ani.client.post(order, {{u"to"_s, u"SHIPPED"_s}});
            budi.client.post(order, {{u"to"_s, u"DELIVERED"_s}});
            const QByteArray reviews = "/v1/products/" + names["{received}"] + "/reviews";
            names["{review}"] = text(budi.client.post(reviews, {{u"rating"_s, 4}}).json(), u"id"_s);
        }
        QByteArray buy(const QJsonObject& product, const QByteArray& key) const
        {
            const QJsonValue variant = product.value(u"variants").toArray().at(0).toObject().value(u"id");
            budi.client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, 1}});
            const QJsonObject address{{u"recipient"_s, u"Budi"_s}, {u"phone"_s, u"08123456789"_s}, {u"street"_s, u"Jl. Melati 7"_s},
                                      {u"city"_s, u"Surabaya"_s}, {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}};
            const HttpReply bought = budi.client.post("/v1/checkouts", {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}},
                                                      {{"Idempotency-Key", key}});
            return text(bought.json().value(u"orders").toArray().at(0).toObject(), u"id"_s);
        }
        QJsonObject add(const QString& name) const
        {
            return ani.client.post("/v1/products", {{u"name"_s, name}, {u"description"_s, u""_s}, {u"category"_s, u"Dapur"_s},
                                                    {u"price"_s, 50'000}, {u"stock"_s, 20}, {u"weightGrams"_s, 400}}).json();
        }
        static QByteArray text(const QJsonObject& object, const QString& key) { return object.value(key).toString().toLatin1(); }
        QByteArray fill(QByteArray pattern) const
        {
            for (auto it = names.cbegin(); it != names.cend(); ++it)
                pattern.replace(it.key(), it.value());
            return pattern;
        }
    };

    /// The status alone: of an answer without end, too.
    int statusOf(const HttpClient& client, const Expectation& row)
    {
        const QByteArray body = m_world->fill(row.body);
        QByteArray head = row.route.left(row.route.indexOf(' ')) + ' ' + m_world->fill(row.target) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        if (!client.token().isEmpty())
            head += "Authorization: Bearer " + client.token().toLatin1() + "\r\n";
        if (row.route.startsWith("POST "))
            head += "Idempotency-Key: " + QByteArray::number(++m_key) + "\r\n";
        if (!body.isEmpty())
            head += "Content-Type: application/json\r\n";
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_world->server.port());
        socket.write(head + body);
        while (!socket.canReadLine()) {
            if (!socket.waitForReadyRead(10'000))
                return 0;
        }
        return socket.readLine().mid(9, 3).toInt();
    }

    std::unique_ptr<World> m_world;
    int m_key = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<World>();
        for (auto it = m_world->names.cbegin(); it != m_world->names.cend(); ++it)
            QVERIFY2(!it.value().isEmpty(), it.key().constData());
    }

    void knowsEveryRoute()
    {
        QSet<QByteArray> served;
        m_world->server.server().invoke([&](Server& inside) {
            for (const Route& route : inside.routes())
                served.insert(route.method + ' ' + route.path);
        });
        QSet<QByteArray> expected;
        for (const Expectation& row : expectations())
            expected.insert(row.route);
        const QByteArrayList missing = (served - expected).values();
        QVERIFY2(missing.isEmpty(), ("no row says who may call " + missing.join(", ")).constData());
        const QByteArrayList gone = (expected - served).values();
        QVERIFY2(gone.isEmpty(), ("not served any more: " + gone.join(", ")).constData());
    }

    void lets_data()
    {
        QTest::addColumn<qsizetype>("row");
        for (qsizetype i = 0; i < expectations().size(); ++i)
            QTest::newRow((expectations()[i].route + " as " + expectations()[i].target).constData()) << i;
    }
    void lets()
    {
        QFETCH(qsizetype, row);
        const Expectation& expected = expectations()[row];
        // In this order: see above.
        const QMap<QString, int> wanted{{u"1 nobody"_s, expected.nobody},
                                        {u"2 other seller"_s, expected.otherSeller},
                                        {u"3 other buyer"_s, expected.otherBuyer},
                                        {u"4 buyer"_s, expected.buyer},
                                        {u"5 owner"_s, expected.owner}};
        QMap<QString, int> got;
        got[u"1 nobody"_s] = statusOf(m_world->nobody, expected);
        got[u"2 other seller"_s] = statusOf(m_world->eko.client, expected);
        got[u"3 other buyer"_s] = statusOf(m_world->sari.client, expected);
        got[u"4 buyer"_s] = statusOf(m_world->budi.client, expected);
        got[u"5 owner"_s] = statusOf(m_world->ani.client, expected);
        QStringList wrong;
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
            if (got[it.key()] != it.value())
                wrong << u"%1: %2 instead of %3"_s.arg(it.key().mid(2)).arg(got[it.key()]).arg(it.value());
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u", "_s)));
    }

    void cleanupTestCase() { m_world.reset(); }
};

QTEST_GUILESS_MAIN(AccessTest)
#include "access_test.moc"
