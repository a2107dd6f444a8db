// SPDX-License-Identifier: GPL-3.0-or-later
// A desktop's calls, each over a line that spoils it in every way, twice: it hears of it in time, tries again, and
// comes to have what the server has, with each edit once. Its pauses pass fifty times as fast.
#include "engine/net/http_transport.h"
#include "engine/secrets/memory_store.h"
#include "engine/session/session_service.h"
#include "engine/sync_engine.h"
#include "support/test_server.h"
#include "toxic_proxy.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace belanjain::processes;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using Kind = Toxic::Kind;
using Way = Toxic::Way;

namespace
{

class HastyScheduler : public engine::Scheduler
{
public:
    std::unique_ptr<engine::PlannedCall> after(qint64 milliseconds, std::function<void()> call) override
    {
        return m_real.after(milliseconds / 50, std::move(call));
    }

private:
    engine::TimerScheduler m_real;
};

/// The real one, with less patience.
class HastyTransport : public engine::Transport
{
public:
    explicit HastyTransport(const QUrl& marketplace) : m_real(marketplace) {}

    std::unique_ptr<engine::PendingCall> send(const engine::HttpRequest& request,
                                              std::function<void(const engine::HttpAnswer&)> done) override
    {
        return m_real.send(hasty(request), std::move(done));
    }
    std::unique_ptr<engine::PendingCall> stream(const engine::HttpRequest& request, std::function<void(const QByteArray&)> chunk,
                                                std::function<void(const engine::HttpAnswer&)> done) override
    {
        return m_real.stream(hasty(request), std::move(chunk), std::move(done));
    }

private:
    static engine::HttpRequest hasty(engine::HttpRequest request)
    {
        request.timeoutMs = 400;
        return request;
    }
    engine::HttpTransport m_real;
};

/// A seller's desktop without its window, behind the proxy.
class Desk
{
public:
    Desk(quint16 port, const QString& refreshToken, const ports::Clock& clock)
        : m_random(std::hash<QString>()(refreshToken)), m_ids(clock, m_random)
        , m_replica(replica::Replica::open(m_dir.filePath(u"replica.db"_s), clock, m_ids).value())
        , m_network(QUrl(u"http://127.0.0.1:%1"_s.arg(port)))
        , m_api(m_network, m_scheduler, {{}, refreshToken}, {.renewed = {}, .sessionEnded = [this] { m_engine.sessionEnded(); }})
        , m_engine({*m_replica, m_api, m_scheduler, clock, m_random},
                   {.status = [this](const ports::SyncStatus& status) {
                        problems << status.problem;
                        wasSignedOut = wasSignedOut || status.connection == ports::Connection::SignInNeeded;
                    },
                    .applied = {},
                    .fileSwapped = {},
                    .storageFailed = [this](const QString& text) { problems << u"storage: "_s + text; }})
    {
        m_engine.start(false);
    }

    bool settled() const
    {
        return m_engine.status().connection == ports::Connection::Connected && m_engine.status().waiting == 0;
    }
    bool edit(const ports::Command& command)
    {
        const auto outcome = m_replica->submit({command});
        m_engine.editsQueued();
        return outcome && outcome->results.front().applied;
    }
    qint64 onHand() { return m_replica->database().integer(u"SELECT coalesce(sum(on_hand), -1) FROM variants"_s).value_or(-1); }
    bool isSound() { return m_replica->check().value_or(QStringList{u"unreadable"_s}).isEmpty(); }

