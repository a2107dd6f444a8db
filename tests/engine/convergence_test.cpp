// SPDX-License-Identifier: GPL-3.0-or-later
// Two real desktops of one store against the real server, with the socket failing where it hurts.
#include "support/marketplace_program.h"
#include "support/test_desktop.h"
#include "support/test_server.h"

#include <QFile>
#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using Fate = FaultyTransport::Fate;

namespace
{

bool isPush(const engine::HttpRequest& request) { return request.path.startsWith(u"/v1/sync/push"); }
bool isPull(const engine::HttpRequest& request) { return request.path.startsWith(u"/v1/sync/pull"); }

/// A decision that holds once, for the first request that it is for.
FaultyTransport::Decide once(bool (*which)(const engine::HttpRequest&), Fate fate)
{
    return [which, fate, done = false](const engine::HttpRequest& request) mutable {
        if (done || !which(request))
            return Fate::Pass;
        done = true;
        return fate;
    };
}

} // namespace

class ConvergenceTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_server;
    std::optional<TestServer::Person> m_rina;
    quint64 m_seed = 0;

    std::unique_ptr<TestDesktop> desktop()
    {
        const auto answer = m_server->client().post(
            "/v1/auth/login", {{u"email"_s, u"rina@tokojakbar.id"_s}, {u"password"_s, TestServer::password()}});
        const QString refresh = answer.json().value(u"refreshToken").toString();
        return std::make_unique<TestDesktop>(m_server->port(), refresh, m_server->clock(), ++m_seed);
    }

    QJsonObject addProduct(const QString& name, const QString& sku, int stock, int price = 10'000)
    {
        const auto reply = m_rina->client.post("/v1/products", {{u"name"_s, name},
                                                                {u"description"_s, QString()},
                                                                {u"category"_s, u"Dapur"_s},
                                                                {u"price"_s, price},
                                                                {u"stock"_s, stock},
                                                                {u"sku"_s, sku}});
        return reply.json();
    }

    static bool equal(TestDesktop& a, TestDesktop& b) { return a.replica().dump().value() == b.replica().dump().value(); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        QVERIFY(m_server->start());
        m_rina = m_server->seller(u"rina@tokojakbar.id"_s);
        addProduct(u"Panci"_s, u"PNC-1"_s, 20);
        addProduct(u"Wajan"_s, u"WJN-1"_s, 5);
    }

    void cleanup()
    {
        m_rina.reset();
        m_server.reset();
    }

    void twoDesktopsConverge()
    {
        const auto office = desktop();
        const auto shop = desktop();
        QTRY_VERIFY(office->settled() && shop->settled());
        QCOMPARE(office->stock(), (QStringList{u"PNC-1 20 0 10000"_s, u"WJN-1 5 0 10000"_s}));

        office->engine().setWorkOffline(true);
        shop->engine().setWorkOffline(true);
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 7, {}}));
        QVERIFY(office->edit(ports::SetPrice{office->variant(u"PNC-1"_s), {12'000}}));
        QVERIFY(shop->edit(ports::AdjustStock{shop->variant(u"PNC-1"_s), -3, {}}));
        QVERIFY(shop->edit(ports::SetThreshold{shop->variant(u"WJN-1"_s), 4}));
        office->engine().setWorkOffline(false);
        shop->engine().setWorkOffline(false);

        QTRY_VERIFY(office->settled() && shop->settled() && equal(*office, *shop));
        QCOMPARE(office->stock(), (QStringList{u"PNC-1 24 0 12000"_s, u"WJN-1 5 0 10000"_s}));
        QCOMPARE(shop->stock(), office->stock());
        QCOMPARE(office->replica().check().value(), QStringList());
        QCOMPARE(shop->replica().rejectionCount().value(), 0);
    }

    void aChangeElsewhereArrivesByItself()
    {
        const auto office = desktop();
        const auto shop = desktop();
        QTRY_VERIFY(office->settled() && shop->settled());
        QTRY_VERIFY(shop->network().sent.contains(u"GET /v1/events"_s));
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"WJN-1"_s), 1, {}}));
        QTRY_COMPARE(shop->stock().last(), u"WJN-1 6 0 10000"_s);
    }

    void goingOfflineOftenTakesNoConnectionForGood()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        // Each time breaks off an event stream that has only just been asked for.
        for (int time = 0; time < 8; ++time) {
            office->engine().setWorkOffline(true);
            office->engine().setWorkOffline(false);
            QTRY_VERIFY(office->settled());
        }
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 7, {}}));
        QTRY_VERIFY(office->settled());
        QCOMPARE(office->stock().first(), u"PNC-1 27 0 10000"_s);
    }

    void aLostAnswerDoublesNothing()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        office->network().decide = once(isPush, Fate::LoseAnswer);
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 7, {}}));
        QTRY_VERIFY(office->settled());
        QCOMPARE(office->stock().first(), u"PNC-1 27 0 10000"_s);
        QVERIFY(office->network().sent.count(u"POST /v1/sync/push"_s) >= 2);
    }

    void aLostAcknowledgementDoublesNothing()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        office->network().decide = once(isPull, Fate::LoseAnswer);
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), -2, {}}));
        QTRY_VERIFY(office->settled());
        QCOMPARE(office->stock().first(), u"PNC-1 18 0 10000"_s);
    }

    void aDoubledPushHasOneEffect()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        office->network().decide = once(isPush, Fate::SendTwice);
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 7, {}}));
        QTRY_VERIFY(office->settled());
        QCOMPARE(office->stock().first(), u"PNC-1 27 0 10000"_s);
    }

    void aRestartOfBothInBetweenLosesNothing()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        office->network().decide = once(isPush, Fate::LoseAnswer);
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 7, {}}));
        QTRY_VERIFY(office->status().connection == ports::Connection::Unreachable);
        m_server->stop();
        office->restart(0, true);
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 1, {}}));
        QVERIFY(m_server->start());
        office->restart(m_server->port());
        QTRY_VERIFY(office->settled());
        QCOMPARE(office->stock().first(), u"PNC-1 28 0 10000"_s);
    }

    void aServerGoneInTheMiddleOfAPullIsPulledAgain()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        office->engine().setWorkOffline(true);
        QJsonArray variants;
        for (int i = 0; i < 200; ++i)
            variants.append(QJsonObject{{u"options"_s, QJsonObject{{u"Nomor"_s, QString::number(i % 50)}, {u"Seri"_s, QString::number(i / 50)}}}});
        QJsonArray numbers;
        for (int i = 0; i < 50; ++i)
            numbers.append(QString::number(i));
        for (int product = 0; product < 12; ++product) { // 2,412 rows: more than a page
            const auto reply = m_rina->client.post(
                "/v1/products", {{u"name"_s, u"Seri %1"_s.arg(product)},
                                 {u"description"_s, QString()},
                                 {u"category"_s, u"Dapur"_s},
                                 {u"price"_s, 1'000},
                                 {u"stock"_s, 1},
                                 {u"options"_s, QJsonArray{QJsonObject{{u"name"_s, u"Nomor"_s}, {u"values"_s, numbers}},
                                                           QJsonObject{{u"name"_s, u"Seri"_s},
                                                                       {u"values"_s, QJsonArray{u"0"_s, u"1"_s, u"2"_s, u"3"_s}}}}},
                                 {u"variants"_s, variants}});
            QCOMPARE(reply.status, 201);
        }
        int pulls = 0;
        office->network().decide = [&pulls](const engine::HttpRequest& request) {
            return isPull(request) && ++pulls == 2 ? Fate::LoseAnswer : Fate::Pass;
        };
        const QByteArray before = office->replica().dump().value();
        office->engine().setWorkOffline(false);
        QTRY_COMPARE(pulls, 2);
        QCOMPARE(office->replica().dump().value(), before); // a half pull shows nothing
        QTRY_COMPARE_WITH_TIMEOUT(office->stock().size(), 2'402, 20'000);
        QTRY_VERIFY(office->settled());
        QCOMPARE(office->replica().check().value(), QStringList());
    }

    void anExpiredTokenIsRenewedAndDropsNothing()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        m_server->clock().advance(16 * 60'000);
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 7, {}}));
        QTRY_VERIFY(office->settled());
        QVERIFY(office->network().sent.contains(u"POST /v1/auth/refresh"_s));
        QCOMPARE(office->stock().first(), u"PNC-1 27 0 10000"_s);
    }

    void anEndedSessionKeepsTheEdits()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        QCOMPARE(m_rina->client.post("/v1/me/password", {{u"currentPassword"_s, TestServer::password()},
                                                         {u"newPassword"_s, u"another lantern 43"_s}}).status, 204);
        m_server->clock().advance(16 * 60'000);
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 7, {}}));
        QTRY_COMPARE(office->status().connection, ports::Connection::SignInNeeded);
        QCOMPARE(office->replica().waitingCount().value(), 1);
        QCOMPARE(office->stock().first(), u"PNC-1 27 0 10000"_s);
    }

    void aRefusedEditNeverBlocksTheOthers()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        office->engine().setWorkOffline(true);
        const QString path = u"/v1/variants/%1/stock"_s.arg(office->variant(u"WJN-1"_s).toString());
        QCOMPARE(m_rina->client.post(path.toLatin1(), {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -4}}).status, 200);
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"WJN-1"_s), -3, {}})); // 1 is left by now
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), -1, {}}));
        office->engine().setWorkOffline(false);
        QTRY_VERIFY(office->settled());
        QCOMPARE(office->stock(), (QStringList{u"PNC-1 19 0 10000"_s, u"WJN-1 1 0 10000"_s}));
        const auto rejections = office->replica().rejections().value();
        QCOMPARE(rejections.size(), 1);
        QCOMPARE(rejections.front().code, u"would_be_negative"_s);
        QCOMPARE(office->status().attention, 1);
    }

    void aRestoredServerGetsBackWhatItForgot()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        m_server->stop();
        m_server->storedData().keepCopy();
        QVERIFY(m_server->start());
        office->restart(m_server->port());
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 5, {}}));
        QTRY_VERIFY(office->settled());

        m_server->stop();
        m_server->storedData().goBackToCopy();
        QVERIFY(m_server->start());
        office->restart(m_server->port(), true);
        QVERIFY(office->edit(
            ports::AdjustStock{office->variant(u"PNC-1"_s), 2, {}})); // waits, so push comes first
        office->engine().setWorkOffline(false);
        QTRY_VERIFY(office->settled());
        QCOMPARE(office->stock().first(), u"PNC-1 27 0 10000"_s);
        const auto shop = desktop();
        QTRY_VERIFY(shop->settled());
        QCOMPARE(shop->stock(), office->stock());
    }

    void aRestoredBackupLosesNoEdit()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"marketplace.db"_s);
        m_server = std::make_unique<TestServer>(
            [&](marketplace::ServerConfig& config) { config.database = storage::Address::sqlite(file); });
        m_rina = m_server->seller(u"rina@tokojakbar.id"_s);
        addProduct(u"Panci"_s, u"PNC-1"_s, 20);
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 1, {}}));
        QTRY_VERIFY(office->settled());
        const QString archive = dir.filePath(u"b.tar.zst"_s);
        QCOMPARE(runMarketplace({u"backup"_s, u"--database"_s, u"sqlite:"_s + file, u"--to"_s, archive}).code, 0);

        // Acknowledged afterwards, and lost with the disk.
        QVERIFY(office->edit(ports::AdjustStock{office->variant(u"PNC-1"_s), 7, {}}));
        QVERIFY(office->edit(ports::SetPrice{office->variant(u"PNC-1"_s), {12'000}}));
        QTRY_VERIFY(office->settled());
        m_server->stop();
        const Ended restored = runMarketplace(
            {u"restore"_s, u"--database"_s, u"sqlite:"_s + file, u"--from"_s, archive, u"--force"_s});
        QCOMPARE(restored.err, QByteArray());
        QVERIFY(m_server->start());
        QCOMPARE(m_server->openDatabase()->integer(u"SELECT on_hand FROM variants"_s).value(), 21);

        office->restart(m_server->port());
        QTRY_VERIFY(office->network().sent.contains(u"GET /v1/sync/snapshot"_s) && office->settled());
        QCOMPARE(office->stock(), (QStringList{u"PNC-1 28 0 12000"_s}));
        const auto shop = desktop();
        QTRY_VERIFY(shop->settled());
        QCOMPARE(shop->stock(), office->stock());
        QCOMPARE(office->replica().rejectionCount().value(), 0);
        m_server.reset(); // before its folder
    }

    void anOldCopyOfTheFileLosesNoEdit()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        const VariantId pan = office->variant(u"PNC-1"_s);
        office->engine().setWorkOffline(true);
        QVERIFY(office->edit(ports::AdjustStock{pan, 1, {}}));
        office->keepCopy(); // with an edit that waits
        office->engine().setWorkOffline(false);
        for (int i = 0; i < 3; ++i)
            QVERIFY(office->edit(ports::AdjustStock{pan, 1, {}}));
        QTRY_VERIFY(office->settled());
        QCOMPARE(office->stock().first(), u"PNC-1 24 0 10000"_s);

        office->goBackToCopy();
        // What is typed while the pull is under way gets numbers that the server has had already.
        bool typed = false;
        office->network().decide = [&](const engine::HttpRequest& request) {
            if (isPull(request) && !typed) {
                typed = true;
                for (int i = 0; i < 5; ++i)
                    office->edit(ports::AdjustStock{pan, 10, {}});
            }
            return Fate::Pass;
        };
        QTRY_VERIFY(typed && office->settled());
        QCOMPARE(office->stock().first(), u"PNC-1 74 0 10000"_s);
        const auto shop = desktop();
        QTRY_VERIFY(shop->settled());
        QCOMPARE(shop->stock(), office->stock());
    }

    void anOldCopyOfTheFileGoesOnSending()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        const VariantId pan = office->variant(u"PNC-1"_s);
        office->engine().setWorkOffline(true);
        QVERIFY(office->edit(ports::AdjustStock{pan, 1, {}}));
        office->keepCopy();
        office->engine().setWorkOffline(false);
        for (int i = 0; i < 3; ++i)
            QVERIFY(office->edit(ports::AdjustStock{pan, 1, {}}));
        QTRY_VERIFY(office->settled());

        office->goBackToCopy();
        QTRY_VERIFY(office->settled());
        QVERIFY(office->edit(ports::AdjustStock{pan, 10, {}}));
        QTRY_VERIFY(office->settled());
        QCOMPARE(office->stock().first(), u"PNC-1 34 0 10000"_s);
    }

    void syncingWhatHasNotChangedSendsAndWritesNothing()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        office->network().sent.clear();
        const auto changes = [&] { return office->replica().database().integer(u"SELECT total_changes()"_s).value(); };
        const qint64 before = changes();
        office->engine().syncNow();
        QTRY_COMPARE(office->network().sent, QStringList{u"GET /v1/sync/pull"_s});
        QTRY_VERIFY(office->settled());
        QCOMPARE(changes(), before);
    }

    void aThousandOfflineEditsGoOutInBatches()
    {
        const auto office = desktop();
        QTRY_VERIFY(office->settled());
        office->engine().setWorkOffline(true);
        const VariantId variant = office->variant(u"PNC-1"_s);
        QList<ports::Command> batch;
        for (int i = 0; i < 1'000; ++i)
            batch << ports::AdjustStock{variant, 1, {}};
        QVERIFY(office->replica().submit(batch));
        office->network().sent.clear();
        office->engine().setWorkOffline(false);
        QTRY_VERIFY_WITH_TIMEOUT(office->settled(), 30'000);
        QCOMPARE(office->stock().first(), u"PNC-1 1020 0 10000"_s);
        QCOMPARE(office->network().sent.count(u"POST /v1/sync/push"_s), 5);
        QCOMPARE(office->network().sent.count(u"GET /v1/sync/pull"_s), 1);
    }
};

QTEST_GUILESS_MAIN(ConvergenceTest)
#include "convergence_test.moc"
