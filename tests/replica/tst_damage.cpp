// SPDX-License-Identifier: GPL-3.0-or-later
// Replicas that hold what no program would write, though every page has the right check value.
#include "desk.h"
#include "replica/recovery.h"
#include "replica/row_set.h"
#include "storage/checked_file.h"

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class DamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRecovered_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a table is gone") << u"DROP TABLE orders"_s;
        QTest::newRow("a column is gone") << u"ALTER TABLE replica DROP COLUMN cursor"_s;
        QTest::newRow("the state is gone") << u"DROP TABLE replica"_s;
        QTest::newRow("numbers at their end") << u"UPDATE replica SET next_seq = 9223372036854775807"_s;
        QTest::newRow("numbers at their beginning")
            << u"UPDATE replica SET next_seq = -9223372036854775808, commits = -9223372036854775808"_s;
        QTest::newRow("an edit at the end") << u"UPDATE outbox SET seq = 9223372036854775807"_s;
        QTest::newRow("a row below all") << u"UPDATE variants SET row = -1 WHERE row = 1"_s;
        QTest::newRow("a row above all") << u"UPDATE products SET row = 9223372036854775807 WHERE row = 1"_s;
        QTest::newRow("a price beyond all") << u"UPDATE variants SET price = 9223372036854775807"_s;
        QTest::newRow("a text for a number") << u"UPDATE variants SET on_hand = 'many' WHERE row = 1"_s;
        QTest::newRow("a real beyond all integers") << u"UPDATE replica SET next_seq = 1e300"_s;
    }
    void isRecovered()
    {
        QFETCH(QString, sql);
        Desk desk;
        desk.replica->keepEditLog();
        desk.fill(3);
        QVERIFY(desk.pull());
        QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(0), 2, u"found"_s}}));
        const QString file = desk.replica->databaseFile();
        desk.replica->close();
        desk.replica.reset();
        {
            const auto database = storage::Database::open(storage::checkedFile(file)).value();
            QVERIFY(database->execute(u"PRAGMA ignore_check_constraints = ON"_s));
            QVERIFY(database->execute(sql));
        }

        const auto opened = replica::openSound(desk.file(), desk.clock, desk.ids);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        QVERIFY(opened->recovered);
        const auto pending = opened->replica->pending().value();
        QCOMPARE(pending.size(), 1);
        QCOMPARE(pending.constFirst().name, QStringView(protocol::op::stockAdjust));
    }

    void setsTakeOnlyRowsThatCanBe()
    {
        replica::RowSet set;
        for (const ports::RowNumber row :
             {-1, std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max(), 7})
            set.insert(row);
        QVERIFY(!set.contains(-1));
        QCOMPARE(set.rows(), QList<ports::RowNumber>{7});
    }
};

QTEST_GUILESS_MAIN(DamageTest)
#include "tst_damage.moc"
