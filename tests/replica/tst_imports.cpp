// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "replica/import_source.h"
#include "replica/products_export_source.h"
#include "replica/store_shelf.h"
#include "replica/variant_table.h"

#include <QBuffer>
#include <QSignalSpy>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using ports::ImportState;

namespace {

bool onward(qint64, qint64) { return true; }

/// A desk whose replica holds some of the space's variants.
struct Stage
{
    Stage()
    {
        desk.fill(6);
        if (!desk.pull())
            qFatal("the space cannot be pulled");
    }
    imports::Plan planOf(const QByteArray& text)
    {
        QByteArray copy = text;
        QBuffer device(&copy);
        if (!device.open(QIODevice::ReadOnly))
            qFatal("a buffer always opens");
        const auto beginning = imports::readBeginning(device, imports::Encoding::Detect, 0);
        device.seek(0);
        replica::Work work(desk.replica->database());
        replica::StoreShelf shelf(work);
        auto analysis = imports::analysed(device, imports::recognised(beginning.value().titles), shelf, onward);
        if (!analysis || !work.ok())
            qFatal("the file cannot be read");
        return analysis->plan;
    }
    /// Writes the plan down; its number.
    qint64 begin(const imports::Plan& plan)
    {
        const qint64 number = desk.replica
                                  ->beginImport(u"stok.csv"_s, imports::Format::Own, int(plan.products.size()),
                                                int(plan.changes.size()))
                                  .value();
        QList<replica::ImportPlan> items;
        for (const auto& product : plan.products)
            items.append(product);
        for (const auto& change : plan.changes)
            items.append(change);
        return desk.replica->planImport(number, 0, items, true).value();
    }
    ports::ImportRecord all(qint64 number, bool out = false)
    {
        for (;;) {
            const auto step = out ? desk.replica->undoImport(number, 2) : desk.replica->runImport(number, 2);
            if (!step)
                qFatal("%s", qPrintable(step.error().text));
            if (step->finished)
                return step->record;
        }
    }
    QString sku(int n)
    {
        replica::Work work(desk.replica->database());
        return replica::VariantTable(work).find(desk.variant(n))->data.sku;
    }
    qint64 products() const { return desk.count(u"products WHERE archived = 0"); }

    Desk desk;
};

} // namespace

class ImportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImportGoesInAndComesOutAsAWhole()
    {
        Stage stage;
        Desk& desk = stage.desk;
        const QByteArray before = desk.replica->dump().value();
        const qint64 price = desk.shown(desk.variant(0), u"price");
        const qint64 stock = desk.shown(desk.variant(0), u"on_hand");
        const qint64 products = stage.products();
        const auto plan = stage.planOf("Nama;SKU;Harga;Stok;Opsi 1\n"
                                       "Kaos Impor;;75.000;5;Warna: Merah\nKaos Impor;;75.000;5;Warna: Hitam\n"
                                       "Topi Impor;;25.000;3;\n"
                                       ";" + stage.sku(0).toUtf8() + ";1.234;;\n");
        QCOMPARE(plan.products.size(), 2);
        QCOMPARE(plan.changes.size(), 1);
        const qint64 number = stage.begin(plan);
        QCOMPARE(desk.replica->importRecords().value().constFirst().state, ImportState::Stopped);
        const auto in = stage.all(number);
        QCOMPARE(in.state, ImportState::Complete);
        QCOMPARE(in.done, 3);
        QCOMPARE(stage.products(), products + 2);
        QCOMPARE(desk.shown(desk.variant(0), u"price"), 1'234);
        QCOMPARE(desk.replica->waitingCount().value(), 3);
        // The same file again changes nothing.
        QVERIFY(stage.planOf("Nama;SKU;Harga;Stok;Opsi 1\nKaos Impor;;75.000;5;Warna: Merah\nTopi Impor;;25.000;3;\n").isEmpty());

        const auto out = stage.all(number, true);
        QCOMPARE(out.state, ImportState::Undone);
        QCOMPARE(out.undone, 3);
        QCOMPARE(stage.products(), products);
        QCOMPARE(desk.shown(desk.variant(0), u"price"), price);
        QCOMPARE(desk.shown(desk.variant(0), u"on_hand"), stock);
        QCOMPARE(desk.replica->waitingCount().value(), 0); // nothing was sent, so nothing has to be
        QCOMPARE(desk.replica->dump().value(), before);
        QVERIFY(desk.replica->check().value().isEmpty());
    }

    void whatTheMarketplaceMayKnowIsArchivedAndPutBack()
    {
        Stage stage;
        Desk& desk = stage.desk;
        const VariantId first = desk.variant(0); // by version, so another one after a sync
        const qint64 price = desk.shown(first, u"price");
        const qint64 stock = desk.shown(first, u"on_hand");
        const qint64 available = std::max<qint64>(stock - desk.shown(first, u"reserved"), 0);
        const QByteArray text = "Nama;SKU;Harga;Stok\nTopi Impor;;25.000;3\n;" + stage.sku(0).toUtf8() + ";1.234;" +
                                QByteArray::number(available + 7) + "\n";
        const qint64 number = stage.begin(stage.planOf(text));
        stage.all(number);
        QVERIFY(desk.sync());
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        desk.reopen(); // and in another run of the program
        const qint64 products = stage.products();
        const auto out = stage.all(number, true);
        QCOMPARE(out.undone, 2);
        QVERIFY(desk.sync());
        QCOMPARE(stage.products(), products - 1);
        QCOMPARE(desk.shown(first, u"price"), price);
        QCOMPARE(desk.shown(first, u"on_hand"), stock);
        // Imported again it comes back on sale rather than twice.
        const auto again = stage.planOf("Nama;SKU;Harga;Stok\nTopi Impor;;25.000;3\n");
        QCOMPARE(again.changes.size(), 1);
        QVERIFY(again.changes.constFirst().restore);
    }

    void whatWasChangedSinceIsLeftAndNamed()
    {
        Stage stage;
        Desk& desk = stage.desk;
        const VariantId first = desk.variant(0); // by version, so another one after a sync
        const qint64 number =
            stage.begin(stage.planOf("Nama;SKU;Harga;Stok\nTopi Impor;TI-1;25.000;3\n;" + stage.sku(0).toUtf8() + ";1.234;\n"));
        stage.all(number);
        QVERIFY(desk.sync());
        replica::Work work(desk.replica->database());
        const auto hat = replica::StoreShelf(work).bySku(u"ti-1"_s);
        QVERIFY(hat);
        QVERIFY(desk.replica->submit({ports::AdjustStock{hat->variant, -1, {}}, ports::SetPrice{first, {999}}}));
        const auto out = stage.all(number, true);
        QCOMPARE(out.left, 2);
        QCOMPARE(out.undone, 0);
        QCOMPARE(out.troubles.size(), 2);
        QCOMPARE(out.troubles.constFirst().label, u"Topi Impor"_s);
        QCOMPARE(out.troubles.constFirst().kind, ports::ImportTrouble::Kind::ChangedSince);
        QCOMPARE(desk.shown(first, u"price"), 999);
    }

    void aBrokenOffImportGoesOnAfterARestartAndASnapshot()
    {
        Stage stage;
        Desk& desk = stage.desk;
        QByteArray text = "Nama;Harga;Stok\n";
        for (int i = 0; i < 5; ++i)
            text += "Barang " + QByteArray::number(i) + ";5000;3\n";
        const qint64 products = stage.products();
        const qint64 number = stage.begin(stage.planOf(text));
        const auto step = desk.replica->runImport(number, 2);
        QVERIFY(step && !step->finished);
        QCOMPARE(step->record.waiting, 3);
        desk.reopen();
        QVERIFY(desk.snapshot());
        const auto record = desk.replica->importRecords().value().constFirst();
        QCOMPARE(record.state, ImportState::Stopped);
        QCOMPARE(record.done, 2);
        QCOMPARE(stage.all(number).done, 5);
        QCOMPARE(stage.products(), products + 5);
    }

    void aFaultKeepsTheBatchOut()
    {
        Stage stage;
        Desk& desk = stage.desk;
        const qint64 number = stage.begin(stage.planOf("Nama;Harga;Stok\nTas Impor;5000;3\n"));
        desk.fault = [](storage::Step step, const QString&) {
            return step == storage::Step::Commit ? storage::Outcome(tl::unexpected(storage::Error{})) : storage::Outcome();
        };
        QVERIFY(!desk.replica->runImport(number, 10));
        desk.fault = {};
        QCOMPARE(desk.replica->importRecords().value().constFirst().waiting, 1);
        QCOMPARE(stage.all(number).done, 1);
    }

    void whatIsRefusedMeanwhileIsNamed()
    {
        Stage stage;
        Desk& desk = stage.desk;
        const auto plan = stage.planOf("Nama;SKU;Harga;Stok\nTopi;TI-1;25.000;3\nTas;TI-2;25.000;3\n");
        const qint64 number = stage.begin(plan);
        QVERIFY(desk.replica->submit({ports::SetSku{desk.variant(0), u"TI-1"_s}}));
        const auto record = stage.all(number);
        QCOMPARE(record.done, 1);
        QCOMPARE(record.refused, 1);
        QCOMPARE(record.troubles.constFirst().violation.rule, Rule::SkuTaken);
    }

    void exportedFilesChangeNothing_data()
    {
        QTest::addColumn<int>("layout");
        QTest::newRow("own") << int(imports::ExportLayout::Own);
        QTest::newRow("shopify") << int(imports::ExportLayout::Shopify);
    }
    void exportedFilesChangeNothing()
    {
        QFETCH(int, layout);
        Desk desk;
        desk.fill(300);
        QVERIFY(desk.pull());
        const QString path = desk.dir.filePath(u"produk.csv"_s);
        ports::ProductsExportResult result;
        {
            std::unique_ptr<replica::ProductsExportSource> source;
            replica::RecordLane lane(desk.replica->databaseFile());
            source = std::make_unique<replica::ProductsExportSource>(lane);
            QSignalSpy finished(source.get(), &ports::ProductsExport::finished);
            source->start(1, {.path = path, .layout = imports::ExportLayout(layout), .name = u"Produk"_s});
            QTRY_COMPARE(finished.size(), 1);
            result = finished.front().at(1).value<ports::ProductsExportResult>();
        }
        QVERIFY2(result.problem.isEmpty(), qPrintable(result.problem));
        QCOMPARE(result.rows, desk.count(u"variants WHERE archived = 0"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto beginning = imports::readBeginning(file, imports::Encoding::Detect, 0);
        QVERIFY(beginning);
        file.seek(0);
        replica::Work work(desk.replica->database());
        replica::StoreShelf shelf(work);
        const auto analysis = imports::analysed(file, imports::recognised(beginning->titles), shelf, onward);
        QVERIFY(analysis);
        QCOMPARE(analysis->plan.count(imports::Fate::Unchanged), int(result.rows));
        QVERIFY(analysis->plan.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ImportsTest)
#include "tst_imports.moc"
