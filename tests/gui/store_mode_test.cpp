// SPDX-License-Identifier: GPL-3.0-or-later
// A store's own goods on a screen for customers, over the real replica, engine and marketplace: picking, ordering,
// waiting, leaving it alone, and the lock.
#include "common/button.h"
#include "common/choices.h"
#include "common/theme.h"
#include "buyer_pages.h"
#include "desktop.h"
#include "domain/pin.h"
#include "engine/secrets/memory_store.h"
#include "shell/main_window.h"
#include "shell/workspace_frame.h"
#include "store_mode.h"
#include "storemode/category_bar.h"
#include "storemode/counter_cart.h"
#include "storemode/shelf_model.h"
#include "storemode/shelf_view.h"
#include "storemode/store_mode_page.h"
#include "support/test_desktop.h"
#include "support/test_server.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <atomic>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using engine::Workspace;
using Fate = FaultyTransport::Fate;

namespace
{

const QString pin = QStringLiteral("4711");
constexpr int patience = 20'000; // a computer that is busy is no failure

/// A language that can be told from every other.
class Marked : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return u'~' + QString::fromUtf8(source);
    }
};

template<class Widget = QWidget>
Widget* visible(QWidget* root, const QString& name)
{
    const auto all = root->findChildren<Widget*>(name);
    for (Widget* widget : all) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

/// The screen in the store, as the program puts it together, over a network that can be made to fail.
struct Kiosk
{
    Kiosk(TestServer& server, ui::Theme& theme, const QString& folder, const TestServer::Person& seller,
          ports::SecretStore& secrets, FaultyTransport::Decide fate = {})
        : settings(folder)
    {
        const QUrl address(u"http://127.0.0.1:%1"_s.arg(server.port()));
        auto opened = Workspace::open({.replicaFile = folder + u"/replica.db"_s,
                                       .marketplace = address,
                                       .tokens = {{}, seller.refreshToken},
                                       .language = "en"},
                                      {server.clock(), random});
        if (!opened)
            return;
        workspace = std::move(*opened);
        auto made = app::StoreMode::open(
            {.theme = theme,
             .settings = settings,
             .workspace = *workspace,
             .regions = app::shippedRegions(),
             .account = {.user = UserId::parse(seller.userId).value_or(UserId()),
                         .name = u"Rina"_s,
                         .email = seller.email,
                         .seller = true,
                         .store = StoreId::parse(seller.storeId),
                         .storeName = u"Toko Jakarta Barat"_s,
                         .marketplace = address},
             .folder = folder,
             .secrets = secrets,
             .clock = server.clock(),
             .random = random,
             .language = [] { return QByteArray("en"); },
             .makeTransport = [fate](const QUrl& where) -> std::unique_ptr<engine::Transport> {
                 auto transport = std::make_unique<FaultyTransport>(where);
                 if (fate)
                     transport->decide = fate;
                 return transport;
             }});
        if (!made)
            return;
        mode = std::move(*made);
        page()->resize(1440, 900);
        page()->show();
        mode->start();
    }

    ui::StoreModePage* page() const { return mode->page(); }
    template<class Widget = QWidget>
    Widget* find(const QString& name) const
    {
        return visible<Widget>(mode->page(), name);
    }
    void press(const QString& name) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractButton>(name) && find<QAbstractButton>(name)->isEnabled(), patience);
        find<QAbstractButton>(name)->click();
    }
    void type(const QString& field, const QString& text) const
    {
        auto* edit = find<QLineEdit>(field);
        QVERIFY2(edit, qPrintable(field));
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    void typePin(const QString& digits) const
    {
        for (const QChar digit : digits)
            press(u"pin."_s + digit);
        press(u"pin.go"_s);
    }
    /// The first time: the PIN, twice.
    void enter() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(find(u"pinPad"_s), patience);
        typePin(pin);
        typePin(pin);
        QTRY_VERIFY_WITH_TIMEOUT(!find(u"pinPad"_s), patience);
    }
    bool ready(int products) const
    {
        return page()->goods().state() == ui::ShelfModel::State::Ready && page()->goods().rowCount() == products;
    }
    int rowOf(const QString& name) const
    {
        for (int row = 0; row < page()->goods().rowCount(); ++row) {
            if (page()->goods().product(row).name == name)
                return row;
        }
        return -1;
    }
    /// A finger on a card's button, at the share of its width.
    void tapButton(const QString& product, double share = 0.5) const
    {
        const int row = rowOf(product);
        QVERIFY2(row >= 0, qPrintable(product));
        page()->shelf().scrollTo(page()->goods().index(row));
        const QRect button = page()->shelf().buttonRect(row);
        QTest::mouseClick(page()->shelf().viewport(), Qt::LeftButton, {},
                          QPoint(button.left() + int(button.width() * share), button.center().y()));
    }
    void pick(const QString& product) const
    {
        const qint64 before = page()->cart().pieces();
        tapButton(product, page()->cart().isEmpty() ? 0.5 : 0.9);
        QTRY_COMPARE_WITH_TIMEOUT(page()->cart().pieces(), before + 1, patience);
    }
    void goOffline(bool offline) const
    {
        workspace->sync().setWorkOffline(offline);
        QTRY_COMPARE_WITH_TIMEOUT(workspace->sync().status().connection,
                                  offline ? ports::Connection::WorkingOffline : ports::Connection::Connected, patience);
    }
    void fillDelivery() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>(u"address.street"_s), patience);
        type(u"address.phone"_s, u"0812-2204-1187"_s);
        type(u"address.street"_s, u"Jl. Cihampelas 88"_s);
        type(u"address.postcode"_s, u"40131"_s);
        QCOMPARE(find<QComboBox>(u"address.city"_s)->currentText(), u"Kota Bandung"_s);
        press(u"order.pay.COD"_s);
        QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractButton>(u"order.place"_s)->isEnabled(), patience);
    }
    void signIn(const QString& email) const
    {
        press(u"counterOrder"_s);
        type(u"order.email"_s, email);
        type(u"order.password"_s, TestServer::password());
        press(u"order.enter"_s);
    }

    ports::SystemRandom random;
    app::Settings settings;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<app::StoreMode> mode;
};

} // namespace

