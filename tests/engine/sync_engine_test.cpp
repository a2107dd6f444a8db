// SPDX-License-Identifier: GPL-3.0-or-later
// The engine alone, with the network and the time in the test's hands: answers come when and as it wants.
#include "engine/sync_engine.h"
#include "engine/workspace.h"
#include "ports/system.h"
#include "replica/desk.h"
#include "support/fake_network.h"

#include <QTest>
#include <QUrlQuery>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using ports::Connection;

namespace {

const QStringView pushPath = u"/v1/sync/push";
const QStringView pullPath = u"/v1/sync/pull";
const QStringView snapshotPath = u"/v1/sync/snapshot";

/// A desk with an engine, and a marketplace that answers one request when it is told to.
struct Office
{
    Desk desk;
    FakeTransport network;
    ManualScheduler time;
    engine::ApiClient api{network, time, {u"access"_s, u"refresh"_s}, {.renewed = {}, .sessionEnded = {}}};
    engine::SyncEngine engine{{*desk.replica, api, time, desk.clock, desk.random}, {}};

    VariantId first; ///< of the space when it opened

    explicit Office(int variants = 30)
    {
        desk.fill(variants);
        first = desk.variant(0);
        engine.start(false);
        settle();
    }

    QByteArray snapshot() const
    {
        QByteArray lines = protocol::toJson(desk.space.head().toJson()) + '\n';
        const auto rows = desk.space.snapshotRows();
        for (const protocol::SyncRow& row : rows)
            lines += protocol::toJson(row.toJson()) + '\n';
        return lines + "{\"end\":true}\n";
    }
    /// Answers what is open, except the event stream, as the marketplace would; false when there is nothing.
    bool serve()
    {
        if (const auto* push = network.find(pushPath)) {
            const QJsonObject body = protocol::parseObject(push->request.body).value();
            protocol::ObjectReader reader(body);
            const auto request = protocol::PushRequest::read(reader);
            return network.answer(pushPath, 200, protocol::toJson(desk.space.push(request.ops).toJson()));
        }
        if (const auto* pull = network.find(pullPath)) {
            const QUrlQuery query(pull->request.path.section(u'?', 1));
            const auto page = desk.space.pull(query.queryItemValue(u"after"_s).toLongLong()).constFirst();
            return network.answer(pullPath, 200, protocol::toJson(page.toJson()));
        }
        return network.find(snapshotPath) && network.answer(snapshotPath, 200, snapshot());
    }
    void settle()
    {
        while (serve()) {
        }
    }
    qsizetype open(QStringView path) const { return network.paths().count(path.toString()); }
    bool edit(qint32 delta = 1)
    {
        const auto done = desk.replica->submit({ports::AdjustStock{first, delta, {}}});
        engine.editsQueued();
        return done && done->results.front().applied;
    }
    bool agrees() const { return desk.replica->dump().value() == desk.space.dump(); }
};

} // namespace

class SyncEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsBeforeASecondSnapshot_data()
    {
        QTest::addColumn<QStringList>("gone");
        QTest::newRow("the snapshot itself") << QStringList{u"/v1/sync/snapshot"_s};
        QTest::newRow("the push after it") << QStringList{u"/v1/sync/push"_s};
        QTest::newRow("the pull after it") << QStringList{u"/v1/sync/pull"_s};
    }

    void waitsBeforeASecondSnapshot()
    {
        QFETCH(QStringList, gone);
        Office office;
        QVERIFY(office.edit());
        office.settle();
        QVERIFY(office.edit());
        for (int requests = 0; requests < 20; ++requests) {
            const QStringList open = office.network.paths();
            if (open.contains(gone.front()))
                QVERIFY(office.network.answer(gone.front(), 410, "{\"code\":\"resync_required\"}"));
            else if (gone.front() == snapshotPath && office.open(pushPath) > 0)
                QVERIFY(office.network.answer(pushPath, 410));
            else if (!office.serve())
                break;
        }
        QCOMPARE(office.open(snapshotPath) + office.open(pushPath) + office.open(pullPath), 0);
        QCOMPARE(office.engine.status().connection, Connection::Connecting);
        QVERIFY(office.time.untilNext() > 0);
        for (int round = 0; round < 10 && office.engine.status().connection != Connection::Connected;
             ++round) {
            office.time.advance(office.time.untilNext());
            office.settle();
        }
        QCOMPARE(office.engine.status().connection, Connection::Connected);
        QCOMPARE(office.engine.status().waiting, 0);
        QVERIFY(office.agrees());
    }

    void readsNoMaintenancePageAsEverythingDeleted_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a page") << QByteArray("<html><body>Sedang dirawat</body></html>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("an empty object") << QByteArray("{}");
        QTest::newRow("half an answer") << QByteArray("{\"epoch\":\"epoch-1\",\"head\":99,\"rows\":[");
        QTest::newRow("wrong types") << QByteArray(
            "{\"epoch\":1,\"head\":\"x\",\"rows\":{},\"lastSeq\":null,\"results\":3,"
            "\"next\":[],\"complete\":\"yes\",\"rowCount\":{},\"rowSum\":7}");
        QTest::newRow("huge numbers")
            << QByteArray("{\"epoch\":\"epoch-1\",\"head\":1e300,\"rows\":[],\"lastSeq\":1e300,"
                          "\"results\":[],\"next\":1e300,\"complete\":true,\"rowCount\":1e300,"
                          "\"rowSum\":\"0000000000000000\"}");
        QTest::newRow("nesting") << QByteArray(200000, '[');
    }

    void readsNoMaintenancePageAsEverythingDeleted()
    {
        QFETCH(QByteArray, body);
        Office office;
        QVERIFY(office.edit());
        const QByteArray before = office.desk.replica->dump().value();
        QVERIFY(office.network.answer(pushPath, 200, body));
        QCOMPARE(office.desk.replica->waitingCount().value(), 1);
        office.time.advance(office.time.untilNext());
        QVERIFY(office.serve()); // the push
        QVERIFY(office.network.answer(pullPath, 200, body));
        QCOMPARE(office.desk.replica->dump().value(), before);
        QCOMPARE(office.desk.replica->waitingCount().value(), 1);
        QVERIFY(office.engine.status().connection != Connection::Connected);
        office.time.advance(office.time.untilNext());
        office.settle();
        QCOMPARE(office.engine.status().connection, Connection::Connected);
        QVERIFY(office.agrees());
        QCOMPARE(office.desk.space.variant(office.first).onHand, office.desk.shown(office.first, u"on_hand"));
    }

    void survivesHostileRows_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("negative version")
            << QByteArray(R"({"table":"variants","id":"x","version":-5,"deleted":false,"data":{}})");
        QTest::newRow("huge version") << QByteArray(
            R"({"table":"variants","id":"x","version":9007199254740992,"deleted":true,"data":null})");
        QTest::newRow("unreadable variant") << QByteArray(
            R"({"table":"variants","id":"ID","version":999,"deleted":false,"data":{"price":-1,"onHand":99999999999}})");
        QTest::newRow("variant of nobody") << QByteArray(
            R"({"table":"variants","id":"ID","version":999,"deleted":false,"data":{"productId":"01890a5d-ac96-774b-bcce-b302099a8057","position":-2147483648,"sku":"","barcode":"","options":{"a":[1]},"price":9007199254740992,"weightGrams":-1,"onHand":-2147483648,"reserved":2147483647,"lowStockThreshold":-2147483648}})");
        QTest::newRow("deleted twice") << QByteArray(
            R"({"table":"variants","id":"ID","version":999,"deleted":true,"data":null},{"table":"variants","id":"ID","version":999,"deleted":true,"data":null})");
        QTest::newRow("deleted product")
            << QByteArray(R"({"table":"products","id":"PRODUCT","version":999,"deleted":true,"data":null})");
        QTest::newRow("odd table") << QByteArray(
            R"({"table":"variants`; DROP TABLE variants; --","id":"","version":999,"deleted":false,"data":{}})");
    }

    /// A page whose rows do not add up changes nothing, and a snapshot puts everything right.
    void survivesHostileRows()
    {
        QFETCH(QByteArray, row);
        Office office;
        row.replace("ID", office.first.toString().toLatin1());
        row.replace("PRODUCT", office.desk.product(0).toString().toLatin1());
        QVERIFY(office.edit());
        const QByteArray before = office.desk.replica->dump().value();
        QVERIFY(office.serve());
        const QByteArray head =
            R"({"epoch":"epoch-1","head":1000,"lastSeq":1,"results":[],"next":1000,"complete":true,)"
            R"("rowCount":1,"rowSum":"00000000000000aa","rows":[)";
        QVERIFY(office.network.answer(pullPath, 200, head + row + "]}"));
        QCOMPARE(office.desk.replica->dump().value(), before);
        QCOMPARE(office.desk.replica->waitingCount().value(), 1);
        for (int round = 0; round < 5 && !office.serve(); ++round)
            office.time.advance(office.time.untilNext());
        office.settle();
        QCOMPARE(office.engine.status().connection, Connection::Connected);
        QVERIFY(office.agrees());
        QCOMPARE(office.desk.wrong(), QStringList());
    }

    void wishesInTheMiddleOfACycleAreNotLost()
    {
        Office office;
        office.engine.syncNow();
        QCOMPARE(office.open(pullPath), 1);
        office.desk.space.put(protocol::table::stores, u"s"_s, {{u"name"_s, u"?"_s}});
        const auto* events = office.network.find(u"/v1/events");
        QVERIFY(events);
        // The hint comes while a pull is under way that has not seen the row.
        const auto old = office.desk.space.pull(office.desk.replica->cursor()).constFirst();
        events->chunk("event: head\ndata: {\"space\":\"s\",\"version\":99999}\n\n");
        auto page = old;
        page.rows.clear();
        page.head = page.next = office.desk.replica->cursor();
        page.rowCount = office.desk.replica->rowCount();
        page.rowSum = office.desk.replica->rowSum();
        QVERIFY(office.network.answer(pullPath, 200, protocol::toJson(page.toJson())));
        QCOMPARE(office.open(pullPath), 1);
        office.settle();
        QVERIFY(office.agrees());
    }

    void aBrokenEventLineSpoilsNotTheNextOne()
    {
        Office office;
        office.network.find(u"/v1/events")->chunk("event: head\ndata: {\"space\":\"s\",\"vers");
        QVERIFY(office.network.answer(u"/v1/events", 0));
        office.time.advance(office.time.untilNext());
        office.settle();
        QVERIFY(office.network.find(u"/v1/events"));
        office.network.find(u"/v1/events")
            ->chunk("event: head\ndata: {\"space\":\"s\",\"version\":99999}\n\n");
        QCOMPARE(office.open(pullPath), 1);
    }

    void aSessionThatEndsInASnapshotBeginsItAnew()
    {
        Office office;
        QVERIFY(office.edit());
        QVERIFY(office.network.answer(pushPath, 410));
        QCOMPARE(office.open(snapshotPath), 1);
        const QByteArray whole = office.snapshot();
        const auto chunk = office.network.find(snapshotPath)->chunk;
        chunk(whole.left(whole.size() / 2));
        office.engine.sessionEnded();
        QCOMPARE(office.engine.status().connection, Connection::SignInNeeded);
        office.engine.sessionRenewed();
        QCOMPARE(office.open(snapshotPath), 1);
        QCOMPARE(office.open(u"/v1/events"), 0);
        chunk("{\"late\":true}\n"); // of the stream that was given up
        office.settle();
        QCOMPARE(office.engine.status().connection, Connection::Connected);
        QCOMPARE(office.engine.status().waiting, 0);
        QVERIFY(office.agrees());
    }

    void goesOfflineAndBackDuringEachCall_data()
    {
        QTest::addColumn<int>("answered");
        for (int i = 0; i < 5; ++i)
            QTest::addRow("after %d answers", i) << i;
    }

    void goesOfflineAndBackDuringEachCall()
    {
        QFETCH(int, answered);
        Office office;
        QVERIFY(office.edit(2));
        if (answered >= 2)
            QVERIFY(office.network.answer(pushPath, 410)); // by way of a snapshot
        for (int i = 0; i < answered && office.serve(); ++i) {
        }
        const auto expected = office.desk.shown(office.first, u"on_hand");
        for (int i = 0; i < 3; ++i) {
            office.engine.setWorkOffline(true);
            QCOMPARE(office.network.paths(), QStringList());
            office.engine.setWorkOffline(false);
        }
        QVERIFY(office.edit(3));
        office.settle();
        QCOMPARE(office.engine.status().connection, Connection::Connected);
        QCOMPARE(office.engine.status().waiting, 0);
        QVERIFY(office.agrees());
        QCOMPARE(office.desk.shown(office.first, u"on_hand"), expected + 3);
    }

    void editsDuringASnapshotAreCarriedOver()
    {
        Office office;
        QVERIFY(office.edit(2));
        QVERIFY(office.network.answer(pushPath, 410));
        const QByteArray whole = office.snapshot();
        office.network.find(snapshotPath)->chunk(whole.left(whole.size() / 2));
        QVERIFY(office.edit(5));
        QVERIFY(office.network.answer(snapshotPath, 200, whole.mid(whole.size() / 2)));
        QCOMPARE(office.desk.replica->waitingCount().value(), 2);
        office.settle();
        QCOMPARE(office.engine.status().waiting, 0);
        QVERIFY(office.agrees());
    }

    void halvesWhatIsTooLargeAndSendsAll()
    {
        Office office;
        office.engine.setWorkOffline(true);
        for (int i = 0; i < 9; ++i)
            QVERIFY(office.edit());
        office.engine.setWorkOffline(false);
        int refused = 0;
        for (bool open = true; open;) {
            const auto* push = office.network.find(pushPath);
            const bool large =
                push && protocol::parseObject(push->request.body)->value(u"ops").toArray().size() > 2;
            refused += large;
            open = large ? office.network.answer(pushPath, 413) : office.serve();
        }
        QCOMPARE(refused, 2); // 9, 4
        QCOMPARE(office.engine.status().waiting, 0);
        QVERIFY(office.agrees());
    }

    void twoWorkspacesOnOneReplicaAreRefused()
    {
        QTemporaryDir dir;
        FakeClock clock;
        SeededRandom random;
        const engine::Workspace::Config config{.replicaFile = dir.filePath(u"replica.db"_s),
                                               .marketplace = QUrl(u"http://127.0.0.1:1"_s),
                                               .workOffline = true};
        auto first = engine::Workspace::open(config, {clock, random});
        QVERIFY(first);
        const auto second = engine::Workspace::open(config, {clock, random});
        QVERIFY(!second);
        QVERIFY2(second.error().contains(u"another window or program"_s), qPrintable(second.error()));
        first->reset();
        QVERIFY(engine::Workspace::open(config, {clock, random}));
    }
};

QTEST_GUILESS_MAIN(SyncEngineTest)
#include "sync_engine_test.moc"
