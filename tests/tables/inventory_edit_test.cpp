// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memory_inventory.h"
#include "tables/inventory_bulk.h"
#include "tables/inventory_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace belanjain;
using namespace belanjain::tables;
using namespace Qt::StringLiterals;

namespace {

struct Table
{
    Table()
    {
        shop.add({.productName = u"Apron"_s,
                  .sku = u"APR"_s,
                  .price = {38'000},
                  .onHand = 46,
                  .reserved = 4,
                  .threshold = 10});
        shop.add({.productName = u"Grill"_s,
                  .sku = u"GRL"_s,
                  .price = {295'000},
                  .onHand = 16,
                  .reserved = 3,
                  .threshold = 10});
        shop.add({.productName = u"Knife"_s,
                  .sku = u"KNF"_s,
                  .price = {139'900},
                  .onHand = 3,
                  .reserved = 5,
                  .threshold = 10});
        QSignalSpy ordered(&model, &InventoryModel::ordered);
        model.setQuery({});
        ready = ordered.wait();
    }

    QModelIndex cell(int row, InventoryColumn column) const { return model.index(row, int(column)); }
    QString text(int row, InventoryColumn column) const { return cell(row, column).data().toString(); }
    bool settle()
    {
        QSignalSpy settled(&model, &InventoryModel::settled);
        return settled.wait();
    }

    bool ready = false;
    tests::MemoryInventory shop;
    EditHistory history{shop.sink};
    InventoryModel model{shop.reader, shop.sink, history};
    InventoryBulk bulk{model, shop.reader};
};

qint32 deltaOf(const ports::Command& command) { return std::get<ports::AdjustStock>(command).delta; }

} // namespace

class InventoryEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatTheSellerMeant_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<InventoryColumn>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("delta");
        QTest::addColumn<QString>("availableAfter");
        QTest::newRow("20 over 13") << 1 << InventoryColumn::Available << u"20"_s << 7 << u"20"_s;
        QTest::newRow("+5") << 1 << InventoryColumn::Available << u"+5"_s << 5 << u"18"_s;
        QTest::newRow("-3") << 1 << InventoryColumn::Available << u"-3"_s << -3 << u"10"_s;
        QTest::newRow("on the shelf") << 1 << InventoryColumn::OnHand << u"20"_s << 4 << u"17"_s;
        QTest::newRow("grouped") << 1 << InventoryColumn::OnHand << u"1.016"_s << 1000 << u"1,013"_s;
        QTest::newRow("more promised than there") << 2 << InventoryColumn::Available << u"4"_s << 6 << u"4"_s;
        QTest::newRow("a loss below what is promised")
            << 1 << InventoryColumn::OnHand << u"1"_s << -15 << u"0"_s;
    }

    void sendsWhatTheSellerMeant()
    {
        QFETCH(int, row);
        QFETCH(InventoryColumn, column);
        QFETCH(QString, typed);
        QFETCH(int, delta);
        QFETCH(QString, availableAfter);
        Table table;
        QVERIFY(table.model.setData(table.cell(row, column), typed));
        QCOMPARE(deltaOf(table.shop.sink.batches.constLast().constFirst()), delta);
        QCOMPARE(table.text(row, InventoryColumn::Available), availableAfter); // before the replica answered
        QVERIFY(table.settle());
        QCOMPARE(table.text(row, InventoryColumn::Available), availableAfter);
    }

    void sendsNothingWhenNothingChanges()
    {
        Table table;
        QVERIFY(table.model.setData(table.cell(1, InventoryColumn::Available), u"13"_s));
        QVERIFY(table.model.setData(table.cell(1, InventoryColumn::Price), u"Rp 295.000"_s));
        QVERIFY(table.model.setData(table.cell(1, InventoryColumn::Threshold), u"10"_s));
        QVERIFY(table.shop.sink.batches.isEmpty());
    }

    void refusesBadValuesAndSaysWhy_data()
    {
        QTest::addColumn<InventoryColumn>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("rule");
        QTest::newRow("text") << InventoryColumn::Available << u"dua"_s << int(Rule::NotANumber);
        QTest::newRow("below zero") << InventoryColumn::Available << u"-14"_s << int(Rule::WouldBeNegative);
        QTest::newRow("free of charge") << InventoryColumn::Price << u"0"_s << int(Rule::PriceNotPositive);
        QTest::newRow("no SKU") << InventoryColumn::Sku << u" "_s << int(Rule::Required);
        QTest::newRow("odd SKU") << InventoryColumn::Sku << u"A;B"_s << int(Rule::SkuMalformed);
        QTest::newRow("negative threshold") << InventoryColumn::Threshold << u"-1"_s << int(Rule::OutOfRange);
    }

