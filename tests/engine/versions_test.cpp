// SPDX-License-Identifier: GPL-3.0-or-later
// Desktops and a marketplace of different versions: who syncs, who is refused, and that no edit is lost by it.
#include "support/test_desktop.h"
#include "support/test_server.h"

#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

/// Every sync message speaks another schema than this program's.
void speakSchemaTwo(engine::HttpRequest& request)
{
    request.path.replace(u"schema=1"_s, u"schema=2"_s);
    request.body.replace("\"schema\":1", "\"schema\":2");
}

/// A step that this program's marketplace has not heard of.
void sendUnknownOp(engine::HttpRequest& request) { request.body.replace("variant.update", "variant.teleport"); }

} // namespace

class VersionsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_server;
    std::optional<TestServer::Person> m_rina;
    quint64 m_seed = 0;

    void serve(marketplace::SchemaRange schemas)
    {
        m_server = std::make_unique<TestServer>([schemas](marketplace::ServerConfig& config) { config.syncSchemas = schemas; });
        QVERIFY(m_server->start());
        m_rina = m_server->seller(u"rina@tokojakbar.id"_s);
        for (const QString& sku : {u"PNC-1"_s, u"WJN-1"_s}) {
            const QJsonObject product{{u"name"_s, sku},   {u"description"_s, QString()}, {u"category"_s, u"Dapur"_s},
                                      {u"price"_s, 9000}, {u"stock"_s, 20},              {u"sku"_s, sku}};
            QCOMPARE(m_rina->client.post("/v1/products", product).status, 201);
        }
    }

    std::unique_ptr<TestDesktop> desktop()
    {
        const auto answer = m_server->client().post(
            "/v1/auth/login", {{u"email"_s, u"rina@tokojakbar.id"_s}, {u"password"_s, TestServer::password()}});
        const QString refresh = answer.json().value(u"refreshToken").toString();
        return std::make_unique<TestDesktop>(m_server->port(), refresh, m_server->clock(), ++m_seed);
    }

private Q_SLOTS:
    void cleanup()
    {
        m_rina.reset();
        m_server.reset();
    }

    void aDesktopOfTheSchemaBeforeSyncs()
    {
        serve({.oldest = 1, .newest = 2});
        const auto old = desktop();
        const auto current = desktop();
        current->network().rewrite = speakSchemaTwo;
        QTRY_VERIFY(old->settled() && current->settled());
        QVERIFY(old->edit(ports::AdjustStock{old->variant(u"PNC-1"_s), -3, {}}));
        QVERIFY(current->edit(ports::AdjustStock{current->variant(u"WJN-1"_s), 5, {}}));
        QVERIFY(old->edit(ports::SetPrice{old->variant(u"WJN-1"_s), Money(12'000)}));
        const QStringList all{u"PNC-1 17 0 9000"_s, u"WJN-1 25 0 12000"_s};
        QTRY_COMPARE(old->stock(), all);
        QTRY_COMPARE(current->stock(), all);
        QTRY_VERIFY(old->settled() && current->settled());
        QCOMPARE(old->replica().dump().value(), current->replica().dump().value());
    }

    void aDesktopThatIsNewerThanTheMarketplaceKeepsItsEdits()
    {
        serve({});
        const auto shop = desktop();
        QTRY_VERIFY(shop->settled());
        shop->network().rewrite = speakSchemaTwo;
        QVERIFY(shop->edit(ports::AdjustStock{shop->variant(u"PNC-1"_s), -3, {}}));
        QTRY_COMPARE(shop->status().problem, u"schema_unsupported"_s);
        QCOMPARE(shop->status().waiting, 1);
        QCOMPARE(shop->stock().front(), u"PNC-1 17 0 9000"_s);

        shop->network().rewrite = {}; // the marketplace was updated
        shop->engine().syncNow();
        QTRY_VERIFY(shop->settled());
        QCOMPARE(shop->status().problem, QString());
        const auto other = desktop();
        QTRY_VERIFY(other->settled());
        QCOMPARE(other->replica().dump().value(), shop->replica().dump().value());
    }

    void aDesktopThatIsTooOldIsToldToUpdate()
    {
        serve({.oldest = 2, .newest = 2});
        const auto shop = desktop();
        shop->network().rewrite = speakSchemaTwo;
        shop->engine().syncNow();
        QTRY_VERIFY(shop->settled());
        shop->network().rewrite = {}; // as if an older program had been put back
        QVERIFY(shop->edit(ports::AdjustStock{shop->variant(u"PNC-1"_s), -3, {}}));
        QTRY_COMPARE(shop->status().problem, u"schema_outdated"_s);
        QCOMPARE(shop->status().waiting, 1);

        shop->network().rewrite = speakSchemaTwo; // updated
        shop->engine().syncNow();
        QTRY_VERIFY(shop->settled());
        QCOMPARE(shop->stock().front(), u"PNC-1 17 0 9000"_s);
    }

    void anEditOfAKindThatTheMarketplaceDoesNotKnowIsRefusedAlone()
    {
        serve({});
        const auto shop = desktop();
        QTRY_VERIFY(shop->settled());
        shop->engine().setWorkOffline(true);
        shop->network().rewrite = sendUnknownOp;
        QVERIFY(shop->edit(ports::SetPrice{shop->variant(u"PNC-1"_s), Money(12'000)}));
        QVERIFY(shop->edit(ports::AdjustStock{shop->variant(u"PNC-1"_s), -3, {}}));
        shop->engine().setWorkOffline(false);
        QTRY_VERIFY(shop->settled());

        QCOMPARE(shop->stock().front(), u"PNC-1 17 0 9000"_s); // the one is undone, the other in force
        const auto rejections = shop->replica().rejections().value();
        QCOMPARE(rejections.size(), 1);
        QCOMPARE(rejections.front().code, u"unknown_op"_s);
        QVERIFY(!rejections.front().detail.isEmpty());
        QCOMPARE(shop->status().attention, 1);
    }
};

QTEST_GUILESS_MAIN(VersionsTest)
#include "versions_test.moc"
