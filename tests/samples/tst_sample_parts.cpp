// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/categories.h"
#include "marketplace/samples/compressed_input.h"
#include "marketplace/samples/csv_table.h"
#include "marketplace/samples/ean13.h"
#include "marketplace/samples/sku.h"
#include "marketplace/samples/text.h"
#include "marketplace/samples/variants.h"

#include <QBuffer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace belanjain;
using namespace belanjain::marketplace::samples;

namespace {

// `printf 'a;b\n1;2\n' | gzip -9n`, and the same through xz.
const QByteArray gzipped = QByteArray::fromHex("1f8b08000000000002034bb44ee232b436e20200ce1087b108000000");
const QByteArray xzipped = QByteArray::fromHex("fd377a585a000004e6d6b446020021011c00000010cf58cc010007613b620"
                                               "a313b320a00be2f7ac7def802e300012008bb19d9bb1fb6f37d"
                                               "010000000004595a");

struct Unpacked
{
    QByteArray text;
    QString error;
};

Unpacked unpack(QByteArray packed, qint64 limit = 1'000'000)
{
    Unpacked result;
    QBuffer buffer(&packed);
    if (!buffer.open(QIODevice::ReadOnly))
        return {{}, u"buffer"_s};
    const auto done =
        readUnpacked(buffer, limit, [&result](QByteArrayView chunk) -> tl::expected<void, SampleError> {
            result.text.append(chunk);
            return {};
        });
    if (!done)
        result.error = done.error().message;
    return result;
}

SplitName split(const QString& name, const char* category)
{
    return splitName(name, *findCategory(QString::fromLatin1(category)));
}

} // namespace

class TestSampleParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacksGzipXzAndPlainText();
    void refusesWhatIsTooBigOrBroken();
    void aTableIsReadByItsColumnNames();
    void barcodesHaveTheRightCheckDigit();
    void textLosesWhatTheDataSetBroke_data();
    void textLosesWhatTheDataSetBroke();
    void namesAndPlacesAreTidied();
    void pricesAndCountsAsMarketplacesWriteThem();
    void listingNamesSplitIntoProductAndVariant();
    void clothesComeInColoursAndSizes();
    void skusReadLikeAShopkeepersOwn();
    void weightsFollowTheContent();
};

void TestSampleParts::unpacksGzipXzAndPlainText()
{
    QCOMPARE(unpack(gzipped).text, "a;b\n1;2\n");
    QCOMPARE(unpack(xzipped).text, "a;b\n1;2\n");
    QCOMPARE(unpack("a;b\n1;2\n").text, "a;b\n1;2\n");
    QCOMPARE(unpack("").text, "");
    QCOMPARE(unpack("").error, QString());
}

void TestSampleParts::refusesWhatIsTooBigOrBroken()
{
    QCOMPARE(unpack(gzipped, 7).error, u"the unpacked file has more than 7 bytes"_s);
    QCOMPARE(unpack(gzipped, 8).error, QString());
    QVERIFY(unpack(xzipped.first(xzipped.size() - 30)).error.startsWith(u"the file cannot be unpacked: "_s));
    QByteArray damaged = xzipped;
    damaged[40] = char(damaged[40] ^ 0x55);
    QVERIFY(unpack(damaged).error.startsWith(u"the file cannot be unpacked: "_s));
}

void TestSampleParts::aTableIsReadByItsColumnNames()
{
    const auto read = [](QByteArray text) {
        QList<QStringList> rows;
        QBuffer buffer(&text);
        if (!buffer.open(QIODevice::ReadOnly))
            return u"buffer"_s;
        const auto done = readCsvTable(buffer, {u"nama"_s, u"harga"_s}, 1'000'000,
                                       [&rows](const QStringList& row) { rows.append(row); });
        QStringList lines;
        for (const QStringList& row : rows)
            lines.append(row.join(u'='));
        return done ? lines.join(u' ') : done.error().message;
    };

    QCOMPARE(read("harga;x;nama\n12;;kopi\n9;;teh\n"), u"kopi=12 teh=9"_s);
    QCOMPARE(read("nama;x\nkopi;1\n"), u"the column “harga” is missing"_s);
    QCOMPARE(read("nama;harga\nkopi;1\nteh\n"), u"line 3 has 1 fields, the first row has 2"_s);
    QCOMPARE(read("nama;harga\nkopi;\"1\n"), u"line 2, field 2: the quote is never closed"_s);
    QCOMPARE(read(""), u"the file is empty"_s);
}

