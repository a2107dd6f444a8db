// SPDX-License-Identifier: GPL-3.0-or-later
// Every page as somebody uses it who has no mouse, or does not see it: each control has words, Tab comes to each,
// and no key means two things.
#include "buyer_pages.h"
#include "common/dialog_fit.h"
#include "common/theme.h"
#include "control_walk.h"
#include "engine/shop/shop_workspace.h"
#include "inventory/inventory_page.h"
#include "ports/system.h"
#include "products/products_page.h"
#include "seller_pages.h"
#include "shell/workspace_frame.h"
#include "stock/restock_page.h"
#include "stock/stock_area.h"
#include "stock/stocktake_page.h"
#include "support/test_server.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patienceMs = 30'000;

bool isVisible(const QWidget* root, const QString& name)
{
    const auto all = root->findChildren<QWidget*>(name);
    return std::any_of(all.cbegin(), all.cend(), [](const QWidget* one) { return one->isVisible(); });
}

} // namespace

class KeyboardWalkTest : public QObject
{
    Q_OBJECT

private:
    ui::Theme m_theme;
    ui::Languages m_languages;
    ports::SystemRandom m_random;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<app::Settings> m_settings;
    std::optional<TestServer::Person> m_rina;
    std::optional<TestServer::Person> m_budi;
    std::unique_ptr<engine::Workspace> m_workspace;
    std::unique_ptr<app::SellerPages> m_seller;
    std::unique_ptr<engine::ShopWorkspace> m_shop;
    std::unique_ptr<app::BuyerPages> m_buyer;
    QString m_product;

