// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money_input.h"
#include "domain/outcome.h"
#include "domain/stock_input.h"

#include <QTest>

using namespace belanjain;
using namespace Qt::StringLiterals;
using tests::outcome;

class TestInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stockCell_data();
    void stockCell();
    void countCell_data();
    void countCell();
    void whatIsTypedOverWhatIsShown_data();
    void whatIsTypedOverWhatIsShown();
    void price_data();
    void price();
    void noInputIsBothAcceptedAndWrong();
};

void TestInput::stockCell_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected"); // =20 sets, ~5 changes
    const auto row = [](const QString& typed, const QString& expected) {
        QTest::newRow(qPrintable(u"'"_s + typed + u"'"_s)) << typed << expected;
    };
    const QString notANumber = u"not_a_number@stock"_s;
    row(u"20"_s, u"=20"_s);
    row(u"0"_s, u"=0"_s);
    row(u"007"_s, u"=7"_s);
    row(u" 20 "_s, u"=20"_s);
    row(u"\t20\n"_s, u"=20"_s);
    row(u"+5"_s, u"~5"_s);
    row(u"+ 5"_s, u"~5"_s);
    row(u"-3"_s, u"~-3"_s);
    row(u"- 3"_s, u"~-3"_s);
    row(u"\u22123"_s, u"~-3"_s);
    row(u"+0"_s, u"~0"_s);
    row(u"-0"_s, u"~0"_s);
    row(u"1.250"_s, u"=1250"_s);
    row(u"1,250"_s, u"=1250"_s);
    row(u"1 250"_s, u"=1250"_s);
    row(u"1\u00a0250"_s, u"=1250"_s);
    row(u"1'250"_s, u"=1250"_s);
    row(u"+1.250"_s, u"~1250"_s);
    row(u"-1.250.000"_s, u"~-1250000"_s);
    row(u"1.000.000.000"_s, u"=1000000000"_s);
    row(u"-1000000000"_s, u"~-1000000000"_s);
    row(u""_s, u"required@stock"_s);
    row(u"   "_s, u"required@stock"_s);
    row(u"1000000001"_s, u"out_of_range@stock(0,1000000000)"_s);
    row(u"+1000000001"_s, u"out_of_range@stock(-1000000000,1000000000)"_s);
    row(u"4294967297"_s, u"out_of_range@stock(0,1000000000)"_s);
    row(u"99999999999999999999999999"_s, u"out_of_range@stock(0,1000000000)"_s);
    row(u"00000000000000000000000007"_s, u"=7"_s);
    for (const char16_t* text :
         {u"+",         u"-",      u"\u2212",   u"+-5",      u"--5",          u"-+5",
          u"5-",        u"5+",     u"1.5",      u"1,5",      u"0,5",          u"0.125",
          u"1.25",      u"12.50",  u"1.2500",   u"1.250.00", u"1.250,000",    u"1..250",
          u".250",      u"250.",   u"1250.000", u"1 2",      u"1e3",          u"0x10",
          u"dua puluh", u"20 pcs", u"=20",      u"20;",      u"\u0662\u0660", u"\uff12\uff10",
          u"\u00bd",    u"NaN",    u"20\u20e3"})
        row(QString::fromUtf16(text), notANumber);
}

void TestInput::stockCell()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QCOMPARE(outcome(parseStockEntry(typed)), expected);
}

void TestInput::countCell_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"12"_s << u"12"_s;
    QTest::newRow("grouped") << u" 1.204 "_s << u"1204"_s;
    QTest::newRow("nothing left") << u"0"_s << u"0"_s;
    QTest::newRow("empty") << u""_s << u"required@counted"_s;
    QTest::newRow("negative") << u"-3"_s << u"out_of_range@counted(0,1000000000)"_s;
    QTest::newRow("minus alone") << u"-"_s << u"not_a_number@counted"_s;
    QTest::newRow("relative") << u"+3"_s << u"not_a_number@counted"_s;
    QTest::newRow("too many") << u"1.000.000.001"_s << u"out_of_range@counted(0,1000000000)"_s;
    QTest::newRow("decimals") << u"1,5"_s << u"not_a_number@counted"_s;
}

void TestInput::countCell()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QCOMPARE(outcome(parseCount(typed, u"counted"_s)), expected);
}

void TestInput::whatIsTypedOverWhatIsShown_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("shown");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("delta");
    QTest::newRow("set higher") << u"20"_s << 13 << u"20"_s << u"7"_s;
    QTest::newRow("set lower") << u"6"_s << 13 << u"6"_s << u"-7"_s;
    QTest::newRow("set the same") << u"13"_s << 13 << u"13"_s << u"0"_s;
    QTest::newRow("empty the shelf") << u"0"_s << 13 << u"0"_s << u"-13"_s;
    QTest::newRow("add") << u"+5"_s << 13 << u"18"_s << u"5"_s;
    QTest::newRow("take") << u"-3"_s << 13 << u"10"_s << u"-3"_s;
    QTest::newRow("take all") << u"-13"_s << 13 << u"0"_s << u"-13"_s;
    const QString negative = u"would_be_negative@stock(13)"_s;
    QTest::newRow("take too many") << u"-14"_s << 13 << negative << negative;
    const QString over = u"out_of_range@stock(0,1000000000)"_s;
    QTest::newRow("add up to the limit") << u"+1"_s << maxStock - 1 << u"1000000000"_s << u"1"_s;
    QTest::newRow("add beyond the limit") << u"+1"_s << maxStock << over << over;
    QTest::newRow("add the most to the most") << u"+1000000000"_s << maxStock << over << over;
    QTest::newRow("from none to the most") << u"1000000000"_s << 0 << u"1000000000"_s << u"1000000000"_s;
}

