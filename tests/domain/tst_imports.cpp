// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/amount.h"
#include "domain/imports/decoder.h"
#include "domain/imports/export_rows.h"
#include "domain/imports/plain_text.h"
#include "domain/imports/table_file.h"
#include "domain/csv/csv_reader.h"
#include "domain/csv/csv_writer.h"
#include "domain/sku.h"
#include "domain/text.h"

#include <QBuffer>
#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace belanjain;
using namespace belanjain::imports;
using namespace Qt::StringLiterals;

namespace {

/// A store in memory.
class Shelf : public Store
{
public:
    std::optional<KnownVariant> bySku(const QString& sku) override
    {
        for (const KnownVariant& variant : variants) {
            if (skuKey(variant.sku) == skuKey(sku))
                return variant;
        }
        return {};
    }
    QList<KnownVariant> byName(const QString& name) override
    {
        QList<KnownVariant> found;
        for (const KnownVariant& variant : variants) {
            if (variant.name == name)
                found.append(variant);
        }
        return found;
    }
    void put(const QString& sku, qint64 price, qint64 available, const QString& name = u"Kaos"_s, const QString& options = {})
    {
        const QByteArray bytes = QByteArray(15, '\0') + char(variants.size() + 1);
        variants.append({.variant = VariantId(QUuid::fromRfc4122(bytes)),
                         .product = ProductId(QUuid::fromRfc4122(bytes)),
                         .name = name,
                         .options = options,
                         .sku = sku,
                         .price = {price},
                         .available = available});
    }

