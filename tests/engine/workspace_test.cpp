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
#include <QTimeZone>

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

    void figuresEqualTheMarketplacesToTheRupiah()
    {
        const auto product = m_rina->client.post("/v1/products", {{u"name"_s, u"Panci"_s}, {u"price"_s, 33'333}, {u"stock"_s, 500}}).json();
        const QString wajan = m_rina->client.get("/v1/products?q=wajan").json()[u"items"_s][0][u"variants"][0][u"id"].toString();
        const QString panci = product[u"variants"_s][0][u"id"].toString();
        TestServer::Person budi = m_server->customer(u"budi@contoh.id"_s);
        const QJsonObject address{{u"recipient"_s, u"Budi"_s},      {u"phone"_s, u"081234567890"_s},
                                  {u"street"_s, u"Jl. Melati 1"_s}, {u"city"_s, u"Kota Bandung"_s},
                                  {u"province"_s, u"Jawa Barat"_s}, {u"postcode"_s, u"40111"_s}};
        QStringList orders;
        // Over the edges of days, weeks and months, also those that are other days in the store's time zone.
        for (int i = 0; i < 9; ++i) {
            budi.client.post("/v1/cart/items", {{u"variantId"_s, i < 4 ? wajan : panci}, {u"quantity"_s, i < 4 ? 1 : i}});
            const auto bought = budi.client.post("/v1/checkouts", {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}},
                                                 {{"Idempotency-Key", QByteArray::number(i)}});
            QCOMPARE(bought.status, 201);
            orders << bought.json()[u"orders"_s][0][u"id"].toString();
            m_server->clock().advance(qint64(i % 2 == 0 ? 5 : 97) * 3600 * 1000);
            m_server->signInAgain(budi);
        }
        m_server->signInAgain(*m_rina);
        const auto move = [&](int order, const QString& to) {
            return m_rina->client.post("/v1/orders/" + orders[order].toLatin1() + "/transitions",
                                       {{u"to"_s, to}, {u"reason"_s, u"Habis"_s}}).status;
        };
        QCOMPARE(move(0, u"CANCELLED"_s), 200);
        for (const int order : {1, 5, 7}) {
            QCOMPARE(move(order, u"SHIPPED"_s), 200);
            QCOMPARE(move(order, u"DELIVERED"_s), 200);
        }

        Desk desk(Workspace::open(config(), {m_server->clock(), m_random}).value());
        QTRY_VERIFY_WITH_TIMEOUT(desk.settled(), 20'000);
        QSignalSpy summarised(&desk.workspace->sales(), &ports::SalesReader::summarised);
        desk.workspace->sales().readSummary(m_server->clock().now());
        QTRY_COMPARE(summarised.size(), 1);
        const auto summary = summarised[0][0].value<ports::SalesSummary>();
        const auto figures = [](const QJsonValue& json) {
            return SalesFigures{.booked = {json[u"booked"].toInteger()},
                                .completed = {json[u"completed"].toInteger()},
                                .orders = json[u"orders"].toInteger(),
                                .units = json[u"units"].toInteger()};
        };
        const QJsonObject theirs = m_rina->client.get("/v1/analytics/summary").json();
        QCOMPARE(summary.today, figures(theirs[u"today"_s]));
        QCOMPARE(summary.thisWeek, figures(theirs[u"thisWeek"_s]));
        QCOMPARE(summary.thisMonth, figures(theirs[u"thisMonth"_s]));
        QCOMPARE(summary.allTime, figures(theirs[u"allTime"_s]));
        QCOMPARE(summary.allTime.orders, 8);

        const QDate last = dayOf(m_server->clock().now(), QTimeZone(summary.timeZone.toLatin1()));
        const QDate first = last.addDays(-40);
        const QByteArray days = "from=" + first.toString(Qt::ISODate).toLatin1() + "&to=" + last.toString(Qt::ISODate).toLatin1();
        quint64 ticket = 0;
        for (const Granularity granularity : {Granularity::Day, Granularity::Week, Granularity::Month}) {
            for (const ports::TopBy by : {ports::TopBy::Units, ports::TopBy::Revenue}) {
                QSignalSpy reported(&desk.workspace->sales(), &ports::SalesReader::reported);
                desk.workspace->sales().readReport(++ticket, {.first = first, .last = last, .granularity = granularity, .topBy = by});
                QTRY_COMPARE(reported.size(), 1);
                const auto report = reported[0][1].value<ports::SalesReport>();
                const QJsonArray points = m_rina->client.get("/v1/analytics/revenue?granularity=" + wireName(granularity).toLatin1() + '&' + days)
                                              .json()[u"points"_s].toArray();
                QCOMPARE(report.points.size(), points.size());
                for (qsizetype i = 0; i < points.size(); ++i) {
                    QCOMPARE(report.periods[i].start.toString(Qt::ISODate), points[i][u"start"].toString());
                    QCOMPARE(report.points[i], figures(points[i]));
                }
                const QByteArray order = by == ports::TopBy::Units ? "units" : "revenue";
                const QJsonArray top = m_rina->client.get("/v1/analytics/top-products?by=" + order + '&' + days).json()[u"items"_s].toArray();
                QCOMPARE(report.top.size(), top.size());
                QCOMPARE(report.top.size(), 2);
                for (qsizetype i = 0; i < top.size(); ++i) {
                    QCOMPARE(report.top[i].product.toString(), top[i][u"productId"].toString());
                    QCOMPARE(report.top[i].units, top[i][u"units"].toInteger());
                    QCOMPARE(report.top[i].revenue.rupiah, top[i][u"revenue"].toInteger());
                }
            }
        }
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
