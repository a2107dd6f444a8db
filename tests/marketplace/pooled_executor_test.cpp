// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL only: what a pool of writers does when the database says no, or is gone.
#include "marketplace/runtime/pooled_executor.h"
#include "support/test_database.h"

#include <QTest>

#include <atomic>
#include <semaphore>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Error;
using storage::Outcome;
using testing::TestDatabase;

class PooledExecutorTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Database> m_eye; ///< looks at what is stored
    std::atomic<int> m_retries = 0;

    std::unique_ptr<PooledExecutor> pool(int writers = 4)
    {
        ExecutorOptions options;
        options.writers = writers;
        options.retries.counted = [this] { ++m_retries; };
        return PooledExecutor::start(m_database->address(), options).value();
    }
    static Executor::WriteJob insert(int key)
    {
        return [key](Database& db) { return bool(db.run(u"INSERT INTO t (a) VALUES (?)"_s, {key})); };
    }
    QList<qint64> keys() const
    {
        return m_eye->all(u"SELECT a FROM t ORDER BY a"_s, {}, [](const storage::Row& row) { return row.integer(0); })
            .value();
    }
    /// Ends every connection but the eye's, as a restart of the server does.
    void cutConnections() const
    {
        m_eye->integer(u"SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity "
                       "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s)
            .value();
    }

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TestDatabase>(TestDatabase::Content::Empty);
        m_eye = Database::open(m_database->address()).value();
        QVERIFY(m_eye->execute(u"CREATE TABLE t (a BIGINT PRIMARY KEY, b BIGINT NOT NULL DEFAULT 0)"_s));
        m_retries = 0;
    }
    void cleanup()
    {
        m_eye.reset();
        m_database.reset();
    }

    void keepsWhatEachJobWantsKept()
    {
        const auto executor = pool();
        Outcome outcome;
        QVERIFY(executor->writeAndWait(insert(1), outcome) && outcome);
        QVERIFY(executor->writeAndWait(
                    [](Database& db) {
                        (void)insert(2)(db);
                        return false;
                    },
                    outcome)
                && outcome);
        QList<qint64> seen;
        bool wrote = true;
        QVERIFY(executor->readAndWait([&](Database& db) {
            seen = db.all(u"SELECT a FROM t"_s, {}, [](const storage::Row& row) { return row.integer(0); }).value();
            wrote = bool(db.run(u"INSERT INTO t (a) VALUES (3)"_s));
        }));
        QCOMPARE(seen, QList<qint64>{1});
        QVERIFY(!wrote);
        QCOMPARE(m_retries, 0);
    }

    void runsAgainAfterADeadlock()
    {
        const auto executor = pool(2);
        QVERIFY(m_eye->run(u"INSERT INTO t (a) VALUES (1), (2)"_s));
        // Each has its first row before either asks for its second: one of them must give way.
        std::counting_semaphore<> hasOne{0};
        std::counting_semaphore<> hasTwo{0};
        std::counting_semaphore<> ended{0};
        std::atomic<int> wentWell = 0;
        const auto take = [](int first, int second, std::counting_semaphore<>& mine, std::counting_semaphore<>& other) {
            return [=, &mine, &other, isFirstRun = std::make_shared<bool>(true)](Database& db) {
                const QString sql = u"UPDATE t SET b = b + 1 WHERE a = ?"_s;
                if (!db.run(sql, {first}))
                    return false;
                if (std::exchange(*isFirstRun, false)) {
                    mine.release();
                    other.acquire();
                }
                return bool(db.run(sql, {second}));
            };
        };
        const auto done = [&](const Outcome& outcome) {
            wentWell += int(outcome.has_value());
            ended.release();
        };
        QVERIFY(executor->write(take(1, 2, hasOne, hasTwo), done));
        QVERIFY(executor->write(take(2, 1, hasTwo, hasOne), done));
        ended.acquire();
        ended.acquire();
        QCOMPARE(wentWell, 2);
        QCOMPARE(m_eye->integer(u"SELECT CAST(sum(b) AS BIGINT) FROM t"_s).value(), 4);
        QVERIFY(m_retries >= 1); // without a pause they may meet again
    }

    void looksAgainWhenSomebodyElseWasFirst()
    {
        const auto executor = pool();
        Outcome outcome;
        int runs = 0;
        bool wasThere = false;
        QVERIFY(executor->writeAndWait(
            [&](Database& db) {
                ++runs;
                wasThere = db.integer(u"SELECT count(*) FROM t WHERE a = 1"_s).value() > 0;
                if (wasThere)
                    return false;
                m_eye->run(u"INSERT INTO t (a) VALUES (1)"_s).value(); // somebody else, in between
                return insert(1)(db);
            },
            outcome));
        QVERIFY(outcome);
        QVERIFY(wasThere);
        QCOMPARE(runs, 2);
    }

    void givesUpInTheEnd()
    {
        const auto executor = pool();
        Outcome outcome;
        int runs = 0;
        QVERIFY(executor->writeAndWait(
            [&](Database& db) {
                ++runs;
                return bool(db.execute(u"DO $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = '40001'; END $$"_s));
            },
            outcome));
        QVERIFY(outcome); // undone, as the job asked; its caller has been told why
        QCOMPARE(runs, Retries().attempts);
        QCOMPARE(m_retries, Retries().attempts - 1);
    }

    void tellsACommitOfWhatHadFailed()
    {
        const auto executor = pool();
        Outcome outcome;
        QVERIFY(executor->writeAndWait(
            [](Database& db) {
                (void)insert(1)(db);
                (void)db.run(u"SELECT 1 / 0"_s);
                return true;
            },
            outcome));
        QVERIFY(!outcome);
        QCOMPARE(keys(), QList<qint64>());
    }

    void healsWhenConnectionsAreCut()
    {
        const auto executor = pool();
        Outcome outcome;
        QVERIFY(executor->writeAndWait(insert(1), outcome) && outcome);
        cutConnections();
        QVERIFY(executor->readAndWait([](Database& db) { QCOMPARE(db.integer(u"SELECT count(*) FROM t"_s).value(), 1); }));
        QVERIFY(executor->writeAndWait(insert(2), outcome) && outcome);
        // In the middle of a job: nothing of the first run stays, the second does it.
        int runs = 0;
        QVERIFY(executor->writeAndWait(
            [&](Database& db) {
                if (!insert(3)(db))
                    return false;
                if (++runs == 1)
                    cutConnections();
                return insert(4)(db);
            },
            outcome));
        QVERIFY(outcome);
        QCOMPARE(runs, 2);
        QCOMPARE(keys(), (QList<qint64>{1, 2, 3, 4}));
        QVERIFY(m_retries > 0);
    }

    void manyWritersLoseNothing()
    {
        const auto executor = pool(8);
        QVERIFY(m_eye->run(u"INSERT INTO t (a) VALUES (1)"_s));
        constexpr int jobs = 400;
        std::counting_semaphore<> ended{0};
        std::atomic<int> wentWell = 0;
        for (int i = 0; i < jobs; ++i) {
            QVERIFY(executor->write(
                [](Database& db) { return bool(db.run(u"UPDATE t SET b = b + 1 WHERE a = 1"_s)); },
                [&](const Outcome& outcome) {
                    wentWell += int(outcome.has_value());
                    ended.release();
                }));
        }
        for (int i = 0; i < jobs; ++i)
            ended.acquire();
        QCOMPARE(wentWell, jobs);
        QCOMPARE(m_eye->integer(u"SELECT b FROM t WHERE a = 1"_s).value(), jobs);
    }

    void saysWhyItCannotStart()
    {
        const auto nowhere = PooledExecutor::start(TestDatabase::nowhere(), {});
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, Error::Kind::Unavailable);
        storage::Address missing = m_database->address();
        missing.name = u"no_such_database"_s;
        const auto none = PooledExecutor::start(missing, {});
        QVERIFY(!none);
        QVERIFY2(none.error().text.contains(u"\"no_such_database\" does not exist"), qPrintable(none.error().text));
        QVERIFY(!none.error().text.contains(u'\n'));
    }
};

QTEST_GUILESS_MAIN(PooledExecutorTest)
#include "pooled_executor_test.moc"
