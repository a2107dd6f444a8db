// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/barcode.h"
#include "domain/outcome.h"
#include "domain/sku.h"

#include <QSet>
#include <QTest>

using namespace belanjain;
using namespace Qt::StringLiterals;
using tests::outcome;

namespace {

const SkuIsTaken nothingTaken = [](const QString&) { return false; };

SkuIsTaken taken(const QStringList& skus)
{
    return [skus](const QString& key) {
        return std::any_of(skus.begin(), skus.end(),
                           [&key](const QString& sku) { return skuKey(sku) == key; });
    };
}

} // namespace

class TestSku : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rules_data();
    void rules();
    void sameKeyForCaseAndComposition();
    void suggestions_data();
    void suggestions();
    void suggestionsNeverRepeat();
    void suggestionsEnd();
    void madeSkus_data();
    void madeSkus();
    void madeSkusAreValidWhateverTheName();
    void barcodes_data();
    void barcodes();
    void checkDigits_data();
    void checkDigits();
};

void TestSku::rules_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString malformed = u"sku_malformed@sku"_s;
    QTest::newRow("plain") << u"KRK-KPR-01"_s << u"KRK-KPR-01"_s;
    QTest::newRow("every sign") << u"a-b_c.d/e+f#g:h"_s << u"a-b_c.d/e+f#g:h"_s;
    QTest::newRow("one character") << u"7"_s << u"7"_s;
    QTest::newRow("ends trimmed") << u"  KRK 01\n"_s << u"KRK 01"_s;
    QTest::newRow("inner spaces collapse") << u"KRK \t 01"_s << u"KRK 01"_s;
    QTest::newRow("letters of any script") << u"Ж-猫-é"_s << u"Ж-猫-é"_s;
    QTest::newRow("composed") << u"cafe\u0301"_s << u"caf\u00e9"_s;
    QTest::newRow("letter beyond 16 bits") << u"\U00020000"_s << u"\U00020000"_s;
    QTest::newRow("64 characters") << QString(64, u'A') << QString(64, u'A');
    QTest::newRow("65 characters") << QString(65, u'A') << u"too_long@sku(64)"_s;
    QTest::newRow("empty") << u""_s << u"required@sku"_s;
    QTest::newRow("spaces only") << u"   "_s << u"required@sku"_s;
    QTest::newRow("quote") << u"KRK'01"_s << malformed;
    QTest::newRow("comma") << u"KRK,01"_s << malformed;
    QTest::newRow("formula") << u"=1"_s << malformed;
    QTest::newRow("markup") << u"<b>"_s << malformed;
    QTest::newRow("emoji") << u"KRK\U0001f600"_s << malformed;
    QTest::newRow("backslash") << u"a\\b"_s << malformed;
}

void TestSku::rules()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(outcome(checkSku(text, u"sku"_s)), expected);
}

void TestSku::sameKeyForCaseAndComposition()
{
    QCOMPARE(skuKey(u"krk-01"_s), skuKey(u"KRK-01"_s));
    QCOMPARE(skuKey(u"CAFE\u0301"_s), skuKey(u"caf\u00e9"_s));
    QCOMPARE(skuKey(u"\u0416-1"_s), skuKey(u"\u0436-1"_s));
    QVERIFY(skuKey(u"KRK-01"_s) != skuKey(u"KRK-1"_s));
    QVERIFY(skuKey(u"KRK 01"_s) != skuKey(u"KRK-01"_s));
}

