// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/account.h"
#include "domain/outcome.h"
#include "domain/search_text.h"
#include "domain/store.h"
#include "domain/text.h"

#include <QTest>

using namespace belanjain;
using namespace Qt::StringLiterals;
using tests::outcome;

class TestTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lines_data();
    void lines();
    void paragraphs_data();
    void paragraphs();
    void lengthsCountCodePoints();
    void folding_data();
    void folding();
    void queriesAreWords();
    void emails_data();
    void emails();
    void namesAndPasswords();
    void storeProfiles();
    void timeZones_data();
    void timeZones();
};

void TestTexts::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("neat") << u"Rak Sepatu"_s << u"Rak Sepatu"_s;
    QTest::newRow("ends") << u" \t Rak Sepatu \r\n"_s << u"Rak Sepatu"_s;
    QTest::newRow("runs") << u"Rak \t\n Sepatu"_s << u"Rak Sepatu"_s;
    QTest::newRow("no-break space") << u"Rak\u00a0\u2003Sepatu"_s << u"Rak Sepatu"_s;
    QTest::newRow("controls") << u"Rak\u0000\u001bSepatu\u007f"_s << u"Rak Sepatu"_s;
    QTest::newRow("turned around") << u"\u202eRak\u202c \u2066Sepatu\u2069"_s << u"Rak Sepatu"_s;
    QTest::newRow("zero width") << u"\ufeffRak Se\u200bpatu"_s << u"Rak Sepatu"_s;
    QTest::newRow("composed") << u"Cafe\u0301"_s << u"Caf\u00e9"_s;
    QTest::newRow("half a pair") << u"Rak"_s + QChar(0xd83d) << u"Rak\ufffd"_s;
    QTest::newRow("family") << u"\U0001f468\u200d\U0001f469"_s << u"\U0001f468\u200d\U0001f469"_s;
    QTest::newRow("nothing") << u" \u200b "_s << u""_s;
}

void TestTexts::lines()
{
    QFETCH(QString, text);
    QFETCH(QString, line);
    QCOMPARE(normalisedLine(text), line);
    QCOMPARE(normalisedLine(line), line);
}

void TestTexts::paragraphs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("line ends") << u"a\r\nb\rc\nd\u2028e"_s << u"a\nb\nc\nd\ne"_s;
    QTest::newRow("empty lines stay") << u"a\r\n\r\nb"_s << u"a\n\nb"_s;
    QTest::newRow("line tails") << u"a \t\nb  "_s << u"a\nb"_s;
    QTest::newRow("indent stays") << u"a\n  b"_s << u"a\n  b"_s;
    QTest::newRow("ends") << u"\n\n a\n\n"_s << u"a"_s;
    QTest::newRow("controls go") << u"a\u0000b\u0007c\td"_s << u"abc\td"_s;
    QTest::newRow("composed") << u"e\u0301"_s << u"\u00e9"_s;
}

void TestTexts::paragraphs()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(normalisedText(text), clean);
    QCOMPARE(normalisedText(clean), clean);
}

void TestTexts::lengthsCountCodePoints()
{
    QCOMPARE(codePoints(u""), 0);
    QCOMPARE(codePoints(u"abc"), 3);
    QCOMPARE(codePoints(u"\U0001f600b"), 2);
    QCOMPARE(codePoints(u"e\u0301"), 2);
    QCOMPARE(codePoints(QString(QChar(0xd83d))), 1);
}