class StoreModeTest : public QObject
{
    Q_OBJECT

private:
    ui::Theme m_theme;
    engine::MemoryStore m_secrets;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<TestServer::Person> m_rina;
    std::optional<TestServer::Person> m_siti;

    QJsonObject makeProduct(const QString& name, int price, int stock, QJsonObject more = {})
    {
        more.insert(u"name"_s, name);
        more.insert(u"description"_s, u"Baik"_s);
        if (!more.contains(u"category"))
            more.insert(u"category"_s, u"Dapur"_s);
        more.insert(u"price"_s, price);
        more.insert(u"stock"_s, stock);
        return m_rina->client.post("/v1/products", more).json();
    }
    static QString variantOf(const QJsonObject& product)
    {
        return product.value(u"variants").toArray().at(0).toObject().value(u"id").toString();
    }
    QJsonArray ordersOf(TestServer::Person& person)
    {
        return person.client.get("/v1/orders").json().value(u"items").toArray();
    }
    std::unique_ptr<Kiosk> open(int products, FaultyTransport::Decide fate = {})
    {
        auto kiosk = std::make_unique<Kiosk>(*m_server, m_theme, m_dir->path(), *m_rina, m_secrets, std::move(fate));
        if (!kiosk->mode || !QTest::qWaitFor([&] { return kiosk->ready(products); }, patience))
            return nullptr;
        return kiosk;
    }

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TestServer>();
        QVERIFY(m_server->start());
        m_rina = m_server->seller(u"rina@tokojakbar.id"_s);
        m_siti = m_server->customer(u"siti@contoh.id"_s);
        m_secrets = {};
    }
    void cleanup()
    {
        m_rina.reset();
        m_siti.reset();
        m_server.reset();
    }

    void wrongPinsAreAnsweredEverMoreSlowly()
    {
        QVERIFY(isPin(u"0000"));
        QVERIFY(isPin(u"12345678"));
        for (const QString& wrong : {u"123"_s, u"123456789"_s, u"12a4"_s, u""_s, u"١٢٣٤"_s})
            QVERIFY(!isPin(wrong));
        QCOMPARE(pinWaitMs(2), 0);
        QCOMPARE(pinWaitMs(3), 5'000);
        QCOMPARE(pinWaitMs(4), 10'000);
        QCOMPARE(pinWaitMs(1'000), 300'000);
    }

    void aPinHoldsItOverRestartsToo()
    {
        makeProduct(u"Wajan"_s, 90'000, 5);
        auto kiosk = open(1);
        QVERIFY(kiosk);
        QSignalSpy entered(kiosk->mode.get(), &app::StoreMode::entered);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"pinPad"_s), patience);
        kiosk->typePin(pin);
        kiosk->typePin(u"4712"_s); // a slip of the finger
        QVERIFY(kiosk->find(u"pinPad"_s));
        const auto problem = [&] {
            const auto* label = kiosk->find<QLabel>(u"pinProblem"_s);
            return label ? label->text() : QString();
        };
        QVERIFY(!problem().isEmpty());
        {
            Marked marked; // what is said follows the language
            QVERIFY(qApp->installTranslator(&marked));
            QTRY_VERIFY_WITH_TIMEOUT(problem().startsWith(u'~'), patience);
            QVERIFY(qApp->removeTranslator(&marked));
            QTRY_VERIFY_WITH_TIMEOUT(!problem().startsWith(u'~'), patience);
        }
        kiosk->typePin(pin);
        kiosk->typePin(pin);
        QTRY_COMPARE_WITH_TIMEOUT(entered.count(), 1, patience);
        QVERIFY(kiosk->settings.storeMode());
        // Nothing but a salted hash is kept.
        QFile file(m_dir->filePath(u"settings.ini"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray kept = file.readAll();
        QVERIFY(kept.contains("argon2id"));
        QVERIFY(!kept.contains(pin.toLatin1()));

        // After a restart nobody may choose a new one.
        kiosk.reset();
        kiosk = open(1);
        QVERIFY(kiosk);
        QTest::qWait(50);
        QVERIFY(!kiosk->find(u"pinPad"_s));
        QSignalSpy left(kiosk->mode.get(), &app::StoreMode::left);
        kiosk->press(u"storeLock"_s);
        for (int i = 0; i < 3; ++i) {
            kiosk->typePin(u"0000"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!problem().isEmpty(), patience);
            QTRY_COMPARE_WITH_TIMEOUT(kiosk->settings.raw().value(u"storeMode/%1/wrong"_s.arg(m_rina->storeId)).toInt(), i + 1, patience);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!kiosk->find<QAbstractButton>(u"pin.1"_s)->isEnabled(), patience);
        // A restart does not shorten the wait.
        kiosk.reset();
        kiosk = open(1);
        QVERIFY(kiosk);
        QSignalSpy leftNow(kiosk->mode.get(), &app::StoreMode::left);
        kiosk->press(u"storeLock"_s);
        QVERIFY(!kiosk->find<QAbstractButton>(u"pin.1"_s)->isEnabled());
        m_server->clock().advance(5'000);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find<QAbstractButton>(u"pin.1"_s)->isEnabled(), patience);
        kiosk->typePin(pin);
        QTRY_COMPARE_WITH_TIMEOUT(leftNow.count(), 1, patience);
        QVERIFY(!kiosk->settings.storeMode());
    }

    void theOwnersPasswordLetsOut()
    {
        makeProduct(u"Wajan"_s, 90'000, 5);
        auto kiosk = open(1);
        QVERIFY(kiosk);
        kiosk->enter();
        QSignalSpy left(kiosk->mode.get(), &app::StoreMode::left);
        kiosk->press(u"storeLock"_s);
        kiosk->press(u"pinForgotten"_s);
        kiosk->type(u"owner.password"_s, u"not this one 1"_s);
        kiosk->press(u"owner.go"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find<QAbstractButton>(u"owner.go"_s)->isEnabled(), patience);
        QCOMPARE(left.count(), 0);
        kiosk->type(u"owner.password"_s, TestServer::password());
        kiosk->press(u"owner.go"_s);
        QTRY_COMPARE_WITH_TIMEOUT(left.count(), 1, patience);
        // The forgotten PIN is no longer one: the next time it is chosen anew.
        kiosk.reset();
        kiosk = open(1);
        QVERIFY(kiosk);
        kiosk->enter();
    }

    void goodsAreFoundCountedAndSoldOut()
    {
        makeProduct(u"Wajan Besi"_s, 90'000, 5);
        makeProduct(u"Wajan Kecil"_s, 45'000, 0);
        makeProduct(u"Kaos Hitam"_s, 35'000, 50, {{u"category"_s, u"Fashion"_s}});
        auto kiosk = open(3);
        QVERIFY(kiosk);
        kiosk->enter();
        // Wholly offline from here on.
        kiosk->goOffline(true);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"storeOffline"_s), patience);
        kiosk->press(u"storeCategory.Fashion"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->ready(1), patience);
        kiosk->press(u"storeCategory."_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->ready(3), patience);
        QTest::keyClicks(kiosk->find<QLineEdit>(u"storeSearch"_s), u"wajan"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->ready(2), patience);
        kiosk->tapButton(u"Wajan Kecil"_s); // sold out: nothing happens
        kiosk->pick(u"Wajan Besi"_s);
        kiosk->tapButton(u"Wajan Besi"_s, 0.9);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->page()->cart().pieces(), 2, patience);
        for (int i = 0; i < 5; ++i)
            kiosk->tapButton(u"Wajan Besi"_s, 0.9);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->page()->cart().pieces(), 5, patience); // never more than there are
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"storeToast"_s), patience);       // and that is said
        kiosk->tapButton(u"Wajan Besi"_s, 0.1);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->page()->cart().pieces(), 4, patience);
        QCOMPARE(kiosk->find<QLabel>(u"counterTotal"_s)->text(), u"Rp 360.000"_s);
        const QString line = kiosk->page()->cart().entries().front().line.variant.toString();
        QTest::keyClick(kiosk->find(u"counterStepper."_s + line), Qt::Key_Down);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->page()->cart().pieces(), 3, patience);
        kiosk->press(u"counterRemove."_s + line);
        QVERIFY(kiosk->page()->cart().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"counterEmpty"_s), patience);
        // Minus at one takes it out, on the shelf and in the cart alike.
        kiosk->pick(u"Wajan Besi"_s);
        kiosk->tapButton(u"Wajan Besi"_s, 0.1);
        QVERIFY(kiosk->page()->cart().isEmpty());
        kiosk->pick(u"Wajan Besi"_s);
        QTest::keyClick(kiosk->find(u"counterStepper."_s + line), Qt::Key_Down);
        QVERIFY(kiosk->page()->cart().isEmpty());
        kiosk->find<QLineEdit>(u"storeSearch"_s)->clear();
        QTest::keyClicks(kiosk->find<QLineEdit>(u"storeSearch"_s), u"tidak ada"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"storeNothing"_s), patience);
    }

    void categoriesAreAsWideAsTheirWords()
    {
        const int without = ui::Button(m_theme, u"Alat tulis kantor"_s).sizeHint().width();
        QVERIFY(ui::Button(m_theme, u"Alat tulis && kantor"_s).sizeHint().width() > without);
        QCOMPARE(ui::Button(m_theme, u"Alat &tulis kantor"_s).sizeHint().width(), without);
        ui::CategoryBar bar(m_theme);
        bar.resize(400, bar.height());
        bar.show();
        const QStringList names{u"Alat tulis & kantor"_s, u"Buku"_s,           u"Dapur"_s,   u"Elektronik"_s,
                                u"Fashion anak & bayi"_s, u"Fashion muslim"_s, u"Olahraga"_s};
        bar.setCategories(names); // before any layout has been asked for
        for (const QString& name : QStringList{QString()} + names) {
            const auto* button = visible<ui::Button>(&bar, u"storeCategory."_s + name);
            QVERIFY2(button, qPrintable(name));
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(name));
        }
    }

    void everyTargetIsLargeEnoughForAFinger()
    {
        makeProduct(u"Wajan"_s, 90'000, 5);
        auto kiosk = open(1);
        QVERIFY(kiosk);
        kiosk->enter();
        kiosk->pick(u"Wajan"_s);
        kiosk->press(u"storeLock"_s);
        QTest::qWait(20);
        int looked = 0;
        const auto buttons = kiosk->page()->findChildren<QAbstractButton*>();
        for (const QAbstractButton* button : buttons) {
            const bool inField = qobject_cast<QLineEdit*>(button->parentWidget()) != nullptr;
            if (!button->isVisible() || inField)
                continue;
            ++looked;
            QVERIFY2(button->height() >= 48 && button->width() >= 48, qPrintable(button->objectName()));
        }
        QVERIFY(looked > 15);
        QVERIFY(kiosk->page()->shelf().buttonRect(0).height() >= 48);
    }

    void optionsShowWhatIsGone()
    {
        makeProduct(u"Kaos"_s, 35'000, 4,
                    {{u"options"_s, QJsonArray{QJsonObject{{u"name"_s, u"Ukuran"_s}, {u"values"_s, QJsonArray{u"M"_s, u"L"_s}}}}},
                     {u"variants"_s,
                      QJsonArray{QJsonObject{{u"options"_s, QJsonObject{{u"Ukuran"_s, u"M"_s}}}, {u"stock"_s, 0}},
                                 QJsonObject{{u"options"_s, QJsonObject{{u"Ukuran"_s, u"L"_s}}}, {u"stock"_s, 4}, {u"price"_s, 40'000}}}}});
        auto kiosk = open(1);
        QVERIFY(kiosk);
        kiosk->enter();
        kiosk->tapButton(u"Kaos"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"itemView"_s), patience);
        QCOMPARE(kiosk->find<QLabel>(u"itemPrice"_s)->text(), u"Rp 40.000"_s); // the first one in stock
        kiosk->press(u"option.Ukuran.M"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!kiosk->find<QAbstractButton>(u"itemAdd"_s)->isEnabled(), patience);
        QVERIFY(kiosk->find<QAbstractButton>(u"option.Ukuran.M"_s)->accessibleName().size() > 1);
        kiosk->press(u"option.Ukuran.L"_s);
        kiosk->press(u"itemAdd"_s);
        QCOMPARE(kiosk->page()->cart().pieces(), 1);
        QCOMPARE(kiosk->page()->cart().entries().front().line.optionsLabel, u"L"_s);
        QTest::keyClick(kiosk->find(u"itemView"_s), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"storeShelf"_s), patience);
    }

    void aNewCustomerOrdersAndIsForgotten()
    {
        makeProduct(u"Wajan"_s, 90'000, 5, {{u"weightGrams"_s, 800}});
        auto kiosk = open(1);
        QVERIFY(kiosk);
        kiosk->enter();
        kiosk->pick(u"Wajan"_s);
        kiosk->press(u"counterOrder"_s);
        kiosk->press(u"order.new"_s);
        kiosk->press(u"order.enter"_s); // nothing typed: said beside the fields
        kiosk->type(u"order.name"_s, u"Budi Santoso"_s);
        kiosk->type(u"order.email"_s, u"budi@contoh.id"_s);
        kiosk->type(u"order.password"_s, TestServer::password());
        kiosk->press(u"order.enter"_s);
        kiosk->fillDelivery();
        QCOMPARE(kiosk->find<QLineEdit>(u"address.recipient"_s)->text(), u"Budi Santoso"_s);
        // The button and the sums are on the screen, however long the form is.
        const auto* place = kiosk->find<QAbstractButton>(u"order.place"_s);
        QVERIFY(!place->visibleRegion().isEmpty());
        QVERIFY(kiosk->find(u"counterShipping"_s));
        const QString total = kiosk->find<QLabel>(u"counterTotal"_s)->text();
        QVERIFY(total != u"Rp 90.000" && place->text().endsWith(total));
        kiosk->press(u"order.place"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"order.doneTitle"_s), patience);
        // Beside it stands the receipt, with nothing left to press.
        const QString line = kiosk->page()->cart().entries().front().line.variant.toString();
        QVERIFY(!kiosk->find(u"counterStepper."_s + line) && !kiosk->find(u"counterRemove."_s + line));
        QCOMPARE(kiosk->find<QLabel>(u"counterWhat."_s + line)->text(), u"1 × Rp 90.000"_s);
        QCOMPARE(kiosk->find<QLabel>(u"counterTotal"_s)->text(), total);
        const QJsonArray orders = ordersOf(*m_rina);
        QCOMPARE(orders.size(), 1);
        QCOMPARE(kiosk->find<QLabel>(u"order.number"_s)->text(), orders.at(0).toObject().value(u"number").toString());
        QCOMPARE(orders.at(0).toObject().value(u"customer").toObject().value(u"name").toString(), u"Budi Santoso"_s);
        kiosk->press(u"order.finish"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"storeShelf"_s), patience);
        QVERIFY(kiosk->page()->cart().isEmpty());
        // The next customer finds nothing of the one before.
        kiosk->pick(u"Wajan"_s);
        kiosk->press(u"counterOrder"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find<QLineEdit>(u"order.email"_s), patience);
        QVERIFY(kiosk->find<QLineEdit>(u"order.email"_s)->text().isEmpty());
        QVERIFY(kiosk->find<QLineEdit>(u"order.password"_s)->text().isEmpty());
    }

    void aStoresAccountIsNoCustomer()
    {
        makeProduct(u"Wajan"_s, 90'000, 5);
        auto kiosk = open(1);
        QVERIFY(kiosk);
        kiosk->enter();
        kiosk->pick(u"Wajan"_s);
        kiosk->signIn(m_rina->email);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find<QAbstractButton>(u"order.enter"_s) && kiosk->find<QAbstractButton>(u"order.enter"_s)->isEnabled(), patience);
        QVERIFY(!kiosk->find(u"order.place"_s));
    }

    void theCustomersOwnCartStaysAsItWas()
    {
        const QString wajan = variantOf(makeProduct(u"Wajan"_s, 90'000, 9));
        const QString panci = variantOf(makeProduct(u"Panci"_s, 50'000, 9));
        for (const auto& [variant, quantity] : {std::pair{wajan, 3}, std::pair{panci, 2}})
            QCOMPARE(m_siti->client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, quantity}}).status, 201);
        auto kiosk = open(2);
        QVERIFY(kiosk);
        kiosk->enter();
        kiosk->pick(u"Wajan"_s);
        kiosk->signIn(m_siti->email);
        kiosk->fillDelivery();
        kiosk->press(u"order.place"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"order.doneTitle"_s), patience);
        const QJsonArray orders = ordersOf(*m_siti);
        QCOMPARE(orders.size(), 1);
        const QJsonArray lines = orders.at(0).toObject().value(u"lines").toArray();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.at(0).toObject().value(u"quantity").toInt(), 1);
        QCOMPARE(m_siti->client.get("/v1/cart").json().value(u"itemCount").toInt(), 5);
    }

    void offlineACartWaitsAndIsOrderedLater()
    {
        makeProduct(u"Wajan"_s, 90'000, 5);
        auto kiosk = open(1);
        QVERIFY(kiosk);
        kiosk->enter();
        kiosk->goOffline(true);
        kiosk->pick(u"Wajan"_s);
        QVERIFY(kiosk->find(u"counterNote"_s));
        kiosk->press(u"counterOrder"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"keepPanel"_s), patience);
        kiosk->type(u"keepName"_s, u"Pak Dedi"_s);
        kiosk->press(u"keepGo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"keepNumber"_s), patience);
        QCOMPARE(kiosk->find<QLabel>(u"keepNumber"_s)->text(), u"1"_s);
        kiosk->press(u"keepGo"_s);
        QVERIFY(kiosk->page()->cart().isEmpty());
        QCOMPARE(ordersOf(*m_rina).size(), 0); // nothing was promised

        // It survives a restart.
        kiosk.reset();
        kiosk = open(1);
        QVERIFY(kiosk);
        kiosk->press(u"counterWaiting"_s);
        QVERIFY(!kiosk->find(u"counterWaiting"_s)); // they are listed here already
        kiosk->press(u"waitingResume.1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->page()->cart().pieces(), 1, patience);
        kiosk->goOffline(false);
        kiosk->signIn(m_siti->email);
        kiosk->fillDelivery();
        kiosk->press(u"order.place"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"order.doneTitle"_s), patience);
        kiosk->press(u"order.finish"_s);
        QCOMPARE(ordersOf(*m_siti).size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!kiosk->find(u"counterWaiting"_s), patience); // ordered: it does not wait any more
    }

    void aLostAnswerBuysOnce()
    {
        makeProduct(u"Wajan"_s, 90'000, 5);
        std::atomic<int> lose = 1'000;
        const auto fate = [&lose](const engine::HttpRequest& request) {
            return request.path.startsWith(u"/v1/checkouts") && lose-- > 0 ? Fate::LoseAnswer : Fate::Pass;
        };
        auto kiosk = open(1, fate);
        QVERIFY(kiosk);
        kiosk->enter();
        kiosk->pick(u"Wajan"_s);
        kiosk->signIn(m_siti->email);
        kiosk->fillDelivery();
        kiosk->press(u"order.place"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"order.askAgain"_s), patience);
        kiosk->press(u"order.giveUp"_s); // she cannot wait; the program is ended, too
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"storeShelf"_s), patience);
        kiosk.reset();
        lose = 0;
        kiosk = open(1, fate);
        QVERIFY(kiosk);
        // Somebody else cannot order it a second time.
        TestServer::Person other = m_server->customer(u"agus@contoh.id"_s);
        kiosk->press(u"counterWaiting"_s);
        kiosk->press(u"waitingResume.1"_s);
        kiosk->signIn(other.email);
        kiosk->fillDelivery();
        kiosk->press(u"order.place"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find<QLabel>(u"order.problem"_s), patience);
        QCOMPARE(ordersOf(other).size(), 0);
        kiosk->press(u"orderBack"_s);
        kiosk->signIn(m_siti->email);
        kiosk->fillDelivery();
        kiosk->press(u"order.place"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"order.doneTitle"_s), patience);
        QCOMPARE(ordersOf(*m_siti).size(), 1);
    }

    void nothingIsPromisedBeforeTheMarketplaceSaidYes()
    {
        const QString wajan = variantOf(makeProduct(u"Wajan"_s, 90'000, 2));
        auto kiosk = open(1);
        QVERIFY(kiosk);
        kiosk->enter();
        kiosk->pick(u"Wajan"_s);
        kiosk->pick(u"Wajan"_s);
        kiosk->signIn(m_siti->email);
        kiosk->fillDelivery();
        // Meanwhile one is gone, and this screen does not know it yet.
        kiosk->goOffline(true);
        QCOMPARE(m_rina->client.post("/v1/variants/" + wajan.toLatin1() + "/stock", {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -1}}).status, 200);
        kiosk->press(u"order.place"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find<QLabel>(u"order.problem"_s), patience);
        QCOMPARE(ordersOf(*m_siti).size(), 0);
        QCOMPARE(m_siti->client.get("/v1/cart").json().value(u"itemCount").toInt(), 0); // nothing is left behind
        QVERIFY(!kiosk->page()->cart().isOrderable());
        const VariantId line = kiosk->page()->cart().entries().front().line.variant;
        kiosk->press(u"orderBack"_s);
        kiosk->page()->cart().setQuantity(line, 1);
        kiosk->goOffline(false);
        kiosk->signIn(m_siti->email);
        kiosk->fillDelivery();
        kiosk->press(u"order.place"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find(u"order.doneTitle"_s), patience);
        QCOMPARE(ordersOf(*m_siti).size(), 1);
    }

    void whoeverIsIdleIsAskedAndThenForgotten()
    {
        makeProduct(u"Wajan"_s, 90'000, 5);
        auto kiosk = open(1);
        QVERIFY(kiosk);
        kiosk->enter();
        kiosk->pick(u"Wajan"_s);
        m_server->clock().advance(119'000);
        kiosk->page()->idle().look();
        QVERIFY(!kiosk->find(u"idleQuestion"_s));
        m_server->clock().advance(2'000);
        kiosk->page()->idle().look();
        QVERIFY(kiosk->find(u"idleQuestion"_s));
        kiosk->press(u"idleStay"_s);
        QVERIFY(!kiosk->find(u"idleQuestion"_s));
        QCOMPARE(kiosk->page()->cart().pieces(), 1);
        // Signed in, and away.
        kiosk->signIn(m_siti->email);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find<QLineEdit>(u"address.street"_s), patience);
        m_server->clock().advance(121'000);
        kiosk->page()->idle().look();
        QVERIFY(kiosk->find(u"idleQuestion"_s));
        m_server->clock().advance(20'000);
        kiosk->page()->idle().look();
        QVERIFY(!kiosk->find(u"idleQuestion"_s));
        QVERIFY(kiosk->page()->cart().isEmpty());
        QVERIFY(kiosk->find(u"storeShelf"_s));
        kiosk->pick(u"Wajan"_s);
        kiosk->press(u"counterOrder"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk->find<QLineEdit>(u"order.email"_s), patience); // nobody is signed in
    }

    void noKeyAndNoCloseLeadsOut()
    {
        makeProduct(u"Wajan"_s, 90'000, 5);
        const app::Options options{.dataDir = m_dir->path(),
                                   .marketplace = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port())),
                                   .store = true,
                                   .language = Language::English};
        auto desktop = std::make_unique<app::Desktop>(*qApp, options);
        desktop->start();
        desktop->session().signIn({.email = m_rina->email, .password = TestServer::password()});
        ui::MainWindow* window = &desktop->window();
        QTRY_VERIFY_WITH_TIMEOUT(desktop->storeMode(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(visible(window, u"pinPad"_s), patience);
        QVERIFY(window->isFullScreen());
        for (int i = 0; i < 2; ++i) {
            QTest::keyClicks(visible(window, u"pinPad"_s), pin);
            QTest::keyClick(visible(window, u"pinPad"_s), Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!visible(window, u"pinPad"_s), patience);
        const auto held = [&] {
            return desktop->storeMode() && window->isVisible() && window->isHeld() && !window->workspace()
                   && !visible(window, u"commandPalette"_s) && !QApplication::activeModalWidget();
        };
        window->close();
        QVERIFY(held());
        const QList<QKeySequence> keys{Qt::Key_Escape,         Qt::CTRL | Qt::Key_Q, Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::Key_W,
                                       Qt::ALT | Qt::Key_F4,   Qt::Key_F1,           Qt::Key_F11,          Qt::CTRL | Qt::Key_N,
                                       Qt::CTRL | Qt::Key_F,   Qt::CTRL | Qt::SHIFT | Qt::Key_O,           Qt::CTRL | Qt::Key_Comma};
        for (const QKeySequence& sequence : keys) {
            for (QWidget* at : {static_cast<QWidget*>(&desktop->storeMode()->page()->shelf()), visible(window, u"storeSearch"_s)})
                QTest::keyClick(at, sequence[0].key(), sequence[0].keyboardModifiers());
            QVERIFY2(held(), qPrintable(sequence.toString()));
        }
        window->showNormal();
        QTRY_VERIFY_WITH_TIMEOUT(window->isFullScreen(), patience);

        // The program is killed and started without the option: it comes back here.
        desktop.reset();
        desktop = std::make_unique<app::Desktop>(*qApp, app::Options{.dataDir = m_dir->path(),
                                                                     .marketplace = options.marketplace,
                                                                     .language = Language::English});
        window = &desktop->window();
        desktop->start();
        QTRY_VERIFY_WITH_TIMEOUT(desktop->storeMode(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(visible(window, u"storeShelf"_s), patience);
        QVERIFY(!visible(window, u"pinPad"_s));
        visible<QAbstractButton>(window, u"storeLock"_s)->click();
        QTest::keyClicks(visible(window, u"pinPad"_s), pin);
        QTest::keyClick(visible(window, u"pinPad"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!desktop->storeMode(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(window->workspace(), patience);
        QVERIFY(!window->isHeld() && !window->isFullScreen());
    }
};

QTEST_MAIN(StoreModeTest)
#include "store_mode_test.moc"
