// SPDX-License-Identifier: GPL-3.0-or-later
// A buyer's pages on real widgets over the real marketplace: from registering to a review, online and off.
#include "buyer_pages.h"
#include "common/button.h"
#include "common/choices.h"
#include "common/messages.h"
#include "common/theme.h"
#include "desktop.h"
#include "engine/shop/shop_workspace.h"
#include "shell/register_page.h"
#include "shell/workspace_frame.h"
#include "storefront/cart_page.h"
#include "storefront/my_orders_page.h"
#include "storefront/offline_strip.h"
#include "storefront/product_grid.h"
#include "storefront/product_page.h"
#include "storefront/results_view.h"
#include "storefront/storefront.h"
#include "storefront/stars.h"
#include "support/test_desktop.h"
#include "support/test_server.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using Fate = FaultyTransport::Fate;

namespace {

/// The pages as the program puts them together, over a network that can be made to fail.
struct Shop
{
    Shop(ui::Theme& theme, const QString& folder, quint16 port, const QString& token, const ports::Clock& clock,
         FaultyTransport::Decide fate)
        : settings(folder)
    {
        const QUrl address(u"http://127.0.0.1:%1"_s.arg(port));
        auto opened = engine::ShopWorkspace::open({.file = folder + u"/shop.db"_s,
                                                   .marketplace = address,
                                                   .tokens = {{}, token},
                                                   .language = "en",
                                                   .makeTransport =
                                                       [fate](const QUrl& where) {
                                                           auto transport = std::make_unique<FaultyTransport>(where);
                                                           transport->decide = fate;
                                                           return transport;
                                                       }},
                                                  {clock, random});
        if (!opened)
            return;
        workspace = std::move(*opened);
        ports::Account account{.name = u"Siti"_s, .email = u"siti@contoh.id"_s, .marketplace = address};
        pages = std::make_unique<app::BuyerPages>(app::BuyerPages::Parts{
            theme, languages, settings, *workspace, app::shippedRegions(), account, [] { return u"here"_s; },
            folder + u"/pictures"_s, [] { return ports::SecretStore::Place::MemoryOnly; }, clock});
        pages->frame()->resize(1'440, 900);
        pages->frame()->show();
    }
    template<class Widget = QWidget>
    Widget* find(const QString& name) const
    {
        for (Widget* widget : pages->frame()->findChildren<Widget*>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void press(const QString& name) const
    {
        auto* button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        button->click();
    }
    static QDialog* dialog() { return qobject_cast<QDialog*>(QApplication::activeModalWidget()); }
    bool connected() const { return workspace->sync().status().connection == ports::Connection::Connected; }
    ui::ProductsModel& found() const { return pages->storefront()->results().model(); }
    bool ready() const { return found().state() == ui::ProductsModel::State::Ready; }
    const ports::ShopCartState& cart() const { return pages->cart()->cart(); }
    bool open(const ProductId& product) const
    {
        pages->showBrowse();
        pages->storefront()->showProduct(product);
        return QTest::qWaitFor([&] {
            const ports::ShopProduct* shown = pages->storefront()->productPage().shown();
            return shown && shown->card.product == product && shown->seen.live == connected();
        });
    }
    void goOffline(bool offline) const
    {
        workspace->sync().setWorkOffline(offline);
        QTRY_COMPARE(connected(), !offline);
    }

    ports::SystemRandom random;
    ui::Languages languages;
    app::Settings settings;
    std::unique_ptr<engine::ShopWorkspace> workspace;
    std::unique_ptr<app::BuyerPages> pages;
};

} // namespace

class StorefrontTest : public QObject
{
    Q_OBJECT

private:
    ui::Theme m_theme;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    QList<TestServer::Person> m_sellers;
    std::optional<TestServer::Person> m_siti;
    std::unique_ptr<Shop> m_shop;
    FaultyTransport::Decide m_fate;

    ProductId makeProduct(int seller, const QString& name, int price, int stock, QJsonObject more = {})
    {
        more.insert(u"name"_s, name);
        more.insert(u"description"_s, u"Baik"_s);
        if (!more.contains(u"category"))
            more.insert(u"category"_s, u"Dapur"_s);
        more.insert(u"price"_s, price);
        more.insert(u"stock"_s, stock);
        const auto made = m_sellers.at(seller).client.post("/v1/products", more);
        return ProductId::parse(made.json().value(u"id").toString()).value_or(ProductId());
    }
    bool openShop()
    {
        m_shop.reset();
        m_shop = std::make_unique<Shop>(m_theme, m_dir->path(), m_server->port(), m_siti->refreshToken, m_server->clock(), m_fate);
        return m_shop->pages && QTest::qWaitForWindowExposed(m_shop->pages->frame())
               && QTest::qWaitFor([this] { return m_shop->connected(); });
    }
    void typeAddress()
    {
        m_shop->press(u"addressChange"_s);
        QTRY_VERIFY(Shop::dialog());
        QDialog* form = Shop::dialog();
        const auto type = [form](const QString& name, const QString& text) {
            QTest::keyClicks(form->findChild<QLineEdit*>(name), text);
        };
        auto* recipient = form->findChild<QLineEdit*>(u"address.recipient"_s);
        QCOMPARE(recipient->text(), u"Siti"_s); // whose account it is
        recipient->clear();
        type(u"address.recipient"_s, u"Siti Rahmawati"_s);
        type(u"address.phone"_s, u"0812-2204-1187"_s);
        type(u"address.street"_s, u"Jl. Cihampelas 88"_s);
        form->findChild<QAbstractButton*>(u"addressUse"_s)->click();
        QVERIFY(Shop::dialog()); // the postcode is missing
        type(u"address.postcode"_s, u"40131"_s);
        QCOMPARE(form->findChild<QComboBox*>(u"address.province"_s)->currentText(), u"Jawa Barat"_s);
        QCOMPARE(form->findChild<QComboBox*>(u"address.city"_s)->currentText(), u"Kota Bandung"_s);
        form->findChild<QAbstractButton*>(u"addressUse"_s)->click();
        QTRY_VERIFY(!Shop::dialog());
    }
    void buyAll()
    {
        m_shop->pages->showCart();
        if (m_shop->find(u"addressText"_s)->property("text").toString().contains(u"40131") == false)
            typeAddress();
        QTRY_VERIFY(m_shop->find<QAbstractButton>(u"checkoutOrder"_s) && m_shop->find<QAbstractButton>(u"checkoutOrder"_s)->isEnabled());
        m_shop->press(u"checkoutOrder"_s);
        QTRY_VERIFY(Shop::dialog());
        Shop::dialog()->findChild<QAbstractButton*>(u"confirmPlace"_s)->click();
    }
    int ordersAtMarketplace() { return int(m_siti->client.get("/v1/orders").json().value(u"items").toArray().size()); }

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        m_fate = [](const engine::HttpRequest&) { return Fate::Pass; };
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TestServer>();
        QVERIFY(m_server->start());
        for (int i = 0; i < 3; ++i)
            m_sellers.append(m_server->seller(u"toko%1@contoh.id"_s.arg(i)));
        m_siti = m_server->customer(u"siti@contoh.id"_s);
    }
    void cleanup()
    {
        m_shop.reset();
        m_sellers.clear();
        m_siti.reset();
        m_server.reset();
    }

    void aBuyerRegistersAndSeesTheStorefront()
    {
        makeProduct(0, u"Wajan"_s, 90'000, 5);
        app::Desktop desktop(*qApp, {.dataDir = m_dir->path(),
                                     .marketplace = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port())),
                                     .language = Language::English});
        desktop.start();
        desktop.window().showRegistration();
        ui::RegisterPage& page = desktop.window().registration();
        page.findChild<QRadioButton*>(u"register.buyer"_s)->click();
        QVERIFY(!page.findChild<QLineEdit*>(u"register.store"_s)->isVisible());
        QTest::keyClicks(page.findChild<QLineEdit*>(u"register.name"_s), u"Budi"_s);
        QTest::keyClicks(page.findChild<QLineEdit*>(u"register.email"_s), u"budi@contoh.id"_s);
        QTest::keyClicks(page.findChild<QLineEdit*>(u"register.password"_s), TestServer::password());
        page.findChild<QAbstractButton*>(u"register.submit"_s)->click();
        QTRY_VERIFY(desktop.buyer());
        QTRY_VERIFY(desktop.buyer()->storefront()->isVisible());
        QVERIFY(!desktop.workspace());
    }

