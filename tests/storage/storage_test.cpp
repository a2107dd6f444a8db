// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/migrator.h"
#include "storage/transaction.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain::storage;
using namespace Qt::StringLiterals;

class StorageTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;

    Address freshFile() { return Address::sqlite(m_dir.filePath(u"%1.db"_s.arg(++m_files))); }

    std::unique_ptr<Database> openWithTable(const Options& options = {})
    {
        auto database = Database::open(freshFile(), options);
        if (!database || !(*database)->execute(u"CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT CHECK (b <> 'bad'))"_s))
            return nullptr;
        return std::move(*database);
    }

    static QList<qint64> keys(Database& database)
    {
        return database.all(u"SELECT a FROM t ORDER BY a"_s, {}, [](const Row& r) { return r.integer(0); }).value();
    }

    static void writeScript(const QString& folder, const QString& name, const QByteArray& text)
    {
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

private Q_SLOTS:
    void sortsErrorsByWhatCanBeDone()
    {
        const auto db = openWithTable();
        QVERIFY(db->run(u"INSERT INTO t VALUES (?, ?)"_s, {1, u"x"_s}));
        QCOMPARE(db->run(u"INSERT INTO t VALUES (?, ?)"_s, {1, u"y"_s}).error().kind, Error::Kind::Constraint);
        QCOMPARE(db->run(u"INSERT INTO t VALUES (?, ?)"_s, {2, u"bad"_s}).error().kind, Error::Kind::Constraint);
        QCOMPARE(db->run(u"SELEKT"_s).error().kind, Error::Kind::Other);

        const Address garbage = freshFile();
        QFile file(garbage.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QCOMPARE(Database::open(garbage).error().kind, Error::Kind::Corrupt);
        QCOMPARE(Database::open(Address::sqlite(m_dir.filePath(u"no/such/dir/x.db"_s))).error().kind,
                 Error::Kind::Unavailable);
    }

    void readsIntegersOutOfReals()
    {
        const auto db = Database::open(freshFile()).value();
        QCOMPARE(db->integer(u"SELECT 2.5"_s).value(), 3);
        QCOMPARE(db->integer(u"SELECT -1e15"_s).value(), -1'000'000'000'000'000);
        // A damaged file may hold anything; beyond 64 bits the ends are as good as any.
        QCOMPARE(db->integer(u"SELECT 1e300"_s).value(), std::numeric_limits<qint64>::max());
        QCOMPARE(db->integer(u"SELECT -1e300"_s).value(), std::numeric_limits<qint64>::min());
    }

    void reportsALockThatIsNotHad()
    {
        const Address address = freshFile();
        const auto first = Database::open(address).value();
        QVERIFY(first->execute(u"CREATE TABLE t (a)"_s));
        const auto held = Transaction::begin(*first);
        QVERIFY(held);
        const auto second = Database::open(address, {.busyTimeoutMs = 1}).value();
        QCOMPARE(Transaction::begin(*second).error().kind, Error::Kind::Busy);
    }

    void rollsBackWhenTheScopeEnds()
    {
        const auto db = openWithTable();
        {
            const auto transaction = Transaction::begin(*db);
            QVERIFY(transaction);
            QVERIFY(db->run(u"INSERT INTO t(a) VALUES (1)"_s));
        }
        QCOMPARE(keys(*db), QList<qint64>());
        QVERIFY(!db->inTransaction());
    }

    void undoesASavepointAlone()
    {
        const auto db = openWithTable();
        auto outer = Transaction::begin(*db);
        QVERIFY(db->run(u"INSERT INTO t(a) VALUES (1)"_s));
        {
            auto inner = Transaction::begin(*db);
            QVERIFY(db->run(u"INSERT INTO t(a) VALUES (2)"_s));
        }
        auto second = Transaction::begin(*db);
        QVERIFY(db->run(u"INSERT INTO t(a) VALUES (3)"_s));
        QVERIFY(second->commit());
        QVERIFY(outer->commit());
        QCOMPARE(keys(*db), (QList<qint64>{1, 3}));
    }

    void keepsNothingWhenTheCommitFails()
    {
        bool broken = false;
        const auto db = openWithTable({.fault = [&](Step step, const QString&) -> Outcome {
            if (broken && step == Step::Commit)
                return tl::unexpected(Error{Error::Kind::Full, u"planted"_s});
            return {};
        }});
        auto transaction = Transaction::begin(*db);
        QVERIFY(db->run(u"INSERT INTO t(a) VALUES (1)"_s));
        broken = true;
        QCOMPARE(transaction->commit().error().kind, Error::Kind::Full);
        QCOMPARE(keys(*db), QList<qint64>());
    }

    void readsOneStatementInsideItself()
    {
        const auto db = openWithTable();
        for (int i = 1; i <= 3; ++i)
            QVERIFY(db->run(u"INSERT INTO t(a) VALUES (?)"_s, {i}));
        QList<qint64> pairs;
        QVERIFY(db->each(u"SELECT a FROM t ORDER BY a"_s, {}, [&](const Row& outer) {
            for (const qint64 inner : keys(*db))
                pairs << outer.integer(0) * 10 + inner;
        }));
        QCOMPARE(pairs, (QList<qint64>{11, 12, 13, 21, 22, 23, 31, 32, 33}));
    }

    void refusesToWriteWhenReadOnly()
    {
        const Address address = freshFile();
        const auto writer = Database::open(address).value();
        QVERIFY(writer->execute(u"CREATE TABLE t (a)"_s));
        const auto reader = Database::open(address, {.readOnly = true}).value();
        QVERIFY(!reader->run(u"INSERT INTO t VALUES (1)"_s));
        QCOMPARE(reader->integer(u"SELECT count(*) FROM t"_s).value(), 0);
    }

    void parsesAddresses()
    {
        QCOMPARE(Address::parse(u"sqlite:/a b.db"_s).value().file, u"/a b.db"_s);
        const auto postgres = Address::parse(u"postgresql://us%40er:p%3Aw@db.example:5433/shop"_s).value();
        QCOMPARE(postgres.dialect, Dialect::Postgres);
        QCOMPARE((QStringList{postgres.user, postgres.password, postgres.host, postgres.name}),
                 (QStringList{u"us@er"_s, u"p:w"_s, u"db.example"_s, u"shop"_s}));
        QCOMPARE(postgres.port, 5433);
        QVERIFY(!Address::parse(u"sqlite:"_s));
        QVERIFY(!Address::parse(u"mysql://x/y"_s));
        QVERIFY(!Address::parse(u"postgresql://host"_s));
    }

    void migratesOnceAndGoesOn()
    {
        const QString folder = m_dir.filePath(u"migrations"_s);
        writeScript(folder, u"0001_first.sql"_s, "-- a; comment\nCREATE TABLE one (a);\nCREATE TRIGGER tr AFTER INSERT ON one\nBEGIN\n  DELETE FROM one WHERE a = 0;\nEND;\n");
        const Address address = freshFile();
        const auto db = Database::open(address).value();
        QCOMPARE(migrate(*db, folder).value(), 1);
        QVERIFY(db->run(u"INSERT INTO one VALUES (7)"_s));

        writeScript(folder, u"0002_second.sql"_s, "ALTER TABLE one ADD COLUMN b;\nALTER TABLE nowhere ADD COLUMN c;\n");
        QVERIFY(!migrate(*db, folder));
        QVERIFY(!db->query(u"SELECT b FROM one"_s));

        writeScript(folder, u"0002_second.sql"_s, "ALTER TABLE one ADD COLUMN b;\n");
        QCOMPARE(migrate(*db, folder).value(), 2);
        QCOMPARE(migrate(*db, folder).value(), 2);
        QCOMPARE(db->integer(u"SELECT a FROM one"_s).value(), 7);

        QVERIFY(QFile::remove(folder + u"/0002_second.sql"_s));
        QVERIFY(!migrate(*db, folder));
    }
};

QTEST_GUILESS_MAIN(StorageTest)
#include "storage_test.moc"
