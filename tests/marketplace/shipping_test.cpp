// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_server.h"

#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class ShippingTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray path(const TestServer::Person& seller, const QByteArray& query)
    {
        return "/v1/shipping/quotes?storeId=" + seller.storeId.toLatin1() + query;
    }
    /// Service to price.
    static QMap<QString, qint64> prices(const TestServer& server, const TestServer::Person& seller,
                                        const QByteArray& query)
    {
        QMap<QString, qint64> prices;
        const QJsonArray items = server.client().get(path(seller, query)).json().value(u"items").toArray();
        for (const QJsonValue& item : items)
            prices.insert(item.toObject().value(u"service").toString(), item.toObject().value(u"price").toInteger());
        return prices;
    }
    static void moveTo(const TestServer::Person& seller, const QString& location)
    {
        QCOMPARE(seller.client.patch("/v1/stores/" + seller.storeId.toLatin1(), {{u"location"_s, location}}).status, 200);
    }
    using Prices = QMap<QString, qint64>;

private Q_SLOTS:
    void pricesByDistance()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        moveTo(ani, u"Kota Bandung"_s);
        QCOMPARE(prices(server, ani, "&postcode=40131&weightGrams=1200"),
                 (Prices{{u"EKONOMI"_s, 13'000}, {u"REGULER"_s, 17'000}, {u"HARI_INI"_s, 25'000}, {u"KARGO"_s, 25'000},
                         {u"EKSPRES"_s, 30'000}}));
        // Kabupaten Bogor: the same province, not the same city.
        QCOMPARE(prices(server, ani, "&postcode=16810&weightGrams=1000"),
                 (Prices{{u"EKONOMI"_s, 8'500}, {u"REGULER"_s, 11'000}, {u"EKSPRES"_s, 19'000}, {u"KARGO"_s, 32'000}}));
        QCOMPARE(prices(server, ani, "&postcode=60111&weightGrams=1000").value(u"REGULER"_s), 18'000);
        QCOMPARE(prices(server, ani, "&postcode=80233&weightGrams=1000").value(u"REGULER"_s), 28'000);
        QCOMPARE(prices(server, ani, "&postcode=90111&weightGrams=1000").value(u"REGULER"_s), 38'000);
        // Nobody brings a parcel to Papua overnight.
        QCOMPARE(prices(server, ani, "&postcode=99111&weightGrams=1000"),
                 (Prices{{u"EKONOMI"_s, 48'000}, {u"REGULER"_s, 65'000}, {u"KARGO"_s, 190'000}}));
    }

    void pricesByTheGreaterWeight()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const QByteArray to = "&postcode=60111";
        QCOMPARE(prices(server, ani, to + "&weightGrams=1000").value(u"REGULER"_s), 18'000);
        QCOMPARE(prices(server, ani, to + "&weightGrams=1001").value(u"REGULER"_s), 36'000);
        // 60 × 40 × 30 cm take the room of twelve kilograms.
        const QByteArray box = "&lengthCm=60&widthCm=40&heightCm=30";
        QCOMPARE(prices(server, ani, to + box + "&weightGrams=1000").value(u"REGULER"_s), 12 * 18'000);
        QCOMPARE(prices(server, ani, to + box + "&weightGrams=12001").value(u"REGULER"_s), 13 * 18'000);
        QCOMPARE(prices(server, ani, to + box + "&weightGrams=1000").value(u"KARGO"_s), 48'000 + 2 * 4'500);
        const HttpReply reply = server.client().get(path(ani, to + box + "&weightGrams=1000"));
        QCOMPARE(reply.json().value(u"chargeableGrams").toInteger(), 12'000);
        // Too heavy for express.
        QVERIFY(!prices(server, ani, to + "&weightGrams=50001").contains(u"EKSPRES"_s));
    }

    void namesServicesAndDays()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const QByteArray query = path(ani, "&postcode=60111&weightGrams=1200");
        const QJsonArray items = server.client().get(query).json().value(u"items").toArray();
        QCOMPARE(items.at(1).toObject(),
                 (QJsonObject{{u"service"_s, u"REGULER"_s}, {u"name"_s, u"Reguler"_s}, {u"price"_s, 36'000},
                              {u"days"_s, QJsonObject{{u"min"_s, 2}, {u"max"_s, 4}}}, {u"minDays"_s, 2},
                              {u"maxDays"_s, 4}}));
        const QJsonArray english =
            server.client().get(query, {{"Accept-Language", "en"}}).json().value(u"items").toArray();
        QCOMPARE(english.at(1).toObject().value(u"name").toString(), u"Regular"_s);
        qint64 last = 0;
        for (const QJsonValue& item : items) {
            QVERIFY(item.toObject().value(u"price").toInteger() >= last);
            last = item.toObject().value(u"price").toInteger();
        }
    }

    void asksTheTableEachTime()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto db = server.openDatabase();
        QVERIFY(db->run(u"UPDATE shipping_tariffs SET base_price = 19999 WHERE service = ? AND lane = ?"_s,
                        {u"REGULER"_s, u"ZONE"_s}));
        QCOMPARE(prices(server, ani, "&postcode=60111&weightGrams=1").value(u"REGULER"_s), 19'999);
    }

    void refusesWhatCannotBeQuoted_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        QTest::newRow("no postcode") << QByteArray("&weightGrams=1") << 400 << u"postcode"_s;
        QTest::newRow("four digits") << QByteArray("&postcode=6011&weightGrams=1") << 400 << u"postcode"_s;
        QTest::newRow("of no region") << QByteArray("&postcode=00001&weightGrams=1") << 422 << u"postcode"_s;
        QTest::newRow("no weight") << QByteArray("&postcode=60111") << 400 << u"weightGrams"_s;
        QTest::newRow("negative") << QByteArray("&postcode=60111&weightGrams=-1") << 400 << u"weightGrams"_s;
        QTest::newRow("words") << QByteArray("&postcode=60111&weightGrams=1kg") << 400 << u"weightGrams"_s;
        QTest::newRow("a ship") << QByteArray("&postcode=60111&weightGrams=1000001") << 400 << u"weightGrams"_s;
        QTest::newRow("two sides") << QByteArray("&postcode=60111&weightGrams=1&lengthCm=1&widthCm=1") << 400
                                   << u"heightCm"_s;
        QTest::newRow("flat") << QByteArray("&postcode=60111&weightGrams=1&lengthCm=1&widthCm=0&heightCm=1") << 400
                              << u"widthCm"_s;
    }
    void refusesWhatCannotBeQuoted()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, status);
        QFETCH(QString, field);
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const HttpReply reply = server.client().get(path(ani, query));
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.json().value(u"errors").toArray().at(0).toObject().value(u"field").toString(), field);
    }

    void knowsOnlyStoresThatAreThere()
    {
        TestServer server;
        const QByteArray rest = "&postcode=60111&weightGrams=1";
        QCOMPARE(server.client().get("/v1/shipping/quotes?storeId=01a1fc42-d200-7db5-93c9-52223f0cb394" + rest).status, 404);
        QCOMPARE(server.client().get("/v1/shipping/quotes?storeId=x" + rest).status, 400);
    }
};

QTEST_GUILESS_MAIN(ShippingTest)
#include "shipping_test.moc"