void TestInput::whatIsTypedOverWhatIsShown()
{
    QFETCH(QString, typed);
    QFETCH(int, shown);
    QFETCH(QString, value);
    QFETCH(QString, delta);
    const auto entry = parseStockEntry(typed);
    QVERIFY(entry.has_value());
    QCOMPARE(outcome(valueAfter(*entry, shown)), value);
    QCOMPARE(outcome(deltaFor(*entry, shown)), delta);
}

void TestInput::price_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString& typed, const QString& expected) {
        QTest::newRow(qPrintable(u"'"_s + typed + u"'"_s)) << typed << expected;
    };
    for (const char16_t* text :
         {u"34900",        u"34.900",    u"34,900",     u"34 900",         u" 34.900 ",    u"Rp 34.900",
          u"Rp34.900",     u"rp34900",   u"RP. 34.900", u"Rp\u00a034.900", u"IDR 34,900",  u"idr34900",
          u"Rp 34.900,00", u"34,900.00", u"34900,0",    u"34900.00",       u"Rp 34.900,-", u"34,9rb",
          u"34.9 rb",      u"34,9 ribu", u"34,900rb",   u"34.90k",         u"Rp 34,9K",    u"0,0349jt"})
        row(QString::fromUtf16(text), u"34900"_s);
    row(u"1"_s, u"1"_s);
    row(u"35rb"_s, u"35000"_s);
    row(u"1,5jt"_s, u"1500000"_s);
    row(u"1.5 juta"_s, u"1500000"_s);
    row(u"2 JT"_s, u"2000000"_s);
    row(u"1.250rb"_s, u"not_a_number@price"_s);
    row(u"1.250.000"_s, u"1250000"_s);
    row(u"1.250.000,00"_s, u"1250000"_s);
    row(u"999.999.999.999"_s, u"999999999999"_s);
    const QString over = u"out_of_range@price(1,999999999999)"_s;
    row(u"1.000.000.000.000"_s, over);
    row(u"999999999999999999999999"_s, over);
    row(u"9999999999999jt"_s, over);
    row(u"999999999999999999999jt"_s, over);
    row(u"1000000jt"_s, over);
    row(u""_s, u"required@price"_s);
    row(u"  "_s, u"required@price"_s);
    row(u"Rp"_s, u"required@price"_s);
    for (const char16_t* text :
         {u"0", u"Rp 0", u"0,00", u"000", u"0rb", u"-5.000", u"-Rp 5.000", u"Rp -5.000", u"\u22125000",
          u"Rp\u22125000", u"-0", u"-999999999999999999999999"})
        row(QString::fromUtf16(text), u"price_not_positive@price"_s);
    for (const char16_t* text : {u"34.900,50", u"34,9",   u"0,50",     u"34.90",  u"34.900.00", u"34.900,000",
                                 u"1.2.3",     u"mahal",  u"Rp mahal", u"-",      u"--5",       u"- Rp - 5",
                                 u"Rp Rp 5",   u"5 Rp",   u"$5",       u"5%",     u"+5",        u"1e6",
                                 u"rb",        u"jt",     u",jt",      u",5jt",   u"1,jt",      u"1,2345rb",
                                 u"1,5,5jt",   u"1,-5jt", u"5 rb rb",  u"\u0665", u"34.900,",   u"34.900,0x"})
        row(QString::fromUtf16(text), u"not_a_number@price"_s);
}

void TestInput::price()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QCOMPARE(outcome(parsePrice(typed)), expected);
}

// Whatever is typed out of the keys a person uses for numbers, what is accepted keeps to the limits.
void TestInput::noInputIsBothAcceptedAndWrong()
{
    const QString keys = u"0159.,+- rbjtp"_s;
    quint32 state = 42;
    int accepted = 0;
    for (int i = 0; i < 50'000; ++i) {
        QString typed;
        state = state * 1'664'525 + 1'013'904'223;
        const int length = int(state >> 28) + 1;
        for (int k = 0; k < length; ++k) {
            state = state * 1'664'525 + 1'013'904'223;
            typed += keys[qsizetype((state >> 16) % quint32(keys.size()))];
        }
        if (const auto price = parsePrice(typed)) {
            ++accepted;
            QVERIFY2(*price > Money{} && *price <= maxMoney, qPrintable(typed));
        }
        if (const auto entry = parseStockEntry(typed)) {
            ++accepted;
            QVERIFY2(qAbs(entry->value) <= maxStock, qPrintable(typed));
            const auto delta = deltaFor(*entry, 13);
            const auto after = valueAfter(*entry, 13);
            QCOMPARE(delta.has_value(), after.has_value());
            if (delta)
                QCOMPARE(13 + *delta, *after);
        }
    }
    QVERIFY(accepted > 1'000);
}

QTEST_APPLESS_MAIN(TestInput)
#include "tst_input.moc"