void TestSampleParts::barcodesHaveTheRightCheckDigit()
{
    QVERIFY(isEan13(u"4006381333931")); // the worked example of the standard's literature
    QVERIFY(!isEan13(u"4006381333932"));
    QVERIFY(!isEan13(u"400638133393"));
    QVERIFY(!isEan13(u"400638133393x"));

    BarcodeMaker barcodes;
    QSet<QString> made;
    for (int i = 0; i < 500; ++i) {
        const QString code = barcodes.make(u"kopi %1"_s.arg(i % 250)); // every name twice
        QVERIFY2(isEan13(code), qPrintable(code));
        QVERIFY(code.startsWith(u'2'));
        made.insert(code);
    }
    QCOMPARE(made.size(), 500);
}

void TestSampleParts::textLosesWhatTheDataSetBroke_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("clean");
    QTest::newRow("lost emoji") << u"mantap  lah ??????."_s << u"mantap lah ."_s;
    QTest::newRow("a question stays") << u"kok begini?"_s << u"kok begini?"_s;
    QTest::newRow("lost apostrophe") << u"mdh\uFFFDan enak"_s << u"mdh’an enak"_s;
    QTest::newRow("lost ellipsis") << u"berhari\uFFFD gada"_s << u"berhari gada"_s;
    QTest::newRow("entities") << u"&quot;ok&quot; 1 &lt; 2 &amp;lt; R&amp;D"_s << u"\"ok\" 1 < 2 &lt; R&D"_s;
    QTest::newRow("control characters") << u"a\u0007b\tc\r\nd"_s << u"a b c d"_s;
    QTest::newRow("nothing left") << u" ???? "_s << QString();
}

void TestSampleParts::textLosesWhatTheDataSetBroke()
{
    QFETCH(const QString, raw);
    QFETCH(const QString, clean);
    QCOMPARE(cleanText(raw), clean);
}

void TestSampleParts::namesAndPlacesAreTidied()
{
    QCOMPARE(cleanName(u"?YUKSHOPING? R115 Tas Anak"), u"YUKSHOPING R115 Tas Anak"_s);
    QCOMPARE(cleanName(u"CELEMEK MASAK USB 19A"), u"Celemek Masak USB 19A"_s);
    QCOMPARE(cleanName(u"jam tangan BIDEN 3ATM"), u"Jam Tangan BIDEN 3ATM"_s);
    QCOMPARE(cleanName(u"Goto Whale Pompa"), u"Goto Whale Pompa"_s);
    QCOMPARE(cleanName(u"?"), QString());
    for (const auto* raw :
         {u"Kab. Bekasi", u"Kab.\uFFFDBekasi", u"Kab Bekasi", u"Kabupaten Bekasi ", u" Kab.  Bekasi"})
        QCOMPARE(cleanLocation(raw), u"Kab. Bekasi"_s);
    QCOMPARE(cleanLocation(u" Jakarta Pusat "), u"Jakarta Pusat"_s);
}

