// SPDX-License-Identifier: GPL-3.0-or-later
// A whole space loaded beside the replica and swapped in, with edits waiting and with everything that can
// break off on the way.
#include "desk.h"

#include <QDir>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class SnapshotTest : public QObject
{
    Q_OBJECT

private:
    static storage::Outcome planted()
    {
        return tl::unexpected(storage::Error{storage::Error::Kind::Full, u"planted"_s});
    }

private Q_SLOTS:
    void loadsAnEmptyReplica()
    {
        Desk desk;
        desk.fill(500);
        const DeviceId device = desk.replica->deviceId();
        const auto effect = desk.snapshot();
        QVERIFY(effect && effect->applied && effect->touched.structure);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.replica->cursor(), desk.space.version);
        QCOMPARE(desk.replica->epoch(), desk.space.epoch);
        QCOMPARE(desk.replica->deviceId(), device);
        QCOMPARE(desk.wrong(), QStringList());
        desk.reopen();
        QCOMPARE(desk.replica->deviceId(), device);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void isTheSameAsPulling()
    {
        Desk pulled;
        pulled.fill(300);
        QVERIFY(pulled.sync());
        Desk loaded;
        loaded.fill(300);
        QVERIFY(loaded.snapshot()->applied);
        const auto shown = [](Desk& desk) {
            return desk.replica->database()
                .all(
                    u"SELECT hex(v.id) || v.sku_key || v.options_label || coalesce(v.search, '-') || "
                    u"v.threshold || v.status || "
                    "v.archived || p.name_key FROM variants v JOIN products p ON p.row = v.product ORDER BY 1"_s,
                    {}, [](const storage::Row& r) { return r.text(0); })
                .value();
        };
        QCOMPARE(shown(loaded), shown(pulled));
        const auto found = [](Desk& desk) {
            return desk.replica->database()
                .integer(u"SELECT count(*) FROM search WHERE search MATCH '\"jumat\"*'"_s)
                .value();
        };
        QVERIFY(found(loaded) > 0);
        QCOMPARE(found(loaded), found(pulled));
        // And it goes on the same way.
        for (Desk* desk : {&pulled, &loaded}) {
            QVERIFY(
                desk->replica->submit({ports::SetSku{desk->variant(7), u"LAIN-1"_s}})->results[0].applied);
            QVERIFY(desk->sync()->applied);
            QCOMPARE(desk->wrong(), QStringList());
        }
        QCOMPARE(loaded.replica->dump().value(), pulled.replica->dump().value());
    }

    void carriesWaitingEditsOver()
    {
        Desk desk;
        desk.fill(100);
        QVERIFY(desk.sync());
        const VariantId first = desk.variant(0);
        const VariantId second = desk.variant(1);
        QVERIFY(desk.replica->submit({ports::SetPrice{first, {5'555}}}));
        desk.space.setVariant(first, desk.space.variant(first));
        QVERIFY(desk.sync()->rejected == 1);
        QVERIFY(desk.replica->submit({ports::AdjustStock{first, 7, {}}}));
        desk.space.push(desk.replica->pending().value()); // applied, but the answer was lost
        QVERIFY(desk.replica->submit({ports::AdjustStock{second, 5, {}}}));
        desk.fill(20, 31);

        auto builder = desk.replica->beginSnapshot(desk.space.head());
        QVERIFY(builder);
        QVERIFY((*builder)->add(desk.space.snapshotRows()));
        // Work goes on while the snapshot loads.
        const ports::CreateProduct create{.product = desk.ids.make<ProductId>(),
                                          .variant = desk.ids.make<VariantId>(),
                                          .name = u"Baru"_s,
                                          .price = {100},
                                          .stock = 3};
        QVERIFY(desk.replica->submit({create, ports::AdjustStock{second, 1, {}}}));
        const auto effect = desk.replica->swapIn(std::move(*builder));
        QVERIFY(effect && effect->applied);
        QCOMPARE(effect->acknowledged, 1);
        QCOMPARE(desk.replica->waitingCount().value(), 3);
        QCOMPARE(desk.replica->rejectionCount().value(), 1);
        QCOMPARE(desk.shown(first, u"rejected"), int(ports::EditField::Price));
        QCOMPARE(desk.shown(first, u"waiting"), 0);
        QCOMPARE(desk.shown(second, u"on_hand"), desk.space.variant(second).onHand + 6);
        QCOMPARE(desk.shown(create.variant, u"on_hand"), 3);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
        QVERIFY(desk.sync()->applied);
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        QCOMPARE(desk.space.variant(second).onHand, int(desk.shown(second, u"on_hand")));
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void takesVariantsApartFromTheirProducts()
    {
        Desk desk;
        desk.fill(60);
        desk.space.put(protocol::table::stores, desk.space.ids(protocol::table::stores).constFirst(),
                       protocol::StoreRow{.name = u"Toko"_s, .lowStockThreshold = 50}.toJson());
        auto rows = desk.space.snapshotRows();
        std::rotate(rows.begin(), rows.begin() + 1, rows.end()); // the store last
        std::reverse(rows.begin() + 2, rows.end() - 1); // all but the first variant apart from their products
        auto builder = desk.replica->beginSnapshot(desk.space.head());
        QVERIFY(builder);
        QVERIFY((*builder)->add(rows));
        QVERIFY(desk.replica->swapIn(std::move(*builder))->applied);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(
            desk.replica->database().integer(u"SELECT count(*) FROM variants WHERE archived = 2"_s).value(),
            0);
        QCOMPARE(
            desk.replica->database()
                .integer(u"SELECT count(*) FROM variants WHERE threshold <> coalesce(own_threshold, 50)"_s)
                .value(),
            0);
        QCOMPARE(desk.wrong(), QStringList());
    }

    void throwsAwayASnapshotThatDoesNotAddUp()
    {
        Desk desk;
        desk.fill(50);
        QVERIFY(desk.sync());
        const QByteArray before = desk.replica->dump().value();
        desk.fill(10, 5);
        auto rows = desk.space.snapshotRows();
        rows.removeLast();
        auto builder = desk.replica->beginSnapshot(desk.space.head());
        QVERIFY((*builder)->add(rows));
        const auto effect = desk.replica->swapIn(std::move(*builder));
        QVERIFY(effect && effect->sumMismatch() && !effect->applied);
        QCOMPARE(desk.replica->dump().value(), before);
        QCOMPARE(QDir(desk.dir.path()).entryList({u"replica.db.*"_s}, QDir::Files), QStringList());
    }

    void refusesARowThatComesTwice()
    {
        Desk desk;
        desk.fill(10);
        auto rows = desk.space.snapshotRows();
        rows.append(rows.constLast());
        auto head = desk.space.head();
        ++head.rowCount;
        head.rowSum.add(
            protocol::rowShare(rows.constLast().table, rows.constLast().id, rows.constLast().version));
        auto builder = desk.replica->beginSnapshot(head);
        QVERIFY((*builder)->add(rows));
        QVERIFY(!desk.replica->swapIn(std::move(*builder)));
        QVERIFY(!desk.replica->everSynced());
    }

    void survivesEveryInterruption()
    {
        for (int failing = 0;; failing += 3) {
            Desk desk;
            desk.fill(8);
            QVERIFY(desk.sync());
            QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(0), 7, {}}}));
            const QByteArray before = desk.replica->dump().value();
            const qint64 onHand = desk.shown(desk.variant(0), u"on_hand");
            desk.fill(2, 3);
            int step = 0;
            desk.fault = [&](storage::Step, const QString&) {
                return step++ == failing ? planted() : storage::Outcome();
            };
            const auto effect = desk.snapshot();
            desk.fault = {};
            if (effect) {
                QVERIFY(failing > 50);
                QCOMPARE(desk.replica->dump().value(), desk.space.dump());
                return;
            }
            QCOMPARE(desk.replica->dump().value(), before);
            desk.reopen();
            QCOMPARE(desk.replica->dump().value(), before);
            QCOMPARE(desk.shown(desk.variant(0), u"on_hand"), onHand);
            QCOMPARE(desk.replica->waitingCount().value(), 1);
            QCOMPARE(desk.wrong(), QStringList());
            QCOMPARE(QDir(desk.dir.path()).entryList({u"replica.db.*"_s}, QDir::Files), QStringList());
        }
    }

    void cleansUpAfterAProgramThatDied()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.snapshot()->applied);
        const QString current = desk.replica->databaseFile();
        desk.replica.reset();
        for (const QString& stray : {u"replica.db.77"_s, u"replica.db.77-wal"_s, u"replica.db"_s}) {
            QFile file(desk.dir.filePath(stray));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("half");
        }
        desk.replica = desk.open();
        QCOMPARE(desk.replica->databaseFile(), current);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QVERIFY(!QFile::exists(desk.dir.filePath(u"replica.db.77"_s)));
        QVERIFY(!QFile::exists(desk.dir.filePath(u"replica.db"_s)));
        QVERIFY(desk.snapshot()->applied); // and the next one finds a free name
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QVERIFY(QFile::exists(current)); // somebody may still be reading it
        desk.replica->removeLeftFiles();
        QVERIFY(!QFile::exists(current));
    }

    void guessesNotWhichFileHoldsTheEdits()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.snapshot()->applied);
        desk.reopen(); // removes the file that the snapshot replaced
        QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(0), 5, {}}}));
        const QString current = desk.replica->databaseFile();
        const QString pointer = desk.file() + u".current"_s;
        desk.replica.reset();
        const auto problem = [&] {
            const auto opened = replica::Replica::open(desk.file(), desk.clock, desk.ids);
            return opened ? u"opened"_s : opened.error().text;
        };

        QVERIFY(QFile::rename(pointer, pointer + u"x"_s));
        QVERIFY(problem().contains(u"is missing"_s));
        QFile file(pointer);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("..\n");
        file.close();
        QVERIFY(problem().contains(u"names no file"_s));
        QVERIFY(QFile::exists(current));

        QVERIFY(file.remove());
        QVERIFY(QFile::rename(pointer + u"x"_s, pointer));
        desk.replica = desk.open();
        QCOMPARE(desk.replica->waitingCount().value(), 1);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void sendsAgainWhatARestoredServerForgot()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        const FakeSpace backup = desk.space;
        const VariantId variant = desk.variant(0);
        const qint32 onHand = desk.space.variant(variant).onHand;
        QVERIFY(desk.replica->submit({ports::AdjustStock{variant, 5, {}}}));
        QVERIFY(desk.sync());
        QVERIFY(desk.replica->submit({ports::AdjustStock{variant, 2, {}}}));

        desk.space = backup;
        desk.space.epoch = u"after the restore"_s;
        QVERIFY(desk.pull()->needsSnapshot());
        const DeviceId device = desk.replica->deviceId();
        QVERIFY(desk.snapshot()->applied);
        QVERIFY(desk.replica->deviceId() != device);
        const auto ops = desk.replica->pending().value();
        QCOMPARE(ops.size(), 2);
        QCOMPARE(ops[0].args.value(u"delta").toInt(), 5);
        QCOMPARE(ops[0].seq, 1);
        QCOMPARE(ops[1].seq, 2);
        const auto told = desk.replica->notices().value();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.front().kind, ports::Notice::Kind::Resent);
        QCOMPARE(told.front().kept, 1); // the other one would have been sent anyway
        QCOMPARE(desk.shown(variant, u"on_hand"), onHand + 7);
        QVERIFY(desk.sync()->applied);
        QCOMPARE(desk.space.variant(variant).onHand, onHand + 7);
        QCOMPARE(desk.wrong(), QStringList());
    }

    void loadsAHundredThousand()
    {
        Desk desk;
        constexpr int variants = 100'000;
        const auto head = GeneratedRows::head(42, variants);
        auto builder = desk.replica->beginSnapshot(head);
        QVERIFY(builder);
        GeneratedRows rows(42, variants);
        while (const auto row = rows.next())
            QVERIFY((*builder)->add(*row));
        QCOMPARE((*builder)->rows(), head.rowCount);
        QVERIFY(desk.replica->swapIn(std::move(*builder))->applied);
        QCOMPARE(desk.count(u"variants"), variants);
        QCOMPARE(desk.replica->rowSum(), head.rowSum);
        QCOMPARE(desk.replica->database().integer(u"SELECT sum(n) FROM counts"_s).value(), variants);
    }
};

QTEST_GUILESS_MAIN(SnapshotTest)
#include "tst_snapshot.moc"
