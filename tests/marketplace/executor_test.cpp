// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/inline_executor.h"
#include "marketplace/runtime/threaded_executor.h"
#include "support/test_database.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <semaphore>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace Qt::StringLiterals;
using testing::TestDatabase;
using storage::Database;
using storage::Error;
using storage::Outcome;

class ExecutorTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;

    storage::Address freshTable()
    {
        const auto address = m_database->address();
        const auto db = Database::open(address).value();
        if (!db->execute(u"CREATE TABLE t (a INTEGER PRIMARY KEY)"_s))
            qFatal("no table");
        return address;
    }
    static QList<qint64> keys(Database& db)
    {
        return db.all(u"SELECT a FROM t ORDER BY a"_s, {}, [](const storage::Row& row) { return row.integer(0); }).value();
    }
    static QList<qint64> keysIn(const storage::Address& address) { return keys(*Database::open(address).value()); }
    static Executor::WriteJob insert(int key, bool keep = true)
    {
        return [key, keep](Database& db) { return bool(db.run(u"INSERT INTO t VALUES (?)"_s, {key})) && keep; };
    }

    /// What jobs were told, in order.
    struct Told
    {
        std::mutex mutex;
        QList<std::pair<int, bool>> ends;
        std::counting_semaphore<> count{0};

        void wait(int jobs)
        {
            while (jobs-- > 0)
                count.acquire();
        }
        Executor::Done note(int job)
        {
            return [this, job](const Outcome& outcome) {
                {
                    const std::lock_guard lock(mutex);
                    ends.append({job, outcome.has_value()});
                }
                count.release();
            };
        }
    };
    using Ends = QList<std::pair<int, bool>>;