    void refusesBadValuesAndSaysWhy()
    {
        QFETCH(InventoryColumn, column);
        QFETCH(QString, typed);
        QFETCH(int, rule);
        Table table;
        const QString before = table.text(1, column);
        QSignalSpy refused(&table.model, &InventoryModel::editRefused);
        QVERIFY(!table.model.setData(table.cell(1, column), typed));
        QCOMPARE(refused.count(), 1);
        QCOMPARE(int(refused.constFirst().at(2).value<Violation>().rule), rule);
        QCOMPARE(table.text(1, column), before);
        QVERIFY(table.shop.sink.batches.isEmpty());
    }

    void takesBackWhatTheReplicaRefuses()
    {
        Table table;
        QSignalSpy refused(&table.model, &InventoryModel::editRefused);
        QVERIFY(table.model.setData(table.cell(1, InventoryColumn::Sku), u"apr"_s));
        QCOMPARE(table.text(1, InventoryColumn::Sku), u"apr"_s);
        QVERIFY(refused.wait());
        QCOMPARE(refused.constFirst().at(2).value<Violation>().rule, Rule::SkuTaken);
        QCOMPARE(table.text(1, InventoryColumn::Sku), u"GRL"_s);
        QVERIFY(!table.history.canUndo());
    }

    void showsEditsInARowBeforeAnyIsWritten()
    {
        Table table;
        table.shop.sink.hold();
        table.model.setData(table.cell(0, InventoryColumn::Available), u"+5"_s);
        table.model.setData(table.cell(0, InventoryColumn::Available), u"+5"_s);
        table.model.setData(table.cell(0, InventoryColumn::Price), u"39.000"_s);
        QCOMPARE(table.text(0, InventoryColumn::Available), u"52"_s);
        // Meanwhile somebody else sold two: the edits still stand above it, then count from there.
        table.shop.row(1).onHand -= 2;
        table.shop.announce(1);
        QCOMPARE(table.text(0, InventoryColumn::Available), u"52"_s);
        table.shop.sink.release();
        QTRY_COMPARE(table.text(0, InventoryColumn::Price), u"Rp 39.000"_s);
        QTRY_COMPARE(table.text(0, InventoryColumn::Available), u"50"_s);
    }

    void tellsWhenTheDiskIsFull()
    {
        Table table;
        table.shop.sink.storageProblem = u"The disk is full."_s;
        QSignalSpy failed(&table.model, &InventoryModel::storageFailed);
        table.model.setData(table.cell(0, InventoryColumn::Available), u"5"_s);
        QVERIFY(failed.wait());
        QCOMPARE(table.text(0, InventoryColumn::Available), u"42"_s);
        QVERIFY(!table.history.canUndo());
    }

