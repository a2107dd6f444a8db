// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/region.h"
#include "domain/shipping.h"

#include <QFile>
#include <QTest>

using namespace belanjain;
using namespace Qt::StringLiterals;

class TestShipping : public QObject
{
    Q_OBJECT

private:
    static Regions regions()
    {
        QFile file(QStringLiteral(REGIONS));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no regions");
        return *Regions::parse(QString::fromUtf8(file.readAll()));
    }

private Q_SLOTS:
    void chargesTheGreaterOfWeightAndRoom()
    {
        // 30 × 20 × 10 cm take the room of one kilogram.
        QCOMPARE(volumetricGrams(30 * 20 * 10), 1000);
        QCOMPARE(volumetricGrams(0), 0);
        QCOMPARE(volumetricGrams(7), 2);
        QCOMPARE(volumetricGrams(maxParcelSide * maxParcelSide * maxParcelSide), 20'833'334);
        QCOMPARE(chargeableGrams(400, 30 * 20 * 10), 1000);
        QCOMPARE(chargeableGrams(1500, 30 * 20 * 10), 1500);
        QCOMPARE(startedKilograms(0), 1);
        QCOMPARE(startedKilograms(1000), 1);
        QCOMPARE(startedKilograms(1001), 2);
    }

    void pricesTheFirstKilogramsAndEachFurther()
    {
        const Tariff tariff{{25'000}, 5, {4'000}, 20};
        QCOMPARE(shippingPrice(tariff, 1), Money{25'000});
        QCOMPARE(shippingPrice(tariff, 5'000), Money{25'000});
        QCOMPARE(shippingPrice(tariff, 5'001), Money{29'000});
        QCOMPARE(shippingPrice(tariff, 20'000), Money{85'000});
        QCOMPARE(shippingPrice(tariff, 20'001), std::nullopt);
        QCOMPARE(shippingPrice({{1}, 1, maxMoney, 0}, 3'000), std::nullopt);
    }

    void placesPostcodes_data()
    {
        QTest::addColumn<QString>("postcode");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("province");
        QTest::addColumn<QString>("regency");
        QTest::newRow("Jakarta Pusat") << u"10110"_s << u"JAWA"_s << u"31"_s << u"3171"_s;
        QTest::newRow("Bandung") << u"40131"_s << u"JAWA"_s << u"32"_s << u"3273"_s;
        QTest::newRow("Surabaya") << u"60111"_s << u"JAWA"_s << u"35"_s << u"3578"_s;
        QTest::newRow("Denpasar") << u"80233"_s << u"BALI_NUSRA"_s << u"51"_s << u"5171"_s;
        QTest::newRow("Medan") << u"20111"_s << u"SUMATERA"_s << u"12"_s << u"1271"_s;
        QTest::newRow("Makassar") << u"90111"_s << u"SULAWESI"_s << u"73"_s << u"7371"_s;
        QTest::newRow("Ambon") << u"97124"_s << u"MALUKU_PAPUA"_s << u"81"_s << u"8171"_s;
        QTest::newRow("Batam") << u"29461"_s << u"SUMATERA"_s << u"21"_s << u"2171"_s;
        QTest::newRow("in no list, in the block of Kabupaten Bandung") << u"40199"_s << u"JAWA"_s << u"32"_s << u"3204"_s;
    }
    void placesPostcodes()
    {
        QFETCH(QString, postcode);
        QFETCH(QString, zone);
        QFETCH(QString, province);
        QFETCH(QString, regency);
        QCOMPARE(regions().ofPostcode(postcode), (Place{zone, province, regency}));
    }

    void placesWhatIsNoPostcodeNowhere()
    {
        const Regions all = regions();
        for (const QString& text : {u""_s, u"4013"_s, u"401311"_s, u"4o131"_s, u"٤٠١٣١"_s, u"09999"_s, u"00000"_s})
            QCOMPARE(all.ofPostcode(text), std::nullopt);
    }

    void placesWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("city") << u"Kota Bandung"_s << u"3273"_s;
        QTest::newRow("bare: the city of two") << u"bandung"_s << u"3273"_s;
        QTest::newRow("regency") << u"Kab. Bandung"_s << u"3204"_s;
        QTest::newRow("regency in full") << u"KABUPATEN BANDUNG"_s << u"3204"_s;
        QTest::newRow("regency without dot") << u"Kab Bekasi"_s << u"3216"_s;
        QTest::newRow("a space that does not break") << u"Kab.\u00a0Bekasi"_s << u"3216"_s;
        QTest::newRow("only a regency has it") << u"Sleman"_s << u"3404"_s;
        QTest::newRow("administrative city") << u" Jakarta Barat "_s << u"3173"_s;
        QTest::newRow("with its province") << u"Denpasar, Bali"_s << u"5171"_s;
        QTest::newRow("province first") << u"Bali, Kota Denpasar"_s << u"5171"_s;
        QTest::newRow("a postcode says more") << u"Jl. Melati 7, Bandung 60111"_s << u"3578"_s;
        QTest::newRow("province") << u"Jawa Barat"_s << u"32"_s;
        QTest::newRow("capital") << u"DKI Jakarta"_s << u"31"_s;
        QTest::newRow("Yogyakarta") << u"Yogyakarta"_s << u"3471"_s;
        QTest::newRow("a regency named as its province's capital") << u"Gorontalo"_s << u"7571"_s;
        QTest::newRow("unknown") << u"Atlantis"_s << u""_s;
        QTest::newRow("nothing") << u" , "_s << u""_s;
    }
    void placesWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto place = regions().ofText(text);
        QCOMPARE(place ? (place->regency.isEmpty() ? place->province : place->regency) : QString(), code);
    }

    void knowsOneCityAndOneProvince()
    {
        const Regions all = regions();
        const auto at = [&](const QString& text) { return *all.ofText(text); };
        QVERIFY(isSameCity(at(u"Jakarta Barat"_s), at(u"Jakarta Timur"_s)));
        QVERIFY(!isSameCity(at(u"Kota Bogor"_s), at(u"Kab. Bogor"_s)));
        QVERIFY(isSameProvince(at(u"Kota Bogor"_s), at(u"Kab. Bogor"_s)));
        QVERIFY(!isSameCity(at(u"Jawa Barat"_s), at(u"Jawa Barat"_s)));
        QVERIFY(!isSameProvince(Place{u"JAWA"_s, {}, {}}, Place{u"JAWA"_s, {}, {}}));
    }

    void refusesWhatIsNotTheTable()
    {
        QVERIFY(!Regions::parse(u""_s));
        QVERIFY(!Regions::parse(u"P\t11\tSUMATERA\tAceh\n"_s));
        QVERIFY(!Regions::parse(u"P\t11\tSUMATERA\tAceh\nC\t23000\t1101\nC\t22000\t1101\n"_s));
        QVERIFY(!Regions::parse(u"P\t11\tSUMATERA\tAceh\nX\n"_s));
        QVERIFY(Regions::parse(u"# words\nP\t11\tSUMATERA\tAceh\nR\t1101\tKabupaten Aceh Selatan\nC\t23000\t1101\n"_s));
    }
};

QTEST_GUILESS_MAIN(TestShipping)
#include "tst_shipping.moc"
