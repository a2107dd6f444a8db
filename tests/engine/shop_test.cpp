// SPDX-License-Identifier: GPL-3.0-or-later
// A buyer's ports over the real marketplace: what is seen offline, the cart on both sides, and a checkout that
// is made once whatever the network does.
#include "engine/shop/cart_table.h"
#include "engine/shop/shop_answers.h"
#include "engine/shop/shop_workspace.h"
#include "ports/system.h"
#include "support/test_desktop.h"
#include "support/test_server.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using engine::ShopWorkspace;
using ports::CheckoutPhase;
using ports::Connection;
using Fate = FaultyTransport::Fate;

namespace
{

/// A buyer's desktop without its window, and what its ports said last.
struct Buyer
{
    std::unique_ptr<ShopWorkspace> shop;
    ports::ShopCartState cart;
    ports::CheckoutState checkout;
    ports::ShopPage page;
    ports::ShopProduct product;
    ports::PurchasePage orders;
    ports::ShopProblem problem;
    int answers = 0;

    explicit Buyer(std::unique_ptr<ShopWorkspace> opened) : shop(std::move(opened))
    {
        QObject* self = shop.get();
        QObject::connect(&shop->cart(), &ports::ShopCart::changed, self, [this](const auto& now) { cart = now; });
        QObject::connect(&shop->checkout(), &ports::Checkout::changed, self, [this](const auto& now) { checkout = now; });
        QObject::connect(&shop->reader(), &ports::ShopReader::productsRead, self, [this](quint64, const auto& now) {
            page = now;
            ++answers;
        });
        QObject::connect(&shop->reader(), &ports::ShopReader::productRead, self, [this](quint64, const auto& now) {
            product = now;
            ++answers;
        });
        QObject::connect(&shop->reader(), &ports::ShopReader::failed, self, [this](quint64, const auto& why) {
            problem = why;
            ++answers;
        });
        QObject::connect(&shop->purchases(), &ports::Purchases::listRead, self, [this](quint64, const auto& now) {
            orders = now;
            ++answers;
        });
        shop->cart().read();
        shop->checkout().read();
    }
    bool connected() const { return shop->sync().status().connection == Connection::Connected; }
    bool settled() const { return connected() && cart.live && shop->sync().status().waiting == 0; }
    bool find(const ports::ShopQuery& query)
    {
        const int before = answers;
        shop->reader().readProducts(shop->reader().newTicket(), query, {}, 24);
        return QTest::qWaitFor([&] { return answers > before; });
    }
    bool open(const ProductId& id)
    {
        shop->reader().readProduct(shop->reader().newTicket(), id);
        return QTest::qWaitFor([&] { return product.card.product == id && product.seen.live == connected(); });
    }
    bool list()
    {
        const int before = answers;
        shop->purchases().readList(shop->purchases().newTicket(), {}, {});
        return QTest::qWaitFor([&] { return answers > before; });
    }
};

const ports::OrderAddress bandung{u"Siti Rahmawati"_s, u"0812-2204-1187"_s, u"Jl. Cihampelas 88"_s,
                                  u"Kota Bandung"_s,   u"Jawa Barat"_s,     u"40131"_s};

} // namespace

class ShopTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_server;
    QTemporaryDir m_dir;
    ports::SystemRandom m_random;
    QList<TestServer::Person> m_sellers;
    std::optional<TestServer::Person> m_siti;
    int m_files = 0;
    std::function<Fate(const engine::HttpRequest&)> m_fate; ///< called on the shop's thread

    ShopWorkspace::Config config(const QString& token)
    {
        return {.file = m_dir.filePath(u"%1.db"_s.arg(++m_files)),
                .marketplace = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port())),
                .tokens = {{}, token},
                .language = "en",
                .makeTransport = [fate = m_fate](const QUrl& address) {
                    auto transport = std::make_unique<FaultyTransport>(address);
                    transport->decide = fate;
                    return transport;
                }};
    }
    std::unique_ptr<ShopWorkspace> opened(const ShopWorkspace::Config& config)
    {
        auto shop = ShopWorkspace::open(config, {m_server->clock(), m_random});
        return shop ? std::move(*shop) : nullptr;
    }
    ProductId makeProduct(int seller, const QString& name, int price, int stock, const QString& category = u"Dapur"_s)
    {
        const auto made = m_sellers.at(seller).client.post("/v1/products", {{u"name"_s, name},
                                                                            {u"description"_s, u"Baik"_s},
                                                                            {u"category"_s, category},
                                                                            {u"price"_s, price},
                                                                            {u"stock"_s, stock}});
        return ProductId::parse(made.json().value(u"id").toString()).value_or(ProductId());
    }
    QJsonObject accountCart() { return m_siti->client.get("/v1/cart").json(); }
    int ordersAtMarketplace() { return int(m_siti->client.get("/v1/orders").json().value(u"items").toArray().size()); }