private Q_SLOTS:
    void init() { m_database = std::make_unique<TestDatabase>(TestDatabase::Content::Empty); }
    void cleanup() { m_database.reset(); }

    void commitsWhatHasGatheredInOneGo()
    {
        const auto address = freshTable();
        std::atomic<int> commits = 0;
        ExecutorOptions options;
        options.writerFault = [&](storage::Step, const QString& sql) {
            commits += sql == u"COMMIT";
            return Outcome{};
        };
        const auto executor = ThreadedExecutor::start(address, options).value();
        std::counting_semaphore<> started{0};
        std::counting_semaphore<> go{0};
        Told told;
        QVERIFY(executor->write(
            [&](Database&) {
                started.release();
                go.acquire();
                return true;
            },
            told.note(0)));
        started.acquire();
        for (int job = 1; job <= 20; ++job)
            QVERIFY(executor->write(insert(job, job != 7), told.note(job)));
        go.release();
        told.wait(21);
        QCOMPARE(commits, 2);
        QCOMPARE(told.ends.size(), 21);
        QVERIFY(std::all_of(told.ends.cbegin(), told.ends.cend(), [](const auto& end) { return end.second; }));
        const QList<qint64> kept = keysIn(address);
        QCOMPARE(kept.size(), 19);
        QVERIFY(!kept.contains(7));
    }

    void tellsEverybodyWhenTheCommitFails()
    {
        const auto address = freshTable();
        std::atomic<bool> fails = true;
        ExecutorOptions options;
        options.writerFault = [&](storage::Step, const QString& sql) -> Outcome {
            if (fails && sql == u"COMMIT")
                return tl::unexpected(Error{Error::Kind::Full, u"disk full"_s});
            return {};
        };
        const auto executor = ThreadedExecutor::start(address, options).value();
        std::counting_semaphore<> started{0};
        std::counting_semaphore<> go{0};
        Told told;
        executor->write(
            [&](Database& db) {
                started.release();
                go.acquire();
                return insert(100)(db);
            },
            told.note(0));
        started.acquire();
        executor->write(insert(1), told.note(1));
        executor->write(insert(2), told.note(2));
        go.release();
        told.wait(3);
        QCOMPARE(told.ends, (Ends{{0, false}, {1, false}, {2, false}}));
        QCOMPARE(keysIn(address), QList<qint64>());
        fails = false;
        Outcome outcome;
        QVERIFY(executor->writeAndWait(insert(3), outcome));
        QVERIFY(outcome);
        QCOMPARE(keysIn(address), QList<qint64>{3});
    }

    void keepsNothingOfAGroupWhoseTransactionIsLost()
    {
        // What SQLite does by itself on a full disk, here done by the second of three jobs.
        const auto address = freshTable();
        const auto executor = ThreadedExecutor::start(address, {}).value();
        std::counting_semaphore<> started{0};
        std::counting_semaphore<> go{0};
        Told told;
        executor->write(
            [&](Database& db) {
                started.release();
                go.acquire();
                return insert(1)(db);
            },
            told.note(1));
        started.acquire();
        executor->write(insert(5), told.note(5));
        executor->write(
            [](Database& db) {
                (void)db.execute(u"ROLLBACK"_s);
                return false;
            },
            told.note(6));
        executor->write(insert(7), told.note(7));
        go.release();
        told.wait(4);
        QCOMPARE(told.ends, (Ends{{1, true}, {5, false}, {6, false}, {7, false}}));
        QCOMPARE(keysIn(address), QList<qint64>{1});
        Outcome outcome;
        QVERIFY(executor->writeAndWait(insert(8), outcome) && outcome);
    }

    void showsReadersCommittedRowsOnlyAndLetsThemWriteNothing()
    {
        const auto address = freshTable();
        const auto executor = ThreadedExecutor::start(address, {}).value();
        std::counting_semaphore<> written{0};
        std::counting_semaphore<> go{0};
        Told told;
        executor->write(
            [&](Database& db) {
                const bool kept = insert(1)(db);
                written.release();
                go.acquire();
                return kept;
            },
            told.note(1));
        written.acquire();
        QList<qint64> during;
        bool wrote = true;
        QVERIFY(executor->readAndWait([&](Database& db) {
            during = keys(db);
            wrote = bool(db.run(u"INSERT INTO t VALUES (2)"_s));
        }));
        go.release();
        told.wait(1);
        QList<qint64> after;
        QVERIFY(executor->readAndWait([&](Database& db) { after = keys(db); }));
        QCOMPARE(during, QList<qint64>());
        QCOMPARE(after, QList<qint64>{1});
        QVERIFY(!wrote);
    }

    void refusesWhenTooMuchWaitsOrItStops()
    {
        const auto address = freshTable();
        ExecutorOptions options;
        options.waitingWrites = 2;
        const auto executor = ThreadedExecutor::start(address, options).value();
        std::counting_semaphore<> started{0};
        std::counting_semaphore<> go{0};
        Told told;
        executor->write(
            [&](Database&) {
                started.release();
                go.acquire();
                return true;
            },
            told.note(0));
        started.acquire();
        QVERIFY(executor->write(insert(1), told.note(1)));
        QVERIFY(executor->write(insert(2), told.note(2)));
        QVERIFY(!executor->write(insert(3), told.note(3)));
        go.release();
        executor->stop();
        // What was taken is finished.
        QCOMPARE(told.ends.size(), 3);
        QCOMPARE(keysIn(address), (QList<qint64>{1, 2}));
        QVERIFY(!executor->write(insert(4), told.note(4)));
        QVERIFY(!executor->read([](Database&) {}));
        QVERIFY(!executor->compute([] {}));
    }

    void lateStepsOfAComputationAreDoneBeforeItStops()
    {
        const auto address = freshTable();
        const auto executor = ThreadedExecutor::start(address, {}).value();
        Outcome outcome = tl::unexpected(Error{});
        QVERIFY(executor->compute([&] { executor->writeAndWait(insert(1), outcome); }));
        executor->stop();
        QVERIFY(outcome);
        QCOMPARE(keysIn(address), QList<qint64>{1});
    }

    void saysWhyItCannotStart()
    {
        const auto nowhere = ThreadedExecutor::start(TestDatabase::nowhere(), {});
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, Error::Kind::Unavailable);
    }

    void runsEverythingAtOnceInline()
    {
        const auto address = freshTable();
        const auto db = Database::open(address).value();
        InlineExecutor executor(*db);
        Told told;
        QVERIFY(executor.write(insert(1), told.note(1)));
        QVERIFY(executor.write(insert(2, false), told.note(2)));
        QVERIFY(executor.compute([&] {
            Outcome outcome;
            executor.writeAndWait(insert(3), outcome);
        }));
        QList<qint64> seen;
        QVERIFY(executor.read([&](Database& reader) { seen = keys(reader); }));
        QCOMPARE(seen, (QList<qint64>{1, 3}));
        QCOMPARE(told.ends, (Ends{{1, true}, {2, true}}));
    }
};

QTEST_GUILESS_MAIN(ExecutorTest)
#include "executor_test.moc"
