// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_server.h"

#include <QDate>
#include <QDateTime>
#include <QMap>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

Instant at(const char* text) { return parseRfc3339(QString::fromLatin1(text)).value(); }

/// An order as the API shows it, reduced to what a bookkeeper would note. Days are those of the zone, by the
/// calendar alone: nothing here knows where a day begins.
struct Noted
{
    QString status;
    qint64 goods = 0;
    qint64 units = 0;
    QDate placed;
    QDate delivered;
    QJsonArray lines;
};

struct Sums
{
    qint64 booked = 0;
    qint64 completed = 0;
    qint64 orders = 0;
    qint64 units = 0;

    QJsonObject json() const
    {
        return {{u"booked"_s, booked}, {u"completed"_s, completed}, {u"orders"_s, orders}, {u"units"_s, units}};
    }
};

QDate dateIn(const QString& time, const QTimeZone& zone)
{
    return time.isEmpty() ? QDate() : QDateTime::fromMSecsSinceEpoch(parseRfc3339(time)->ms, zone).date();
}

QList<Noted> noted(const TestServer::Person& seller, const QTimeZone& zone)
{
    QList<Noted> list;
    for (int page = 1;; ++page) {
        const QJsonArray items = seller.client.get("/v1/orders?limit=100&page=" + QByteArray::number(page))
                                     .json().value(u"items").toArray();
        for (const QJsonValue& item : items) {
            const QJsonObject order = item.toObject();
            Noted one{order[u"status"].toString(),
                      order[u"subtotal"].toInteger() - order[u"discount"].toInteger(),
                      0,
                      dateIn(order[u"createdAt"].toString(), zone),
                      dateIn(order[u"deliveredAt"].toString(), zone),
                      order[u"lines"].toArray()};
            for (const QJsonValue& line : std::as_const(one.lines))
                one.units += line.toObject().value(u"quantity").toInteger();
            list << one;
        }
        if (items.size() < 100)
            return list;
    }
}

Sums sumsOf(const QList<Noted>& orders, QDate first, QDate last)
{
    Sums sums;
    for (const Noted& order : orders) {
        if (order.status != u"CANCELLED" && order.placed >= first && order.placed <= last) {
            sums.booked += order.goods;
            sums.units += order.units;
            ++sums.orders;
        }
        if (order.status == u"DELIVERED" && order.delivered >= first && order.delivered <= last)
            sums.completed += order.goods;
    }
    return sums;
}

/// Points by walking the days one by one.
QJsonArray pointsOf(const QList<Noted>& orders, QDate first, QDate last, const QString& granularity)
{
    const auto startOf = [&](QDate date) {
        if (granularity == u"month")
            return QDate(date.year(), date.month(), 1);
        while (granularity == u"week" && date.dayOfWeek() != Qt::Monday)
            date = date.addDays(-1);
        return date;
    };
    QJsonArray points;
    for (QDate from = first; from <= last;) {
        QDate to = from;
        while (to < last && startOf(to.addDays(1)) == startOf(from))
            to = to.addDays(1);
        QJsonObject point = sumsOf(orders, from, to).json();
        point[u"start"_s] = startOf(from).toString(Qt::ISODate);
        points << point;
        from = to.addDays(1);
    }
    return points;
}

QJsonArray topOf(const QList<Noted>& orders, QDate first, QDate last, const QString& by, int limit)
{
    QMap<QString, QJsonObject> products;
    for (const Noted& order : orders) {
        if (order.status == u"CANCELLED" || order.placed < first || order.placed > last)
            continue;
        for (const QJsonValue& value : order.lines) {
            const QJsonObject line = value.toObject();
            QJsonObject& product = products[line[u"productId"].toString()];
            product[u"productId"_s] = line[u"productId"];
            product[u"name"_s] = line[u"name"];
            product[u"units"_s] = product[u"units"_s].toInteger() + line[u"quantity"].toInteger();
            product[u"revenue"_s] = product[u"revenue"_s].toInteger() + line[u"lineTotal"].toInteger();
        }
    }
    QList<QJsonObject> sorted = products.values(); // by id
    std::stable_sort(sorted.begin(), sorted.end(), [&](const QJsonObject& a, const QJsonObject& b) {
        return a[by].toInteger() > b[by].toInteger();
    });
    QJsonArray top;
    for (const QJsonObject& product : sorted.mid(0, limit))
        top << product;
    return top;
}

} // namespace