void TestSku::suggestions_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QStringList>("others");
    QTest::addColumn<QString>("expected");
    QTest::newRow("free") << u"KRK-01"_s << QStringList() << u"KRK-01"_s;
    QTest::newRow("counter") << u"KRK-01"_s << QStringList{u"KRK-01"_s} << u"KRK-02"_s;
    QTest::newRow("case") << u"KRK-01"_s << QStringList{u"krk-01"_s, u"krk-02"_s} << u"KRK-03"_s;
    QTest::newRow("gap") << u"KRK-01"_s << QStringList{u"KRK-01"_s, u"KRK-03"_s} << u"KRK-02"_s;
    QTest::newRow("over 99") << u"KRK-99"_s << QStringList{u"KRK-99"_s} << u"KRK-100"_s;
    QTest::newRow("word") << u"NTA-L"_s << QStringList{u"NTA-L"_s} << u"NTA-L-2"_s;
    QTest::newRow("word twice") << u"NTA-L"_s << QStringList{u"NTA-L"_s, u"NTA-L-2"_s} << u"NTA-L-3"_s;
    QTest::newRow("model number stays") << u"OXN-605"_s << QStringList{u"OXN-605"_s} << u"OXN-605-2"_s;
    QTest::newRow("longest") << QString(64, u'A') << QStringList{QString(64, u'A')}
                             << QString(62, u'A') + u"-2"_s;
}

void TestSku::suggestions()
{
    QFETCH(QString, wanted);
    QFETCH(QStringList, others);
    QFETCH(QString, expected);
    QCOMPARE(suggestSku(wanted, taken(others)), expected);
}

void TestSku::suggestionsNeverRepeat()
{
    for (const QString& wanted : {u"KRK-01"_s, u"NTA-L"_s, QString(64, u'x'), u"猫"_s}) {
        QSet<QString> keys;
        for (int i = 0; i < 300; ++i) {
            const QString sku =
                suggestSku(wanted, [&keys](const QString& key) { return keys.contains(key); });
            QCOMPARE(outcome(checkSku(sku, u"sku"_s)), sku);
            QVERIFY(!keys.contains(skuKey(sku)));
            keys.insert(skuKey(sku));
        }
    }
}

void TestSku::suggestionsEnd()
{
    int asked = 0;
    QCOMPARE(suggestSku(u"KRK-01"_s,
                        [&asked](const QString&) {
                            ++asked;
                            return true;
                        }),
             QString());
    QCOMPARE(asked, 10'001);
}

void TestSku::madeSkus_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("expected");
    QTest::newRow("single") << u"Korek Api Kompor"_s << QStringList() << u"KRK-API-01"_s;
    QTest::newRow("one word") << u"Onix"_s << QStringList() << u"ONX-01"_s;
    QTest::newRow("too few consonants") << u"Meja Biru"_s << QStringList() << u"MJA-BRU-01"_s;
    QTest::newRow("options") << u"Nathalie Kaos Dalam Tanktop NTA 428"_s << QStringList{u"Hitam"_s, u"L"_s}
                             << u"NTH-KOS-HTM-L"_s;
    QTest::newRow("two words in a value")
        << u"Rak Sepatu"_s << QStringList{u"Hitam Putih"_s} << u"RAK-SPT-HTMPTH"_s;
    QTest::newRow("measure") << u"Toples Cupang"_s << QStringList{u"2 Liter"_s} << u"TPL-CPN-2LTR"_s;
    QTest::newRow("fillers") << u"Sabun untuk Bayi"_s << QStringList() << u"SBN-BYI-01"_s;
    QTest::newRow("number in the name") << u"Lampu LED12W"_s << QStringList() << u"LMP-LED12W-01"_s;
    QTest::newRow("accents") << u"Café Élite"_s << QStringList{u"Crème"_s} << u"CFE-ELT-CRM"_s;
    QTest::newRow("signs only") << u"★★★"_s << QStringList() << u"SKU-01"_s;
    QTest::newRow("value of signs") << u"Kaos"_s << QStringList{u"★"_s} << u"KOS-X"_s;
}

void TestSku::madeSkus()
{
    QFETCH(QString, name);
    QFETCH(QStringList, values);
    QFETCH(QString, expected);
    QCOMPARE(makeSku(name, values, nothingTaken), expected);
}