private Q_SLOTS:
    void init()
    {
        m_fate = [](const engine::HttpRequest&) { return Fate::Pass; };
        m_server = std::make_unique<TestServer>();
        QVERIFY(m_server->start());
        for (int i = 0; i < 3; ++i)
            m_sellers.append(m_server->seller(u"toko%1@contoh.id"_s.arg(i)));
        m_siti = m_server->customer(u"siti@contoh.id"_s);
    }
    void cleanup()
    {
        m_sellers.clear();
        m_siti.reset();
        m_server.reset();
    }

    void findsAndKeepsWhatWasSeen()
    {
        makeProduct(0, u"Wajan Besi"_s, 90'000, 5);
        makeProduct(0, u"Panci Kukus"_s, 120'000, 0);
        makeProduct(1, u"Kaos Hitam"_s, 35'000, 9, u"Fashion"_s);
        const auto where = config(m_siti->refreshToken);
        Buyer siti(opened(where));
        QTRY_VERIFY(siti.connected());
        QVERIFY(siti.find({.sort = ports::ShopSort::PriceUp}));
        QCOMPARE(siti.page.items.size(), 3);
        QCOMPARE(siti.page.total, 3);
        QCOMPARE(siti.page.items.front().name, u"Kaos Hitam"_s);
        QVERIFY(siti.page.seen.live);

        siti.shop->sync().setWorkOffline(true);
        QTRY_COMPARE(siti.shop->sync().status().connection, Connection::WorkingOffline);
        QVERIFY(siti.find({.text = u"waj"_s}));
        QCOMPARE(siti.page.items.size(), 1);
        QVERIFY(!siti.page.seen.live && siti.page.seen.at);
        QVERIFY(siti.find({.category = u"Dapur"_s, .inStock = true}));
        QCOMPARE(siti.page.items.size(), 1);
        QVERIFY(siti.find({.maxPrice = Money{90'000}, .sort = ports::ShopSort::PriceDown}));
        QCOMPARE(siti.page.items.front().name, u"Wajan Besi"_s);
        QVERIFY(siti.find({.text = u"tidak ada"_s}));
        QCOMPARE(siti.problem.code, u"unreachable"_s);
    }

    void aProductIsShownAtOnceAndThenAsItIsNow()
    {
        const ProductId wajan = makeProduct(0, u"Wajan"_s, 90'000, 5);
        const auto where = config(m_siti->refreshToken);
        {
            Buyer siti(opened(where));
            QTRY_VERIFY(siti.connected());
            QVERIFY(siti.open(wajan));
        }
        const QByteArray path = "/v1/products/" + wajan.toString().toLatin1();
        QCOMPARE(m_sellers.at(0).client.patch(path, {{u"name"_s, u"Wajan Besar"_s}}).status, 200);
        Buyer siti(opened(where));
        QTRY_VERIFY(siti.connected());
        QStringList names;
        connect(&siti.shop->reader(), &ports::ShopReader::productRead, siti.shop.get(),
                [&](quint64, const auto& now) { names << now.card.name; });
        QVERIFY(siti.open(wajan));
        QCOMPARE(names, (QStringList{u"Wajan"_s, u"Wajan Besar"_s}));
        siti.shop->reader().readRecent(siti.shop->reader().newTicket(), 5);
        QTRY_COMPARE(siti.page.items.size(), 1);
        // Taken from sale: the marketplace's word counts.
        QCOMPARE(m_sellers.at(0).client.remove(path).status, 204);
        siti.shop->reader().readProduct(siti.shop->reader().newTicket(), wajan);
        QTRY_COMPARE(siti.problem.code, u"not_found"_s);
    }

    void theCartIsKeptOfflineAndAddsUpWithTheAccounts()
    {
        const ProductId wajan = makeProduct(0, u"Wajan"_s, 90'000, 50);
        const ProductId kaos = makeProduct(1, u"Kaos"_s, 35'000, 50);
        const ProductId buku = makeProduct(2, u"Buku"_s, 20'000, 50);
        const auto where = config(m_siti->refreshToken);
        VariantId inWajan;
        {
            Buyer siti(opened(where));
            QTRY_VERIFY(siti.connected());
            for (const ProductId& id : {wajan, kaos, buku}) {
                QVERIFY(siti.open(id));
                siti.shop->cart().add(siti.product, siti.product.variants.front().id, 2);
            }
            inWajan = siti.cart.stores.isEmpty() ? VariantId() : siti.cart.stores.front().lines.front().variant;
            QTRY_COMPARE(siti.cart.pieces, 6);
            QTRY_VERIFY(siti.settled());
            inWajan = siti.cart.stores.front().lines.front().variant;
            QCOMPARE(accountCart().value(u"itemCount").toInt(), 6);
            siti.shop->sync().setWorkOffline(true);
            QTRY_VERIFY(!siti.connected());
            siti.shop->cart().setQuantity(inWajan, 5);                                   // +3 here
            siti.shop->cart().remove(siti.cart.stores.at(1).lines.front().variant);     // gone here
            QTRY_COMPARE(siti.shop->sync().status().waiting, 2);
            QTRY_COMPARE(siti.cart.pieces, 7);
        }
        // Meanwhile on the phone: one more pan.
        QCOMPARE(m_siti->client.post("/v1/cart/items", {{u"variantId"_s, inWajan.toString()}, {u"quantity"_s, 1}}).status, 201);

        Buyer siti(opened(where));
        QTRY_VERIFY(siti.settled());
        QCOMPARE(siti.cart.pieces, 8); // 2 + 3 + 1 pans and two books
        QCOMPARE(siti.cart.line(inWajan)->quantity, 6);
        QCOMPARE(accountCart().value(u"itemCount").toInt(), 8);
        QCOMPARE(accountCart().value(u"stores").toArray().size(), 2);
    }

    void aLostAnswerDoesNotAddTwice()
    {
        std::atomic<int> lose = 1;
        m_fate = [&lose](const engine::HttpRequest& request) {
            return request.method == "PUT" && lose-- > 0 ? Fate::LoseAnswer : Fate::Pass;
        };
        const ProductId wajan = makeProduct(0, u"Wajan"_s, 90'000, 50);
        Buyer siti(opened(config(m_siti->refreshToken)));
        QTRY_VERIFY(siti.connected());
        QVERIFY(siti.open(wajan));
        siti.shop->cart().add(siti.product, siti.product.variants.front().id, 3);
        QTRY_VERIFY(lose.load() < 1);
        QTRY_VERIFY_WITH_TIMEOUT(siti.settled(), 10'000);
        QCOMPARE(siti.cart.pieces, 3);
        QCOMPARE(accountCart().value(u"itemCount").toInt(), 3);
    }

    void aLineSaysWhatIsWrongWithIt()
    {
        const ProductId wajan = makeProduct(0, u"Wajan"_s, 90'000, 5);
        const ProductId kaos = makeProduct(0, u"Kaos"_s, 10'000, 5);
        Buyer siti(opened(config(m_siti->refreshToken)));
        QTRY_VERIFY(siti.connected());
        for (const ProductId& id : {kaos, wajan}) {
            QVERIFY(siti.open(id));
            siti.shop->cart().add(siti.product, siti.product.variants.front().id, 4);
        }
        const VariantId id = siti.product.variants.front().id;
        const QString idText = id.toString();
        QTRY_VERIFY(siti.settled() && siti.cart.lines == 2);
        const auto trouble = [&] { return siti.cart.line(id) ? siti.cart.line(id)->trouble : ports::CartTrouble::None; };
        QCOMPARE(trouble(), ports::CartTrouble::None);
        QCOMPARE(siti.cart.goods, Money{400'000});

        QCOMPARE(m_sellers.at(0).client.patch("/v1/products/" + wajan.toString().toLatin1(),
                                           {{u"variants"_s, QJsonArray{QJsonObject{{u"id"_s, idText}, {u"price"_s, 95'000}}}}}).status, 200);
        siti.shop->cart().refresh();
        QTRY_COMPARE(trouble(), ports::CartTrouble::PriceChanged);
        QCOMPARE(siti.cart.goods, Money{420'000});
        siti.shop->cart().acceptPrice(id);
        QTRY_COMPARE(trouble(), ports::CartTrouble::None);

        const auto take = [&](int pieces) {
            return m_sellers.at(0).client.post("/v1/variants/" + idText.toLatin1() + "/stock",
                                            {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -pieces}}).status;
        };
        QCOMPARE(take(3), 200);
        siti.shop->cart().refresh();
        QTRY_COMPARE(trouble(), ports::CartTrouble::TooFew);
        QCOMPARE(siti.cart.goods, Money{40'000});
        QCOMPARE(take(2), 200);
        siti.shop->cart().refresh();
        QTRY_COMPARE(trouble(), ports::CartTrouble::SoldOut);
        QCOMPARE(m_sellers.at(0).client.remove("/v1/products/" + wajan.toString().toLatin1()).status, 204);
        siti.shop->cart().refresh();
        QTRY_COMPARE(trouble(), ports::CartTrouble::NotForSale);
    }

    void aGuestsCartComesAlong()
    {
        const ProductId wajan = makeProduct(0, u"Wajan"_s, 90'000, 50);
        auto guestConfig = config({});
        {
            Buyer guest(opened(guestConfig));
            QTRY_VERIFY(guest.connected());
            QVERIFY(guest.open(wajan));
            guest.shop->cart().add(guest.product, guest.product.variants.front().id, 2);
            QTRY_COMPARE(guest.cart.pieces, 2);
            QCOMPARE(guest.shop->sync().status().waiting, 0);
        }
        auto own = config(m_siti->refreshToken);
        own.cartToTakeOver = guestConfig.file;
        Buyer siti(opened(own));
        QTRY_VERIFY(siti.settled());
        QTRY_COMPARE(accountCart().value(u"itemCount").toInt(), 2);
        siti.shop.reset();
        Buyer guest(opened(guestConfig));
        QTRY_VERIFY(guest.connected());
        QCOMPARE(guest.cart.pieces, 0);
    }

    void aLostAnswerOfACheckoutBuysOnce_data()
    {
        QTest::addColumn<bool>("restart");
        QTest::newRow("asked again at once") << false;
        QTest::newRow("asked again after a restart") << true;
    }
    void aLostAnswerOfACheckoutBuysOnce()
    {
        QFETCH(const bool, restart);
        std::atomic<int> lose = restart ? 1'000 : 1;
        std::atomic<int> sent = 0;
        m_fate = [&](const engine::HttpRequest& request) {
            if (!request.path.startsWith(u"/v1/checkouts"))
                return Fate::Pass;
            ++sent;
            return lose-- > 0 ? Fate::LoseAnswer : Fate::Pass;
        };
        QList<ProductId> products;
        for (int i = 0; i < 3; ++i)
            products << makeProduct(i, u"Barang %1"_s.arg(i), 10'000 * (i + 1), 9);
        const auto where = config(m_siti->refreshToken);
        auto siti = std::make_unique<Buyer>(opened(where));
        QTRY_VERIFY(siti->connected());
        ports::CheckoutRequest request{.address = bandung, .paymentMethod = u"BANK_TRANSFER"_s, .expectedTotal = {60'000}};
        for (const ProductId& id : products) {
            QVERIFY(siti->open(id));
            request.variants << siti->product.variants.front().id;
            siti->shop->cart().add(siti->product, request.variants.back(), 1);
        }
        QTRY_VERIFY(siti->settled() && siti->cart.lines == 3);

        siti->shop->checkout().place(request);

        QTRY_COMPARE(siti->checkout.phase, CheckoutPhase::Unanswered);
        QTRY_VERIFY(siti->cart.locked);
        if (restart) {
            siti.reset();
            QVERIFY(sent.load() >= 1);
            lose = 0;
            siti = std::make_unique<Buyer>(opened(where));
        }
        QTRY_COMPARE_WITH_TIMEOUT(siti->checkout.phase, CheckoutPhase::Done, 15'000);
        QVERIFY(sent.load() >= 2);
        QCOMPARE(siti->checkout.orders.size(), 3);
        QCOMPARE(siti->checkout.total, Money{60'000});
        QCOMPARE(ordersAtMarketplace(), 3);
        QTRY_COMPARE(siti->cart.lines, 0);
        QTRY_VERIFY(!siti->cart.locked);
        QCOMPARE(accountCart().value(u"itemCount").toInt(), 0);
        siti->shop->checkout().acknowledge();
        QTRY_COMPARE(siti->checkout.phase, CheckoutPhase::Idle);
    }

    void ARefusedCheckoutNamesWhatIsShort()
    {
        const ProductId wajan = makeProduct(0, u"Wajan"_s, 90'000, 5);
        Buyer siti(opened(config(m_siti->refreshToken)));
        QTRY_VERIFY(siti.connected());
        QVERIFY(siti.open(wajan));
        const VariantId id = siti.product.variants.front().id;
        siti.shop->cart().add(siti.product, id, 4);
        QTRY_VERIFY(siti.settled() && siti.cart.lines == 1);
        QCOMPARE(m_sellers.at(0).client.post("/v1/variants/" + id.toString().toLatin1() + "/stock",
                                          {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -3}}).status, 200);
        siti.shop->checkout().place({.address = bandung, .variants = {id}, .paymentMethod = u"COD"_s, .expectedTotal = {360'000}});
        QTRY_COMPARE(siti.checkout.phase, CheckoutPhase::Refused);
        QCOMPARE(siti.checkout.problem.code, u"out_of_stock"_s);
        QCOMPARE(siti.checkout.shortLines, (QList<ports::ShortLine>{{id, 2}}));
        QCOMPARE(ordersAtMarketplace(), 0);
        QTRY_VERIFY(!siti.cart.locked);
    }

    void anOrderIsCancelledOnceConfirmedAndReviewed()
    {
        std::atomic<int> lose = 1;
        m_fate = [&lose](const engine::HttpRequest& request) {
            return request.path.endsWith(u"/transitions") && lose-- > 0 ? Fate::LoseAnswer : Fate::Pass;
        };
        const ProductId wajan = makeProduct(0, u"Wajan"_s, 90'000, 9);
        Buyer siti(opened(config(m_siti->refreshToken)));
        QTRY_VERIFY(siti.connected());
        QVERIFY(siti.open(wajan));
        const VariantId id = siti.product.variants.front().id;
        for (int i = 0; i < 2; ++i) {
            siti.shop->cart().add(siti.product, id, 1);
            QTRY_VERIFY(siti.settled() && siti.cart.lines == 1);
            siti.shop->checkout().place({.address = bandung, .variants = {id}, .paymentMethod = u"COD"_s, .expectedTotal = {90'000}});
            QTRY_COMPARE(siti.checkout.phase, CheckoutPhase::Done);
            siti.shop->checkout().acknowledge();
            QTRY_COMPARE(siti.checkout.phase, CheckoutPhase::Idle);
        }
        QVERIFY(siti.list());
        QCOMPARE(siti.orders.items.size(), 2);
        const OrderId first = siti.orders.items.at(0).order.head.order;
        const OrderId second = siti.orders.items.at(1).order.head.order;
        QList<ports::Purchase> moves;
        QStringList refusals;
        connect(&siti.shop->purchases(), &ports::Purchases::moved, siti.shop.get(), [&](const auto& now) { moves << now; });
        connect(&siti.shop->purchases(), &ports::Purchases::moveRefused, siti.shop.get(),
                [&](const OrderId&, const ports::ShopProblem& why) { refusals << why.code; });
        siti.shop->purchases().cancel(first, {});
        QTRY_COMPARE(moves.size(), 1);
        QCOMPARE(moves.front().order.head.status, OrderStatus::Cancelled);
        QVERIFY(refusals.isEmpty());

        siti.shop->purchases().confirmReceipt(second);
        QTRY_COMPARE(refusals, QStringList{u"illegal_transition"_s});
        QCOMPARE(m_sellers.at(0).client.post("/v1/orders/" + second.toString().toLatin1() + "/transitions",
                                          {{u"to"_s, u"SHIPPED"_s}, {u"courier"_s, u"JNE"_s}}).status, 200);
        siti.shop->purchases().confirmReceipt(second);
        QTRY_COMPARE(moves.size(), 2);
        QSignalSpy reviewed(&siti.shop->purchases(), &ports::Purchases::reviewed);
        siti.shop->purchases().review(wajan, 5, u"Bagus"_s);
        QTRY_COMPARE(reviewed.size(), 1);
        QVERIFY(siti.list());
        QCOMPARE(siti.orders.items.at(1).reviewed, QList<ProductId>{wajan});

        siti.shop->sync().setWorkOffline(true);
        QTRY_VERIFY(!siti.connected());
        QVERIFY(siti.list());
        QCOMPARE(siti.orders.items.size(), 2);
        QVERIFY(!siti.orders.seen.live);
    }

    void hostileAnswersAreNotTaken_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("another shape") << QByteArray(R"({"stores": 7})");
        QTest::newRow("no id") << QByteArray(R"({"stores":[{"storeId":"x","storeName":"A","items":[]}]})");
        QTest::newRow("a negative price")
            << QByteArray(R"({"stores":[{"storeId":"019a0000-0000-7000-8000-000000000001","storeName":"A","items":[{)"
                          R"("variantId":"019a0000-0000-7000-8000-000000000002","productId":"019a0000-0000-7000-8000-000000000003",)"
                          R"("name":"A","options":{},"unitPrice":-5,"quantity":1,"available":1}]}]})");
        QTest::newRow("no piece")
            << QByteArray(R"({"stores":[{"storeId":"019a0000-0000-7000-8000-000000000001","storeName":"A","items":[{)"
                          R"("variantId":"019a0000-0000-7000-8000-000000000002","productId":"019a0000-0000-7000-8000-000000000003",)"
                          R"("name":"A","options":{},"unitPrice":5,"quantity":0,"available":1}]}]})");
    }
    void hostileAnswersAreNotTaken()
    {
        QFETCH(const QByteArray, body);
        QVERIFY(!engine::readCart(body));
    }

    void bothSidesOfALineAddUp()
    {
        using engine::mergedQuantity;
        QCOMPARE(mergedQuantity(2, 2, 7), 7);  // only there
        QCOMPARE(mergedQuantity(5, 2, 2), 5);  // only here
        QCOMPARE(mergedQuantity(5, 2, 3), 6);  // both
        QCOMPARE(mergedQuantity(1, 4, 1), 1);  // never below one
        QCOMPARE(mergedQuantity(0, 4, 9), 0);  // a removal stands
        QCOMPARE(mergedQuantity(3, 0, 2), 5);  // put in while signed out
        QCOMPARE(engine::imageHashOf(u"/v1/images/"_s + QString(64, u'a')), QString(64, u'a'));
        QVERIFY(engine::imageHashOf(u"/v1/images/../etc"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ShopTest)
#include "shop_test.moc"