    QList<KnownVariant> variants;
};

bool onward(qint64, qint64) { return true; }

Analysis analysedText(const QByteArray& text, Store& store, std::optional<Mapping> mapping = {})
{
    QByteArray copy = text;
    QBuffer device(&copy);
    if (!device.open(QIODevice::ReadOnly))
        qFatal("a buffer always opens");
    if (!mapping) {
        const auto beginning = readBeginning(device, Encoding::Detect, 0);
        if (!beginning)
            qFatal("%s", qPrintable(fileErrorText(beginning.error(), Language::English)));
        mapping = recognised(beginning->titles);
        device.seek(0);
    }
    auto done = analysed(device, *mapping, store, onward);
    if (!done)
        qFatal("%s", qPrintable(fileErrorText(done.error(), Language::English)));
    return *done;
}

QString fates(const Plan& plan)
{
    QString text;
    for (const RowFate& row : plan.rows)
        text += u"PVCU-W"_s.at(int(row.fate));
    return text;
}

QString firstReason(const Plan& plan, qsizetype row, Language language = Language::English)
{
    const auto& reasons = plan.rows.at(row).reasons;
    return reasons.isEmpty() ? QString() : reasonText(reasons.constFirst(), language);
}

/// From beside the source tree, where it is; empty elsewhere. Their licences keep them out of it.
QByteArray realFile(const QString& name)
{
    for (const auto& way : {u"/../shared"_s, u"/../../shared"_s}) {
        QFile file(u"" BELANJAIN_SOURCE_DIR ""_s + way + u"/data/imports/"_s + name);
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return {};
}

const QByteArray shopify =
    "Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,"
    "Variant Grams,Variant Inventory Qty,Variant Price,Variant Barcode,Image Src,Image Position\r\n"
    "kaos,Kaos Polos,\"<p>Adem &amp; ringan.</p><ul><li>Katun</li></ul>\",Kita,Baju,Warna,Merah,Ukuran,L,KP-ML,145.6,5,"
    "75000.00,8991234567897,https://example.com/a.jpg,1\r\n"
    "kaos,,,,,,Hitam,,L,KP-HL,150,0,75000,,,\r\n"
    "kaos,,,,,,,,,,,,,,https://example.com/b.jpg,2\r\n"
    "topi,Topi,,,,Title,Default Title,,,,,7,25000,3.65275E+11,,\r\n";

} // namespace

class ImportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountsAreReadAsTheyAreMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("style");
        QTest::addColumn<qint64>("rupiah"); // -1: no number
        const auto row = [](const char* text, Numbers style, qint64 rupiah) {
            QTest::addRow("%s %d", text, int(style)) << QString::fromLatin1(text) << int(style) << rupiah;
        };
        row("489708", Numbers::Detect, 489'708);
        row("Rp489.708", Numbers::Detect, 489'708);
        row("Rp 489.708,00", Numbers::Detect, 489'708);
        row("489,708.00", Numbers::Detect, 489'708);
        row("1.250.000", Numbers::Detect, 1'250'000);
        row("25.00", Numbers::Detect, 25);
        row("25.000,-", Numbers::Detect, 25'000);
        row("34,9rb", Numbers::Detect, 34'900);
        row("IDR 25,000", Numbers::Detect, 25'000);
        row("19.99", Numbers::Detect, -1);
        row("gratis", Numbers::Detect, -1);
        row("489.708", Numbers::Comma, 489'708);
        row("489.708", Numbers::Point, -1);
        row("489,708", Numbers::Comma, -1);
        row("489,708", Numbers::Point, 489'708);
    }
    void amountsAreReadAsTheyAreMeant()
    {
        QFETCH(QString, text);
        QFETCH(int, style);
        QFETCH(qint64, rupiah);
        const auto price = readPrice(text, Numbers(style), u"price"_s);
        QCOMPARE(price ? price->rupiah : -1, rupiah);
    }

    void weightsAndPieces()
    {
        QCOMPARE(readWeight(u".5"_s, Numbers::Point, 453.59237, u"w"_s).value_or(-1), 227);
        QCOMPARE(readWeight(u"1,25"_s, Numbers::Detect, 1000, u"w"_s).value_or(-1), 1'250);
        QCOMPARE(readWeight(u"145.6"_s, Numbers::Detect, 1, u"w"_s).value_or(-1), 146);
        QCOMPARE(readPieces(u"-3"_s, Numbers::Detect, u"s"_s).value_or(0), -3);
        QCOMPARE(readPieces(u"12.0"_s, Numbers::Detect, u"s"_s).value_or(0), 12);
        QVERIFY(!readPieces(u"12.5"_s, Numbers::Detect, u"s"_s));
    }

    void htmlBecomesPlainTextAndBack()
    {
        QCOMPARE(plainText(u"<p>Adem &amp; ringan.</p>\n<ul><li>Katun</li><li>Linen</li></ul>"_s),
                 u"Adem & ringan.\n\n- Katun\n- Linen"_s);
        QCOMPARE(plainText(u"3 < 5 & 7"_s), u"3 < 5 & 7"_s);
        QCOMPARE(plainText(u"<script>alert(1)</script>a<br/>b &#8364; &bogus; <b"_s), u"a\nb € &bogus;"_s);
        for (const QString& text : {u"satu\n\n  dua  tiga\n- <b> &amp; \"x\""_s, u"a\tb\u00a0c"_s, u"satu \ndua  \ntiga"_s, u""_s, u"plain"_s})
            QCOMPARE(plainText(htmlOf(text)), text);
    }

    void aByteOrderMarkInACellIsText()
    {
        for (const QStringList& cells : {QStringList{u"\ufeffKopi"_s, u"Teh"_s}, {u"Kopi"_s, u"\ufeff\ufeffTeh"_s}}) {
            const auto rows = csv::readAll(csv::line(cells), {.separator = ','});
            QVERIFY(rows && rows->size() == 1);
            QCOMPARE(rows->front().fields, cells);
        }
        // The file's own are not, be there one or two.
        const auto rows = csv::readAll("\xEF\xBB\xBF\xEF\xBB\xBFSKU,Nama\r\n", {.separator = ','});
        QVERIFY(rows && rows->size() == 1);
        QCOMPARE(rows->front().fields, QStringList({u"SKU"_s, u"Nama"_s}));
    }

    void formulasAreMadeHarmlessAndTakenBack()
    {
        QCOMPARE(harmless(u"=1+1"_s), u"'=1+1"_s);
        QCOMPARE(harmless(u"'=1"_s), u"''=1"_s);
        QCOMPARE(harmless(u"it's"_s), u"it's"_s);
        for (const QString& text : {u"=cmd"_s, u"+62"_s, u"'-x"_s, u"'plain"_s, u"''@"_s, u"'"_s})
            QCOMPARE(unharmed(harmless(text)), text);
    }

    void formatsAreKnownByTheirTitles()
    {
        QCOMPARE(recognised({u"Handle"_s, u"Title"_s, u"Variant Price"_s}).format, Format::Shopify);
        QCOMPARE(recognised({u"Title"_s, u"URL handle"_s, u"Price"_s, u"SKU"_s}).format, Format::Shopify);
        QCOMPARE(recognised({u"ID"_s, u"Type"_s, u"SKU"_s, u"Name"_s, u"Regular price"_s}).format, Format::WooCommerce);
        QCOMPARE(recognised({u"Nama"_s, u"Harga"_s, u"Stok"_s, u"Opsi 1"_s}).format, Format::Own);
        QCOMPARE(recognised({u"Nama"_s, u"Harga"_s, u"Alasan tidak diimpor"_s}).format, Format::Own);
        QCOMPARE(recognised({u"Barang"_s, u"Harga"_s}).format, Format::Other);
        QCOMPARE(recognised({u"Product Name"_s, u"Price"_s, u"Rating"_s}).fieldOf(1), Field::Price);
    }

    void shopifyRowsBecomeProducts()
    {
        Shelf shelf;
        const Plan plan = analysedText(shopify, shelf).plan;
        QCOMPARE(fates(plan), u"PV-P"_s);
        QCOMPARE(plan.products.size(), 2);
        const ProductDraft& shirt = plan.products.at(0).draft;
        QCOMPARE(shirt.name, u"Kaos Polos"_s);
        QCOMPARE(shirt.description, u"Adem & ringan.\n\n- Katun"_s);
        QCOMPARE(shirt.category, u"Baju"_s);
        const QList<Option> options{{u"Warna"_s, {u"Merah"_s, u"Hitam"_s}}, {u"Ukuran"_s, {u"L"_s}}};
        QCOMPARE(shirt.options, options);
        QCOMPARE(shirt.variants.at(0).weightGrams.value_or(0), 146);
        QCOMPARE(plan.products.at(1).draft.options.size(), 0);
        QCOMPARE(plan.products.at(1).draft.barcode, QString());
        QCOMPARE(plan.rows.at(3).notes.constFirst(), (Note{Note::Kind::BarcodeDamaged}));
        QCOMPARE(plan.rows.at(0).notes.constFirst(), (Note{Note::Kind::PicturesNotFetched, 1}));
    }

    void aWrongRowKeepsItsProductOut()
    {
        Shelf shelf;
        const QByteArray text = "Nama;Harga;Stok;SKU;Opsi 1\n"
                                "Kaos;75.000;5;A-1;Warna: Merah\n"
                                "Kaos;mahal;5;A-2;Warna: Hitam\n"
                                "Topi;0;;B-1;\n"
                                "Tas;90rb;3;b-2;\n"
                                "Dompet;5000;3;B-2;\n";
        const Plan plan = analysedText(text, shelf).plan;
        QCOMPARE(fates(plan), u"WWWPW"_s);
        QCOMPARE(firstReason(plan, 0), u"Line 3 of the same product is wrong, so the product stays out as a whole."_s);
        QVERIFY(firstReason(plan, 1).startsWith(u"Harga “mahal”: "_s));
        QVERIFY(firstReason(plan, 1, Language::Indonesian).startsWith(u"Harga “mahal”: "_s));
        QVERIFY(firstReason(plan, 1) != firstReason(plan, 1, Language::Indonesian));
        QCOMPARE(plan.rows.at(2).reasons.size(), 2); // the price is not positive, the stock is missing
        QCOMPARE(firstReason(plan, 4), u"SKU “B-2”: Line 5 has this SKU already."_s);
    }

    void whatTheStoreHasIsChangedBySku()
    {
        Shelf shelf;
        shelf.put(u"A-1"_s, 75'000, 5);
        shelf.put(u"A-2"_s, 75'000, 5);
        shelf.put(u"A-3"_s, 75'000, 5);
        shelf.put(u"X"_s, 10'000, 1, u"Topi"_s);
        shelf.variants[2].archived = true;
        const QByteArray text = "name,sku,price,stock\nKaos lain,a-1,75000,5\n,A-2,80000,\n,A-3,75000,9\n,A-2,1,1\nTopi,,10000,2\n";
        const Plan plan = analysedText(text, shelf).plan;
        QCOMPARE(fates(plan), u"UCCWC"_s);
        QCOMPARE(plan.changes.at(0).newPrice, std::optional(Money{80'000}));
        QCOMPARE(plan.changes.at(0).stockDelta, 0);
        QCOMPARE(plan.changes.at(1).stockDelta, 4);
        QVERIFY(plan.changes.at(1).restore);
        QCOMPARE(plan.changes.at(2).stockDelta, 1);
        QCOMPARE(plan.count(Fate::Changed), 3);
    }

    void aVariantOfAKnownProductIsRefused()
    {
        Shelf shelf;
        shelf.put(u"KP-ML"_s, 75'000, 5, u"Kaos Polos"_s, u"Merah, L"_s);
        const Plan plan = analysedText(shopify, shelf).plan;
        QCOMPARE(fates(plan), u"UW-P"_s);
        QVERIFY(firstReason(plan, 1).contains(u"variants cannot be added"_s));
    }

    void aMappingReadsAnythingElse()
    {
        Shelf shelf;
        const QByteArray text = "Barang\tWarna\tJual\tAda\tBerat kg\n"
                                "Caf\xe9\tMerah\tRp489.708\t1.250\t0,25\n"
                                "Caf\xe9\tHitam\tRp489.708\t3\t0,25\n";
        Mapping mapping{.columns = {{u"Barang"_s, Field::Name},
                                    {u"Warna"_s, Field::Option1},
                                    {u"Jual"_s, Field::Price},
                                    {u"Ada"_s, Field::Stock},
                                    {u"Berat kg"_s, Field::WeightKilograms}}};
        const Plan plan = analysedText(text, shelf, mapping).plan;
        QCOMPARE(fates(plan), u"PV"_s);
        const ProductDraft& draft = plan.products.at(0).draft;
        QCOMPARE(draft.name, u"Café"_s);
        QCOMPARE(draft.options, (QList<Option>{{u"Warna"_s, {u"Merah"_s, u"Hitam"_s}}}));
        QCOMPARE(draft.variants.at(0).price->rupiah, 489'708);
        QCOMPARE(*draft.variants.at(0).stock, 1'250);
        QCOMPARE(*draft.variants.at(0).weightGrams, 250);
        // Kept as a preset, found again in another order.
        const auto kept = mappingFromJson(toJson(mapping));
        QCOMPARE(kept, std::optional(mapping));
        QCOMPARE(fitted(*kept, {u"jual"_s, u"Barang"_s, u"x"_s}).columns.at(0).field, Field::Price);
    }

    void everyEncodingReadsTheSame()
    {
        const QString text = u"Nama,Harga,Stok\r\nTéh – “enak”,5000,3\r\n"_s;
        QStringEncoder little(QStringConverter::Utf16LE);
        QStringEncoder big(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom);
        const QByteArray utf16 = little(text);
        const QByteArray utf16big = big(text);
        const QByteArray windows = "Nama,Harga,Stok\r\nT\xe9h \x96 \x93" "enak\x94,5000,3\r\n";
        for (const QByteArray& bytes : {text.toUtf8(), csv::utf8Mark + text.toUtf8(), utf16, "\xff\xfe" + utf16, utf16big, windows}) {
            Shelf shelf;
            const Plan plan = analysedText(bytes, shelf).plan;
            QCOMPARE(plan.products.size(), 1);
            QCOMPARE(plan.products.at(0).draft.name, u"Téh – “enak”"_s);
        }
    }

    void decodesTheSameHoweverItIsCut()
    {
        QString text = u"Nama,Harga,Stok\r\n"_s;
        for (int i = 0; i < 40; ++i)
            text += u"Kaos \U0001F455,5000,3\r\n"_s;
        QStringEncoder big(QStringConverter::Utf16BE);
        QStringEncoder little(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        // The second begins like UTF-16 and goes on otherwise: the beginning alone decides.
        const QByteArray turning = QByteArray("N\0a\0m\0a\0").repeated(8) + QByteArray(100, '\0');
        for (const QByteArray& bytes : {QByteArray(big(text)), QByteArray(little(text)), text.toUtf8(), turning}) {
            Decoder whole(Encoding::Detect);
            QByteArray decoded = whole.feed(bytes);
            decoded += whole.finish();
            for (const qsizetype piece : {1, 2, 3, 64, 65}) {
                Decoder decoder(Encoding::Detect);
                QByteArray pieces;
                for (qsizetype at = 0; at < bytes.size(); at += piece)
                    pieces += decoder.feed(bytes.mid(at, piece));
                pieces += decoder.finish();
                QCOMPARE(pieces, decoded);
            }
        }
    }

    void readsManyAmpersands()
    {
        // Takes minutes when each looks for its end through all the others.
        const QString text(4'000'000, u'&');
        QCOMPARE(plainText(text), text);
    }

    void wrongRowsComeOutAsTheyWentIn()
    {
        Shelf shelf;
        const QByteArray text = "Nama;Harga;Stok\nTopi;0;5\nTas;5000;1\n\"=1\"\"+1\";9x;-4\n";
        QByteArray source = text;
        QBuffer in(&source);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const Mapping mapping = recognised({u"Nama"_s, u"Harga"_s, u"Stok"_s});
        const auto done = analysed(in, mapping, shelf, onward);
        QVERIFY(done);
        in.seek(0);
        QBuffer out;
        QVERIFY(out.open(QIODevice::ReadWrite));
        QCOMPARE(writeWrongRows(in, out, mapping, *done, Language::English).value_or(-1), 2);
        const auto rows = csv::readAll(out.data());
        QVERIFY(rows);
        QCOMPARE(rows->at(0).fields, QStringList({u"Nama"_s, u"Harga"_s, u"Stok"_s, u"Why not imported"_s}));
        QCOMPARE(rows->at(2).fields.at(0), u"'=1\"+1"_s);
        QVERIFY(rows->at(2).fields.at(3).contains(u"Harga “9x”: "_s));
        QVERIFY(rows->at(2).fields.at(3).contains(u"Stok “-4”: "_s));
        // The file of wrong rows is imported again as it is, and means the same.
        QCOMPARE(fates(analysedText(out.data(), shelf).plan), u"WW"_s);
        source = "Nama;Harga;Stok\nTopi;1;5\n";
        in.seek(0);
        const auto again = writeWrongRows(in, out, mapping, *done, Language::English);
        QVERIFY(!again && again.error().problem == FileProblem::Changed);
    }

    void whatIsNotATableSaysWhy()
    {
        Shelf shelf;
        for (const QByteArray& text : {QByteArray(), QByteArray("Nama,Harga\n"), QByteArray("Nama,Harga\n\"x,1\n"),
                                       QByteArray("PK\3\4\0\0\0\0", 8)}) {
            QByteArray copy = text;
            QBuffer device(&copy);
            QVERIFY(device.open(QIODevice::ReadOnly));
            const auto beginning = readBeginning(device, Encoding::Detect, 0);
            QVERIFY(!beginning);
            QVERIFY(!fileErrorText(beginning.error(), Language::Indonesian).isEmpty());
        }
    }

    void manyRowsAreStoppedOrRefused()
    {
        QByteArray text = "Nama,Harga,Stok\n";
        for (int i = 0; i < maxRows + 1; ++i)
            text += "Barang " + QByteArray::number(i) + ",5000,3\n";
        Shelf shelf;
        const Mapping mapping = recognised({u"Nama"_s, u"Harga"_s, u"Stok"_s});
        QBuffer device(&text);
        QVERIFY(device.open(QIODevice::ReadOnly));
        const auto tooMany = analysed(device, mapping, shelf, onward);
        QVERIFY(!tooMany && tooMany.error().problem == FileProblem::TooManyRows);
        device.seek(0);
        const auto stopped = analysed(device, mapping, shelf, [](qint64 done, qint64) { return done < 5; });
        QVERIFY(!stopped && stopped.error().problem == FileProblem::Stopped);
    }

    void exportedAndImportedAgainNothingChanges_data()
    {
        QTest::addColumn<int>("layout");
        QTest::newRow("own") << int(ExportLayout::Own);
        QTest::newRow("shopify") << int(ExportLayout::Shopify);
    }
    void exportedAndImportedAgainNothingChanges()
    {
        QFETCH(int, layout);
        const ExportProduct shirt{.name = u"=Kaos, \"Polos\""_s,
                                  .description = u"Baris satu\n\n-  dua <b>"_s,
                                  .category = u"Baju > Atasan"_s,
                                  .options = {{u"Warna"_s, {u"Merah"_s, u"Hitam"_s}}, {u"Ukuran"_s, {u"L"_s}}},
                                  .variants = {{u"KP-1"_s, u"0899"_s, {{u"Warna"_s, u"Merah"_s}, {u"Ukuran"_s, u"L"_s}}, {75'000}, 5, 145},
                                               {u"KP-2"_s, {}, {{u"Warna"_s, u"Hitam"_s}, {u"Ukuran"_s, u"L"_s}}, {80'000}, 0, 145}}};
        const ExportProduct hat{.name = u"Topi"_s, .variants = {{u"007"_s, {}, {}, {1'250}, 1'250, 0}}};
        ExportRows rows(ExportLayout(layout), Language::Indonesian, 2);
        QStringList titles;
        for (const ExportColumn& column : rows.columns())
            titles << column.title;
        QByteArray text = csv::utf8Mark + csv::line(titles);
        for (const ExportProduct& product : {shirt, hat}) {
            for (QStringList row : rows.rows(product)) {
                QCOMPARE(row.size(), titles.size());
                for (QString& cell : row)
                    cell = harmless(cell);
                text += csv::line(row);
            }
        }
        // Into an empty store: the same products.
        Shelf empty;
        const Plan made = analysedText(text, empty).plan;
        QCOMPARE(fates(made), u"PVP"_s);
        const ProductDraft& draft = made.products.at(0).draft;
        QCOMPARE(draft.name, shirt.name);
        QCOMPARE(draft.description, normalisedText(shirt.description));
        QCOMPARE(draft.category, shirt.category);
        QCOMPARE(draft.options, shirt.options);
        QCOMPARE(draft.variants.at(0).barcode, u"0899"_s);
        QCOMPARE(made.products.at(1).draft.sku, u"007"_s);
        // Into the same store: nothing.
        Shelf same;
        same.put(u"KP-1"_s, 75'000, 5);
        same.put(u"KP-2"_s, 80'000, 0);
        same.put(u"007"_s, 1'250, 1'250);
        const Plan again = analysedText(text, same).plan;
        QCOMPARE(fates(again), u"UUU"_s);
        QVERIFY(again.isEmpty());
    }

    void theRealFiles_data()
    {
        QTest::addColumn<QString>("fates");
        QTest::newRow("shopify_apparel.csv") << u"PPVVPPPPPPPPPPPPPPPPPP"_s;
        QTest::newRow("shopify_product_template_2023.csv") << u"PVVVVVVVVVVVPVV-W"_s; // one costs 17.99
        // Without its variations a variable product is nothing; grouped and external ones cannot be sold here.
        QTest::newRow("woocommerce_sample_products.csv") << u"WPPPPPPPPPPPPPPPPPPVPPWWV"_s;
    }
    void theRealFiles()
    {
        const QByteArray text = realFile(QString::fromLatin1(QTest::currentDataTag()));
        if (text.isEmpty())
            QSKIP("the real files are not here");
        QFETCH(QString, fates);
        Shelf shelf;
        const Plan plan = analysedText(text, shelf).plan;
        QCOMPARE(::fates(plan), fates);
        for (const PlannedProduct& product : plan.products)
            QVERIFY(prepareProduct(product.draft, [](const QString&) { return false; }));
        for (const RowFate& row : plan.rows) {
            for (const Reason& reason : row.reasons)
                QVERIFY(!reasonText(reason, Language::Indonesian).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(ImportsTest)
#include "tst_imports.moc"