void TestSku::madeSkusAreValidWhateverTheName()
{
    const QStringList names{u"猫 グッズ"_s,
                            u"\U00020000\U00020001\U00020002\U00020003"_s,
                            u"한국어 상품"_s,
                            u"ﬁﬂ"_s,
                            u"قميص أسود"_s,
                            u"हिन्दी कपड़े"_s,
                            QString(200, u'z'),
                            u"a"_s,
                            u""_s,
                            u"ßßßß ŒŒŒŒ"_s,
                            QString(100, QChar(0x0301)),
                            u"x \U0001f600 y"_s};
    const QString longest(60, u'w');
    for (const QString& name : names) {
        for (const QStringList& values :
             {QStringList(), QStringList{name}, QStringList{longest, longest, longest, longest, longest},
              QStringList{u"1 2 3 4 5 6 7 8 9 0 1 2 3"_s}}) {
            const QString sku = makeSku(name, values, nothingTaken);
            QCOMPARE(outcome(checkSku(sku, u"sku"_s)), sku);
            QCOMPARE(makeSku(name, values, nothingTaken), sku);
            const QString other = makeSku(name, values, taken({sku}));
            QVERIFY(skuKey(other) != skuKey(sku));
            QCOMPARE(outcome(checkSku(other, u"sku"_s)), other);
            const QString chosen = makeSkuFrom(QString(64, u'Q'), values, nothingTaken);
            QCOMPARE(outcome(checkSku(chosen, u"sku"_s)), chosen);
        }
    }
}

void TestSku::barcodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString malformed = u"barcode_malformed@barcode(4,48)"_s;
    QTest::newRow("none") << u""_s << u""_s;
    QTest::newRow("spaces are none") << u"  "_s << u""_s;
    QTest::newRow("EAN-13") << u"8992761002013"_s << u"8992761002013"_s;
    QTest::newRow("trimmed") << u" 8992761002013\r\n"_s << u"8992761002013"_s;
    QTest::newRow("Code 128") << u"ABC-123~!"_s << u"ABC-123~!"_s;
    QTest::newRow("four") << u"1234"_s << u"1234"_s;
    QTest::newRow("three") << u"123"_s << malformed;
    QTest::newRow("48") << QString(48, u'1') << QString(48, u'1');
    QTest::newRow("49") << QString(49, u'1') << malformed;
    QTest::newRow("inner space") << u"1234 5678"_s << malformed;
    QTest::newRow("not ASCII") << u"1234é"_s << malformed;
    QTest::newRow("control") << u"1234\u0001"_s << malformed;
    QTest::newRow("delete") << u"1234\u007f"_s << malformed;
}

void TestSku::barcodes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(outcome(checkBarcode(text, u"barcode"_s)), expected);
}

void TestSku::checkDigits_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("gtin");
    QTest::addColumn<bool>("valid");
    QTest::newRow("EAN-13") << u"4006381333931"_s << true << true;
    QTest::newRow("EAN-13 wrong") << u"4006381333932"_s << true << false;
    QTest::newRow("EAN-8") << u"73513537"_s << true << true;
    QTest::newRow("UPC-A") << u"036000291452"_s << true << true;
    QTest::newRow("UPC-A wrong") << u"036000291453"_s << true << false;
    QTest::newRow("ITF-14") << u"10012345000017"_s << true << true;
    QTest::newRow("two digits swapped") << u"4006381339331"_s << true << false;
    QTest::newRow("nine digits") << u"123456789"_s << false << false;
    QTest::newRow("letters") << u"ABCDEFGH"_s << false << false;
    QTest::newRow("empty") << u""_s << false << false;
}

void TestSku::checkDigits()
{
    QFETCH(QString, code);
    QFETCH(bool, gtin);
    QFETCH(bool, valid);
    QCOMPARE(looksLikeGtin(code), gtin);
    QCOMPARE(hasValidGtinCheckDigit(code), valid);
}

QTEST_APPLESS_MAIN(TestSku)
#include "tst_sku.moc"