void TestSampleParts::pricesAndCountsAsMarketplacesWriteThem()
{
    QCOMPARE(parseRupiah(u"53500"), Money{53'500});
    QCOMPARE(parseRupiah(u"Rp489.708"), Money{489'708});
    QCOMPARE(parseRupiah(u" Rp 1.250.000 "), Money{1'250'000});
    for (const auto* bad :
         {u"", u"Rp", u"0", u"-5", u"12.50", u"1.2345", u"12,5", u"gratis", u"9999999999999"})
        QCOMPARE(parseRupiah(bad), std::nullopt);
    QCOMPARE(parseCount(u"5449"), 5'449);
    QCOMPARE(parseCount(u"10rb+ terjual"), 10'000);
    QCOMPARE(parseCount(u"1,5 jt"), 1'500'000);
    QCOMPARE(parseCount(u"1.234"), 1'234);
    for (const auto* bad : {u"", u"-1", u"1,5", u"banyak", u"99999999999999999999"})
        QCOMPARE(parseCount(bad), std::nullopt);
}

void TestSampleParts::listingNamesSplitIntoProductAndVariant()
{
    const SplitName colour = split(u"Goto Whale Pompa Galon - Putih"_s, "Kitchen");
    QCOMPARE(colour.base, u"Goto Whale Pompa Galon"_s);
    QCOMPARE(colour.options, QStringList{u"Warna"_s});
    QCOMPARE(colour.values, QStringList{u"Putih"_s});

    const SplitName both = split(u"Kaos Dalam Tanktop NTA 428 - HITAM, l"_s, "Women's Fashion");
    QCOMPARE(both.options, (QStringList{u"Warna"_s, u"Ukuran"_s}));
    QCOMPARE(both.values, (QStringList{u"Hitam"_s, u"L"_s}));

    const SplitName types = split(u"Toples Cupang 2 Liter - 65g TANPA TUTUP"_s, "Kitchen");
    QCOMPARE(types.options, QStringList{u"Tipe"_s});

    // A subtitle, an author and a whole sentence are part of the name.
    QCOMPARE(split(u"Korek Api Kompor - Lighter Pemantik Kompor Gas"_s, "Kitchen").values, QStringList());
    QCOMPARE(split(u"The Psychology of Money - Morgan Housel"_s, "Books").values, QStringList());
    QCOMPARE(split(u"Kopi Gayo"_s, "Food and Drink").base, u"Kopi Gayo"_s);
}

void TestSampleParts::clothesComeInColoursAndSizes()
{
    const SampleCategory& women = *findCategory(u"Women's Fashion");
    const VariantPlan plan = planVariants(
        {u"Tanktop NTA 428"_s, {u"Hitam"_s, u"L"_s}, {u"Warna"_s, u"Ukuran"_s}}, women, Money{34'900}, 90);

    QCOMPARE(plan.options.size(), 2);
    QCOMPARE(plan.options.at(0).values, (QStringList{u"Hitam"_s, u"Putih"_s}));
    QCOMPARE(plan.options.at(1).values, (QStringList{u"M"_s, u"L"_s, u"XL"_s}));
    QStringList combinations;
    for (const Combination& each : plan.combinations)
        combinations.append(
            u"%1 %2 %3"_s.arg(each.values.join(u'/')).arg(each.price.rupiah).arg(each.weightGrams));
    QCOMPARE(combinations,
             (QStringList{u"Hitam/M 34900 90"_s, u"Hitam/L 34900 95"_s, u"Hitam/XL 36900 100"_s,
                          u"Putih/M 34900 90"_s, u"Putih/L 34900 95"_s, u"Putih/XL 36900 100"_s}));

    const VariantPlan plain =
        planVariants({u"Kopi"_s, {}, {}}, *findCategory(u"Food and Drink"), Money{5'000}, 80);
    QVERIFY(plain.options.isEmpty());
    QCOMPARE(plain.combinations.size(), 1);
    QCOMPARE(plain.combinations.first().price, Money{5'000});
}

void TestSampleParts::skusReadLikeAShopkeepersOwn()
{
    QCOMPARE(skuStem(u"Nathalie Kaos Dalam Tanktop Wanita Camisol 1 PCS Color NTA 428"), u"NTA-428"_s);
    QCOMPARE(skuStem(u"Korek Api Kompor"), u"KRK-API"_s);
    QCOMPARE(skuStem(u"PROMO Goto Whale Pompa"), u"GTO-WHL"_s);
    QCOMPARE(skuStem(u"日本 100%"), u"BRG"_s);
    QCOMPARE(skuValue(u"Hitam"), u"HTM"_s);
    QCOMPARE(skuValue(u"XXL"), u"XXL"_s);
    QCOMPARE(skuValue(u"500 ml"), u"500ML"_s);

    SkuMaker skus;
    QCOMPARE(skus.make(u"NTA-428", {u"Hitam"_s, u"L"_s}), u"NTA-428-HTM-L"_s);
    QCOMPARE(skus.make(u"NTA-428", {u"Hitam"_s, u"L"_s}), u"NTA-428-HTM-L-02"_s);
    QCOMPARE(skus.make(u"KRK-API", {}), u"KRK-API-01"_s);
    QCOMPARE(skus.make(u"KRK-API", {}), u"KRK-API-02"_s);
}

void TestSampleParts::weightsFollowTheContent()
{
    const SampleCategory& food = *findCategory(u"Food and Drink");
    QCOMPARE(weightFor(u"ARUTALA Kopi Vietnam 250 gram", food), 275);
    QCOMPARE(weightFor(u"Kopi Susu 1 Liter", food), 1'100);
    QCOMPARE(weightFor(u"Beras 2,5 kg", food), 2'750);
    QCOMPARE(weightFor(u"Sambal", food), food.weightGrams);
    QCOMPARE(weightFor(u"Timbangan 10kg", *findCategory(u"Kitchen")), 500);
    QCOMPARE(categories().size(), std::size_t(29));
}

QTEST_APPLESS_MAIN(TestSampleParts)
#include "tst_sample_parts.moc"