    void aGuestLooksAroundAndTakesTheCartAlong()
    {
        const ProductId wajan = makeProduct(0, u"Wajan"_s, 90'000, 5);
        makeProduct(1, u"Kaos"_s, 35'000, 9, {{u"category"_s, u"Fashion"_s}});
        app::Desktop desktop(*qApp, {.dataDir = m_dir->path(),
                                     .marketplace = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port())),
                                     .language = Language::English});
        desktop.start();
        ui::MainWindow& window = desktop.window();
        const auto find = [&window](const QString& name) -> QWidget* {
            for (QWidget* widget : window.findChildren<QWidget*>(name)) {
                if (widget->isVisible())
                    return widget;
            }
            return nullptr;
        };
        const auto press = [&find](const QString& name) {
            QTRY_VERIFY2(find(name) && find(name)->isEnabled(), qPrintable(name));
            qobject_cast<QAbstractButton*>(find(name))->click();
        };
        press(u"signIn.browse"_s);
        QTRY_VERIFY(desktop.buyer());
        QVERIFY(desktop.buyer()->isGuest());
        // The categories beside the pages lead to their goods.
        press(u"category.Fashion"_s);
        ui::ProductsModel& found = desktop.buyer()->storefront()->results().model();
        QTRY_VERIFY(found.state() == ui::ProductsModel::State::Ready && found.rowCount() == 1);
        QCOMPARE(found.card(0).name, u"Kaos"_s);
        // Where there is room it alone is marked as the place, until one is elsewhere.
        desktop.buyer()->frame()->window()->resize(1300, 800);
        QVERIFY(qobject_cast<QAbstractButton*>(find(u"category.Fashion"_s))->isChecked());
        QTRY_COMPARE(desktop.buyer()->frame()->sidebar().current(), QString());
        desktop.buyer()->frame()->window()->resize(900, 700);
        QTRY_COMPARE(desktop.buyer()->frame()->sidebar().current(), u"browse"_s);
        desktop.buyer()->frame()->window()->resize(1300, 800);
        QTRY_COMPARE(desktop.buyer()->frame()->sidebar().current(), QString());
        desktop.buyer()->showOrders();
        QVERIFY(find(u"guestOrders"_s));
        QCOMPARE(desktop.buyer()->frame()->sidebar().current(), u"myOrders"_s);
        QVERIFY(!qobject_cast<QAbstractButton*>(find(u"category.Fashion"_s))->isChecked());
        desktop.buyer()->showBrowse();
        desktop.buyer()->storefront()->showProduct(wajan);
        press(u"productAdd"_s);
        QTRY_COMPARE(desktop.buyer()->cart()->cart().pieces, 1);
        desktop.buyer()->showCart();
        QTRY_VERIFY(find(u"checkoutObstacle"_s));
        QTRY_COMPARE(qobject_cast<QLabel*>(find(u"checkoutObstacle"_s))->text(), u"Sign in first; your cart comes along."_s);
        press(u"checkoutOrder"_s); // asks to sign in
        QTRY_VERIFY(find(u"signInPage"_s));
        // Somebody may think better of it: the way back leads to the cart.
        QVERIFY(find(u"signIn.cartNote"_s));
        QCOMPARE(qobject_cast<QLineEdit*>(find(u"signIn.email"_s))->text(), QString());
        press(u"signIn.browse"_s);
        QTRY_VERIFY(desktop.buyer() && find(u"cartPage"_s));
        QTRY_COMPARE(desktop.buyer()->cart()->cart().pieces, 1);
        press(u"checkoutOrder"_s);
        QTRY_VERIFY(find(u"signIn.cartNote"_s));
        press(u"signIn.register"_s);
        ui::RegisterPage& page = window.registration();
        QVERIFY(page.findChild<QRadioButton*>(u"register.buyer"_s)->isChecked());
        QTest::keyClicks(page.findChild<QLineEdit*>(u"register.name"_s), u"Budi"_s);
        QTest::keyClicks(page.findChild<QLineEdit*>(u"register.email"_s), u"budi@contoh.id"_s);
        QTest::keyClicks(page.findChild<QLineEdit*>(u"register.password"_s), TestServer::password());
        page.findChild<QAbstractButton*>(u"register.submit"_s)->click();
        QTRY_VERIFY(desktop.buyer() && !desktop.buyer()->isGuest());
        QTRY_COMPARE(desktop.buyer()->cart()->cart().pieces, 1);
        QVERIFY(desktop.buyer()->cart()->isVisible());
        // The account's own cart has it, and the guest's is empty for whoever looks around next.
        desktop.session().signOut();
        press(u"signIn.browse"_s);
        QTRY_VERIFY(desktop.buyer() && desktop.buyer()->isGuest());
        QTRY_VERIFY(find(u"storefront"_s));
        QCOMPARE(desktop.buyer()->cart()->cart().pieces, 0);
    }

