// SPDX-License-Identifier: GPL-3.0-or-later
// A seller's window over the real replica, engine and marketplace: the first page, decisions, the palette, keys
// and notices, as they are used.
#include "attention/attention_page.h"
#include "common/messages.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "home/home_page.h"
#include "home/home_words.h"
#include "home/task_row.h"
#include "orders/orders_page.h"
#include "ports/system.h"
#include "seller_pages.h"
#include "seller_tools.h"
#include "shell/fuzzy.h"
#include "shell/shortcuts_dialog.h"
#include "shell/workspace_frame.h"
#include "support/test_server.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using engine::Workspace;

namespace
{

/// One desktop of the seller: a workspace, and the window over it when there is one.
struct Office
{
    Office(TestServer& server, ui::Theme& theme, bool window = true)
        : settings(dir.path())
    {
        const auto answer = server.client().post(
            "/v1/auth/login", {{u"email"_s, u"rina@tokojakbar.id"_s}, {u"password"_s, TestServer::password()}});
        const Workspace::Config config{.replicaFile = dir.filePath(u"replica.db"_s),
                                       .marketplace = QUrl(u"http://127.0.0.1:%1"_s.arg(server.port())),
                                       .tokens = {{}, answer.json().value(u"refreshToken").toString()},
                                       .language = "en"};
        workspace = Workspace::open(config, {server.clock(), random}).value();
        if (!window)
            return;
        pages = std::make_unique<app::SellerPages>(app::SellerPages::Parts{
            theme, languages, settings, *workspace,
            {.name = u"Rina"_s, .email = u"rina@tokojakbar.id"_s, .seller = true, .storeName = u"Toko Jakarta Barat"_s},
            [] { return u"here"_s; }, [] { return ports::SecretStore::Place::MemoryOnly; }, server.clock(), random});
        pages->frame()->resize(1440, 872);
        pages->frame()->show();
    }

    bool settled() const
    {
        const ports::SyncStatus status = workspace->sync().status();
        return status.connection == ports::Connection::Connected && status.waiting == 0;
    }
    int attention() const { return workspace->sync().status().attention; }
    template<class Widget>
    Widget* find(const QString& name) const
    {
        return pages->frame()->findChild<Widget*>(name);
    }
    QString current() const { return pages->frame()->sidebar().current(); }
    ui::TaskRow* task(const QString& name) const { return find<ui::TaskRow>(u"task."_s + name); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget* focus = pages->frame()->focusWidget();
        QTest::keyClick(focus ? focus : pages->frame(), Qt::Key(key), modifiers);
    }
    ui::AttentionPage& decisions() const { return *pages->tools().attention(); }

    QTemporaryDir dir;
    ports::SystemRandom random;
    ui::Languages languages;
    app::Settings settings;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<app::SellerPages> pages;
};

/// Makes a text field keep Ctrl+K as it does on X11.
class Emacs : public QObject
{
protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event)
                                                                                                   : nullptr;
        if (!key || key->keyCombination() != QKeyCombination(Qt::ControlModifier, Qt::Key_K))
            return QObject::eventFilter(watched, event);
        if (event->type() == QEvent::KeyPress)
            static_cast<QLineEdit*>(watched)->clear();
        event->accept();
        return true;
    }
};

} // namespace

class SellerToolsTest : public QObject
{
    Q_OBJECT

private:
    ui::Theme m_theme;
    std::unique_ptr<TestServer> m_server;
    std::optional<TestServer::Person> m_rina;
    std::optional<TestServer::Person> m_budi;
    int m_keys = 0;

