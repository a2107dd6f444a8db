// SPDX-License-Identifier: GPL-3.0-or-later
// What a seller meets when their data are damaged, the marketplace goes back in time or would take most of
// their catalogue away: the whole workspace with its threads, against the real server.
#include "engine/workspace.h"
#include "ports/system.h"
#include "storage/file_check.h"
#include "support/test_server.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using engine::Workspace;
using ports::Connection;

class WorkspaceRecoveryTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_server;
    std::optional<TestServer::Person> m_rina;
    std::unique_ptr<QTemporaryDir> m_dir;
    ports::SystemRandom m_random;
    std::unique_ptr<Workspace> m_workspace;
    QList<ports::InventoryRow> m_rows;
    QStringList m_products;

    QString file() const { return m_dir->filePath(u"replica.db"_s); }
    void open(bool offline)
    {
        m_server->signInAgain(*m_rina);
        m_workspace = Workspace::open({.replicaFile = file(),
                                       .marketplace = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port())),
                                       .tokens = {{}, m_rina->refreshToken},
                                       .workOffline = offline,
                                       .language = "en"},
                                      {m_server->clock(), m_random})
                          .value();
        connect(&m_workspace->inventory(), &ports::InventoryReader::opened, this,
                [this](quint64, const QList<ports::InventoryRow>& page) { m_rows = page; });
    }
    bool settled() const
    {
        const ports::SyncStatus status = m_workspace->sync().status();
        return status.connection == Connection::Connected && status.waiting == 0 && status.problem.isEmpty();
    }
    bool readRows(int count)
    {
        static quint64 generation = 0;
        return QTest::qWaitFor(
            [&] {
                m_workspace->inventory().open(++generation, {});
                return QTest::qWaitFor([&] { return m_rows.size() == count; }, 200);
            },
            8'000);
    }
    bool adjust(const VariantId& variant, int delta)
    {
        QSignalSpy done(&m_workspace->commands(), &ports::CommandSink::done);
        m_workspace->commands().submit({ports::AdjustStock{variant, delta, {}}});
        return done.wait() && done.front().at(1).value<QList<ports::CommandResult>>().front().applied;
    }
    int onHand(const QString& product) const
    {
        const auto json = m_rina->client.get("/v1/products/" + product.toLatin1()).json();
        return json.value(u"variants").toArray().at(0).toObject().value(u"onHand").toInt();
    }
    QString current() const
    {
        QFile pointer(file() + u".current"_s);
        return pointer.open(QIODevice::ReadOnly) ? m_dir->filePath(QString::fromUtf8(pointer.readAll()).trimmed()) : file();
    }
    void spoil() const
    {
        QFile database(current());
        QVERIFY(database.open(QIODevice::ReadWrite));
        for (qint64 at = 4'096; at < database.size(); at += 4'096) {
            QVERIFY(database.seek(at + 2'000));
            QVERIFY(database.write("damage") == 6);
        }
    }
    void archive(int from, int to) const
    {
        for (int i = from; i < to; ++i)
            QCOMPARE(m_rina->client.remove("/v1/products/" + m_products.at(i).toLatin1()).status, 204);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TestServer>();
        QVERIFY(m_server->start());
        m_rina = m_server->seller(u"rina@tokojakbar.id"_s);
        m_products.clear();
        for (int i = 0; i < 24; ++i) {
            const auto reply = m_rina->client.post("/v1/products", {{u"name"_s, u"Wajan %1"_s.arg(i, 2, 10, QLatin1Char('0'))},
                                                                    {u"description"_s, QString()},
                                                                    {u"category"_s, u"Dapur"_s},
                                                                    {u"price"_s, 10'000},
                                                                    {u"stock"_s, 5}});
            QCOMPARE(reply.status, 201);
            m_products << reply.json().value(u"id").toString();
        }
        open(false);
        QTRY_VERIFY(settled());
        QVERIFY(readRows(24));
    }

    void cleanup()
    {
        m_workspace.reset();
        m_rina.reset();
        m_server.reset();
    }

    void aDamagedReplicaIsToldAndNothingIsLost()
    {
        m_workspace->sync().setWorkOffline(true);
        QTRY_COMPARE(m_workspace->sync().status().connection, Connection::WorkingOffline);
        const ports::InventoryRow row = m_rows.front();
        QVERIFY(adjust(row.variant, 4));
        QVERIFY(adjust(row.variant, 3));
        m_workspace.reset();
        spoil();

        open(true); // no connection at that moment
        ports::Upkeep& upkeep = m_workspace->upkeep();
        QTRY_COMPARE(upkeep.notices().size(), 1);
        const ports::Notice notice = upkeep.notices().front();
        QCOMPARE(notice.kind, ports::Notice::Kind::Recovered);
        QCOMPARE(std::tuple(notice.kept, notice.lost, notice.waiting), std::tuple(2, std::optional(0), true));
        QVERIFY(!QDir(notice.folder).isEmpty());
        QTRY_COMPARE(m_workspace->sync().status().waiting, 2);

        m_workspace->sync().setWorkOffline(false);
        QTRY_VERIFY(settled());
        QCOMPARE(onHand(row.product.toString()), 12);
        QVERIFY(readRows(24));
        QTRY_VERIFY(!upkeep.notices().front().waiting);
        m_workspace.reset();
        open(true); // remembered until it is dismissed
        QTRY_COMPARE(m_workspace->upkeep().notices().size(), 1);
        m_workspace->upkeep().dismissNotice(m_workspace->upkeep().notices().front().number);
        QTRY_COMPARE(m_workspace->upkeep().notices().size(), 0);
        m_workspace.reset();
        open(false);
        QTRY_VERIFY(settled());
        QCOMPARE(m_workspace->upkeep().notices().size(), 0);
    }

    void damageThatShowsWhileItRunsIsRecovered()
    {
        m_workspace->sync().setWorkOffline(true);
        QTRY_COMPARE(m_workspace->sync().status().connection, Connection::WorkingOffline);
        const ports::InventoryRow row = m_rows.front();
        QVERIFY(adjust(row.variant, 4));
        m_workspace.reset(); // so that what is on disk is in the database, not in the log
        open(true);
        QVERIFY(readRows(24));
        spoil();

        // Another connection reads from the disk, sooner or later one that shows rows.
        QTRY_VERIFY((m_workspace->inventory().readSummary(), m_workspace->inventory().readCategories(),
                     m_workspace->upkeep().notices().size() == 1));
        m_workspace->sync().setWorkOffline(false);
        QTRY_VERIFY(settled());
        QCOMPARE(onHand(row.product.toString()), 9);
        QVERIFY(readRows(24));
    }

    void aLookThroughTheFileFindsWhatNobodyReads()
    {
        m_workspace.reset();
        std::atomic<int> found = 0;
        const auto look = [&] { return std::make_unique<storage::FileCheck>(current(), [&](const QString&) { ++found; }); };
        QFile database(current());
        QVERIFY(database.open(QIODevice::ReadWrite));
        const qint64 pages = database.size() / 4'096;
        QVERIFY(database.seek((pages - 1) * 4'096 + 1'000));
        const QByteArray was = database.peek(6);
        QVERIFY(database.write("damage") == 6);
        database.close();
        auto check = look();
        QTRY_COMPARE(found.load(), 1);
        check.reset();

        QVERIFY(database.open(QIODevice::ReadWrite));
        QVERIFY(database.seek((pages - 1) * 4'096 + 1'000));
        QVERIFY(database.write(was) == 6);
        database.close();
        check = look();
        check->wait();
        QCOMPARE(found.load(), 1);
    }

    void aMassRemovalWaitsForAWord()
    {
        m_workspace->sync().setWorkOffline(true);
        QTRY_COMPARE(m_workspace->sync().status().connection, Connection::WorkingOffline);
        archive(0, 13);
        m_workspace->sync().setWorkOffline(false);
        QTRY_VERIFY(m_workspace->upkeep().removalPause());
        QCOMPARE(m_workspace->upkeep().removalPause()->products, 13);
        QCOMPARE(m_workspace->upkeep().removalPause()->total, 24);
        QCOMPARE(m_workspace->upkeep().removalPause()->names.first(), u"Wajan 00"_s);
        QTRY_COMPARE(m_workspace->sync().status().problem, u"removal_paused"_s);
        QVERIFY(readRows(24));
        const VariantId kept = m_rows.last().variant;
        QVERIFY(adjust(kept, 2)); // goes on here, and waits
        QTRY_COMPARE(m_workspace->sync().status().waiting, 1);

        m_workspace.reset();
        open(false); // over a restart
        QTRY_VERIFY(m_workspace->upkeep().removalPause());
        QVERIFY(readRows(24));
        m_workspace->upkeep().acceptRemoval();
        QTRY_VERIFY(settled());
        QVERIFY(readRows(11));
        QVERIFY(!m_workspace->upkeep().removalPause());
    }

    void aRemovalThatWasAMistakeEndsByItself()
    {
        m_workspace->sync().setWorkOffline(true);
        QTRY_COMPARE(m_workspace->sync().status().connection, Connection::WorkingOffline);
        archive(0, 20);
        m_workspace->sync().setWorkOffline(false);
        QTRY_VERIFY(m_workspace->upkeep().removalPause());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(m_rina->client.post("/v1/products/" + m_products.at(i).toLatin1() + "/restore", {}).status, 200);
        m_workspace->upkeep().askAgain();
        QTRY_VERIFY(!m_workspace->upkeep().removalPause());
        QTRY_VERIFY(settled());
        QVERIFY(readRows(24));
    }

    void halfOfTheCatalogueAndOnesOwnArchivingGoThrough()
    {
        archive(0, 12);
        QTRY_VERIFY((m_workspace->sync().syncNow(), settled() && readRows(12)));
        QVERIFY(!m_workspace->upkeep().removalPause());
    }
};

QTEST_GUILESS_MAIN(WorkspaceRecoveryTest)
#include "workspace_recovery_test.moc"