    void searchesFiltersAndSorts()
    {
        makeProduct(0, u"Wajan Besi"_s, 90'000, 5);
        makeProduct(0, u"Wajan Kecil"_s, 45'000, 0);
        makeProduct(1, u"Kaos Hitam"_s, 35'000, 9, {{u"category"_s, u"Fashion"_s}});
        QVERIFY(openShop());
        auto* search = m_shop->find<QLineEdit>(u"storefrontSearch"_s);
        search->setFocus();
        QTest::keyClicks(search, u"waj"_s);
        QTRY_VERIFY(m_shop->find(u"suggestBox"_s));
        QTRY_VERIFY(m_shop->ready() && m_shop->found().rowCount() == 2);
        // The way back has pushed the field aside; the suggestions stay below it.
        QTRY_COMPARE(m_shop->find(u"suggestBox"_s)->mapToGlobal(QPoint()).x(), search->mapToGlobal(QPoint()).x());
        QVERIFY(search->hasFocus());
        m_shop->find<QCheckBox>(u"filter.stock"_s)->click();
        QTRY_VERIFY(m_shop->ready() && m_shop->found().rowCount() == 1);
        QCOMPARE(m_shop->found().card(0).name, u"Wajan Besi"_s);
        m_shop->press(u"filter.reset"_s);
        QTRY_VERIFY(m_shop->ready() && m_shop->found().rowCount() == 2);
        m_shop->pages->storefront()->showQuery({.maxPrice = Money{50'000}, .sort = ports::ShopSort::PriceUp});
        QTRY_VERIFY(m_shop->ready() && m_shop->found().rowCount() == 2);
        QCOMPARE(m_shop->found().card(0).name, u"Kaos Hitam"_s);
        // What was not typed takes the field over.
        QVERIFY(!m_shop->find(u"suggestBox"_s));
        QCOMPARE(search->text(), QString());
        m_shop->pages->storefront()->showQuery({.text = u"tidak ada begini"_s});
        QTRY_VERIFY(m_shop->find(u"resultsEmpty"_s));
    }

    void scrollsOnThroughAllThatIsThere()
    {
        for (int i = 0; i < 120; ++i)
            makeProduct(0, u"Barang %1"_s.arg(i), 1'000 + i, 3);
        QVERIFY(openShop());
        m_shop->pages->storefront()->showQuery({.sort = ports::ShopSort::PriceUp});
        QTRY_VERIFY(m_shop->ready());
        QCOMPARE(m_shop->found().total(), 120);
        ui::ProductGrid& grid = m_shop->pages->storefront()->results().grid();
        QTRY_VERIFY(([&] {
            grid.verticalScrollBar()->setValue(grid.verticalScrollBar()->maximum());
            return m_shop->found().rowCount() == 120;
        })());
        QVERIFY(!m_shop->found().hasMore());
        grid.setFocus();
        QTest::keyClick(&grid, Qt::Key_Home);
        QTest::keyClick(&grid, Qt::Key_Right);
        QTest::keyClick(&grid, Qt::Key_Return);
        QTRY_VERIFY(m_shop->pages->storefront()->productPage().shown());
        QCOMPARE(m_shop->pages->storefront()->productPage().shown()->card.name, u"Barang 1"_s);
        m_shop->pages->storefront()->back();
        QVERIFY(m_shop->find(u"productGrid"_s));
        QCOMPARE(m_shop->found().rowCount(), 120);
    }

    void optionsShowWhatIsGone()
    {
        const ProductId kaos = makeProduct(
            0, u"Kaos"_s, 35'000, 4,
            {{u"options"_s, QJsonArray{QJsonObject{{u"name"_s, u"Ukuran"_s}, {u"values"_s, QJsonArray{u"M"_s, u"L"_s}}}}},
             {u"variants"_s, QJsonArray{QJsonObject{{u"options"_s, QJsonObject{{u"Ukuran"_s, u"M"_s}}}, {u"stock"_s, 0}},
                                        QJsonObject{{u"options"_s, QJsonObject{{u"Ukuran"_s, u"L"_s}}}, {u"stock"_s, 4}, {u"price"_s, 40'000}}}}});
        QVERIFY(!kaos.isNull());
        QVERIFY(openShop());
        QVERIFY(m_shop->open(kaos));
        // The first one in stock is chosen.
        QCOMPARE(m_shop->find<QLabel>(u"productPrice"_s)->text(), u"Rp 40.000"_s);
        QVERIFY(m_shop->find<QAbstractButton>(u"option.Ukuran.M"_s)->accessibleName().size() > 1);
        m_shop->press(u"option.Ukuran.M"_s);
        QVERIFY(!m_shop->find<QAbstractButton>(u"productAdd"_s)->isEnabled());
        m_shop->press(u"option.Ukuran.L"_s);
        QTest::keyClick(&m_shop->pages->storefront()->productPage(), Qt::Key_Return);
        QTRY_COMPARE(m_shop->cart().pieces, 1);
        QCOMPARE(m_shop->cart().stores.front().lines.front().optionsLabel, u"L"_s);
    }

    void buysFromThreeStoresOnceOverABadLine()
    {
        std::atomic<int> lose = 1;
        m_fate = [&lose](const engine::HttpRequest& request) {
            return request.path.startsWith(u"/v1/checkouts") && lose-- > 0 ? Fate::LoseAnswer : Fate::Pass;
        };
        QList<ProductId> products;
        for (int i = 0; i < 3; ++i)
            products << makeProduct(i, u"Barang %1"_s.arg(i), 10'000, 9, {{u"weightGrams"_s, 500}});
        QVERIFY(openShop());
        for (const ProductId& product : std::as_const(products)) {
            QVERIFY(m_shop->open(product));
            m_shop->press(u"productAdd"_s);
        }
        QTRY_COMPARE(m_shop->cart().stores.size(), 3);
        // Removed, and put back.
        m_shop->pages->showCart();
        const VariantId first = m_shop->cart().stores.front().lines.front().variant;
        m_shop->press(u"cartRemove."_s + first.toString());
        QTRY_COMPARE(m_shop->cart().lines, 2);
        QTest::keyClick(m_shop->pages->cart(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_shop->cart().lines, 3);

        buyAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->find(u"checkoutDoneTitle"_s), 15'000);
        QCOMPARE(ordersAtMarketplace(), 3);
        QCOMPARE(m_shop->pages->frame()->findChildren<QLabel*>(u"doneNumber"_s).size(), 3);
        m_shop->press(u"doneOrders"_s);
        QTRY_COMPARE(m_shop->pages->orders()->model().rowCount(), 3);
        QTRY_COMPARE(m_shop->cart().lines, 0);
    }

    void anOrderIsCancelledReceivedAndReviewed()
    {
        const ProductId wajan = makeProduct(0, u"Wajan"_s, 90'000, 9);
        const ProductId kaos = makeProduct(1, u"Kaos"_s, 35'000, 9);
        QVERIFY(openShop());
        for (const ProductId& product : {wajan, kaos}) {
            QVERIFY(m_shop->open(product));
            m_shop->press(u"productAdd"_s);
        }
        QTRY_COMPARE(m_shop->cart().lines, 2);
        buyAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->find(u"checkoutDoneTitle"_s), 15'000);
        m_shop->press(u"doneOrders"_s);
        ui::PurchasesModel& orders = m_shop->pages->orders()->model();
        QTRY_COMPARE(orders.rowCount(), 2);
        m_shop->press(u"purchaseCancel"_s);
        QTRY_VERIFY(Shop::dialog());
        Shop::dialog()->findChild<QAbstractButton*>(u"cancelConfirm"_s)->click();
        QTRY_COMPARE(orders.purchase(0).order.head.status, OrderStatus::Cancelled);

        const ports::Purchase other = orders.purchase(1);
        const int seller = other.order.list.front().product == wajan ? 0 : 1;
        QCOMPARE(m_sellers.at(seller).client.post("/v1/orders/" + other.order.head.order.toString().toLatin1() + "/transitions",
                                               {{u"to"_s, u"SHIPPED"_s}, {u"courier"_s, u"JNE"_s}}).status, 200);
        orders.reload();
        QTRY_COMPARE(orders.purchase(1).order.head.status, OrderStatus::Shipped);
        auto* list = m_shop->find<QAbstractItemView>(u"myOrdersList"_s);
        list->setCurrentIndex(orders.index(1));
        m_shop->press(u"purchaseConfirm"_s);
        QTRY_COMPARE(orders.purchase(1).order.head.status, OrderStatus::Delivered);
        QTRY_VERIFY(m_shop->find(u"purchaseReview"_s));
        m_shop->press(u"purchaseReview"_s);
        QTRY_VERIFY(Shop::dialog());
        auto* stars = Shop::dialog()->findChild<ui::StarPicker*>(u"starPicker"_s);
        QTest::keyClick(stars, Qt::Key_3);
        QTest::keyClick(stars, Qt::Key_Right);
        QCOMPARE(stars->rating(), 4);
        QTest::keyClicks(Shop::dialog()->findChild<QPlainTextEdit*>(u"reviewComment"_s), u"Bagus"_s);
        Shop::dialog()->findChild<QAbstractButton*>(u"reviewSend"_s)->click();
        QTRY_VERIFY(!Shop::dialog());
        QTRY_VERIFY(!m_shop->find(u"purchaseReview"_s));
        const QByteArray path = "/v1/products/" + other.order.list.front().product.toString().toLatin1() + "/reviews";
        const auto reviews = m_siti->client.get(path).json().value(u"items").toArray();
        QCOMPARE(reviews.size(), 1);
        QCOMPARE(reviews.at(0).toObject().value(u"rating").toInt(), 4);
    }

    void offlineShowsWhatWasSeenAndKeepsTheCart()
    {
        const ProductId wajan = makeProduct(0, u"Wajan"_s, 90'000, 9);
        QVERIFY(openShop());
        QVERIFY(m_shop->open(wajan));
        m_shop->goOffline(true);
        QTRY_VERIFY(m_shop->find<ui::OfflineStrip>(u"banner"_s));
        m_shop->press(u"productAdd"_s);
        QTRY_COMPARE(m_shop->cart().pieces, 1);
        m_shop->pages->showCart();
        QTRY_VERIFY(!m_shop->find<QAbstractButton>(u"checkoutOrder"_s)->isEnabled());
        QVERIFY(!m_shop->find<QLabel>(u"checkoutObstacle"_s)->text().isEmpty());
        m_shop->pages->showBrowse();
        m_shop->pages->storefront()->showQuery({.text = u"wajan"_s});
        QTRY_VERIFY(m_shop->ready() && m_shop->found().rowCount() == 1);
        QVERIFY(!m_shop->found().seen().live);
        QCOMPARE(m_shop->find<QLabel>(u"filter.count"_s)->text(), u"1 product seen before"_s);
        QCOMPARE(m_siti->client.get("/v1/cart").json().value(u"itemCount").toInt(), 0);
        // Meanwhile two more are put in elsewhere; both add up.
        const QString variant = m_shop->cart().stores.front().lines.front().variant.toString();
        QCOMPARE(m_siti->client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, 2}}).status, 201);
        m_shop->goOffline(false);
        QTRY_COMPARE(m_shop->cart().pieces, 3);
        QTRY_COMPARE(m_siti->client.get("/v1/cart").json().value(u"itemCount").toInt(), 3);
    }
};

QTEST_MAIN(StorefrontTest)
#include "storefront_test.moc"
