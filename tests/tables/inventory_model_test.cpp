// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memory_inventory.h"
#include "tables/inventory_model.h"
#include "tables/mark_totals.h"
#include "tables/order_steps.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace belanjain;
using namespace belanjain::tables;
using namespace Qt::StringLiterals;

namespace {

/// A model over a shop, watched by Qt's own tester of item models unless that would look at rows itself.
struct Table
{
    enum Watch { Watched, Alone };

    explicit Table(int rows, Watch watch = Watched)
    {
        shop.addMany(rows);
        if (watch == Watched)
            tester = std::make_unique<QAbstractItemModelTester>(
                &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    bool open(const ports::InventoryQuery& query = {})
    {
        QSignalSpy ordered(&model, &InventoryModel::ordered);
        model.setQuery(query);
        return ordered.wait();
    }
    QString text(int row, InventoryColumn column) const
    {
        return model.index(row, int(column)).data().toString();
    }

    tests::MemoryInventory shop;
    EditHistory history{shop.sink};
    InventoryModel model{shop.reader, shop.sink, history};
    std::unique_ptr<QAbstractItemModelTester> tester;
};

} // namespace

class InventoryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFirstPageBeforeTheOrderIsKnown()
    {
        Table table(1000);
        QSignalSpy states(&table.model, &InventoryModel::stateChanged);
        table.model.setQuery({});
        QCOMPARE(table.model.state(), InventoryModel::State::Loading);
        QTRY_COMPARE(table.model.state(), InventoryModel::State::Ready);
        QCOMPARE(table.model.rowCount(), 256);
        QCOMPARE(table.text(0, InventoryColumn::Product), u"Product 000001"_s);

        const QPersistentModelIndex anchor = table.model.index(7, int(InventoryColumn::Price));
        QTRY_COMPARE(table.model.rowCount(), 1000);
        QCOMPARE(anchor.row(), 7);
        QVERIFY(table.shop.reader.rowsFetched <= 256); // the first page is here already, the next may come
    }