    void pastesABlockAsOneBatchAndLeavesBadCellsOut()
    {
        Table table;
        QSignalSpy finished(&table.bulk, &InventoryBulk::finished);
        table.bulk.applyBlock(
            0, {InventoryColumn::Price, InventoryColumn::OnHand, InventoryColumn::Reserved},
            {{u"40.000"_s, u"50"_s, u"9"_s}, {u"gratis"_s, u"20"_s}, {QString(), u"3"_s}, {u"1"_s, u"1"_s}});
        QVERIFY(finished.wait());
        QCOMPARE(table.shop.sink.batches.size(), 1);
        QCOMPARE(table.shop.sink.batches.constFirst().size(), 3);
        const auto report = finished.constFirst().constFirst().value<EditReport>();
        QCOMPARE(report.applied, 3);
        QCOMPARE(report.refused.size(), 1);
        QCOMPARE(report.refused.constFirst().row, 2);
        QCOMPARE(report.refused.constFirst().column, InventoryColumn::Price);
        QCOMPARE(finished.constFirst().at(1).toInt(), 1);
        QCOMPARE(table.shop.row(1).price.rupiah, 40'000);
        QCOMPARE(table.shop.row(1).onHand, 50);
        QCOMPARE(table.shop.row(2).price.rupiah, 295'000);
        QCOMPARE(table.shop.row(2).onHand, 20);
    }

    void fillsDown()
    {
        Table table;
        QSignalSpy finished(&table.bulk, &InventoryBulk::finished);
        table.bulk.fillDown(0, 2, {InventoryColumn::Sku, InventoryColumn::Price, InventoryColumn::Threshold});
        QVERIFY(finished.wait());
        QCOMPARE(table.shop.row(2).price.rupiah, 38'000);
        QCOMPARE(table.shop.row(3).price.rupiah, 38'000);
        QCOMPARE(table.shop.row(3).sku, u"KNF"_s); // an SKU belongs to one variant
    }

    void fetchesMarkedRowsThatAreNotInMemory()
    {
        Table table;
        table.shop.addMany(3000);
        QSignalSpy ordered(&table.model, &InventoryModel::ordered);
        table.model.reopen();
        QVERIFY(ordered.wait());
        table.model.markAll();
        QSignalSpy finished(&table.bulk, &InventoryBulk::finished);
        table.bulk.addStock(table.model.markedRows(), 2);
        QVERIFY(finished.wait());
        QCOMPARE(finished.constFirst().constFirst().value<EditReport>().applied, 3003);
        QCOMPARE(table.shop.row(3003).onHand, 22);
        QCOMPARE(table.shop.sink.batches.size(), 1);
    }

    void emptiesWhatCouldBeSoldAndUndoesIt()
    {
        Table table;
        QSignalSpy finished(&table.bulk, &InventoryBulk::finished);
        table.bulk.setToZero({1, 2, 3});
        QVERIFY(finished.wait());
        QCOMPARE(table.shop.row(1).available(), 0);
        QCOMPARE(table.shop.row(1).onHand, 4); // promised to orders
        QCOMPARE(table.shop.row(3).onHand, 3);
        QCOMPARE(table.history.undoText(), u"stock of 2 variants"_s);

        table.shop.row(1).onHand += 10; // a delivery came in meanwhile: undoing must not lose it
        QSignalSpy undone(&table.history, &EditHistory::undone);
        table.history.undo();
        QVERIFY(undone.wait());
        QCOMPARE(table.shop.row(1).onHand, 56);
        QCOMPARE(table.shop.row(2).onHand, 16);
        QVERIFY(table.history.canRedo());
        table.history.redo();
        QTRY_COMPARE(table.shop.row(2).onHand, 3);
    }

    void undoesBackwardsAndForwards()
    {
        Table table;
        table.model.setData(table.cell(0, InventoryColumn::Price), u"1.000"_s);
        table.model.setData(table.cell(0, InventoryColumn::Price), u"2.000"_s);
        table.model.setData(table.cell(0, InventoryColumn::Threshold), u"5"_s);
        table.history.undo(); // asked for before the replica answered
        table.history.undo();
        table.history.undo();
        QTRY_COMPARE(table.shop.sink.batches.size(), 6);
        QTRY_COMPARE(table.shop.row(1).price.rupiah, 38'000);
        QCOMPARE(table.shop.row(1).ownThreshold, false);
        QTRY_VERIFY(!table.history.canUndo());
        table.history.redo();
        QTRY_COMPARE(table.shop.row(1).price.rupiah, 1'000);
        QTRY_COMPARE(table.history.redoText(), u"price of one variant"_s);
    }

    void forgetsAnUndoThatARuleRefuses()
    {
        Table table;
        table.model.setData(table.cell(1, InventoryColumn::OnHand), u"+10"_s);
        QVERIFY(table.settle());
        table.shop.row(2).onHand = 4; // sold since
        QSignalSpy refused(&table.history, &EditHistory::refused);
        table.history.undo();
        QVERIFY(refused.wait());
        QCOMPARE(refused.constFirst().at(2).value<std::optional<Violation>>()->rule, Rule::WouldBeNegative);
        QVERIFY(!table.history.canUndo());
        QVERIFY(!table.history.canRedo());
    }

    void newEditsCloseTheWayForward()
    {
        Table table;
        table.model.setData(table.cell(0, InventoryColumn::Price), u"1.000"_s);
        QVERIFY(table.settle());
        table.history.undo();
        QTRY_VERIFY(table.history.canRedo());
        table.model.setData(table.cell(1, InventoryColumn::Price), u"2.000"_s);
        QVERIFY(table.settle());
        QVERIFY(!table.history.canRedo());
    }
};

QTEST_GUILESS_MAIN(InventoryEditTest)
#include "inventory_edit_test.moc"
