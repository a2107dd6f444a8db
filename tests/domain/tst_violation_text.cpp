// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/violation_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace belanjain;
using namespace Qt::StringLiterals;

namespace {

const Language id = Language::Indonesian;
const Language en = Language::English;

QString say(Rule rule, const QStringList& args, Language language)
{
    return ruleText({u"field"_s, rule, args}, language);
}

} // namespace

class TestViolationText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void codesAreStableAndUnique();
    void everyRuleSpeaksBothLanguages();
    void sentences_data();
    void sentences();
    void argsAreTakenAsTheyAre();
    void statusWords();
};

void TestViolationText::codesAreStableAndUnique()
{
    static const QRegularExpression shape(uR"(\A[a-z]+(_[a-z]+)*\z)"_s);
    QSet<QString> codes;
    for (int i = 0; i <= int(lastRule); ++i) {
        const QString code = ruleCode(Rule(i));
        QVERIFY2(shape.match(code).hasMatch(), qPrintable(code));
        QVERIFY2(!codes.contains(code), qPrintable(code));
        codes.insert(code);
        QCOMPARE(ruleFromCode(code), std::optional(Rule(i)));
    }
    // Those the contract names.
    for (const char16_t* code : {u"would_be_negative", u"stale_count", u"stale_price", u"out_of_stock",
                                 u"sku_taken", u"email_taken", u"illegal_transition"})
        QVERIFY(codes.contains(QString::fromUtf16(code)));
    QCOMPARE(ruleCode(Rule(int(lastRule) + 1)), QString()); // lastRule is the last
    QCOMPARE(ruleFromCode(u""), std::nullopt);
    QCOMPARE(ruleFromCode(u"no_such_rule"), std::nullopt);
}

void TestViolationText::everyRuleSpeaksBothLanguages()
{
    QSet<QString> sentences;
    for (int i = 0; i <= int(lastRule); ++i) {
        for (const QStringList& args : {QStringList(), QStringList{u"1"_s}, QStringList{u"1"_s, u"2"_s},
                                        QStringList{u"1"_s, u"2"_s, u"3"_s}}) {
            const QString indonesian = say(Rule(i), args, id);
            const QString english = say(Rule(i), args, en);
            const QByteArray which = ruleCode(Rule(i)).toUtf8();
            QVERIFY2(indonesian != english, which.constData());
            for (const QString& sentence : {indonesian, english}) {
                QVERIFY2(sentence.size() > 8 && (sentence.front().isUpper() || sentence.front().isDigit()),
                         which.constData());
                QVERIFY2(!sentence.contains(u'%') && !sentence.contains(u'!'), which.constData());
                QVERIFY2(!sentence.contains(u"  "_s) && sentence == sentence.trimmed(), which.constData());
            }
            QVERIFY2(!english.contains(u" Anda "_s), which.constData());
        }
        QVERIFY(!sentences.contains(say(Rule(i), {}, id)));
        sentences.insert(say(Rule(i), {}, id));
    }
}

