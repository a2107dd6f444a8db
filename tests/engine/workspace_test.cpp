// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen stands on, with its threads: ports in front, replica and engine behind, the real server.
#include "engine/workspace.h"
#include "ports/system.h"
#include "support/sample_pictures.h"
#include "support/test_server.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using engine::Workspace;

namespace
{

/// A seller's workspace, and the rows it showed last.
struct Desk
{
    std::unique_ptr<Workspace> workspace;
    QList<ports::InventoryRow> rows;

    explicit Desk(std::unique_ptr<Workspace> opened) : workspace(std::move(opened))
    {
        QObject::connect(&workspace->inventory(), &ports::InventoryReader::opened,
                         [this](quint64, const QList<ports::InventoryRow>& page) { rows = page; });
        QObject::connect(&workspace->inventory(), &ports::InventoryReader::rowsChanged,
                         [this](const QList<ports::InventoryRow>& changed) {
                             for (const ports::InventoryRow& row : changed) {
                                 for (ports::InventoryRow& shown : rows)
                                     shown = shown.row == row.row ? row : shown;
                             }
                         });
    }
    bool settled() const
    {
        const ports::SyncStatus status = workspace->sync().status();
        return status.connection == ports::Connection::Connected && status.waiting == 0;
    }
    void read(quint64 generation) { workspace->inventory().open(generation, {}); }
};

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_server;
    std::optional<TestServer::Person> m_rina;
    QTemporaryDir m_dir;
    ports::SystemRandom m_random;
    int m_files = 0;

