// SPDX-License-Identifier: GPL-3.0-or-later
// Every call of the server over a line that spoils it, each in every way: the server goes on, keeps no connection,
// and the call asked again under its key has had one effect.
//
// A new route is covered by itself. When it cannot be called well by its path and an empty body alone, say in
// Shop::goodCall() how it is.
#include "marketplace/http/listener.h"
#include "support/sample_pictures.h"
#include "support/test_server.h"
#include "toxic_proxy.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QTest>

#include <array>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace belanjain::processes;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using Kind = Toxic::Kind;
using Way = Toxic::Way;

namespace
{

struct GoodCall
{
    QByteArray method;
    QByteArray target;
    QByteArray body;
    QByteArray contentType = "application/json";
    QString token;
    QByteArray key;

    QByteArray bytes() const
    {
        QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        if (!token.isEmpty())
            text += "Authorization: Bearer " + token.toLatin1() + "\r\n";
        if (!key.isEmpty())
            text += "Idempotency-Key: " + key + "\r\n";
        if (!body.isEmpty())
            text += "Content-Type: " + contentType + "\r\n";
        if (!body.isEmpty() || method != "GET")
            text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        return text + "\r\n" + body;
    }
};

struct Spoilt
{
    const char* name;
    /// For a request of so many bytes.
    std::function<Toxic(qint64)> toxic;
};

const QList<Spoilt>& everySpoiling()
{
    static const QList<Spoilt> all{
        {"latency", [](qint64) { return Toxic{.kind = Kind::Latency, .ms = 4}; }},
        {"narrow", [](qint64) { return Toxic{.kind = Kind::Bandwidth, .bytes = 3'000}; }},
        {"request in slices", [](qint64) { return Toxic{.kind = Kind::Slice, .way = Way::Request, .bytes = 5}; }},
        {"answer in slices", [](qint64) { return Toxic{.kind = Kind::Slice, .way = Way::Answer, .bytes = 900}; }},
        {"slow close", [](qint64) { return Toxic{.kind = Kind::SlowClose, .ms = 8}; }},
        {"request stops", [](qint64 size) { return Toxic{.kind = Kind::Timeout, .way = Way::Request, .after = size / 2, .ms = 8}; }},
        {"request lost on a dead line", [](qint64 size) { return Toxic{.kind = Kind::Timeout, .way = Way::Request, .after = size - 1}; }},
        {"answer never comes", [](qint64) { return Toxic{.kind = Kind::Timeout, .way = Way::Answer, .ms = 8}; }},
        {"reset in the request", [](qint64 size) { return Toxic{.kind = Kind::Reset, .way = Way::Request, .after = size / 2}; }},
        {"reset after the request", [](qint64 size) { return Toxic{.kind = Kind::Reset, .way = Way::Request, .after = size}; }},
        {"reset in the answer", [](qint64) { return Toxic{.kind = Kind::Reset, .way = Way::Answer, .after = 30}; }},
        {"request cut", [](qint64 size) { return Toxic{.kind = Kind::Limit, .way = Way::Request, .after = size / 2}; }},
        {"answer lost", [](qint64) { return Toxic{.kind = Kind::Limit, .way = Way::Answer}; }},
        {"answer cut", [](qint64) { return Toxic{.kind = Kind::Limit, .way = Way::Answer, .after = 400}; }},
    };
    return all;
}

/// A market with somebody of each kind, and a good call for every route.
class Shop
{
public:
    TestServer server{[](ServerConfig& config) {
        config.limits.uncountedAddresses = {QHostAddress(QHostAddress::LocalHost)};
        for (ThrottlePolicy* policy : {&config.accounts.throttle.pair, &config.accounts.throttle.otpPair, &config.accounts.throttle.otpAccount})
            policy->free = 100'000; // nobody here guesses
    }};
    TestServer::Person ani = server.seller(u"ani@example.com"_s);
    TestServer::Person budi = server.customer(u"budi@example.com"_s);
    QJsonObject wajan = newProduct();

    GoodCall goodCall(const Route& route)
    {
        const QByteArray name = route.method + ' ' + route.path;
        GoodCall call{.method = route.method, .target = route.path};
        if (route.access == Access::Seller || route.path.startsWith("/v1/sync") || route.path == "/v1/events")
            call.token = ani.client.token();
        else if (route.access != Access::Public && route.access != Access::Loopback)
            call.token = budi.client.token();
        if (route.method == "POST")
            call.key = "k" + QByteArray::number(++m_number);
        if (route.body == Body::Object)
            call.body = "{}";
        const auto ready = m_ready.constFind(name);
        if (ready != m_ready.cend())
            (*ready)(call);
        const QByteArray product = call.target.startsWith("/v1/products") ? id(wajan) : QByteArray();
        call.target.replace("{id}", !product.isEmpty()                          ? product
                                    : call.target.startsWith("/v1/stores")      ? ani.storeId.toLatin1()
                                    : call.target.startsWith("/v1/variants")    ? variant(wajan)
                                    : call.target.startsWith("/v1/orders")      ? id(order())
                                    : call.target.startsWith("/v1/reviews")     ? review()
                                                                                : unknown);
        call.target.replace("{variantId}", variant(wajan)).replace("{imageId}", unknown).replace("{sha256}", QByteArray(64, '0'));
        return call;
    }

    /// There is nothing to find under these, and nothing to confirm.
    static bool mayBeRefused(const Route& route)
    {
        static const QByteArrayList refused{"POST /v1/me/2fa/confirm", "DELETE /v1/me/2fa", "DELETE /v1/me/sessions/{id}",
                                            "DELETE /v1/products/{id}/images/{imageId}", "GET /v1/images/{sha256}"};
        return refused.contains(route.method + ' ' + route.path);
    }

private:
    using Ready = std::function<void(GoodCall&)>;

    static QByteArray id(const QJsonObject& object) { return object[u"id"].toString().toLatin1(); }
    static QByteArray variant(const QJsonObject& product) { return product[u"variants"][0][u"id"].toString().toLatin1(); }
    static QByteArray json(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
    QString fresh(const QString& word) { return word + QString::number(++m_number); }

    QJsonObject newProduct()
    {
        return ani.client.post("/v1/products", {{u"name"_s, fresh(u"Wajan "_s)}, {u"description"_s, QString()}, {u"category"_s, u"Dapur"_s},
                                                {u"price"_s, 50'000}, {u"stock"_s, 100'000}, {u"weightGrams"_s, 400}}).json();
    }
    void putIntoCart(const QJsonObject& product)
    {
        budi.client.put("/v1/cart/items/" + variant(product), {{u"quantity"_s, 1}});
    }
    static QJsonObject checkoutOf(const QJsonObject& product)
    {
        const QJsonObject address{{u"recipient"_s, u"Budi"_s}, {u"phone"_s, u"08123456789"_s},   {u"street"_s, u"Jl. Melati 7"_s},
                                  {u"city"_s, u"Surabaya"_s},  {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}};
        return {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}, {u"variantIds"_s, QJsonArray{QString::fromLatin1(variant(product))}}};
    }
    QJsonObject order() { return orderOf(wajan); }
    QJsonObject orderOf(const QJsonObject& product)
    {
        putIntoCart(product);
        return budi.client.post("/v1/checkouts", checkoutOf(product), {{"Idempotency-Key", fresh(u"o"_s).toLatin1()}}).json()[u"orders"][0].toObject();
    }
    QJsonObject received()
    {
        const QJsonObject product = newProduct();
        const QByteArray steps = "/v1/orders/" + id(orderOf(product)) + "/transitions";
        ani.client.post(steps, {{u"to"_s, u"SHIPPED"_s}});
        budi.client.post(steps, {{u"to"_s, u"DELIVERED"_s}});
        return product;
    }
    QByteArray review()
    {
        return id(budi.client.post("/v1/products/" + id(received()) + "/reviews", {{u"rating"_s, 4}, {u"comment"_s, u"Bagus"_s}}).json());
    }
    QJsonObject newLogin()
    {
        return server.client().post("/v1/auth/login", {{u"email"_s, ani.email}, {u"password"_s, TestServer::password()}}).json();
    }
    void asNewPerson(GoodCall& call) { call.token = server.customer(fresh(u"orang"_s) + u"@example.com"_s).client.token(); }
    void withRefreshToken(GoodCall& call) { call.body = json({{u"refreshToken"_s, newLogin()[u"refreshToken"]}}); }
    void withPicture(GoodCall& call)
    {
        // One that nobody has sent before: those are kept once.
        ++m_number;
        call.body = encoded(quarters(20 + m_number % 90, 20 + m_number / 90), "png");
        call.contentType = "image/png";
        call.token = ani.client.token();
    }

    int m_number = 0;
    const QByteArray unknown = "00000000-0000-7000-8000-000000000000";
    const QHash<QByteArray, Ready> m_ready{
        {"POST /v1/auth/register", [this](GoodCall& call) {
             call.body = json({{u"name"_s, u"Sari"_s}, {u"email"_s, fresh(u"sari"_s) + u"@example.com"_s}, {u"password"_s, TestServer::password()}});
         }},
        {"POST /v1/auth/login", [this](GoodCall& call) { call.body = json({{u"email"_s, ani.email}, {u"password"_s, TestServer::password()}}); }},
        {"POST /v1/auth/refresh", [this](GoodCall& call) { withRefreshToken(call); }},
        {"POST /v1/auth/logout", [this](GoodCall& call) { withRefreshToken(call); }},
        {"PATCH /v1/me", [](GoodCall& call) { call.body = json({{u"name"_s, u"Budi Santoso"_s}}); }},
        {"POST /v1/me/password", [this](GoodCall& call) {
             asNewPerson(call);
             call.body = json({{u"currentPassword"_s, TestServer::password()}, {u"newPassword"_s, u"kereta senja 77"_s}});
         }},
        {"POST /v1/me/2fa", [this](GoodCall& call) { asNewPerson(call); }},
        {"POST /v1/me/2fa/confirm", [](GoodCall& call) { call.body = json({{u"otp"_s, u"000000"_s}}); }},
        {"PATCH /v1/stores/{id}", [](GoodCall& call) { call.body = json({{u"location"_s, u"Solo"_s}}); }},
        {"POST /v1/products", [this](GoodCall& call) {
             call.body = json({{u"name"_s, fresh(u"Panci "_s)}, {u"description"_s, QString()}, {u"category"_s, u"Dapur"_s}, {u"price"_s, 50'000}, {u"stock"_s, 3}});
         }},
        {"PATCH /v1/products/{id}", [](GoodCall& call) { call.body = json({{u"description"_s, u"Baru"_s}}); }},
        {"DELETE /v1/products/{id}", [this](GoodCall& call) { call.target.replace("{id}", id(newProduct())); }},
        {"POST /v1/products/{id}/restore", [this](GoodCall& call) {
             const QByteArray product = id(newProduct());
             ani.client.remove("/v1/products/" + product);
             call.target.replace("{id}", product);
         }},
        {"POST /v1/variants/{id}/stock", [](GoodCall& call) { call.body = json({{u"kind"_s, u"adjust"_s}, {u"delta"_s, 3}}); }},
        {"POST /v1/products/{id}/images", [this](GoodCall& call) {
             withPicture(call);
             call.target.replace("{id}", id(newProduct()));
         }},
        {"POST /v1/images", [this](GoodCall& call) { withPicture(call); }},
        {"PUT /v1/products/{id}/images/order", [](GoodCall& call) { call.body = "[]"; }},
        {"POST /v1/cart/items", [this](GoodCall& call) {
             call.body = json({{u"variantId"_s, QString::fromLatin1(variant(newProduct()))}, {u"quantity"_s, 2}});
         }},
        {"PUT /v1/cart/items/{variantId}", [](GoodCall& call) { call.body = json({{u"quantity"_s, 2}}); }},
        {"DELETE /v1/cart/items/{variantId}", [this](GoodCall&) { putIntoCart(wajan); }},
        {"POST /v1/checkouts", [this](GoodCall& call) {
             putIntoCart(wajan);
             call.body = json(checkoutOf(wajan));
         }},
        {"GET /v1/shipping/quotes", [this](GoodCall& call) {
             call.target += "?storeId=" + ani.storeId.toLatin1() + "&postcode=60111&weightGrams=400";
         }},
        {"POST /v1/orders/{id}/transitions", [this](GoodCall& call) {
             call.body = json({{u"to"_s, u"SHIPPED"_s}});
             call.token = ani.client.token();
         }},
        {"POST /v1/products/{id}/reviews", [this](GoodCall& call) {
             call.body = json({{u"rating"_s, 5}, {u"comment"_s, u"Bagus"_s}});
             call.target.replace("{id}", id(received()));
         }},
        {"PUT /v1/reviews/{id}/reply", [](GoodCall& call) { call.body = json({{u"reply"_s, u"Terima kasih"_s}}); }},
        {"POST /v1/sync/push", [this](GoodCall& call) {
             const QString epoch = ani.client.get("/v1/sync/pull?after=0&schema=1").json()[u"epoch"].toString();
             const QJsonObject op{{u"opId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}, {u"seq"_s, 1},
                                  {u"name"_s, u"stock.adjust"_s}, {u"entityId"_s, QString::fromLatin1(variant(wajan))},
                                  {u"baseVersion"_s, 1}, {u"args"_s, QJsonObject{{u"delta"_s, 2}}},
                                  {u"clientTime"_s, u"2026-11-21T04:00:00.000Z"_s}};
             call.body = json({{u"schema"_s, 1}, {u"deviceId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                               {u"epoch"_s, epoch}, {u"ops"_s, QJsonArray{op}}});
         }},
        {"GET /v1/sync/pull", [](GoodCall& call) { call.target += "?after=0&schema=1"; }},
        {"GET /v1/sync/snapshot", [](GoodCall& call) { call.target += "?schema=1"; }},
    };
};

/// The status of what came back, 0 when that is not an answer. An answer without end is left after its head.
struct Came
{
    int status = 0;
    bool whole = false;
    QByteArray bytes;
};

/// By the system's own calls: what they gave is what came, also where a socket class would have closed by then.
Came exchange(quint16 port, const QByteArray& request)
{
    const int line = ::socket(AF_INET, SOCK_STREAM, 0);
    const timeval patience{20, 0};
    ::setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QByteArray came;
    if (::connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0
        && ::send(line, request.constData(), size_t(request.size()), MSG_NOSIGNAL) == request.size()) {
        std::array<char, 65'536> piece{};
        const auto isEndless = [&] {
            const qsizetype head = came.indexOf("\r\n\r\n");
            return head >= 0 && came.left(head).contains("text/event-stream");
        };
        for (ssize_t size = 1; size > 0 && !isEndless();) {
            size = ::recv(line, piece.data(), piece.size(), 0);
            came.append(piece.data(), qMax<ssize_t>(0, size));
        }
    }
    ::close(line);
    const qsizetype head = came.indexOf("\r\n\r\n");
    const bool whole = head >= 0
                       && (came.endsWith("0\r\n\r\n") || !came.contains("Content-Length: ")
                           || came.mid(came.indexOf("Content-Length: ") + 16).split('\r').first().toLongLong() == came.size() - head - 4);
    return {came.startsWith("HTTP/1.1 ") ? came.mid(9, 3).toInt() : 0, whole, came};
}

qsizetype entriesOf(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System).size();
}

} // namespace

class ToxicRoutesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<ToxicProxy> m_proxy;
    std::unique_ptr<storage::Database> m_stored;
    QStringList m_tables;
    QList<Route> m_routes;

    http::Listener* listener(Server& inside) { return inside.findChild<http::Listener*>(); }
    int connections()
    {
        int count = -1;
        m_shop->server.server().invoke([&](Server& inside) { count = listener(inside)->connectionCount(); });
        return count;
    }
    static bool soon(const std::function<bool()>& so)
    {
        for (QDeadlineTimer until(10'000); !so(); QTest::qWait(1)) {
            if (until.hasExpired())
                return false;
        }
        return true;
    }
    /// As if a minute had gone by without a byte.
    void letAMinutePass()
    {
        m_shop->server.server().invoke([&](Server& inside) { listener(inside)->sweep(listener(inside)->now() + 60'000); });
    }

    /// How many rows each table has, and what stock there is: what a call did shows in the difference.
    QMap<QString, qint64> effects()
    {
        QMap<QString, qint64> counts;
        for (const QString& table : std::as_const(m_tables))
            counts[table] = m_stored->integer(u"SELECT count(*) FROM "_s + table).value_or(-1);
        counts[u"on hand"_s] = m_stored->integer(u"SELECT sum(on_hand) FROM variants"_s).value_or(-1);
        counts[u"reserved"_s] = m_stored->integer(u"SELECT sum(reserved) FROM variants"_s).value_or(-1);
        return counts;
    }
    static QString difference(const QMap<QString, qint64>& before, const QMap<QString, qint64>& after)
    {
        QStringList changes;
        for (auto it = after.cbegin(); it != after.cend(); ++it) {
            if (const qint64 by = it.value() - before.value(it.key()); by != 0)
                changes << u"%1 %2"_s.arg(it.key()).arg(by);
        }
        return changes.join(u", ");
    }

    /// What asked first may still be under way.
    Came askAgain(const GoodCall& call)
    {
        Came came;
        do
            came = exchange(m_shop->server.port(), call.bytes());
        while (came.status == 409 && came.bytes.contains("idempotency_in_progress"));
        return came;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_shop = std::make_unique<Shop>();
        m_proxy = std::make_unique<ToxicProxy>(m_shop->server.port());
        m_stored = m_shop->server.openDatabase();
        // Of keys, and of what is counted to slow guessing down, there is more after more calls.
        m_tables = m_stored->all(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%' "
                                 "AND name NOT LIKE 'product_search%' AND name NOT IN ('idempotency', 'throttles')"_s,
                                 {}, [](const storage::Row& row) { return row.text(0); }).value();
        QVERIFY(m_tables.contains(u"orders"_s));
        m_shop->server.server().invoke([&](Server& inside) { m_routes = inside.routes(); });
    }

    void isUnharmed_data()
    {
        QTest::addColumn<qsizetype>("number");
        for (qsizetype i = 0; i < m_routes.size(); ++i)
            QTest::newRow((m_routes[i].method + ' ' + m_routes[i].path).constData()) << i;
    }
    void isUnharmed()
    {
        QFETCH(qsizetype, number);
        const Route& route = m_routes[number];
        const bool repeats = route.method == "POST";
        const GoodCall plain = m_shop->goodCall(route);
        const auto before = effects();
        const Came reference = exchange(m_shop->server.port(), plain.bytes());
        const QString effect = difference(before, effects());
        QVERIFY2(Shop::mayBeRefused(route) ? reference.status < 500 : reference.status < 300, reference.bytes.left(400).constData());
        QVERIFY(reference.status != 0);
        QVERIFY(soon([&] { return connections() == 0; }));
        const qsizetype files = entriesOf(u"/proc/self/fd"_s);

        for (const Spoilt& spoilt : everySpoiling()) {
            const GoodCall call = m_shop->goodCall(route);
            const QByteArray bytes = call.bytes();
            const Toxic toxic = spoilt.toxic(bytes.size());
            const auto first = effects();
            m_proxy->arm(toxic, {}, 1);

            const Came came = exchange(m_proxy->port(), bytes);

            QCOMPARE(m_proxy->treated(), 1);
            if (toxic.passes())
                QVERIFY2(came.status == reference.status && came.whole,
                         qPrintable(u"%1: %2, %3 of %4 bytes"_s.arg(QLatin1String(spoilt.name)).arg(came.status).arg(came.bytes.size()).arg(reference.bytes.size())));
            const Came again = askAgain(call);
            if (repeats || call.method == "GET")
                QVERIFY2(again.status == reference.status, (spoilt.name + QByteArray(": ") + again.bytes.left(600)).constData());
            else
                QVERIFY2(again.status >= 200 && again.status < 500, (spoilt.name + QByteArray(": ") + again.bytes.left(600)).constData());
            QVERIFY2(again.whole, spoilt.name);
            if (repeats && came.whole && came.status == reference.status)
                QVERIFY2(!toxic.passes() || again.bytes.contains("Idempotency-Replayed: true") || reference.status >= 400, spoilt.name);
            if (repeats)
                QVERIFY2(difference(first, effects()) == effect,
                         qPrintable(u"%1: %2, instead of %3"_s.arg(QLatin1String(spoilt.name), difference(first, effects()), effect)));
            const bool isDead = toxic.kind == Kind::Timeout && toxic.ms == 0;
            const auto isOver = [&] {
                if (isDead)
                    letAMinutePass();
                return connections() == 0 && m_proxy->links() == 0;
            };
            QVERIFY2(soon(isOver), qPrintable(u"%1: %2 connections, %3 links"_s.arg(QLatin1String(spoilt.name)).arg(connections()).arg(m_proxy->links())));
        }
        QVERIFY(soon([&] { return entriesOf(u"/proc/self/fd"_s) <= files; }));
        QCOMPARE(m_shop->server.client().get("/readyz").status, 200);
    }

    void cleanupTestCase()
    {
        m_stored.reset();
        m_proxy.reset();
        m_shop.reset();
    }
};

QTEST_GUILESS_MAIN(ToxicRoutesTest)
#include "toxic_routes_test.moc"
