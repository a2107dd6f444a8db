// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/id.h"
#include "domain/instant.h"
#include "domain/money.h"

#include <QTest>

#include <limits>

using namespace belanjain;
using namespace Qt::StringLiterals;

class TestValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void uuidV7HasTheLayoutOfTheRfc();
    void uuidV7OrdersByTime();
    void idReadsOnlyTheCanonicalForm_data();
    void idReadsOnlyTheCanonicalForm();
    void idsOrderAsTheirText();
    void rfc3339Reads_data();
    void rfc3339Reads();
    void rfc3339Refuses_data();
    void rfc3339Refuses();
    void rfc3339RoundTrips();
    void moneyStopsAtItsLimits();
    void moneyMultipliesWithinItsLimits();
};

void TestValues::uuidV7HasTheLayoutOfTheRfc()
{
    // The example of RFC 9562, A.6; the bits under version and variant are noise that must not show.
    const std::array<quint8, 10> random{0xfc, 0xc3, 0xd8, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f};
    const QUuid uuid = makeUuidV7(1'645'557'742'000, random);
    QCOMPARE(uuid.toString(QUuid::WithoutBraces), u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"_s);

    const QByteArray ones = makeUuidV7(0, {255, 255, 255, 255, 255, 255, 255, 255, 255, 255}).toRfc4122();
    QCOMPARE(ones.toHex(), QByteArray("0000000000007fffbfffffffffffffff"));
    const QByteArray zeros = makeUuidV7((1LL << 48) - 1, {}).toRfc4122();
    QCOMPARE(zeros.toHex(), QByteArray("ffffffffffff70008000000000000000"));
}

void TestValues::uuidV7OrdersByTime()
{
    const std::array<quint8, 10> high{255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
    for (const qint64 ms : {0LL, 1LL, 255LL, 256LL, 65'535LL, 1'795'320'000'000LL}) {
        const ProductId earlier(makeUuidV7(ms, high));
        const ProductId later(makeUuidV7(ms + 1, {}));
        QVERIFY(earlier < later);
        QVERIFY(!(later < earlier));
        QVERIFY(earlier.toString() < later.toString());
    }
}

void TestValues::idReadsOnlyTheCanonicalForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const QString id = u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"_s;
    QTest::newRow("canonical") << id << id;
    QTest::newRow("upper case") << id.toUpper() << id;
    QTest::newRow("nil") << u"00000000-0000-0000-0000-000000000000"_s
                         << u"00000000-0000-0000-0000-000000000000"_s;
    QTest::newRow("empty") << u""_s << QString();
    QTest::newRow("braces") << u"{"_s + id + u"}"_s << QString();
    QTest::newRow("without dashes") << QString(id).remove(u'-') << QString();
    QTest::newRow("space before") << u" "_s + id << QString();
    QTest::newRow("line feed behind") << id + u"\n"_s << QString();
    QTest::newRow("too short") << id.chopped(1) << QString();
    QTest::newRow("not hex") << QString(id).replace(0, 1, u'g') << QString();
    QTest::newRow("dash moved") << u"017f22e-279b0-7cc3-98c4-dc0c0c07398f"_s << QString();
    QTest::newRow("digits of another script") << QString(id).replace(0, 1, QChar(0x0661)) << QString();
    QTest::newRow("SQL") << u"017f22e2-79b0-7cc3-98c4-dc0c0c' OR 1"_s << QString();
}

void TestValues::idReadsOnlyTheCanonicalForm()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    const auto id = VariantId::parse(text);
    QCOMPARE(id ? id->toString() : QString(), read);
}

void TestValues::idsOrderAsTheirText()
{
    const QStringList texts{
        u"00000000-0000-0000-0000-000000000000"_s, u"00000000-0000-0000-0000-000000000001"_s,
        u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"_s, u"7fffffff-0000-7000-8000-000000000000"_s,
        u"80000000-0000-7000-8000-000000000000"_s, u"ffffffff-ffff-ffff-ffff-ffffffffffff"_s};
    for (qsizetype a = 0; a < texts.size(); ++a) {
        for (qsizetype b = 0; b < texts.size(); ++b)
            QCOMPARE(*StoreId::parse(texts[a]) < *StoreId::parse(texts[b]), a < b);
    }
}

void TestValues::rfc3339Reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const QString moment = u"2026-11-21T04:05:06.789Z"_s;
    QTest::newRow("as written") << moment << moment;
    QTest::newRow("lower case") << u"2026-11-21t04:05:06.789z"_s << moment;
    QTest::newRow("Jakarta") << u"2026-11-21T11:05:06.789+07:00"_s << moment;
    QTest::newRow("New York, the day before") << u"2026-11-20T23:05:06.789-05:00"_s << moment;
    QTest::newRow("half hours") << u"2026-11-21T09:35:06.789+05:30"_s << moment;
    QTest::newRow("no fraction") << u"2026-11-21T04:05:06Z"_s << u"2026-11-21T04:05:06.000Z"_s;
    QTest::newRow("one digit") << u"2026-11-21T04:05:06.7Z"_s << u"2026-11-21T04:05:06.700Z"_s;
    QTest::newRow("nine digits are cut") << u"2026-11-21T04:05:06.789999999Z"_s << moment;
    QTest::newRow("leap day") << u"2024-02-29T00:00:00Z"_s << u"2024-02-29T00:00:00.000Z"_s;
    QTest::newRow("before 1970") << u"1969-12-31T23:59:59.999Z"_s << u"1969-12-31T23:59:59.999Z"_s;
    QTest::newRow("unknown offset") << u"2026-11-21T04:05:06.789-00:00"_s << moment;
}