    Workspace::Config config()
    {
        return {.replicaFile = m_dir.filePath(u"%1.db"_s.arg(++m_files)),
                .marketplace = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port())),
                .tokens = {{}, m_rina->refreshToken},
                .language = "en"};
    }

    static ports::AttachPicture kept(Workspace& workspace, ports::IdFactory& ids, const ProductId& product,
                                     const QByteArray& bytes)
    {
        QSignalSpy done(&workspace.pictures(), &ports::Pictures::kept);
        workspace.pictures().keep(1, bytes);
        return done.wait() ? ports::AttachPicture{.product = product,
                                                  .image = ids.make<ImageId>(),
                                                  .hash = done.constFirst().at(1).toString(),
                                                  .width = 40,
                                                  .height = 30}
                           : ports::AttachPicture();
    }
    QJsonArray imagesOf(const ProductId& product) const
    {
        return m_rina->client.get("/v1/products/" + product.toString().toLatin1()).json().value(u"images").toArray();
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        QVERIFY(m_server->start());
        m_rina = m_server->seller(u"rina@tokojakbar.id"_s);
        QCOMPARE(m_rina->client.post("/v1/products", {{u"name"_s, u"Wajan"_s},
                                                      {u"description"_s, QString()},
                                                      {u"category"_s, u"Dapur"_s},
                                                      {u"price"_s, 10'000},
                                                      {u"stock"_s, 5},
                                                      {u"sku"_s, u"WJN-1"_s}}).status, 201);
    }

    void cleanup()
    {
        m_rina.reset();
        m_server.reset();
    }

    void aPictureTakenOfflineGoesUpAfterARestart()
    {
        Workspace::Config here = config();
        ports::IdFactory ids(m_server->clock(), m_random);
        ProductId product;
        {
            Desk desk(Workspace::open(here, {m_server->clock(), m_random}).value());
            connect(desk.workspace.get(), &Workspace::tokensRenewed, this,
                    [&here](const engine::Tokens& tokens) { here.tokens = tokens; });
            QTRY_VERIFY(desk.settled());
            desk.read(1);
            QTRY_COMPARE(desk.rows.size(), 1);
            product = desk.rows[0].product;
            desk.workspace->sync().setWorkOffline(true);
            desk.workspace->commands().submit({kept(*desk.workspace, ids, product, jpeg(40, 30))});
            QTRY_COMPARE(desk.workspace->sync().status().waiting, 1);
            QTRY_VERIFY(!desk.rows[0].imageHash.isEmpty()); // shown at once
        }
        QCOMPARE(imagesOf(product).size(), 0);
        Desk desk(Workspace::open(here, {m_server->clock(), m_random}).value());
        QTRY_COMPARE(imagesOf(product).size(), 1);
        QTRY_VERIFY(desk.settled());
        QCOMPARE(imagesOf(product)[0][u"width"].toInt(), 40);
        QCOMPARE(desk.workspace->sync().status().attention, 0);
    }

    void aPictureTheMarketplaceRefusesIsToldAndHoldsNothingUp()
    {
        Desk desk(Workspace::open(config(), {m_server->clock(), m_random}).value());
        ports::IdFactory ids(m_server->clock(), m_random);
        QTRY_VERIFY(desk.settled());
        desk.read(1);
        QTRY_COMPARE(desk.rows.size(), 1);
        const ProductId product = desk.rows[0].product;
        desk.workspace->commands().submit({kept(*desk.workspace, ids, product, "no picture at all"),
                                           ports::SetPrice{desk.rows[0].variant, {12'000}}});
        QTRY_COMPARE(desk.workspace->sync().status().attention, 1);
        QTRY_VERIFY(desk.settled());
        QSignalSpy read(&desk.workspace->sync(), &ports::SyncControl::rejectionsRead);
        desk.workspace->sync().readRejections({});
        QVERIFY(read.wait());
        const auto rejections = qvariant_cast<QList<ports::Rejection>>(read.constFirst().constFirst());
        QCOMPARE(rejections.value(0).code, u"unsupported_image"_s);
        QVERIFY(!rejections.value(0).detail.isEmpty());
        QTRY_COMPARE(desk.rows[0].price.rupiah, 12'000);
        QVERIFY(desk.rows[0].imageHash.isEmpty());
        desk.workspace->sync().drop(rejections.value(0).number);
        QTRY_COMPARE(desk.workspace->sync().status().attention, 0);
    }

    void anEditGoesFromThePortToTheMarketplace()
    {
        Desk desk(Workspace::open(config(), {m_server->clock(), m_random}).value());
        QTRY_VERIFY(desk.settled());
        desk.read(1);
        QTRY_COMPARE(desk.rows.size(), 1);
        QSignalSpy done(&desk.workspace->commands(), &ports::CommandSink::done);

        desk.workspace->commands().submit({ports::AdjustStock{desk.rows.front().variant, 7, {}}});

        QTRY_COMPARE(done.size(), 1);
        QTRY_COMPARE(desk.rows.front().onHand, 12);
        QTRY_VERIFY(desk.settled() && !desk.rows.front().waiting);
        const auto product = m_rina->client.get("/v1/products/" + desk.rows.front().product.toString().toLatin1()).json();
        QCOMPARE(product.value(u"variants").toArray().at(0).toObject().value(u"onHand").toInt(), 12);
    }

    void aRetryThatBreaksARuleSaysSo()
    {
        Desk desk(Workspace::open(config(), {m_server->clock(), m_random}).value());
        QTRY_VERIFY(desk.settled());
        desk.read(1);
        QTRY_COMPARE(desk.rows.size(), 1);
        ports::SyncControl& sync = desk.workspace->sync();
        sync.setWorkOffline(true);
        QTRY_COMPARE(sync.status().connection, ports::Connection::WorkingOffline);
        const VariantId variant = desk.rows.front().variant;
        const QByteArray path = "/v1/variants/" + variant.toString().toLatin1() + "/stock";
        QCOMPARE(m_rina->client.post(path, {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -4}}).status, 200);
        desk.workspace->commands().submit({ports::AdjustStock{variant, -3, {}}}); // 1 is left by now
        sync.setWorkOffline(false);
        QTRY_VERIFY(desk.settled() && sync.status().attention == 1);
        QSignalSpy read(&sync, &ports::SyncControl::rejectionsRead);
        sync.readRejections(variant);
        QTRY_COMPARE(read.size(), 1);
        const auto rejections = read.front().front().value<QList<ports::Rejection>>();
        QSignalSpy refused(&sync, &ports::SyncControl::retryRefused);

        sync.retry(rejections.front().number, std::nullopt);

        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.front().at(1).value<Violation>().rule, Rule::WouldBeNegative);
        QCOMPARE(sync.status().attention, 1);
        sync.drop(rejections.front().number);
        QTRY_COMPARE(sync.status().attention, 0);
        QTRY_COMPARE(desk.rows.front().onHand, 1);
    }

    void editsWaitOverARestart()
    {
        const Workspace::Config where = config();
        VariantId variant;
        {
            Desk desk(Workspace::open(where, {m_server->clock(), m_random}).value());
            QTRY_VERIFY(desk.settled());
            desk.read(1);
            QTRY_COMPARE(desk.rows.size(), 1);
            variant = desk.rows.front().variant;
            desk.workspace->sync().setWorkOffline(true);
            QSignalSpy done(&desk.workspace->commands(), &ports::CommandSink::done);
            desk.workspace->commands().submit({ports::AdjustStock{variant, 2, {}}});
            QTRY_COMPARE(done.size(), 1);
        }
        Workspace::Config again = where;
        again.workOffline = true;
        m_server->signInAgain(*m_rina);
        again.tokens.refresh = m_rina->refreshToken;
        Desk desk(Workspace::open(again, {m_server->clock(), m_random}).value());
        QTRY_COMPARE(desk.workspace->sync().status().waiting, 1);
        desk.read(1);
        QTRY_COMPARE(desk.rows.size(), 1);
        QCOMPARE(desk.rows.front().onHand, 7);
        desk.workspace->sync().setWorkOffline(false);
        QTRY_VERIFY(desk.settled());
    }
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "workspace_test.moc"