    void fetchesOnlyWhatIsLookedAtAndItsNeighbours()
    {
        Table table(100'000, Table::Alone);
        QVERIFY(table.open());
        const int before = table.shop.reader.rowsFetched;
        QCOMPARE(table.text(99'999, InventoryColumn::Product), QString());
        QTRY_COMPARE(table.text(99'999, InventoryColumn::Product), u"Product 100000"_s);
        QVERIFY2(table.shop.reader.rowsFetched - before <= 4 * 256,
                 qPrintable(QString::number(table.shop.reader.rowsFetched)));
    }

    void keepsMemoryBoundedWhileScrolling()
    {
        Table table(20'000, Table::Alone);
        QVERIFY(table.open());
        for (int page = 0; page < 20'000 / 256; ++page)
            QTRY_VERIFY(!table.text(page * 256, InventoryColumn::Product).isEmpty());
        // The first page was pushed out long ago and has to be read again.
        QCOMPARE(table.text(5, InventoryColumn::Product), QString());
        QTRY_COMPARE(table.text(5, InventoryColumn::Product), u"Product 000006"_s);
    }

    void dropsLateAnswersOfAnOlderQuery()
    {
        Table table(300);
        table.model.setQuery({.search = u"000001"_s});
        table.model.setQuery({.search = u"000002"_s});
        QSignalSpy ordered(&table.model, &InventoryModel::ordered);
        QVERIFY(ordered.wait());
        QCOMPARE(table.model.rowCount(), 1);
        QCOMPARE(table.text(0, InventoryColumn::Product), u"Product 000002"_s);
        QCoreApplication::processEvents();
        QCOMPARE(ordered.count(), 1);
    }

    void updatesARowInPlace()
    {
        Table table(50);
        QVERIFY(table.open());
        QSignalSpy changed(&table.model, &InventoryModel::dataChanged);
        table.shop.row(3).price = {77'000};
        table.shop.announce(3);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.constFirst().constFirst().toModelIndex().row(), 2);
        QCOMPARE(table.text(2, InventoryColumn::Price), u"Rp 77.000"_s);
    }

    void keepsPlacesWhenRowsComeAndGo()
    {
        Table table(600);
        QVERIFY(table.open());
        table.model.setMarked(4, 6, true);
        const QPersistentModelIndex here = table.model.index(300, int(InventoryColumn::Available));
        const QPersistentModelIndex gone = table.model.index(10, 0);
        QSignalSpy resets(&table.model, &InventoryModel::modelReset);
        QSignalSpy ordered(&table.model, &InventoryModel::ordered);

        table.shop.remove(11);
        table.shop.add({.productName = u"AAA"_s});
        QVERIFY(ordered.wait());

        QCOMPARE(resets.count(), 0);
        QCOMPARE(table.model.rowCount(), 600);
        QVERIFY(!gone.isValid());
        QCOMPARE(here.row(), 300); // one came before, one went before
        QCOMPARE(table.model.rowNumber(here.row()), 301);
        QCOMPARE(table.model.markedRows(), (QList<ports::RowNumber>{5, 6, 7}));
        QVERIFY(table.model.isMarked(5) && table.model.isMarked(7) && !table.model.isMarked(4));
    }

    void keepsPlacesWhenTheOrderMoves()
    {
        Table table(20);
        QVERIFY(table.open({.sort = ports::InventorySort::Price}));
        const QPersistentModelIndex here = table.model.index(0, int(InventoryColumn::Price));
        table.shop.row(1).price = {999'000};
        QSignalSpy ordered(&table.model, &InventoryModel::ordered);
        table.model.reopen();
        QVERIFY(ordered.wait());
        QCOMPARE(here.row(), 19);
        QCOMPARE(table.model.rowNumber(19), 1);
    }

    void staysPutWhileTheSortedColumnIsEdited()
    {
        Table table(20);
        QVERIFY(table.open({.sort = ports::InventorySort::Price}));
        const auto cell = table.model.index(0, int(InventoryColumn::Price));
        QVERIFY(table.model.setData(cell, u"500.000"_s));
        QSignalSpy settled(&table.model, &InventoryModel::settled);
        QVERIFY(settled.wait());
        QCOMPARE(table.text(0, InventoryColumn::Price), u"Rp 500.000"_s);
        QCOMPARE(table.model.rowNumber(0), 1);
    }

    void startsOverWhenTooMuchChanged()
    {
        Table table(2000);
        QVERIFY(table.open());
        QSignalSpy resets(&table.model, &InventoryModel::modelReset);
        QSignalSpy ordered(&table.model, &InventoryModel::ordered);
        table.model.setMarked(0, 0, true);
        for (ports::RowNumber row = 2; row <= 200; row += 2)
            table.shop.rows.removeIf([row](const auto& one) { return one.row == row; });
        Q_EMIT table.shop.reader.orderStale();
        QVERIFY(ordered.wait());
        QCOMPARE(resets.count(), 1);
        QCOMPARE(table.model.rowCount(), 1900);
        QVERIFY(table.model.isMarked(0));
    }

    void marksBelongToVariantsAndOutliveSearches()
    {
        Table table(40);
        QVERIFY(table.open());
        QSignalSpy changes(&table.model, &InventoryModel::marksChanged);
        table.model.setMarked(0, 2, true);
        QCOMPARE(table.model.markState(), Qt::PartiallyChecked);
        QVERIFY(table.open({.search = u"000001"_s}));
        QCOMPARE(table.model.markState(), Qt::Checked);
        QCOMPARE(table.model.markedCount(), 3);
        QCOMPARE(table.model.markedElsewhere(), 2);
        table.model.markAll(false);
        QCOMPARE(table.model.markedCount(), 0);
        QVERIFY(table.open());
        table.model.markAll();
        QCOMPARE(table.model.markState(), Qt::Checked);
        QVERIFY(changes.count() >= 4);
    }

    void ticksThroughTheCheckStateRole()
    {
        Table table(3);
        QVERIFY(table.open());
        const auto box = table.model.index(1, int(InventoryColumn::Mark));
        QVERIFY(table.model.setData(box, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(table.model.markedRows(), QList<ports::RowNumber>{2});
        QVERIFY(table.model.setData(box, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(table.model.markState(), Qt::Unchecked);
    }

    void sumsUpWhatIsMarked()
    {
        Table table(5);
        QVERIFY(table.open());
        MarkTotals totals(table.model, table.shop.reader);
        QSignalSpy changed(&totals, &MarkTotals::changed);
        table.model.setMarked(0, 1, true);
        QVERIFY(changed.wait());
        auto sum = changed.takeLast().constFirst().value<ports::InventoryTotals>();
        QCOMPARE(sum.rows, 2);
        QCOMPARE(sum.available, 40);
        QCOMPARE(sum.value.rupiah, 60'000);
        table.model.markAll(false);
        QVERIFY(changed.wait());
        QCOMPARE(changed.takeLast().constFirst().value<ports::InventoryTotals>().rows, 0);
    }

    void saysWhyItCouldNotRead()
    {
        Table table(5);
        table.model.setQuery({});
        Q_EMIT table.shop.reader.failed(1, u"The file is damaged."_s);
        QCOMPARE(table.model.state(), InventoryModel::State::Failed);
        QCOMPARE(table.model.failure(), u"The file is damaged."_s);
    }

    void speaksOfStatesToScreenReaders()
    {
        Table table(0);
        table.shop.add(
            {.productName = u"Pot"_s, .onHand = 8, .threshold = 10, .waiting = ports::EditField::Stock});
        QVERIFY(table.open());
        const auto cell = table.model.index(0, int(InventoryColumn::Available));
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), u"8, Low, Waiting"_s);
        QCOMPARE(cell.data(InventoryModel::PlainTextRole).toString(), u"8"_s);
    }

    void findsTheWayFromOneOrderToAnother()
    {
        const auto steps = stepsBetween({1, 2, 3, 4, 5}, {9, 5, 2, 4, 8, 7}, 8);
        QVERIFY(steps);
        QCOMPARE(steps->gone, (QList<Run>{{2, 2}, {0, 0}}));
        QVERIFY(steps->moved);
        QCOMPARE(steps->kept, (QList<ports::RowNumber>{5, 2, 4}));
        QCOMPARE(steps->added, (QList<Run>{{0, 0}, {4, 5}}));
        QVERIFY(!stepsBetween({1, 2, 3}, {4, 1, 5, 2, 6}, 2));
    }
};

QTEST_GUILESS_MAIN(InventoryModelTest)
#include "inventory_model_test.moc"
