// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/button.h"
#include "common/theme.h"
#include "printing/document_words.h"
#include "printing/pick_list.h"
#include "printing/print_preview.h"
#include "sample_orders.h"
#include "sample_records.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace belanjain::tests;
using namespace belanjain::ui;
using namespace Qt::StringLiterals;
using ports::PrintedDocument;

namespace {

QString output(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return u"%1 did not run"_s.arg(program);
    return QString::fromUtf8(process.readAllStandardOutput());
}

class NotedPrints : public ports::PrintLog
{
public:
    void note(const QList<OrderId>& orders, PrintedDocument document) override
    {
        for (const OrderId& order : orders)
            noted.append({order, document});
    }
    QList<std::pair<OrderId, PrintedDocument>> noted;
};

} // namespace

/// What comes out of a printer, turned into pictures and read back with the tools that scanners and people use.
class PrintingTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    QTemporaryDir m_dir;

    PrintRequest requestFor(int orders, PrintedDocument document = PrintedDocument::Label) const
    {
        PrintRequest request{.document = document,
                             .store = {.name = u"Toko Jakarta Barat"_s, .location = u"Jakarta Barat"_s},
                             .printedAt = {1'795'246'320'000}};
        for (int i = 0; i < orders; ++i)
            request.orders << sampleOrder(i);
        return request;
    }
    QString saved(const QList<PrintPage>& pages, const QString& name) const
    {
        PrintJob job;
        QSignalSpy done(&job, &PrintJob::finished);
        const QString path = m_dir.filePath(name + u".pdf"_s);
        job.savePdf(pages, path, name);
        if (!done.wait(60'000) || !done.at(0).at(0).toString().isEmpty())
            return {};
        return path;
    }
    static QString textOf(const QString& pdf) { return output(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s}); }
    static int pageCount(const QString& pdf)
    {
        const QStringList lines = output(u"pdfinfo"_s, {pdf}).split(u'\n');
        for (const QString& line : lines) {
            if (line.startsWith(u"Pages:"))
                return line.mid(6).trimmed().toInt();
        }
        return -1;
    }
    /// "CODE-128:JNE…" and "QR-Code:#10476", of one page at a resolution.
    QStringList codesOn(const QString& pdf, int page, int dpi) const
    {
        const QString picture = m_dir.filePath(u"page"_s);
        output(u"pdftoppm"_s, {u"-png"_s, u"-mono"_s, u"-r"_s, QString::number(dpi), u"-f"_s, QString::number(page), u"-l"_s,
                               QString::number(page), u"-singlefile"_s, pdf, picture});
        QStringList codes = output(u"zbarimg"_s, {u"-q"_s, picture + u".png"_s}).split(u'\n', Qt::SkipEmptyParts);
        codes.sort();
        return codes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString& program : {u"pdftoppm"_s, u"pdftotext"_s, u"zbarimg"_s})
            QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(), qPrintable(program));
    }

    void aLabelPrinterReadsWhatIsOnTheLabel()
    {
        const auto pages = layOut(requestFor(1));
        QCOMPARE(pages.size(), 1);
        QCOMPARE(pages.at(0).size, QSizeF(100, 150));
        const QString pdf = saved(pages, u"label"_s);
        // At the 203 dots an inch of a thermal printer, in black and white.
        QCOMPARE(codesOn(pdf, 1, 203), (QStringList{u"CODE-128:JNE0203847716"_s, u"QR-Code:#10476"_s}));
        const QString text = textOf(pdf);
        for (const QString& part : {u"Ni Made Ayu"_s, u"0812-3640-7715"_s, u"Jl. Raya Ubud 21, Ubud"_s, u"80571"_s,
                                    u"1,8 kg"_s, u"LUNAS"_s, u"Toko Jakarta Barat"_s, u"Pesanan #10476"_s, u"Dicetak 21 Nov 2026, 14.32"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" is missing in\n"_s + text));
        QVERIFY(!text.contains(u"Cetak ulang"_s));
    }

    void aLabelWithoutATrackingNumberBearsTheOrders()
    {
        PrintRequest request = requestFor(1);
        request.orders[0].head.trackingNumber.clear();
        request.orders[0].address = {};
        request.orders[0].head.courier.clear();
        request.orders[0].paymentMethod = u"COD"_s;
        for (ports::OrderLine& line : request.orders[0].list)
            line.weightGrams = 0;
        const QString pdf = saved(layOut(request), u"bare"_s);
        QCOMPARE(codesOn(pdf, 1, 203), (QStringList{u"CODE-128:#10476"_s, u"QR-Code:#10476"_s}));
        const QString text = textOf(pdf);
        QVERIFY(text.contains(u"Ni Made Ayu"_s)); // who ordered, when nobody is named to receive
        QVERIFY(text.contains(u"Rp 366.800"_s));
        QVERIFY(text.contains(u"Reguler"_s));
    }

    void aLabelSaysThatTheCourierIsOpenAndShowsWholeNames()
    {
        PrintRequest request = requestFor(1);
        ports::OrderDetail& order = request.orders[0];
        order.head.courier.clear();
        order.head.shippingService.clear();
        order.list.resize(1);
        order.list[0].name = u"2 in 1 Portable Mini Folding Tripod for DSLR, GoPro, Xiaomi Yi dan kamera lain"_s;
        order.list[0].optionsLabel = u"Hitam"_s;
        const QString text = layOut(request).at(0).text();
        QVERIFY(text.contains(u"Kurir: –"_s));
        QVERIFY2(text.simplified().contains(u"GoPro, Xiaomi Yi dan kamera lain, Hitam"_s), qPrintable(text));
    }

    void longWordsStayInTheirPlace()
    {
        PrintRequest request = requestFor(1);
        ports::OrderDetail& order = request.orders[0];
        order.address.recipient = u"Raden Mas Haryo Kusumonegoro Prawirodirdjo Sastrowardoyo bin Abdurrahman Wahidin"_s;
        order.address.street = u"Perumahan Griya Permata Hijau Blok C12 Nomor 47 RT 008 RW 012, Kelurahan Tegal Parang, "
                               "Kecamatan Mampang Prapatan, belakang masjid Al-Ikhlas, pagar hijau, samping warung Bu "
                               "Tini, mohon telepon dahulu sebelum mengantar karena gang sempit"_s;
        order.head.trackingNumber = u"SPXID0412345678901234567890ABCDEFGHIJ"_s;
        request.store.name = u"Toko Serba Ada Perlengkapan Rumah Tangga dan Elektronik Jakarta Barat Indah"_s;
        for (int i = 0; i < 20; ++i)
            order.list << order.list.at(i % 3);
        const auto pages = layOut(request);
        for (const PrintItem& item : pages.at(0).items) {
            if (const auto* text = std::get_if<PrintText>(&item)) {
                const qreal width = printWidth(text->text, text->size, text->bold, text->spacing);
                const qreal left = text->align == Qt::AlignRight     ? text->at.x() - width
                                   : text->align == Qt::AlignHCenter ? text->at.x() - width / 2
                                                                     : text->at.x();
                QVERIFY2(left >= 2 && left + width <= 98.1 && text->at.y() < 148, qPrintable(text->text));
            }
        }
        const QString pdf = saved(pages, u"long"_s);
        const QString text = textOf(pdf);
        QVERIFY2(text.contains(u"gang sempit"_s), qPrintable(text)); // smaller, but all of it
        QVERIFY(text.contains(u"barang lain"_s));
        QCOMPARE(codesOn(pdf, 1, 300),
                 (QStringList{u"CODE-128:SPXID0412345678901234567890ABCDEFGHIJ"_s, u"QR-Code:#10476"_s}));
    }

    void fourLabelsShareASheetAndAllAreRead()
    {
        PrintRequest request = requestFor(6);
        request.paper = LabelPaper::FourOnA4;
        const auto pages = layOut(request);
        QCOMPARE(pages.size(), 2);
        QCOMPARE(pages.at(0).size, QSizeF(210, 297));
        const QString pdf = saved(pages, u"four"_s);
        QCOMPARE(codesOn(pdf, 1, 300).size(), 8);
        QCOMPARE(codesOn(pdf, 2, 300).size(), 4);
        request.paper = LabelPaper::A6;
        const auto single = layOut(request);
        QCOMPARE(single.size(), 6);
        QCOMPARE(single.at(0).size, QSizeF(105, 148));
        QCOMPARE(codesOn(saved(single, u"a6"_s), 6, 300),
                 (QStringList{u"CODE-128:JNE0203847721"_s, u"QR-Code:#10481"_s}));
    }

    void fiveHundredLabelsComeOutOneEach()
    {
        const auto pages = layOut(requestFor(500));
        QCOMPARE(pages.size(), 500);
        const QString pdf = saved(pages, u"bulk"_s);
        QCOMPARE(pageCount(pdf), 500);
        QCOMPARE(codesOn(pdf, 500, 203), (QStringList{u"CODE-128:JNE0203848215"_s, u"QR-Code:#10975"_s}));
    }

    void anInvoiceAddsUpAndBreaksItsPages()
    {
        PrintRequest request = requestFor(1, PrintedDocument::Invoice);
        ports::OrderDetail& order = request.orders[0];
        const auto lines = order.list;
        for (int i = 0; order.list.size() < 200; ++i)
            order.list << lines.at(i % 3);
        order.discount = {10'000};
        const auto pages = layOut(request);
        const QString pdf = saved(pages, u"invoice"_s);
        const int count = int(pages.size());
        QVERIFY(count > 5);
        QCOMPARE(pageCount(pdf), count);
        const QString text = textOf(pdf);
        QVERIFY(text.contains(u"Faktur"_s));
        QCOMPARE(text.count(u"Harga"_s), count); // the head of the table on every page
        QVERIFY(text.contains(u"Halaman %1 dari %1"_s.arg(count)));
        QCOMPARE(text.count(u"LLN-TEA-303"_s) + text.count(u"GTO-WHL-PTH"_s) + text.count(u"LBX-1300-MRN"_s), 200);
        QVERIFY(text.contains(u"Rp 366.800"_s));
        QVERIFY(text.contains(u"-Rp 10.000"_s));
        QVERIFY(text.contains(u"Transfer bank"_s));

        request.language = Language::English;
        const QString english = textOf(saved(layOut(request), u"invoice-en"_s));
        QVERIFY(english.contains(u"Invoice"_s));
        QVERIFY(english.contains(u"Page 1 of %1"_s.arg(count)));
        QVERIFY(english.contains(u"Rp 366.800"_s)); // rupiah the same in both
    }

    void aPackingSlipShowsNoPrices()
    {
        const QString text = textOf(saved(layOut(requestFor(1, PrintedDocument::PackingSlip)), u"slip"_s));
        QVERIFY(text.contains(u"Surat jalan"_s));
        QVERIFY(!text.contains(u"Rp"_s));
        QVERIFY(text.contains(u"6 barang"_s));
    }

    void aPickListGathersTheSameThingInTheOrderOfTheShelves()
    {
        PrintRequest request = requestFor(3, PrintedDocument::PickList);
        request.orders[0].list[0].sku = u"A-10"_s;
        request.orders[1].list[0].sku = u"A-10"_s;
        request.orders[2].list[0].sku = u"A-10"_s;
        request.orders[2].list[1].sku = u"A-2"_s;
        for (ports::OrderDetail& order : request.orders)
            order.list[2].sku.clear();
        request.orders[0].list[1].sku = request.orders[1].list[1].sku = u"A-2"_s;
        const QList<Pick> picks = picksOf(request.orders);
        QCOMPARE(picks.size(), 3);
        QCOMPARE(picks.at(0).sku, u"A-2"_s);
        QCOMPARE(picks.at(1).sku, u"A-10"_s);
        QCOMPARE(picks.at(2).sku, QString());
        QCOMPARE(picks.at(1).pieces, 9);
        QCOMPARE(picks.at(1).orders.size(), 3);
        const QString text = textOf(saved(layOut(request), u"picks"_s));
        QVERIFY(text.contains(u"3 pesanan · 18 barang"_s));
        QVERIFY(text.indexOf(u"A-2"_s) < text.indexOf(u"A-10"_s));
        QVERIFY(text.contains(u"tanpa SKU"_s));
    }

    void onePieceIsOnePiece()
    {
        PrintRequest request = requestFor(1, PrintedDocument::PickList);
        request.language = Language::English;
        request.orders[0].list.resize(1);
        request.orders[0].list[0].quantity = 1;
        QVERIFY(layOut(request).at(0).text().contains(u"1 order · 1 piece\n"_s));
        request.document = PrintedDocument::PackingSlip;
        QVERIFY(layOut(request).at(0).text().contains(u"1 piece\n"_s));
        QCOMPARE(paperCount(PaperWord::More, 1, Language::English), u"and 1 more item"_s);
        QCOMPARE(paperCount(PaperWord::More, 2, Language::English), u"and 2 more items"_s);
    }

    void aReprintSaysSo()
    {
        PrintRequest request = requestFor(1);
        request.orders[0].prints = {{PrintedDocument::Label, 2, {}}};
        QVERIFY(layOut(request).at(0).text().contains(u"Cetak ulang 2"_s));
        request.language = Language::English;
        QVERIFY(layOut(request).at(0).text().contains(u"Reprint 2"_s));
        request.document = PrintedDocument::Invoice; // that one was not printed yet
        QVERIFY(!layOut(request).at(0).text().contains(u"Reprint"_s));
    }

    void weighsAsPeopleWrite()
    {
        QCOMPARE(paperWeight(350, Language::Indonesian), u"350 g"_s);
        QCOMPARE(paperWeight(1'800, Language::Indonesian), u"1,8 kg"_s);
        QCOMPARE(paperWeight(1'801, Language::English), u"1.9 kg"_s);
        QCOMPARE(paperWeight(2'000, Language::English), u"2 kg"_s);
        QCOMPARE(paperWeight(0, Language::English), QString());
    }

    void thePreviewTurnsPagesSavesAndNotes()
    {
        NotedPrints log;
        KeptSettings settings;
        StillClock clock;
        auto* preview = new PrintPreview(m_theme, {log, settings, clock}, requestFor(5));
        QSignalSpy done(preview, &PrintPreview::done);
        preview->show();
        QTRY_VERIFY(preview->isReady());
        QCOMPARE(preview->pages().size(), 5);
        QCOMPARE(preview->page(), 0);
        QVERIFY(!preview->findChild<Button*>(u"printPrevious"_s)->isEnabled());
        QTest::keyClick(preview, Qt::Key_PageDown);
        preview->findChild<Button*>(u"printNext"_s)->click();
        QCOMPARE(preview->page(), 2);
        preview->setPaper(LabelPaper::FourOnA4);
        QTRY_VERIFY(preview->isReady());
        QCOMPARE(preview->pages().size(), 2);
        QCOMPARE(preview->page(), 0);
        preview->setLanguage(Language::English);
        QTRY_VERIFY(preview->isReady());
        QVERIFY(preview->pages().at(0).text().contains(u"Recipient"_s));

        preview->saveTo(u"/nowhere/at/all.pdf"_s);
        QTRY_VERIFY(!preview->findChild<QLabel*>(u"printProblem"_s)->text().isEmpty());
        QVERIFY(log.noted.isEmpty());
        const QString path = m_dir.filePath(u"preview.pdf"_s);
        preview->saveTo(path);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(pageCount(path), 2);
        QCOMPARE(log.noted.size(), 5);
        QCOMPARE(log.noted.at(0), std::pair(sampleOrder(0).head.order, PrintedDocument::Label));

        // What was chosen is chosen again.
        auto* again = new PrintPreview(m_theme, {log, settings, clock}, requestFor(1));
        again->setAttribute(Qt::WA_DeleteOnClose, false);
        const std::unique_ptr<PrintPreview> kept(again);
        QCOMPARE(again->request().paper, LabelPaper::FourOnA4);
        QCOMPARE(again->request().language, Language::English);
    }

    void theSendersStreetAndPhoneAreTypedOnceAndPrinted()
    {
        NotedPrints log;
        KeptSettings settings;
        StillClock clock;
        const QString sender = u"Jl. Tanjung Duren Raya 12\nJakarta Barat 11470\n0813-1100-4521"_s;
        for (const bool typed : {true, false}) {
            PrintPreview preview(m_theme, {log, settings, clock}, requestFor(1));
            preview.setAttribute(Qt::WA_DeleteOnClose, false);
            preview.show();
            auto* field = preview.findChild<QPlainTextEdit*>(u"printSender"_s);
            auto* hint = preview.findChild<QLabel*>(u"printSenderHint"_s);
            QVERIFY(field->isVisible());
            QCOMPARE(hint->isVisible(), typed); // while only the city is known
            if (typed) {
                QTRY_VERIFY(preview.isReady());
                QVERIFY(preview.pages().at(0).text().contains(u"Jakarta Barat"_s)); // the store's location
                field->setPlainText(sender);
                QTRY_COMPARE(preview.request().sender, sender);
                QVERIFY(!hint->isVisible());
            }
            QCOMPARE(field->toPlainText(), sender);
            for (const auto document : {PrintedDocument::Label, PrintedDocument::PackingSlip, PrintedDocument::Invoice}) {
                preview.setDocument(document);
                QTRY_VERIFY(preview.isReady());
                const QString text = preview.pages().at(0).text();
                for (const QString& line : sender.split(u'\n'))
                    QVERIFY2(text.contains(line), qPrintable(text));
            }
            preview.setDocument(PrintedDocument::PickList);
            QVERIFY(!field->isVisible());
        }
        // Another store on this computer has its own.
        PrintRequest other = requestFor(1);
        other.store.name = u"Toko Lain"_s;
        PrintPreview preview(m_theme, {log, settings, clock}, other);
        preview.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(preview.request().sender, QString());
    }

    void aPrinterGetsThePagesAndACancelledJobLeavesNothing()
    {
        const auto pages = layOut(requestFor(3));
        {
            PrintJob job;
            QSignalSpy done(&job, &PrintJob::finished);
            const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
            const QString path = m_dir.filePath(u"printer.pdf"_s);
            printer->setOutputFormat(QPrinter::PdfFormat);
            printer->setOutputFileName(path);
            job.print(pages, printer);
            QVERIFY(done.wait(30'000));
            QCOMPARE(done.at(0).at(0).toString(), QString());
            QCOMPARE(pageCount(path), 3);
            QCOMPARE(codesOn(path, 2, 203), (QStringList{u"CODE-128:JNE0203847717"_s, u"QR-Code:#10477"_s}));
        }
        PrintJob job;
        QSignalSpy done(&job, &PrintJob::finished);
        const QString path = m_dir.filePath(u"cancelled.pdf"_s);
        job.savePdf(layOut(requestFor(500)), path, u"x"_s);
        job.cancel();
        QVERIFY(done.wait(30'000));
        QCOMPARE(done.at(0).at(1).toBool(), true);
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_MAIN(PrintingTest)
#include "printing_test.moc"