void TestTexts::folding_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("case") << u"Rak SEPATU"_s << u"rak sepatu"_s;
    QTest::newRow("punctuation") << u"--Rak/Sepatu (XL), 2.5kg!"_s << u"rak sepatu xl 2 5kg"_s;
    QTest::newRow("accents") << u"Café ÉLITE naïve"_s << u"cafe elite naive"_s;
    QTest::newRow("accents, decomposed") << u"Cafe\u0301"_s << u"cafe"_s;
    QTest::newRow("strokes and joined letters") << u"Øre Łódź Æsir œuvre Đ"_s << u"ore lodz aesir oeuvre d"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
    QTest::newRow("Turkish i") << u"İSTANBUL ısı"_s << u"istanbul isi"_s;
    QTest::newRow("full width") << u"ＡＢＣ１２"_s << u"abc12"_s;
    QTest::newRow("ligature") << u"ﬁlter"_s << u"filter"_s;
    QTest::newRow("superscript") << u"m²"_s << u"m2"_s;
    QTest::newRow("apostrophes") << u"Jum'at Jum\u2019at"_s << u"jumat jumat"_s;
    QTest::newRow("emoji") << u"kaos \U0001f455 baru"_s << u"kaos baru"_s;
    QTest::newRow("SKU") << u"NTA-428-HTM-L"_s << u"nta 428 htm l"_s;
    QTest::newRow("Chinese") << u"黑色，红色"_s << u"黑色 红色"_s;
    QTest::newRow("quotes of a query language") << u"\"kaos\" OR *"_s << u"kaos or"_s;
}

void TestTexts::folding()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(foldForSearch(text), folded);
    QCOMPARE(foldForSearch(folded), folded);
    QCOMPARE(foldForSearch(text.toUpper()), folded);
}

void TestTexts::queriesAreWords()
{
    QCOMPARE(searchWords(u"  Kaos,  café kaos "_s), QStringList({u"kaos"_s, u"cafe"_s}));
    QCOMPARE(searchWords(u"!? \""_s), QStringList());
    QCOMPARE(searchWords(QString(70, u'a') + u' ' + QString(80, u'a')), QStringList{QString(64, u'a')});
    QStringList many;
    for (int i = 0; i < 30; ++i)
        many += QString::number(i);
    QCOMPARE(searchWords(many.join(u' ')), many.first(12));
    const QString pairs = u"\U00020000"_s.repeated(40);
    QCOMPARE(searchWords(u"a"_s + pairs), QStringList{u"a"_s + pairs.first(62)});
}

void TestTexts::emails_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString malformed = u"email_malformed@email"_s;
    QTest::newRow("plain") << u"siti@example.com"_s << u"siti@example.com"_s;
    QTest::newRow("trimmed, lower case") << u" Siti.R@Example.CO.ID\n"_s << u"siti.r@example.co.id"_s;
    QTest::newRow("tag") << u"siti+toko@example.com"_s << u"siti+toko@example.com"_s;
    QTest::newRow("punycode") << u"a@xn--bcher-kva.example"_s << u"a@xn--bcher-kva.example"_s;
    QTest::newRow("local part of 64") << QString(64, u'a') + u"@b.co"_s << QString(64, u'a') + u"@b.co"_s;
    QTest::newRow("local part of 65") << QString(65, u'a') + u"@b.co"_s << malformed;
    QTest::newRow("empty") << u" "_s << u"required@email"_s;
    QTest::newRow("254") << u"a@"_s + u"b23456789."_s.repeated(25) + u"id"_s
                         << u"a@"_s + u"b23456789."_s.repeated(25) + u"id"_s;
    QTest::newRow("255") << u"a@"_s + u"b23456789."_s.repeated(25) + u"com"_s << u"too_long@email(254)"_s;
    for (const char16_t* text : {u"siti",
                                 u"@example.com",
                                 u"siti@",
                                 u"siti@localhost",
                                 u"siti@example",
                                 u"siti@@example.com",
                                 u"a@b@example.com",
                                 u"siti@.com",
                                 u"siti@example..com",
                                 u"siti@-example.com",
                                 u"siti@example-.com",
                                 u".siti@example.com",
                                 u"siti.@example.com",
                                 u"si..ti@example.com",
                                 u"si ti@example.com",
                                 u"siti@exam ple.com",
                                 u"siti@example.com\r\nBcc: all@example.com",
                                 u"Siti <siti@example.com>",
                                 u"siti,budi@example.com",
                                 u"\"siti\"@example.com",
                                 u"siti@[127.0.0.1]",
                                 u"siti@127.0.0.1",
                                 u"s\u00eeti@example.com",
                                 u"siti@example.c",
                                 u"siti@b\u00fccher.example"})
        QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text) << malformed;
}