void TestViolationText::sentences_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("indonesian");
    QTest::addColumn<QString>("english");
    using S = QStringList;
    QTest::newRow("too long") << Rule::TooLong << S{u"10000"_s} << u"Paling banyak 10.000 karakter."_s
                              << u"At most 10,000 characters."_s;
    QTest::newRow("out of range") << Rule::OutOfRange << S{u"0"_s, u"1000000000"_s}
                                  << u"Isi dengan angka dari 0 sampai 1.000.000.000."_s
                                  << u"Enter a number from 0 to 1,000,000,000."_s;
    QTest::newRow("negative") << Rule::WouldBeNegative << S{u"1204"_s}
                              << u"Stok tidak bisa kurang dari 0. Sekarang ada 1.204."_s
                              << u"Stock cannot go below 0. There are 1,204 now."_s;
    QTest::newRow("stale count")
        << Rule::StaleCount << S{u"12"_s, u"9"_s}
        << u"Stok berubah sejak Anda menghitung, dari 12 menjadi 9. Hitung sekali lagi."_s
        << u"Stock changed since you counted, from 12 to 9. Please count again."_s;
    QTest::newRow("stale price")
        << Rule::StalePrice << S{u"139900"_s}
        << u"Harga ini sudah diubah di tempat lain menjadi Rp 139.900. Pilih yang berlaku."_s
        << u"This price was changed elsewhere to Rp 139.900. Choose the one that counts."_s;
    QTest::newRow("some left") << Rule::OutOfStock << S{u"15"_s} << u"Hanya 15 tersedia."_s
                               << u"Only 15 available."_s;
    QTest::newRow("none left") << Rule::OutOfStock << S{u"0"_s} << u"Stok sudah habis."_s
                               << u"This is out of stock."_s;
    QTest::newRow("SKU of somebody") << Rule::SkuTaken << S{u"Hitam, L"_s}
                                     << u"SKU ini sudah dipakai Hitam, L."_s
                                     << u"Hitam, L already uses this SKU."_s;
    QTest::newRow("SKU with a way out")
        << Rule::SkuTaken << S{QString(), u"KRK-02"_s}
        << u"SKU ini sudah dipakai varian lain di toko Anda. Yang masih bebas: KRK-02."_s
        << u"Another variant in your store already uses this SKU. This one is free: KRK-02."_s;
    QTest::newRow("illegal step")
        << Rule::IllegalTransition << S{u"SHIPPED"_s, u"CANCELLED"_s, u"DELIVERED"_s}
        << u"Pesanan berstatus Dikirim tidak bisa menjadi Dibatalkan. Berikutnya bisa: Selesai."_s
        << u"An order that is Shipped cannot become Cancelled. It can become: Delivered."_s;
    QTest::newRow("same state")
        << Rule::IllegalTransition << S{u"PROCESSING"_s, u"PROCESSING"_s, u"SHIPPED,CANCELLED"_s}
        << u"Pesanan ini sudah berstatus Diproses. Berikutnya bisa: Dikirim, Dibatalkan."_s
        << u"This order is already Processing. It can become: Shipped, Cancelled."_s;
    QTest::newRow("final state")
        << Rule::IllegalTransition << S{u"DELIVERED"_s, u"CANCELLED"_s, QString()}
        << u"Pesanan berstatus Selesai tidak bisa menjadi Dibatalkan. Status itu sudah akhir."_s
        << u"An order that is Delivered cannot become Cancelled. That status is final."_s;
}

void TestViolationText::sentences()
{
    QFETCH(Rule, rule);
    QFETCH(QStringList, args);
    QFETCH(QString, indonesian);
    QFETCH(QString, english);
    QCOMPARE(say(rule, args, id), indonesian);
    QCOMPARE(say(rule, args, en), english);
}

// Args hold what somebody typed: they must not be taken for places to fill in.
void TestViolationText::argsAreTakenAsTheyAre()
{
    QCOMPARE(say(Rule::Duplicate, {u"50%1 %2"_s}, id), u"50%1 %2 sudah ada di daftar ini."_s);
    QCOMPARE(say(Rule::SkuTaken, {u"%1"_s, u"%2"_s}, en),
             u"%1 already uses this SKU. This one is free: %2."_s);
    QCOMPARE(say(Rule::IllegalTransition, {u"%2"_s, u"%1"_s, u""_s}, en),
             u"An order that is %2 cannot become %1. That status is final."_s);
    QCOMPARE(say(Rule::OutOfRange, {u"%2"_s, u"x"_s}, en), u"Enter a number from %2 to x."_s);
}

void TestViolationText::statusWords()
{
    QStringList words;
    for (const OrderStatus status : {OrderStatus::Pending, OrderStatus::Processing, OrderStatus::Shipped,
                                     OrderStatus::Delivered, OrderStatus::Cancelled}) {
        words += statusText(status, id);
        words += statusText(status, en);
    }
    QCOMPARE(words.join(u' '),
             u"Baru New Diproses Processing Dikirim Shipped Selesai Delivered Dibatalkan Cancelled"_s);
}

QTEST_APPLESS_MAIN(TestViolationText)
#include "tst_violation_text.moc"