void TestValues::rfc3339Reads()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const auto instant = parseRfc3339(text);
    QVERIFY(instant.has_value());
    QCOMPARE(toRfc3339(*instant), written);
}

void TestValues::rfc3339Refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"",
                             "2026-11-21",
                             "04:05:06Z",
                             "2026-11-21T04:05:06",
                             "2026-11-21 04:05:06Z",
                             "2026-13-01T00:00:00Z",
                             "2026-02-29T00:00:00Z",
                             "2026-11-31T00:00:00Z",
                             "2026-11-21T24:00:00Z",
                             "2026-11-21T04:60:00Z",
                             "2026-11-21T04:05:06.Z",
                             "2026-11-21T04:05:06.1234567890Z",
                             "2026-11-21T04:05:06+7",
                             "2026-11-21T04:05Z",
                             "2026-11-21T04:05:06+24:00",
                             "0001-01-01T00:00:00+14:00",
                             "9999-12-31T23:59:59-00:01",
                             "2026-11-21T04:05:06+07:60",
                             "26-11-21T04:05:06Z",
                             "2026-1-2T04:05:06Z",
                             " 2026-11-21T04:05:06Z",
                             "2026-11-21T04:05:06Z ",
                             "2026-11-21T04:05:06Z\n",
                             "tomorrow"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestValues::rfc3339Refuses()
{
    QFETCH(QString, text);
    QCOMPARE(parseRfc3339(text).has_value(), false);
}

void TestValues::rfc3339RoundTrips()
{
    for (qint64 ms = -100'000'000'000'000; ms <= 200'000'000'000'000; ms += 987'654'321'987) {
        const QString text = toRfc3339({ms});
        const auto back = parseRfc3339(text);
        QVERIFY2(back.has_value(), qPrintable(text));
        QCOMPARE(back->ms, std::max<qint64>(ms, -62'135'596'800'000)); // no year before 1
    }
    using Limits = std::numeric_limits<qint64>;
    QCOMPARE(toRfc3339({Limits::min()}), u"0001-01-01T00:00:00.000Z"_s);
    QCOMPARE(toRfc3339({Limits::max()}), u"9999-12-31T23:59:59.999Z"_s);
}

void TestValues::moneyStopsAtItsLimits()
{
    const Money top = maxMoney;
    QCOMPARE(add(Money{2}, Money{3}), std::optional(Money{5}));
    QCOMPARE(add(Money{2}, Money{-3}), std::optional(Money{-1}));
    QCOMPARE(add(top, Money{0}), std::optional(top));
    QCOMPARE(add(top, Money{1}), std::nullopt);
    QCOMPARE(add(-top, Money{0}), std::optional(-top));
    QCOMPARE(add(-top, Money{-1}), std::nullopt);
    const Money wild{std::numeric_limits<qint64>::max()};
    QCOMPARE(add(wild, wild), std::nullopt);
    QCOMPARE(add(-wild, -wild), std::nullopt);
}

void TestValues::moneyMultipliesWithinItsLimits()
{
    QCOMPARE(times(Money{34'900}, 3), std::optional(Money{104'700}));
    QCOMPARE(times(Money{34'900}, 0), std::optional(Money{0}));
    QCOMPARE(times(Money{34'900}, -2), std::optional(Money{-69'800}));
    QCOMPARE(times(maxMoney, 1), std::optional(maxMoney));
    QCOMPARE(times(maxMoney, 2), std::nullopt);
    QCOMPARE(times(maxMoney, std::numeric_limits<qint64>::max()), std::nullopt);
    QCOMPARE(times(Money{1'000'000'000'000}, 1), std::nullopt);
}

QTEST_APPLESS_MAIN(TestValues)
#include "tst_values.moc"