void TestTexts::emails()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(outcome(checkEmail(text, u"email"_s)), expected);
}

void TestTexts::namesAndPasswords()
{
    QCOMPARE(outcome(checkPersonName(u" Siti  Rahmawati "_s, u"name"_s)), u"Siti Rahmawati"_s);
    QCOMPARE(outcome(checkPersonName(u" "_s, u"name"_s)), u"required@name"_s);
    QCOMPARE(outcome(checkPersonName(QString(100, u'n'), u"name"_s)), QString(100, u'n'));
    QCOMPARE(outcome(checkPersonName(QString(101, u'n'), u"name"_s)), u"too_long@name(100)"_s);

    QCOMPARE(outcome(checkPasswordLength(u""_s, u"password"_s)), u"required@password"_s);
    QCOMPARE(outcome(checkPasswordLength(u"1234567"_s, u"password"_s)), u"too_short@password(8)"_s);
    QCOMPARE(outcome(checkPasswordLength(u"12345678"_s, u"password"_s)), u"12345678"_s);
    QCOMPARE(outcome(checkPasswordLength(u"       8"_s, u"password"_s)), u"       8"_s);
    QCOMPARE(outcome(checkPasswordLength(u"\U0001f600"_s.repeated(7), u"password"_s)),
             u"too_short@password(8)"_s);
    QVERIFY(checkPasswordLength(u"\U0001f600"_s.repeated(128), u"password"_s).has_value());
    QCOMPARE(outcome(checkPasswordLength(QString(129, u'p'), u"password"_s)), u"too_long@password(128)"_s);
}

void TestTexts::storeProfiles()
{
    const StoreProfile typed{u" Toko  Jakarta "_s, u" Jakarta Barat "_s, u" Buka.\r\nTiap hari. "_s, 20,
                             u"Asia/Makassar"_s};
    const auto stored = checkStoreProfile(typed);
    QVERIFY(stored.has_value());
    QCOMPARE(*stored, (StoreProfile{u"Toko Jakarta"_s, u"Jakarta Barat"_s, u"Buka.\nTiap hari."_s, 20,
                                    u"Asia/Makassar"_s}));

    const auto plain = checkStoreProfile({u"Toko"_s});
    QVERIFY(plain.has_value());
    QCOMPARE(*plain, (StoreProfile{u"Toko"_s, QString(), QString(), 10, u"Asia/Jakarta"_s}));

    const auto broken =
        checkStoreProfile({u" "_s, QString(121, u'l'), QString(2'001, u'd'), -1, u"Mars/Olympus"_s});
    QVERIFY(!broken.has_value());
    QCOMPARE(outcome(broken.error()),
             u"required@name too_long@location(120) too_long@description(2000) "
             "out_of_range@lowStockThreshold(0,1000000000) unknown_time_zone@timeZone(Mars/Olympus)"_s);
    QCOMPARE(outcome(checkStoreName(QString(81, u's'), u"storeName"_s)), u"too_long@storeName(80)"_s);
}

void TestTexts::timeZones_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("known");
    for (const char* name : {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC",
                             "America/Argentina/Ushuaia", "America/Port-au-Prince"})
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    for (const char* name :
         {"", "WIB-7", "UTC+7", "UTC+07:00", "Asia/Jakarta ", "Asia/Jakarta\n", "../../etc/passwd",
          "/etc/localtime", "Asia/../Asia/Jakarta", "Asia", "Mars/Olympus", "<+07>-7", "EST5EDT"})
        QTest::newRow(name) << QString::fromLatin1(name) << false;
}

void TestTexts::timeZones()
{
    QFETCH(QString, name);
    QFETCH(bool, known);
    QCOMPARE(outcome(checkTimeZone(name, u"tz"_s)),
             known ? name : u"unknown_time_zone@tz("_s + name + u")"_s);
}

QTEST_APPLESS_MAIN(TestTexts)
#include "tst_texts.moc"