    QJsonObject addProduct(const QString& name, const QString& sku, int stock)
    {
        return m_rina->client
            .post("/v1/products", {{u"name"_s, name},
                                   {u"description"_s, QString()},
                                   {u"category"_s, u"Dapur"_s},
                                   {u"price"_s, 100'000},
                                   {u"stock"_s, stock},
                                   {u"sku"_s, sku}})
            .json();
    }
    static QString variantOf(const QJsonObject& product)
    {
        return product.value(u"variants").toArray().at(0).toObject().value(u"id").toString();
    }
    QJsonObject buy(const QString& variant, int quantity)
    {
        m_budi->client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, quantity}});
        const QJsonObject address{{u"recipient"_s, u"Budi"_s},    {u"phone"_s, u"08123456789"_s},
                                  {u"street"_s, u"Jl. Melati 7"_s}, {u"city"_s, u"Surabaya"_s},
                                  {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}};
        return m_budi->client
            .post("/v1/checkouts", {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}},
                  {{"Idempotency-Key", "key-" + QByteArray::number(++m_keys)}})
            .json().value(u"orders").toArray().at(0).toObject();
    }
    /// A price that this office and a colleague change at the same time.
    void clash(Office& office, const VariantId& variant, Money mine, int theirs, const QString& product)
    {
        office.workspace->sync().setWorkOffline(true);
        QTRY_COMPARE(office.workspace->sync().status().connection, ports::Connection::WorkingOffline);
        office.workspace->commands().submit({ports::SetPrice{variant, mine}});
        QTRY_COMPARE(office.workspace->sync().status().waiting, 1);
        const QJsonObject changed{{u"id"_s, variant.toString()}, {u"price"_s, theirs}};
        QCOMPARE(m_rina->client.patch("/v1/products/" + product.toLatin1(), {{u"variants"_s, QJsonArray{changed}}}).status, 200);
        office.workspace->sync().setWorkOffline(false);
    }
    int priceThere(const QString& product)
    {
        return m_rina->client.get("/v1/products/" + product.toLatin1())
            .json().value(u"variants").toArray().at(0).toObject().value(u"price").toInt();
    }

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void init()
    {
        m_server = std::make_unique<TestServer>();
        QVERIFY(m_server->start());
        m_rina = m_server->seller(u"rina@tokojakbar.id"_s);
        m_budi = m_server->customer(u"budi@contoh.id"_s);
    }
    void cleanup()
    {
        m_rina.reset();
        m_budi.reset();
        m_server.reset();
    }

    void anEmptyStoreIsToldHowToBegin()
    {
        Office office(*m_server, m_theme);
        QCOMPARE(office.current(), u"home"_s);
        QTRY_VERIFY(office.find<QWidget>(u"homeEmpty"_s)->isVisible());
        QVERIFY(!office.find<QWidget>(u"homeScroll"_s)->isVisible());
        addProduct(u"Wajan"_s, u"WJN-1"_s, 50);
        QTRY_VERIFY(office.find<QWidget>(u"homeScroll"_s)->isVisible());
        QTRY_VERIFY(office.find<QWidget>(u"home.allDone"_s)->isVisible());
    }

    void homeTellsWhatNeedsDoingAndLeadsThere()
    {
        const QString wajan = variantOf(addProduct(u"Wajan"_s, u"WJN-1"_s, 50));
        const QString panci = variantOf(addProduct(u"Panci"_s, u"PNC-1"_s, 2));
        const QJsonObject early = buy(wajan, 1);
        m_server->clock().advance(50LL * 3'600'000);
        m_server->signInAgain(*m_budi);
        m_server->signInAgain(*m_rina);
        buy(panci, 2);
        Office office(*m_server, m_theme);
        QTRY_VERIFY(office.settled());
        QTRY_VERIFY(office.task(u"process"_s)->isVisible());
        QCOMPARE(office.pages->tools().home()->report()->fresh.count, 2);
        QCOMPARE(office.pages->tools().home()->report()->late.count, 1);
        QVERIFY(office.task(u"late"_s)->isVisible());
        QVERIFY(office.task(u"late"_s)->detail().contains(u"2 hours overdue"_s));
        QVERIFY(office.task(u"process"_s)->detail().endsWith(u"2 days ago"_s));
        QVERIFY(office.task(u"restock"_s)->isVisible()); // both of two pots are ordered
        QVERIFY(office.task(u"restock"_s)->detail().contains(u"Panci"_s));
        QVERIFY(!office.task(u"ship"_s)->isVisible());
        QVERIFY(!office.task(u"decide"_s)->isVisible());
        QCOMPARE(office.pages->tools().home()->report()->today.booked, Money{200'000});

        // Live: a step made elsewhere moves an order on, while the page is looked at.
        const QByteArray path = "/v1/orders/" + early.value(u"id").toString().toLatin1() + "/transitions";
        QCOMPARE(m_rina->client.post(path, {{u"to"_s, u"PROCESSING"_s}}).status, 200);
        QTRY_VERIFY(office.task(u"ship"_s)->isVisible());
        QTRY_COMPARE(office.pages->tools().home()->report()->started.count, 1);

        office.find<QPushButton>(u"task.process.open"_s)->click();
        QCOMPARE(office.current(), u"orders"_s);
        QTRY_COMPARE(office.pages->orders()->model().rowCount(), 1);
        office.pages->frame()->showPage(u"home"_s);
        office.find<QPushButton>(u"task.late.open"_s)->click();
        QTRY_COMPARE(office.pages->orders()->model().rowCount(), 1);
        office.pages->frame()->showPage(u"home"_s);
        QTest::mouseClick(office.task(u"restock"_s), Qt::LeftButton, {}, QPoint(80, 20)); // anywhere on the row
        QCOMPARE(office.current(), u"stock"_s);
    }

    void theFirstPageCountsDaysAndShortensNames()
    {
        const QTimeZone zone("Asia/Jakarta");
        const auto at = [&zone](int day, int hour) {
            return Instant{QDateTime({2026, 11, day}, {hour, 0}, zone).toMSecsSinceEpoch()};
        };
        const auto waiting = [&](Instant oldest, Instant now) {
            return ui::waitingDetail({.count = 1, .oldest = oldest}, now, zone).section(u", "_s, 1);
        };
        QCOMPARE(waiting(at(20, 8), at(22, 12)), u"2 days ago"_s);
        QCOMPARE(waiting(at(20, 20), at(22, 12)), u"2 days ago"_s); // the same date, less than 48 hours
        QCOMPARE(waiting(at(21, 23), at(22, 1)), u"yesterday"_s);
        QCOMPARE(waiting(at(22, 9), at(22, 12)), u"3 hours ago"_s);

        QCOMPARE(ui::greeting(u"Rina Kusuma"_s, at(22, 8), zone), u"Good morning, Rina"_s);
        QCOMPARE(ui::greeting({}, at(22, 8), zone), u"Good morning"_s);
        QCOMPARE(ui::outDetail({u"Mini Keyboard Wireless i8 2.4G Handheld Keyboard"_s, u"Panci"_s}, 4),
                 u"Mini Keyboard Wireless i8 2.4G…, Panci and 2 more"_s);
    }

    void inANarrowWindowTheFiguresStandBelowWhatIsToBeDone()
    {
        addProduct(u"Wajan"_s, u"WJN-1"_s, 5); // low: there is something to do
        Office office(*m_server, m_theme);
        QTRY_VERIFY(office.settled());
        office.pages->frame()->showPage(u"home"_s);
        QTRY_VERIFY(office.task(u"low"_s)->isVisible());
        const auto at = [&](const QString& name) {
            const auto* widget = office.find<QWidget>(name);
            return QRect(widget->mapTo(office.pages->frame(), QPoint()), widget->size());
        };
        QVERIFY(at(u"home.today"_s).left() > at(u"task.low"_s).right());
        office.pages->frame()->resize(860, 600);
        QTRY_VERIFY(at(u"home.today"_s).top() > at(u"home.events"_s).bottom());
        QVERIFY(at(u"task.low"_s).width() > 600);
        QCOMPARE(office.find<QScrollArea>(u"homeScroll"_s)->horizontalScrollBar()->maximum(), 0);
        office.pages->frame()->resize(1440, 872);
        QTRY_VERIFY(at(u"home.today"_s).left() > at(u"task.low"_s).right());
    }

    void aConflictOfTwoDesktopsIsDecidedByKeys()
    {
        const QJsonObject product = addProduct(u"Wajan"_s, u"WJN-1"_s, 50);
        const QString id = product.value(u"id").toString();
        const VariantId variant = *VariantId::parse(variantOf(product));
        Office office(*m_server, m_theme);
        Office other(*m_server, m_theme, false);
        QTRY_VERIFY(office.settled() && other.settled());

        clash(office, variant, {90'000}, 95'000, id);
        QTRY_VERIFY(office.settled() && office.attention() == 1);
        QTRY_VERIFY(office.task(u"decide"_s)->isVisible() || office.current() != u"home");
        office.find<QPushButton>(u"task.decide.open"_s)->click();
        QCOMPARE(office.current(), u"attention"_s);
        QTRY_COMPARE(office.decisions().open().size(), 1);
        QCOMPARE(office.find<QLabel>(u"decision.mine.value"_s)->text(), u"Rp 90.000"_s);
        QCOMPARE(office.find<QLabel>(u"decision.theirs.value"_s)->text(), u"Rp 95.000"_s);
        QCOMPARE(office.find<QLineEdit>(u"decisionOther"_s)->placeholderText(), u"e.g. 92.500"_s);
        QVERIFY(office.find<QLineEdit>(u"decisionOther"_s)->text().isEmpty());
        QVERIFY(office.find<QLabel>(u"decisionHint"_s)->isHidden()); // there is no other to go to

        // Theirs, and back again.
        office.find<QListWidget>(u"decisionsList"_s)->setFocus();
        office.press(Qt::Key_T);
        QTRY_COMPARE(office.attention(), 0);
        auto* nothing = office.find<QWidget>(u"attentionEmpty"_s);
        QTRY_VERIFY(nothing->isVisible());
        // Beside what was decided last, from top to bottom.
        auto* made = office.find<QWidget>(u"attention.decided"_s);
        QTRY_VERIFY(made->isVisible() && made->height() > 0);
        QTRY_VERIFY(nothing->mapTo(nothing->window(), QPoint()).x() >= made->mapTo(made->window(), QPoint()).x() + made->width());
        QCOMPARE(nothing->mapTo(nothing->window(), QPoint()).y(), made->mapTo(made->window(), QPoint()).y());
        QCOMPARE(priceThere(id), 95'000);
        const auto outcomeIsTold = [&office] {
            const auto told = office.find<QWidget>(u"attention.decided"_s)->findChildren<QLabel*>();
            return std::any_of(told.cbegin(), told.cend(), [](const QLabel* label) {
                return label->text() == u"The marketplace's was kept: Price changed in two places";
            });
        };
        QTRY_VERIFY(outcomeIsTold());
        QTest::keyClick(&office.decisions(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.decisions().open().size(), 1);
        QTRY_COMPARE(office.attention(), 1);

        // Mine reaches the marketplace and the other desktop.
        office.find<QListWidget>(u"decisionsList"_s)->setFocus();
        office.press(Qt::Key_M);
        QTRY_VERIFY(office.attention() == 0 && office.settled());
        QTRY_COMPARE(priceThere(id), 90'000);
        // It has been sent: there is no way back, and it says so.
        QTest::keyClick(&office.decisions(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(office.find<ui::Toast>(u"attentionToast"_s)->text().contains(u"already"_s));
        QCOMPARE(office.attention(), 0);

        // A third price; nonsense is said beside the field.
        clash(office, variant, {80'000}, 85'000, id);
        QTRY_VERIFY(office.settled() && office.attention() == 1);
        QTRY_COMPARE(office.decisions().open().size(), 1);
        office.find<QListWidget>(u"decisionsList"_s)->setFocus();
        office.press(Qt::Key_E);
        auto* field = office.find<QLineEdit>(u"decisionOther"_s);
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u"xmt"_s); // letters are no shortcuts here
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(office.find<QLabel>(u"decisionProblem"_s)->isVisible());
        QCOMPARE(office.attention(), 1);
        field->setText(u"82.500"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(office.attention() == 0 && office.settled());
        QTRY_COMPARE(priceThere(id), 82'500);
    }

    void severalAreDecidedTogether()
    {
        Office office(*m_server, m_theme);
        QTRY_VERIFY(office.settled());
        QStringList ids;
        QList<VariantId> variants;
        for (int i = 0; i < 3; ++i) {
            const QJsonObject product = addProduct(u"Wajan %1"_s.arg(i), u"WJN-%1"_s.arg(i), 50);
            ids << product.value(u"id").toString();
            variants << *VariantId::parse(variantOf(product));
        }
        QSignalSpy reports(&office.workspace->home(), &ports::HomeReader::reported);
        QTRY_VERIFY(office.pages->tools().home()->report() && office.pages->tools().home()->report()->anyProduct && office.settled());
        office.workspace->sync().setWorkOffline(true);
        for (int i = 0; i < 3; ++i) {
            office.workspace->commands().submit({ports::SetPrice{variants.at(i), {70'000}}});
            const QJsonObject changed{{u"id"_s, variants.at(i).toString()}, {u"price"_s, 75'000}};
            QCOMPARE(m_rina->client.patch("/v1/products/" + ids.at(i).toLatin1(), {{u"variants"_s, QJsonArray{changed}}}).status, 200);
        }
        QTRY_COMPARE(office.workspace->sync().status().waiting, 3);
        office.workspace->sync().setWorkOffline(false);
        QTRY_VERIFY(office.settled() && office.attention() == 3);
        office.pages->frame()->showPage(u"attention"_s);
        QTRY_COMPARE(office.decisions().open().size(), 3);
        QVERIFY(!office.find<QLabel>(u"decisionHint"_s)->isHidden());
        auto* list = office.find<QListWidget>(u"decisionsList"_s);
        list->setFocus();
        list->selectAll();
        list->item(2)->setSelected(false);
        office.press(Qt::Key_M);
        QTRY_COMPARE(office.decisions().open().size(), 1);
        QTRY_VERIFY(office.settled());
        QTRY_COMPARE(priceThere(ids.at(0)), 70'000);
        QTRY_COMPARE(priceThere(ids.at(1)), 70'000);
        QCOMPARE(priceThere(ids.at(2)), 75'000);
    }

    void thePaletteFindsPagesProductsAndOrders()
    {
        const QString wajan = variantOf(addProduct(u"Wajan Anti Lengket"_s, u"WJN-1"_s, 50));
        const QJsonObject order = buy(wajan, 1);
        Office office(*m_server, m_theme);
        QTRY_VERIFY(office.settled());
        QVERIFY(QTest::qWaitForWindowExposed(office.pages->frame()));
        office.pages->frame()->activateWindow();
        QTRY_VERIFY(office.pages->frame()->isActiveWindow());
        office.press(Qt::Key_K, Qt::ControlModifier);
        auto* palette = office.pages->tools().palette();
        auto* field = office.find<QLineEdit>(u"paletteField"_s);
        auto* list = office.find<QListWidget>(u"paletteList"_s);
        QTRY_VERIFY(palette->isVisible() && field->hasFocus());
        QVERIFY(list->count() > 8); // what there is, before anything is typed
        QTest::keyClicks(field, u"anl"_s);
        QCOMPARE(list->item(0)->text(), u"Analytics"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(office.current(), u"analytics"_s);

        office.press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(list->item(0)->text(), u"Analytics"_s); // used lately
        QTest::keyClicks(field, u"lengket"_s);
        QTRY_VERIFY(!list->findItems(u"Wajan Anti Lengket"_s, Qt::MatchExactly).isEmpty());
        QVERIFY(!field->accessibleDescription().isEmpty());
        list->setCurrentItem(list->findItems(u"Wajan Anti Lengket"_s, Qt::MatchExactly).constFirst());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(office.current(), u"products"_s);

        office.pages->frame()->setFocus(); // a text field keeps Ctrl+K for itself on X11
        office.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(palette->isVisible());
        const QString number = order.value(u"number").toString();
        QTest::keyClicks(field, number);
        QTRY_VERIFY(!list->findItems(number, Qt::MatchContains).isEmpty());
        list->setCurrentItem(list->findItems(number, Qt::MatchContains).constFirst());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(office.current(), u"orders"_s);
        QTRY_COMPARE(office.pages->orders()->model().rowCount(), 1);

        office.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field, u"qqqq"_s);
        QTRY_VERIFY(office.find<QLabel>(u"paletteNothing"_s)->isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());

        QSignalSpy storeMode(office.pages.get(), &app::SellerPages::storeModeRequested);
        office.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field, u"store mode"_s);
        QCOMPARE(list->item(0)->text(), u"Store mode"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(storeMode.count(), 1);
    }

    void recordsComeBeforeScatteredLetters()
    {
        addProduct(u"Kaos Polos"_s, u"KSS-PLS-01"_s, 50);
        Office office(*m_server, m_theme);
        QTRY_VERIFY(office.settled());
        office.pages->tools().palette()->open();
        auto* field = office.find<QLineEdit>(u"paletteField"_s);
        auto* list = office.find<QListWidget>(u"paletteList"_s);
        // Keyboard shortcuts has k, a, o and s, but that is not what was meant.
        field->setText(u"kaos"_s);
        QTRY_COMPARE(list->item(0) ? list->item(0)->text() : QString(), u"Kaos Polos"_s);
        QCOMPARE(list->item(list->count() - 1)->text(), u"Keyboard shortcuts"_s);
        // The beginning of a word comes before its middle.
        field->setText(u"or"_s);
        QCOMPARE(list->item(0)->text(), u"Orders"_s);
        QStringList texts;
        for (int i = 0; i < list->count(); ++i)
            texts << list->item(i)->text();
        QVERIFY(texts.indexOf(u"Late orders"_s) >= 0);
        QVERIFY2(texts.indexOf(u"Late orders"_s) < texts.indexOf(u"Store"_s), qPrintable(texts.join(u", "_s)));
        QCOMPARE(ui::fuzzyFit(u"or la"_s, u"Late orders"_s), ui::FuzzyFit::WordStart);
        QCOMPARE(ui::fuzzyFit(u"tore"_s, u"Store"_s), ui::FuzzyFit::Inside);
        QCOMPARE(ui::fuzzyFit(u"kaos"_s, u"Keyboard shortcuts"_s), ui::FuzzyFit::Scattered);
        field->clear();
        office.pages->tools().palette()->close();
    }

    void thePaletteOpensFromATextField()
    {
        Office office(*m_server, m_theme);
        QTRY_VERIFY(office.settled());
        QVERIFY(QTest::qWaitForWindowExposed(office.pages->frame()));
        office.pages->frame()->activateWindow();
        QTRY_VERIFY(office.pages->frame()->isActiveWindow());
        office.pages->frame()->showPage(u"store"_s);
        auto* field = office.find<QLineEdit>(u"store.name"_s);
        QTRY_VERIFY(!field->text().isEmpty());
        field->setFocus();
        field->home(false);
        const QString before = field->text();
        // As X11's text fields do, whatever this platform's keys are: Ctrl+K deletes to the end of the line.
        Emacs keys;
        field->installEventFilter(&keys);
        QTest::keyClick(field, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(office.pages->tools().palette()->isVisible());
        QCOMPARE(field->text(), before);
        QVERIFY(office.find<QLineEdit>(u"paletteField"_s)->hasFocus());
        QTest::keyClick(office.find<QLineEdit>(u"paletteField"_s), Qt::Key_Escape);
        QTRY_VERIFY(field->hasFocus()); // where one was
    }

    void lettersOfACommandAreEnough_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("begins") << u"or"_s << u"Orders"_s << u"Store"_s;
        QTest::newRow("initials") << u"np"_s << u"New product"_s << u"Open pages"_s;
        QTest::newRow("together") << u"sync"_s << u"Sync now"_s << u"Stay in line, Chris"_s;
        QTest::newRow("missing") << u"xyz"_s << QString() << u"Orders"_s;
    }
    void lettersOfACommandAreEnough()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const auto low = ui::fuzzyScore(typed, worse);
        if (better.isEmpty()) {
            QVERIFY(!low);
            return;
        }
        const auto high = ui::fuzzyScore(typed, better);
        QVERIFY(high);
        QVERIFY2(!low || *high > *low, qPrintable(u"%1 against %2"_s.arg(*high).arg(low.value_or(0))));
    }

    void everyKeyIsListed()
    {
        Office office(*m_server, m_theme);
        QTRY_VERIFY(office.settled());
        // No key of the window is without its words.
        QStringList unsaid;
        const auto all = ui::statedShortcuts(office.pages->frame());
        for (const auto& one : all) {
            if (one.text.isEmpty())
                unsaid << one.group + u": "_s + one.keys.join(u", "_s);
        }
        QCOMPARE(unsaid, QStringList());
        QVERIFY(all.size() > 20);

        office.pages->tools().showKeys();
        auto* dialog = office.find<ui::ShortcutsDialog>(u"shortcutsDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->listed().size(), all.size());
        // What is listed is there: each is a real action with that key, or a widget that says that it handles it.
        for (const auto& one : dialog->listed()) {
            QVERIFY(one.source);
            if (const auto* action = qobject_cast<QAction*>(one.source))
                QCOMPARE(ui::printedKeys(action->shortcut()), one.keys.constFirst());
        }
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"shortcutsSearch"_s), u"deliver"_s);
        QTRY_COMPARE(dialog->listed().size(), 1);
        QCOMPARE(dialog->listed().constFirst().keys, QStringList{u"D"_s});
        dialog->close();
    }

    void newOrdersAndLowStockAreTold()
    {
        const QString wajan = variantOf(addProduct(u"Wajan"_s, u"WJN-1"_s, 12));
        buy(wajan, 1);
        Office office(*m_server, m_theme);
        QTRY_VERIFY(office.settled());
        auto* toast = office.find<ui::Toast>(u"noticeToast"_s);
        QVERIFY(toast); // there is no tray here
        toast->setDuration(1'000); // one notice after the other
        QSignalSpy news(&office.workspace->news(), &ports::NewsReader::read);
        QTRY_VERIFY(!news.isEmpty() && news.constLast().constFirst().value<ports::News>().synced);
        QVERIFY(!toast->isVisible()); // the first sync is no news
        m_server->clock().advance(60'000);
        buy(wajan, 1);
        QTRY_VERIFY(toast->isVisible());
        QVERIFY(toast->text().startsWith(u"New order"_s));
        m_server->clock().advance(60'000);
        buy(wajan, 3); // 7 of 12 are left, under the limit of 10
        QTRY_VERIFY(toast->text().contains(u"running low"_s));
        QVERIFY(toast->text().contains(u"Wajan"_s));
        Q_EMIT toast->actionTriggered();
        QCOMPARE(office.current(), u"stock"_s);
    }
};

QTEST_MAIN(SellerToolsTest)
#include "seller_tools_test.moc"
