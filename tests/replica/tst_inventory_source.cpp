// SPDX-License-Identifier: GPL-3.0-or-later
// The reader and the command sink across their threads.
#include "desk.h"
#include "replica/inventory_source.h"
#include "replica/replica_commands.h"

#include <QSignalSpy>
#include <QThread>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using ports::InventoryRow;
using ports::InventorySummary;
using replica::InventorySource;

class InventorySourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheCallersThread()
    {
        Desk desk;
        desk.fill(600);
        QVERIFY(desk.sync());
        InventorySource source(desk.replica->databaseFile());
        QSignalSpy opened(&source, &InventorySource::opened);
        QSignalSpy ordered(&source, &InventorySource::ordered);
        QThread* thread = nullptr;
        connect(
            &source, &InventorySource::opened, this, [&] { thread = QThread::currentThread(); },
            Qt::DirectConnection);
        source.open(1, {});
        QTRY_COMPARE(ordered.size(), 1);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(thread, QThread::currentThread());
        const auto page = opened[0][1].value<QList<InventoryRow>>();
        const auto order = ordered[0][1].value<ports::RowOrder>();
        QCOMPARE(page.size(), 256);
        QCOMPARE(page.constFirst().row, order->constFirst());

        QSignalSpy fetched(&source, &InventorySource::fetched);
        source.fetch(1, order->mid(300, 50));
        QTRY_COMPARE(fetched.size(), 1);
        QCOMPARE(fetched[0][1].value<QList<InventoryRow>>().constFirst().row, order->at(300));

        QSignalSpy totalled(&source, &InventorySource::totalled);
        QSignalSpy categories(&source, &InventorySource::categoriesRead);
        QSignalSpy summarised(&source, &InventorySource::summarised);
        source.total(1, order);
        source.readCategories();
        source.readSummary();
        QTRY_COMPARE(totalled.size() + categories.size() + summarised.size(), 3);
        QCOMPARE(totalled[0][1].value<ports::InventoryTotals>().rows, int(order->size()));
        QVERIFY(categories[0][0].toStringList().contains(u"Dapur"_s));
        QCOMPARE(summarised[0][0].value<InventorySummary>().variants, int(order->size()));
    }

    void dropsAnswersToAnOlderQuery()
    {
        Desk desk;
        desk.fill(2'000);
        QVERIFY(desk.sync());
        InventorySource source(desk.replica->databaseFile());
        QSignalSpy opened(&source, &InventorySource::opened);
        QSignalSpy ordered(&source, &InventorySource::ordered);
        QSignalSpy fetched(&source, &InventorySource::fetched);
        source.open(1, {});
        source.fetch(1, {1, 2, 3});
        for (quint64 generation = 2; generation <= 20; ++generation)
            source.open(generation, {.search = u"k"_s});
        source.fetch(20, {4});
        QTRY_COMPARE(ordered.size(), 1);
        QTRY_COMPARE(fetched.size(), 1);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toULongLong(), 20);
        QCOMPARE(ordered[0][0].toULongLong(), 20);
        QCOMPARE(fetched[0][0].toULongLong(), 20);
    }

    void saysWhatACommitChanged()
    {
        Desk desk;
        desk.fill(100);
        QVERIFY(desk.sync());
        InventorySource source(desk.replica->databaseFile());
        QSignalSpy changed(&source, &InventorySource::rowsChanged);
        QSignalSpy stale(&source, &InventorySource::orderStale);
        QSignalSpy summarised(&source, &InventorySource::summarised);
        source.readSummary();
        QTRY_COMPARE(summarised.size(), 1);

        VariantId variant;
        for (int n = 0; variant.isNull(); ++n) {
            if (desk.shown(desk.variant(n), u"archived") == 0 && desk.shown(desk.variant(n), u"status") == 0)
                variant = desk.variant(n);
        }
        const qint32 onHand = qint32(desk.shown(variant, u"on_hand"));
        source.notifyChanged(desk.replica->submit({ports::AdjustStock{variant, 1, {}}})->touched);
        QTRY_COMPARE(changed.size(), 1);
        const auto rows = changed[0][0].value<QList<InventoryRow>>();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].variant, variant);
        QCOMPARE(rows[0].onHand, onHand + 1);
        QCOMPARE(rows[0].waiting, ports::EditFields(ports::EditField::Stock));

        source.notifyChanged(desk.replica->submit({ports::AdjustStock{variant, -onHand - 1, {}}})->touched);
        QTRY_COMPARE(summarised.size(), 2); // the first edit changed no count
        QCOMPARE(summarised[1][0].value<InventorySummary>().out,
                 summarised[0][0].value<InventorySummary>().out + 1);
        QCOMPARE(stale.size(), 0);

        desk.space.erase(protocol::table::variants, desk.variant(50).toString());
        source.notifyChanged(desk.pull()->touched);
        QTRY_COMPARE(stale.size(), 1);
    }

    void aProductUnderAnotherNameIsShownAndPutInItsPlace()
    {
        Desk desk;
        desk.fill(50);
        QVERIFY(desk.sync());
        InventorySource source(desk.replica->databaseFile());
        QSignalSpy changed(&source, &InventorySource::rowsChanged);
        QSignalSpy stale(&source, &InventorySource::orderStale);
        const auto tell = [&](const ports::Command& command) {
            const auto outcome = desk.replica->submit({command});
            QVERIFY(outcome && outcome->results.value(0).applied);
            source.notifyChanged(outcome->touched);
        };
        const auto named = [&](const ports::InventoryQuery& query) {
            QSignalSpy ordered(&source, &InventorySource::ordered);
            source.open(quint64(stale.size()) + 10, query);
            return ordered.wait() ? ordered.constLast()[1].value<ports::RowOrder>()->size() : -1;
        };
        QCOMPARE(named({.search = u"Zamrud"_s}), 0);
        tell(ports::SetSku{desk.variant(0), u"ZZ-9"_s});
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(stale.size(), 0);

        tell(ports::UpdateProduct{.product = desk.product(0), .name = u"Zamrud Hijau"_s});
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(changed[1][0].value<QList<InventoryRow>>().constFirst().productName, u"Zamrud Hijau"_s);
        QTRY_COMPARE(stale.size(), 1);
        QVERIFY(named({.search = u"Zamrud"_s}) > 0);
        tell(ports::SetProductArchived{desk.product(0), true});
        QTRY_COMPARE(stale.size(), 2);
        QCOMPARE(named({.search = u"Zamrud"_s}), 0);
        tell(ports::SetProductArchived{desk.product(0), false});
        QTRY_COMPARE(stale.size(), 3); // it comes back into a list that does not know it
        QVERIFY(named({.search = u"Zamrud"_s}) > 0);
    }

    void readsTheNewFileAfterASwap()
    {
        Desk desk;
        desk.fill(100);
        QVERIFY(desk.sync());
        InventorySource source(desk.replica->databaseFile());
        QSignalSpy ordered(&source, &InventorySource::ordered);
        QSignalSpy stale(&source, &InventorySource::orderStale);
        source.open(1, {.status = ports::StatusFilter::All});
        QTRY_COMPARE(ordered.size(), 1);
        desk.fill(50, 99);
        QVERIFY(desk.snapshot()->applied);
        source.setDatabaseFile(desk.replica->databaseFile());
        QTRY_COMPARE(stale.size(), 1);
        source.open(2, {.status = ports::StatusFilter::All});
        QTRY_COMPARE(ordered.size(), 2);
        QCOMPARE(ordered[1][1].value<ports::RowOrder>()->size(), 150);
    }

    void readsOnWhileASnapshotReplacesTheFile()
    {
        Desk desk;
        desk.fill(200);
        const QString before = desk.replica->databaseFile();
        InventorySource source(before);
        QSignalSpy failed(&source, &InventorySource::failed);
        QSignalSpy ordered(&source, &InventorySource::ordered);
        QSignalSpy left(&source, &InventorySource::earlierFilesLeft);
        QVERIFY(desk.snapshot()->applied);
        // Asked for before this side heard of the new file: the empty one is still there to be read.
        source.open(1, {});
        source.readSummary();
        QTRY_COMPARE(ordered.size(), 1);
        QVERIFY(ordered[0][1].value<ports::RowOrder>()->isEmpty());
        QCOMPARE(left.size(), 0);

        source.setDatabaseFile(desk.replica->databaseFile());
        QTRY_COMPARE(left.size(), 1);
        desk.replica->removeLeftFiles();
        QVERIFY(!QFile::exists(before));
        source.open(2, {});
        QTRY_COMPARE(ordered.size(), 2);
        QVERIFY(!ordered[1][1].value<ports::RowOrder>()->isEmpty());
        QCOMPARE(failed.size(), 0);
    }

    void saysWhenTheFileCannotBeRead()
    {
        QTemporaryDir dir;
        InventorySource source(dir.filePath(u"none/at all.db"_s));
        QSignalSpy failed(&source, &InventorySource::failed);
        source.open(3, {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].toULongLong(), 3);
        QVERIFY(!failed[0][1].toString().isEmpty());
    }

    void carriesCommandsToTheReplicasThread()
    {
        Desk desk;
        desk.fill(30);
        QVERIFY(desk.sync());
        const VariantId variant = desk.variant(0);
        bool full = false;
        std::atomic<bool> planted = false;
        desk.fault = [&](storage::Step step, const QString&) -> storage::Outcome {
            if (planted && step == storage::Step::Commit)
                return tl::unexpected(storage::Error{storage::Error::Kind::Full, u"planted"_s});
            return {};
        };
        desk.replica.reset();
        QThread thread;
        replica::ReplicaWorker* worker = nullptr;
        QObject starter;
        starter.moveToThread(&thread);
        thread.start();
        // A connection belongs to the thread that opens it, so the replica is opened there.
        QMetaObject::invokeMethod(
            &starter, [&] { worker = new replica::ReplicaWorker(desk.open()); },
            Qt::BlockingQueuedConnection);
        connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        {
            replica::ReplicaCommands commands(*worker);
            QSignalSpy done(&commands, &ports::CommandSink::done);
            QSignalSpy changed(worker, &replica::ReplicaWorker::changed);
            QSignalSpy queued(worker, &replica::ReplicaWorker::editsQueued);
            const quint64 first =
                commands.submit({ports::AdjustStock{variant, 4, {}}, ports::SetPrice{variant, {-1}}});
            QTRY_COMPARE(done.size(), 1);
            QCOMPARE(done[0][0].toULongLong(), first);
            const auto results = done[0][1].value<QList<ports::CommandResult>>();
            QVERIFY(results[0].applied);
            QCOMPARE(results[1].violation->rule, Rule::PriceNotPositive);
            QTRY_COMPARE(changed.size(), 1);
            QTRY_COMPARE(queued.size(), 1);

            planted = true;
            const quint64 second = commands.submit({ports::AdjustStock{variant, 4, {}}});
            QVERIFY(second > first);
            QTRY_COMPARE(done.size(), 2);
            full = !done[1][1].value<QList<ports::CommandResult>>()[0].storageProblem.isEmpty();
            QVERIFY(full);
            QCOMPARE(changed.size(), 1);
        }
        thread.quit();
        thread.wait();
        desk.replica = desk.open();
        QCOMPARE(desk.replica->waitingCount().value(), 1);
    }
};

QTEST_GUILESS_MAIN(InventorySourceTest)
#include "tst_inventory_source.moc"