    QSet<QString> problems;
    bool wasSignedOut = false;

private:
    QTemporaryDir m_dir;
    SeededRandom m_random;
    ports::IdFactory m_ids;
    HastyScheduler m_scheduler;
    std::unique_ptr<replica::Replica> m_replica;
    HastyTransport m_network;
    engine::ApiClient m_api;
    engine::SyncEngine m_engine;
};

const QList<std::pair<const char*, Toxic>>& everySpoiling()
{
    static const QList<std::pair<const char*, Toxic>> all{
        {"latency", {.kind = Kind::Latency, .ms = 6}},
        {"narrow", {.kind = Kind::Bandwidth, .bytes = 300}},
        {"slices", {.kind = Kind::Slice, .bytes = 9}},
        {"slow close", {.kind = Kind::SlowClose, .ms = 8}},
        {"request stops", {.kind = Kind::Timeout, .way = Way::Request, .after = 60, .ms = 8}},
        {"dead line", {.kind = Kind::Timeout, .way = Way::Answer, .ms = 5'000}},
        {"reset in the request", {.kind = Kind::Reset, .way = Way::Request, .after = 60}},
        {"reset before the answer", {.kind = Kind::Reset, .way = Way::Answer}},
        {"reset in the answer", {.kind = Kind::Reset, .way = Way::Answer, .after = 300}},
        {"request cut", {.kind = Kind::Limit, .way = Way::Request, .after = 60}},
        {"answer lost", {.kind = Kind::Limit, .way = Way::Answer}},
        {"answer's head cut", {.kind = Kind::Limit, .way = Way::Answer, .after = 30}},
        {"answer cut", {.kind = Kind::Limit, .way = Way::Answer, .after = 500}},
    };
    return all;
}

} // namespace

class ToxicSyncTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<ToxicProxy> m_proxy;
    std::optional<TestServer::Person> m_rina;
    QString m_variant;
    int m_edits = 0;

    QByteArray stockPath() const { return "/v1/variants/" + m_variant.toLatin1() + "/stock"; }
    qint64 onHandThere() { return m_server->openDatabase()->integer(u"SELECT sum(on_hand) FROM variants"_s).value_or(-2); }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        m_rina = m_server->seller(u"rina@tokojakbar.id"_s);
        m_proxy = std::make_unique<ToxicProxy>(m_server->port());
        for (int i = 0; i < 20; ++i) {
            m_variant = m_rina->client.post("/v1/products", {{u"name"_s, u"Wajan %1"_s.arg(i)}, {u"description"_s, QString()},
                                                             {u"category"_s, u"Dapur"_s}, {u"price"_s, 10'000}, {u"stock"_s, 50}})
                            .json()[u"variants"][0][u"id"].toString();
        }
    }

    void comesThrough_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<qsizetype>("spoiling");
        for (const char* request : {"POST /v1/sync/push", "GET /v1/sync/pull", "GET /v1/sync/snapshot", "GET /v1/events", "POST /v1/auth/refresh"}) {
            for (qsizetype i = 0; i < everySpoiling().size(); ++i)
                QTest::addRow("%s: %s", request, everySpoiling()[i].first) << QByteArray(request) << i;
        }
    }
    void comesThrough()
    {
        QFETCH(QByteArray, request);
        QFETCH(qsizetype, spoiling);
        m_server->signInAgain(*m_rina);
        const QString tag = u"t%1"_s.arg(++m_edits);
        m_proxy->arm(everySpoiling()[spoiling].second, request, 2);

        Desk desk(m_proxy->port(), m_rina->refreshToken, m_server->clock());
        QTRY_VERIFY_WITH_TIMEOUT(desk.settled(), 20'000);
        QVERIFY(desk.edit(ports::AdjustStock{VariantId::parse(m_variant).value(), 2, tag}));
        QCOMPARE(m_rina->client.post(stockPath(), {{u"kind"_s, u"adjust"_s}, {u"delta"_s, 1}}).status, 200);

        QTRY_VERIFY_WITH_TIMEOUT(desk.settled() && desk.onHand() == onHandThere(), 20'000);
        QTRY_VERIFY(m_proxy->treated() > 0);
        QCOMPARE(m_server->openDatabase()->integer(u"SELECT count(*) FROM stock_moves WHERE reason = ?"_s, {tag}).value(), 1);
        QVERIFY(desk.isSound());
        QVERIFY(!desk.wasSignedOut);
        const QSet<QString> plain{QString(), u"unreachable"_s, u"bad_answer"_s, u"snapshot_broken"_s, u"snapshot_sum"_s};
        QVERIFY2((desk.problems - plain).isEmpty(), qPrintable((desk.problems - plain).values().join(u", ")));
        QVERIFY2(m_proxy->seen() < 60, "hammers");
    }

    void signsIn_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<qsizetype>("spoiling");
        for (const char* request : {"POST /v1/auth/login", "GET /v1/stores/"}) {
            for (qsizetype i = 0; i < everySpoiling().size(); ++i)
                QTest::addRow("%s: %s", request, everySpoiling()[i].first) << QByteArray(request) << i;
        }
    }
    void signsIn()
    {
        QFETCH(QByteArray, request);
        QFETCH(qsizetype, spoiling);
        QTemporaryDir folder;
        engine::MemoryStore secrets;
        engine::SessionService session(engine::AccountFolders(folder.path()), secrets,
                                       [](const QUrl& address) { return std::make_unique<HastyTransport>(address); });
        session.setMarketplace(QUrl(u"http://127.0.0.1:%1"_s.arg(m_proxy->port())));
        QSignalSpy in(&session, &ports::Session::signedIn);
        QSignalSpy failed(&session, &ports::Session::failed);
        m_proxy->arm(everySpoiling()[spoiling].second, request, 1);

        session.signIn({.email = m_rina->email, .password = TestServer::password()});

        QTRY_COMPARE(in.size() + failed.size(), 1);
        QCOMPARE(m_proxy->treated(), 1);
        if (in.isEmpty()) {
            QVERIFY(!everySpoiling()[spoiling].second.passes());
            QCOMPARE(failed.front().front().value<ports::SessionProblem>().code, u"unreachable"_s);
            session.signIn({.email = m_rina->email, .password = TestServer::password()});
            QTRY_COMPARE(in.size(), 1);
        }
        QCOMPARE(session.account()->storeName, u"Toko rina"_s);
    }

    void cleanupTestCase()
    {
        m_proxy.reset();
        m_rina.reset();
        m_server.reset();
    }
};

QTEST_GUILESS_MAIN(ToxicSyncTest)
#include "toxic_sync_test.moc"