class AnalyticsTest : public QObject
{
    Q_OBJECT

private:
    struct Shop
    {
        TestServer::Person seller;
        QTimeZone zone;
        QStringList variants;
    };

    static QString addProduct(const TestServer::Person& seller, const QString& name, qint64 price, int stock)
    {
        const QJsonObject made =
            seller.client.post("/v1/products", {{u"name"_s, name}, {u"description"_s, u""_s}, {u"category"_s, u"Dapur"_s},
                                                {u"price"_s, price}, {u"stock"_s, stock}}).json();
        return made.value(u"variants").toArray().at(0).toObject().value(u"id").toString();
    }
    static Shop openShop(const TestServer& server, const QString& name, const char* zone)
    {
        Shop shop{server.seller(name + u"@example.com"_s), QTimeZone(zone), {}};
        shop.seller.client.patch("/v1/stores/" + shop.seller.storeId.toLatin1(), {{u"timeZone"_s, QLatin1StringView(zone)}});
        for (int i = 0; i < 4; ++i)
            shop.variants << addProduct(shop.seller, u"%1 %2"_s.arg(name).arg(i), 10'000 + 3'737 * i, 5'000);
        return shop;
    }
    static QStringList buy(const TestServer::Person& buyer, const QList<std::pair<QString, int>>& lines, const QByteArray& key)
    {
        for (const auto& [variant, quantity] : lines)
            buyer.client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, quantity}});
        const QJsonObject address{{u"recipient"_s, u"Budi"_s},    {u"phone"_s, u"08123456789"_s},
                                  {u"street"_s, u"Jl. Melati 7"_s}, {u"city"_s, u"Surabaya"_s},
                                  {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}};
        const QJsonArray orders =
            buyer.client.post("/v1/checkouts", {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}},
                              {{"Idempotency-Key", key}}).json().value(u"orders").toArray();
        QStringList ids;
        for (const QJsonValue& order : orders)
            ids << order.toObject().value(u"id").toString();
        return ids;
    }
    static int move(const TestServer::Person& who, const QString& order, const QString& to)
    {
        return who.client.post("/v1/orders/" + order.toLatin1() + "/transitions", {{u"to"_s, to}, {u"reason"_s, u"Uji"_s}})
            .status;
    }

    /// Everything the API says about the shop's sales, against a count by hand.
    static void checkShop(TestServer& server, Shop& shop)
    {
        server.signInAgain(shop.seller);
        const HttpClient& client = shop.seller.client;
        const QList<Noted> orders = noted(shop.seller, shop.zone);
        const QDate today = QDateTime::fromMSecsSinceEpoch(server.clock().now().ms, shop.zone).date();
        const QDate monday = today.addDays(1 - today.dayOfWeek());
        const QDate first(today.year(), today.month(), 1);
        const QDate never(2000, 1, 1);

        const QJsonObject summary = client.get("/v1/analytics/summary").json();
        QCOMPARE(summary[u"timeZone"].toString(), QString::fromLatin1(shop.zone.id()));
        QCOMPARE(summary[u"today"].toObject(), sumsOf(orders, today, today).json());
        QCOMPARE(summary[u"thisWeek"].toObject(), sumsOf(orders, monday, monday.addDays(6)).json());
        QCOMPARE(summary[u"thisMonth"].toObject(), sumsOf(orders, first, first.addMonths(1).addDays(-1)).json());
        QCOMPARE(summary[u"allTime"].toObject(), sumsOf(orders, never, today.addYears(1)).json());
        QJsonObject statuses;
        for (const QString& status : {u"PENDING"_s, u"PROCESSING"_s, u"SHIPPED"_s, u"DELIVERED"_s, u"CANCELLED"_s})
            statuses[status] = std::ranges::count(orders, status, &Noted::status);
        QCOMPARE(summary[u"statusBreakdown"].toObject(), statuses);
        QCOMPARE(summary[u"topProducts"].toArray(), topOf(orders, today.addDays(-29), today, u"units"_s, 10));

        const QList<std::pair<QDate, QDate>> ranges{{QDate(2026, 10, 15), today},
                                                    {today.addDays(-17), today.addDays(-3)},
                                                    {today, today},
                                                    {today.addDays(2), today.addDays(40)}};
        for (const auto& [from, to] : ranges) {
            const QByteArray range = "from=" + from.toString(Qt::ISODate).toLatin1() + "&to=" + to.toString(Qt::ISODate).toLatin1();
            for (const QString& granularity : {u"day"_s, u"week"_s, u"month"_s}) {
                const QJsonObject revenue =
                    client.get("/v1/analytics/revenue?granularity=" + granularity.toLatin1() + '&' + range).json();
                QCOMPARE(revenue[u"points"].toArray(), pointsOf(orders, from, to, granularity));
            }
            for (const QString& by : {u"units"_s, u"revenue"_s}) {
                const QJsonObject top =
                    client.get("/v1/analytics/top-products?limit=3&by=" + by.toLatin1() + '&' + range).json();
                QCOMPARE(top[u"items"].toArray(), topOf(orders, from, to, by, 3));
            }
        }
    }

    std::unique_ptr<TestServer> m_server; ///< for the refusals, which change nothing
    std::optional<TestServer::Person> m_seller;

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        m_seller = m_server->seller(u"ani@example.com"_s);
    }
    void cleanupTestCase() { m_server.reset(); }

    void agreesWithACountByHandInThreeTimeZones()
    {
        TestServer server;
        server.clock().set(at("2026-10-20T03:00:00Z"));
        SeededRandom random(20'261'025);
        std::vector<Shop> shops;
        shops.push_back(openShop(server, u"jakarta"_s, "Asia/Jakarta"));
        shops.push_back(openShop(server, u"london"_s, "Europe/London"));
        shops.push_back(openShop(server, u"santiago"_s, "America/Santiago"));
        auto budi = server.customer(u"budi@example.com"_s);

        // Changes of clocks, the ends of a month, of week 53 and of the year: orders come close to all of them.
        const QList<Instant> edges{at("2026-10-24T23:00:00Z"), at("2026-10-26T00:00:00Z"), at("2026-10-31T17:00:00Z"),
                                   at("2026-11-01T00:00:00Z"), at("2026-12-27T17:00:00Z"), at("2026-12-31T17:00:00Z"),
                                   at("2027-01-01T00:00:00Z"), at("2027-01-01T03:00:00Z"), at("2027-01-04T00:00:00Z"),
                                   at("2027-03-28T00:00:00Z"), at("2027-03-28T23:00:00Z"), at("2027-04-04T03:00:00Z")};
        struct Open
        {
            QString order;
            size_t shop;
        };
        QList<Instant> times;
        for (const Instant& edge : edges) {
            for (const qint64 away : {-1LL, 0LL, 1LL, qint64(random.below(2 * hour)) - hour})
                times << Instant{edge.ms + away};
        }
        for (int i = 0; i < 40; ++i)
            times << Instant{server.clock().now().ms + qint64(random.below(170 * day))};
        std::sort(times.begin(), times.end());

        QList<Open> open;
        int checks = 0;
        for (qsizetype i = 0; i < times.size(); ++i) {
            server.clock().set(times[i]);
            server.signInAgain(budi);
            QList<std::pair<QString, int>> lines;
            QList<size_t> where;
            for (size_t s = 0; s < shops.size(); ++s) {
                if (random.below(3) == 0)
                    continue;
                lines.append({shops[s].variants[qsizetype(random.below(4))], 1 + int(random.below(9))});
                lines.append({shops[s].variants[qsizetype(random.below(4))], 1 + int(random.below(3))});
            }
            if (!lines.isEmpty()) {
                const QStringList ids = buy(budi, lines, QByteArray::number(i));
                QVERIFY(!ids.isEmpty());
                for (const QString& id : ids) {
                    const QString store = budi.client.get("/v1/orders/" + id.toLatin1()).json().value(u"storeId").toString();
                    for (size_t s = 0; s < shops.size(); ++s) {
                        if (shops[s].seller.storeId == store)
                            open.append({id, s});
                    }
                }
                // No call gives a discount yet; the figures know of them all the same.
                if (random.below(4) == 0) {
                    const auto db = server.openDatabase();
                    QVERIFY(db->run(u"UPDATE orders SET discount = 1234, total = total - 1234 WHERE id = ?"_s, {ids.first()}));
                    QVERIFY(db->run(u"UPDATE checkouts SET total = total - 1234 WHERE id = (SELECT checkout_id FROM orders "
                                    "WHERE id = ?)"_s, {ids.first()}));
                }
            }
            for (int steps = 0; steps < 3 && !open.isEmpty(); ++steps) {
                const qsizetype pick = qsizetype(random.below(quint64(open.size())));
                const Open chosen = open[pick];
                const QString status = budi.client.get("/v1/orders/" + chosen.order.toLatin1()).json().value(u"status").toString();
                Shop& shop = shops[chosen.shop];
                server.signInAgain(shop.seller);
                const bool cancels = random.below(5) == 0;
                if (status == u"SHIPPED") {
                    QCOMPARE(move(budi, chosen.order, u"DELIVERED"_s), 200);
                    open.removeAt(pick);
                } else if (cancels) {
                    QCOMPARE(move(shop.seller, chosen.order, u"CANCELLED"_s), 200);
                    open.removeAt(pick);
                } else {
                    QCOMPARE(move(shop.seller, chosen.order, status == u"PENDING" && random.below(2) == 0 ? u"PROCESSING"_s
                                                                                                          : u"SHIPPED"_s),
                             200);
                }
            }
            if (i % 22 == 21 || i == times.size() - 1) {
                for (Shop& shop : shops)
                    checkShop(server, shop);
                ++checks;
            }
        }
        QVERIFY(checks >= 4);
        for (const Shop& shop : shops)
            QVERIFY(noted(shop.seller, shop.zone).size() > 30);
    }

    void saysWhatIsLowAndWhose()
    {
        TestServer server;
        auto ani = server.seller(u"ani@example.com"_s);
        auto eko = server.seller(u"eko@example.com"_s);
        const QString ten = addProduct(ani, u"Sepuluh"_s, 5'000, 10);
        const QString nine = addProduct(ani, u"Sembilan"_s, 5'000, 9);
        const QString none = addProduct(ani, u"Habis"_s, 5'000, 0);
        const QString gone = addProduct(ani, u"Arsip"_s, 5'000, 1);
        addProduct(eko, u"Lain"_s, 5'000, 1);
        const auto productOf = [&](const QString& variant) {
            return server.openDatabase()->one(u"SELECT product_id FROM variants WHERE id = ?"_s, {variant},
                                              [](const storage::Row& row) { return row.text(0); }).value().value();
        };
        QCOMPARE(ani.client.remove("/v1/products/" + productOf(gone).toLatin1()).status, 204);
        const auto low = [&] {
            QStringList variants;
            const QJsonObject summary = ani.client.get("/v1/analytics/summary").json();
            for (const QJsonValue& item : summary[u"lowStock"].toArray())
                variants << item.toObject().value(u"variantId").toString();
            if (summary[u"lowStockCount"].toInteger() != variants.size())
                variants << u"a wrong count"_s;
            return variants;
        };
        QCOMPARE(low(), (QStringList{none, nine}));
        const QJsonObject first =
            ani.client.get("/v1/analytics/summary").json()[u"lowStock"].toArray().at(1).toObject();
        QCOMPARE(first[u"name"].toString(), u"Sembilan"_s);
        QCOMPARE(first[u"available"].toInteger(), 9);
        QCOMPARE(first[u"lowStockThreshold"].toInteger(), 10);
        QCOMPARE(first[u"productId"].toString(), productOf(nine));
        QVERIFY(!first[u"sku"].toString().isEmpty());
        // Promised pieces are not available.
        const auto budi = server.customer(u"budi@example.com"_s);
        QCOMPARE(buy(budi, {{ten, 4}}, "k").size(), 1);
        QCOMPARE(low(), (QStringList{none, ten, nine}));
        ani.client.patch("/v1/products/" + productOf(nine).toLatin1(),
                         {{u"variants"_s, QJsonArray{QJsonObject{{u"id"_s, nine}, {u"lowStockThreshold"_s, 9}}}}});
        QCOMPARE(low(), (QStringList{none, ten}));
    }

    void beginsAChartAWhileAgoUnlessToldOtherwise()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s); // 2026-11-21T11:00 in Jakarta
        const auto revenue = [&](const QByteArray& query) { return ani.client.get("/v1/analytics/revenue" + query).json(); };
        const QJsonObject days = revenue("");
        QCOMPARE(days[u"granularity"].toString(), u"day"_s);
        QCOMPARE(days[u"from"].toString(), u"2026-10-23"_s);
        QCOMPARE(days[u"to"].toString(), u"2026-11-21"_s);
        QCOMPARE(days[u"points"].toArray().size(), 30);
        QCOMPARE(days[u"points"].toArray().last().toObject(),
                 (QJsonObject{{u"start"_s, u"2026-11-21"_s}, {u"booked"_s, 0}, {u"completed"_s, 0}, {u"orders"_s, 0}, {u"units"_s, 0}}));
        QCOMPARE(revenue("?granularity=week")[u"from"].toString(), u"2026-08-31"_s);
        QCOMPARE(revenue("?granularity=week")[u"points"].toArray().size(), 12);
        QCOMPARE(revenue("?granularity=month&to=2026-05-31")[u"from"].toString(), u"2025-06-01"_s);
        QCOMPARE(revenue("?from=2026-11-20")[u"points"].toArray().size(), 2);
        // At eleven in Jakarta it is still the evening before in Honolulu.
        QCOMPARE(revenue("?tz=Pacific/Honolulu")[u"to"].toString(), u"2026-11-20"_s);
        QCOMPARE(revenue("?tz=Pacific/Honolulu")[u"timeZone"].toString(), u"Pacific/Honolulu"_s);
        QCOMPARE(revenue("?from=2026-01-01&to=2028-09-26")[u"points"].toArray().size(), 1'000);
        QCOMPARE(ani.client.get("/v1/analytics/top-products").json()[u"from"].toString(), u"2026-10-23"_s);
    }

    void refusesWhatCannotBeAsked_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("code");
        QTest::newRow("granularity") << "revenue?granularity=year"_ba << u"invalid_request"_s;
        QTest::newRow("date") << "revenue?from=2026-02-30"_ba << u"invalid_request"_s;
        QTest::newRow("time") << "revenue?to=2026-02-03T00:00:00Z"_ba << u"invalid_request"_s;
        QTest::newRow("short date") << "revenue?to=2026-2-3"_ba << u"invalid_request"_s;
        QTest::newRow("reversed") << "revenue?from=2026-02-03&to=2026-02-02"_ba << u"range_reversed"_s;
        QTest::newRow("future without end") << "revenue?from=2030-01-01"_ba << u"range_reversed"_s;
        QTest::newRow("too long") << "revenue?from=2026-01-01&to=2028-09-27"_ba << u"range_too_long"_s;
        QTest::newRow("far too long") << "revenue?granularity=month&from=0001-01-01&to=9999-12-31"_ba << u"range_too_long"_s;
        QTest::newRow("zone") << "revenue?tz=Mars/Base"_ba << u"invalid_request"_s;
        QTest::newRow("summary's zone") << "summary?tz=Mars/Base"_ba << u"invalid_request"_s;
        QTest::newRow("by") << "top-products?by=weight"_ba << u"invalid_request"_s;
        QTest::newRow("limit 0") << "top-products?limit=0"_ba << u"invalid_request"_s;
        QTest::newRow("limit 101") << "top-products?limit=101"_ba << u"invalid_request"_s;
        QTest::newRow("limit +5") << "top-products?limit=%2B5"_ba << u"invalid_request"_s;
        QTest::newRow("top reversed") << "top-products?from=2026-02-03&to=2026-02-02"_ba << u"range_reversed"_s;
    }
    void refusesWhatCannotBeAsked()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, code);
        const HttpReply refused = m_seller->client.get("/v1/analytics/" + query);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.code(), code);
    }
};

QTEST_GUILESS_MAIN(AnalyticsTest)
#include "analytics_test.moc"
