// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "replica/recovery.h"
#include "storage/log_check.h"

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

/// A replica whose pages are of different commits, each of them whole: what is left when the log is damaged
/// after a part of it had gone into the database.
class HalfCommitTest : public QObject
{
    Q_OBJECT

    /// Dies with one edit that waits.
    static void editAndDie(Desk& desk)
    {
        desk.fill(20);
        QVERIFY(desk.pull());
        desk.replica->keepEditLog();
        QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(0), 3, u"Hitung ulang"_s}}));
        QCOMPARE(desk.count(u"base_rows"), 1);
    }
    static replica::Opened start(Desk& desk)
    {
        desk.replica.reset();
        auto opened = replica::openSound(desk.file(), desk.clock, desk.ids);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        return std::move(*opened);
    }

    /// The files of the database as they are now, which nobody has open.
    static QString leftBehind(Desk& desk)
    {
        const QString from = desk.replica->databaseFile();
        const QString copy = from + u".copy"_s;
        for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::copy(from + end, copy + end);
        return copy;
    }

private Q_SLOTS:
    void anEditWhoseNumberIsGivenIsTakenFromTheEditLog()
    {
        Desk desk;
        editAndDie(desk);
        const auto before = desk.replica->pending().value();
        QVERIFY(desk.replica->database().run(u"DELETE FROM outbox"_s));

        const replica::Opened opened = start(desk);
        QVERIFY(opened.recovered);
        QCOMPARE(opened.recovered->kept, 1);
        QCOMPARE(opened.recovered->lost, std::optional<int>(0));
        const auto after = opened.replica->pending().value();
        QCOMPARE(after.size(), 1);
        QCOMPARE(after.front().id, before.front().id);
    }

    void whatAnEditLeftWithoutTheEditIsNoticed()
    {
        Desk desk;
        editAndDie(desk);
        // As before the edit, but for its row.
        QVERIFY(desk.replica->database().run(u"DELETE FROM outbox"_s));
        QVERIFY(desk.replica->database().run(u"DELETE FROM base_rows"_s));
        QVERIFY(desk.replica->database().run(u"UPDATE replica SET next_seq = next_seq - 1"_s));
        QVERIFY(start(desk).recovered);
    }

    void aSettledEditThatIsMissingFromTheHistoryIsNoticed()
    {
        Desk desk;
        editAndDie(desk);
        QVERIFY(desk.sync());
        QCOMPARE(desk.count(u"history"), 1);
        // The page of the history is as it was before, all others are as after.
        QVERIFY(desk.replica->database().run(u"DELETE FROM history"_s));
        QVERIFY(start(desk).recovered);
    }

    void anIndexOfOtherEditsIsNoticed()
    {
        Desk desk;
        editAndDie(desk);
        storage::Database& db = desk.replica->database();
        // The edit changes while its index is not looked after.
        for (const QString& sql : {u"PRAGMA writable_schema = ON"_s,
                                   u"CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'outbox'"_s,
                                   u"DELETE FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'outbox' AND sql IS NOT NULL"_s,
                                   u"PRAGMA writable_schema = RESET"_s,
                                   u"UPDATE outbox SET entity_id = upper(entity_id)"_s,
                                   u"UPDATE base_rows SET id = upper(id)"_s,
                                   u"PRAGMA writable_schema = ON"_s,
                                   u"INSERT INTO sqlite_schema SELECT * FROM kept WHERE sql IS NOT NULL"_s,
                                   u"PRAGMA writable_schema = RESET"_s})
            QVERIFY2(db.execute(sql), qPrintable(sql));
        QVERIFY(start(desk).damage.contains(u"index"));
    }

    void aHistoryThatWasSettledInFullIsNoDamage()
    {
        Desk desk;
        editAndDie(desk);
        QVERIFY(desk.sync());
        const replica::Opened opened = start(desk);
        QVERIFY(!opened.recovered);
        QVERIFY(opened.damage.isEmpty());
    }

    void aLogThatLostCommitsIsNoticed()
    {
        Desk desk;
        editAndDie(desk);
        QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(1), 2, u"Barang datang"_s}}));
        // As a kill leaves them; then the disk loses the log's end.
        const QString copy = leftBehind(desk);
        QFile log(copy + u"-wal"_s);
        QVERIFY(!storage::logLostCommits(copy));
        QVERIFY(log.size() > 3 * 4'096);
        QVERIFY(log.resize(log.size() - 4'200));
        QVERIFY(storage::logLostCommits(copy));
        QVERIFY(log.remove());
        QVERIFY(storage::logLostCommits(copy));
        QVERIFY(QFile::remove(copy + u"-shm"_s));
        QVERIFY(!storage::logLostCommits(copy));
    }

    void aByteOfTheLogThatFlippedIsNoticed()
    {
        Desk desk;
        editAndDie(desk);
        const QString copy = leftBehind(desk);
        QFile log(copy + u"-wal"_s);
        QVERIFY(log.open(QIODevice::ReadWrite) && log.seek(32 + 24 + 100));
        QVERIFY(log.write("x", 1) == 1);
        log.close();
        QVERIFY(storage::logLostCommits(copy));
    }

    void aPictureThatWaitsIsNoDamage()
    {
        Desk desk;
        editAndDie(desk);
        QVERIFY(desk.sync());
        QVERIFY(desk.replica->submit({ports::AttachPicture{.product = desk.product(0), .image = desk.ids.make<ImageId>(), .hash = QString(64, u'a'),
                                                          .width = 800, .height = 800, .position = {}}}));
        QCOMPARE(desk.count(u"base_rows"), 1);
        const replica::Opened opened = start(desk);
        QVERIFY2(!opened.recovered, qPrintable(opened.damage));
        QCOMPARE(opened.replica->database().integer(u"SELECT count(*) FROM uploads"_s).value_or(-1), 1);
    }

    void anEditThatWaitsIsNoDamage()
    {
        Desk desk;
        editAndDie(desk);
        const replica::Opened opened = start(desk);
        QVERIFY(!opened.recovered);
        QCOMPARE(opened.replica->waitingCount().value(), 1);
    }
};

QTEST_GUILESS_MAIN(HalfCommitTest)
#include "tst_half_commit.moc"