    QUrl address() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port())); }
    QString token(const QString& email) const
    {
        return m_server->client()
            .post("/v1/auth/login", {{u"email"_s, email}, {u"password"_s, TestServer::password()}})
            .json().value(u"refreshToken").toString();
    }
    void stock()
    {
        const auto variant = [](const QString& size, int stock) {
            return QJsonObject{{u"options"_s, QJsonObject{{u"Ukuran"_s, size}}}, {u"stock"_s, stock}, {u"sku"_s, u"KKG-"_s + size}};
        };
        const QJsonObject product{{u"name"_s, u"Kaos Katun Garut"_s},
                                  {u"description"_s, u"Katun 30s"_s},
                                  {u"category"_s, u"Pakaian"_s},
                                  {u"price"_s, 75'000},
                                  {u"options"_s, QJsonArray{QJsonObject{{u"name"_s, u"Ukuran"_s}, {u"values"_s, QJsonArray{u"M"_s, u"L"_s}}}}},
                                  {u"variants"_s, QJsonArray{variant(u"M"_s, 3), variant(u"L"_s, 40)}}};
        const auto made = m_rina->client.post("/v1/products", product);
        QCOMPARE(made.status, 201);
        m_product = made.json().value(u"id").toString();
        const QString bought = made.json().value(u"variants").toArray().at(1).toObject().value(u"id").toString();
        m_budi->client.post("/v1/cart/items", {{u"variantId"_s, bought}, {u"quantity"_s, 1}});
        const QJsonObject home{{u"recipient"_s, u"Budi"_s},    {u"phone"_s, u"08123456789"_s}, {u"street"_s, u"Jl. Melati 7"_s},
                               {u"city"_s, u"Surabaya"_s}, {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}};
        const auto placed = m_budi->client.post("/v1/checkouts", {{u"address"_s, home}, {u"paymentMethod"_s, u"COD"_s}},
                                                {{"Idempotency-Key", "first-order"}});
        QCOMPARE(placed.status, 201);
        m_budi->client.post("/v1/cart/items", {{u"variantId"_s, bought}, {u"quantity"_s, 1}});
    }
    void showSeller()
    {
        m_workspace = engine::Workspace::open({.replicaFile = m_dir->filePath(u"replica.db"_s),
                                               .marketplace = address(),
                                               .tokens = {{}, token(u"rina@tokojakbar.id"_s)},
                                               .language = "en"},
                                              {m_server->clock(), m_random})
                          .value();
        m_seller = std::make_unique<app::SellerPages>(app::SellerPages::Parts{
            m_theme, m_languages, *m_settings, *m_workspace,
            {.name = u"Rina"_s, .email = u"rina@tokojakbar.id"_s, .seller = true, .storeName = u"Toko Jakarta Barat"_s},
            [] { return u"here"_s; }, [] { return ports::SecretStore::Place::MemoryOnly; }, m_server->clock(), m_random});
        show(m_seller->frame());
    }
    void openSeller()
    {
        showSeller();
        QTRY_COMPARE_WITH_TIMEOUT(m_workspace->sync().status().connection, ports::Connection::Connected, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(isVisible(m_seller->frame(), u"task.process"_s), patienceMs);
    }
    void openBuyer()
    {
        m_shop = engine::ShopWorkspace::open({.file = m_dir->filePath(u"shop.db"_s),
                                              .marketplace = address(),
                                              .tokens = {{}, token(u"budi@contoh.id"_s)},
                                              .language = "en"},
                                             {m_server->clock(), m_random})
                     .value();
        m_buyer = std::make_unique<app::BuyerPages>(app::BuyerPages::Parts{
            m_theme, m_languages, *m_settings, *m_shop, app::shippedRegions(),
            {.name = u"Budi"_s, .email = u"budi@contoh.id"_s, .marketplace = address()}, [] { return u"here"_s; },
            m_dir->filePath(u"pictures"_s), [] { return ports::SecretStore::Place::MemoryOnly; }, m_server->clock()});
        show(m_buyer->frame());
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->sync().status().connection, ports::Connection::Connected, patienceMs);
    }
    static void show(ui::WorkspaceFrame* frame)
    {
        frame->resize(1440, 872);
        frame->show();
        frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(frame));
    }
    static void look(ui::WorkspaceFrame* frame, const QString& page)
    {
        const auto said = [&page](const char* what, const QStringList& found) {
            return u"%1: %2:\n  %3"_s.arg(page, QLatin1StringView(what), found.join(u"\n  "_s)).toLocal8Bit();
        };
        const QStringList nameless = namelessStops(frame);
        QVERIFY2(nameless.isEmpty(), said("no words", nameless).constData());
        const QStringList unreached = unreachedStops(frame);
        QVERIFY2(unreached.isEmpty(), said("Tab does not come to", unreached).constData());
        const QStringList twice = clashes(frame);
        QVERIFY2(twice.isEmpty(), said("keys with two meanings", twice).constData());
    }

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void init()
    {
        m_server = std::make_unique<TestServer>();
        QVERIFY(m_server->start());
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<app::Settings>(m_dir->path());
        m_rina = m_server->seller(u"rina@tokojakbar.id"_s);
        m_budi = m_server->customer(u"budi@contoh.id"_s);
    }
    void cleanup()
    {
        m_seller.reset();
        m_workspace.reset();
        m_buyer.reset();
        m_shop.reset();
        m_rina.reset();
        m_budi.reset();
        m_settings.reset();
        m_dir.reset();
        m_server.reset();
    }

    void aSellersPages_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("shows");
        const std::pair<const char*, const char*> pages[] = {
            {"home", "task.process"},      {"orders", "orderTitle"},        {"stock", "inventoryTable"},
            {"products", "productsTable"}, {"analytics", "analyticsScroll"}, {"reviews", "reviewTabs"},
            {"transfer", "importChoose"},  {"attention", "attentionPage"},  {"store", "store.name"},
            {"settings", "settingsPage"}};
        for (const auto& [page, shows] : pages)
            QTest::newRow(page) << QString::fromLatin1(page) << QString::fromLatin1(shows);
    }
    void aSellersPages()
    {
        QFETCH(const QString, page);
        QFETCH(const QString, shows);
        stock();
        openSeller();
        m_seller->frame()->showPage(page);
        QTRY_VERIFY_WITH_TIMEOUT(isVisible(m_seller->frame(), shows), patienceMs);
        look(m_seller->frame(), page);
    }

    void whatIsBehindASellersPages()
    {
        stock();
        openSeller();
        ui::WorkspaceFrame* frame = m_seller->frame();
        m_seller->products()->openProduct(ProductId::parse(m_product).value());
        QTRY_VERIFY_WITH_TIMEOUT(isVisible(frame, u"editorName"_s) && isVisible(frame, u"variantsTable"_s), patienceMs);
        look(frame, u"product editor"_s);
        m_seller->products()->createProduct();
        QTRY_VERIFY_WITH_TIMEOUT(isVisible(frame, u"editorName"_s), patienceMs);
        look(frame, u"new product"_s);

        frame->showPage(u"stock"_s);
        m_seller->stock()->showStocktake();
        QTRY_VERIFY_WITH_TIMEOUT(m_seller->stock()->stocktake().sheet().open, patienceMs);
        look(frame, u"stocktake, empty"_s);
        auto* scan = frame->findChild<QLineEdit*>(u"stocktakeScan"_s);
        for (const QString& code : {u"KKG-M"_s, u"no-such-code"_s}) {
            scan->setText(code);
            QTest::keyClick(scan, Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(isVisible(frame, u"linkCode"_s), patienceMs);
        look(frame, u"stocktake"_s);
        m_seller->stock()->showRestock();
        QTRY_VERIFY_WITH_TIMEOUT(m_seller->stock()->restock().model().rowCount() > 0, patienceMs);
        look(frame, u"reorder list"_s);
        m_seller->stock()->showTable();
        QTRY_VERIFY_WITH_TIMEOUT(m_seller->inventory()->model().rowCount() == 2, patienceMs);
        m_seller->inventory()->model().setMarked(0, 1, true);
        QTRY_VERIFY_WITH_TIMEOUT(isVisible(frame, u"bulkSetPrice"_s), patienceMs);
        look(frame, u"stock, ticked"_s);
    }

    /// A laptop's 1440 × 900 at 200 %: what does not fit is scrolled, and nothing makes the window larger.
    void aSmallScreen()
    {
        stock();
        openSeller();
        ui::WorkspaceFrame* frame = m_seller->frame();
        const QSize small(720, 422);
        for (const auto& [key, text, icon] : frame->sidebar().items()) {
            if (!frame->page(key))
                continue;
            frame->showPage(key);
            frame->resize(small);
            QCoreApplication::processEvents();
            QVERIFY2(frame->size() == small, qPrintable(u"%1 needs %2 × %3"_s.arg(key).arg(frame->width()).arg(frame->height())));
            QVERIFY(frame->sidebar().width() < 100);
        }
        frame->resize(1440, 872);
        QTRY_VERIFY_WITH_TIMEOUT(frame->sidebar().width() > 200, patienceMs);
    }

    void aDialogOnASmallScreen()
    {
        QDialog dialog;
        auto* column = new QVBoxLayout(&dialog);
        for (int i = 0; i < 30; ++i)
            column->addWidget(new QLineEdit);
        auto* last = new QPushButton(u"Save"_s);
        column->addWidget(last);
        const QSize room(700, 400);
        ui::DialogFit::fit(dialog, room);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.height() <= room.height() && dialog.width() <= room.width());
        QTRY_VERIFY_WITH_TIMEOUT(last->isVisible(), patienceMs);
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        last->previousInFocusChain()->setFocus();
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QVERIFY(last->hasFocus());
        const QRect seen(last->mapTo(&dialog, QPoint()), last->size());
        QVERIFY(dialog.rect().contains(seen)); // scrolled to by the keyboard
    }

    void anEmptyStore()
    {
        showSeller();
        const std::pair<const char*, const char*> pages[] = {
            {"home", "homeEmpty"},         {"orders", "ordersEmpty"},   {"stock", "emptyStore"},
            {"products", "productsEmpty"}, {"reviews", "reviewsEmpty"}, {"attention", "attentionEmpty"}};
        for (const auto& [page, shows] : pages) {
            m_seller->frame()->showPage(QString::fromLatin1(page));
            QTRY_VERIFY2(isVisible(m_seller->frame(), QString::fromLatin1(shows)), page);
            look(m_seller->frame(), u"empty "_s + QString::fromLatin1(page));
        }
    }

    void aBuyersPages()
    {
        stock();
        openBuyer();
        ui::WorkspaceFrame* frame = m_buyer->frame();
        QTRY_VERIFY_WITH_TIMEOUT(isVisible(frame, u"shelf.popular"_s) || isVisible(frame, u"shelf.newest"_s), patienceMs);
        look(frame, u"storefront"_s);
        frame->showPage(u"settings"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isVisible(frame, u"settingsPage"_s), patienceMs);
        look(frame, u"settings"_s);
    }
};

QTEST_MAIN(KeyboardWalkTest)
#include "keyboard_walk_test.moc"
