// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to the stock table: a variant's history, a stocktake, the reorder list. On the real replica, and
// with the real marketplace.
#include "../replica/desk.h"
#include "common/theme.h"
#include "domain/stocktake.h"
#include "engine/workspace.h"
#include "gui/inventory_stage.h"
#include "inventory/inventory_view.h"
#include "inventory/number_panel.h"
#include "ports/system.h"
#include "replica/restock_source.h"
#include "replica/stock_notes.h"
#include "replica/stocktake_table.h"
#include "stock/restock_page.h"
#include "stock/sheet_view.h"
#include "stock/stock_area.h"
#include "stock/stock_history_panel.h"
#include "stock/stock_words.h"
#include "stock/sheet_blank.h"
#include "stock/stocktake_page.h"
#include "support/test_server.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTranslator>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using engine::Workspace;
using HistoryState = tables::StockHistoryModel::State;

namespace
{

/// One sentence in the other language.
class NotKnownInIndonesian : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return QLatin1StringView(source) == "%1 is not known"_L1 ? u"%1 tidak dikenal"_s : QString();
    }
};

/// The stock page with everything around it, over a workspace and the real marketplace.
struct Shop
{
    Shop(const ui::Theme& theme, TestServer& server, const TestServer::Person& seller, const QString& file)
        : workspace(Workspace::open({.replicaFile = file,
                                     .marketplace = QUrl(u"http://127.0.0.1:%1"_s.arg(server.port())),
                                     .tokens = {{}, seller.refreshToken},
                                     .language = "en"},
                                    {server.clock(), random})
                        .value())
        , inventory(new ui::InventoryPage(theme, {.reader = workspace->inventory(),
                                                  .sink = workspace->commands(),
                                                  .sync = workspace->sync(),
                                                  .clock = server.clock(),
                                                  .settings = settings}))
        , area(theme, *inventory, {.history = workspace->stockHistory(),
                                   .stocktake = workspace->stocktake(),
                                   .restock = workspace->restock(),
                                   .catalogue = workspace->catalogue(),
                                   .sink = workspace->commands(),
                                   .clock = server.clock(),
                                   .settings = settings})
    {
        area.resize(1'224, 872);
        area.show();
        inventory->start();
    }
    bool settled() const
    {
        const auto status = workspace->sync().status();
        return status.connection == ports::Connection::Connected && status.waiting == 0;
    }
    bool ready(int rows) const { return settled() && inventory->model().isOrdered() && inventory->model().rowCount() == rows; }
    ports::InventoryRow row(const QString& sku) const
    {
        for (int i = 0; i < inventory->model().rowCount(); ++i) {
            const auto* one = inventory->model().shownAt(i);
            if (one && one->sku == sku)
                return *one;
        }
        return {};
    }
    void goTo(const QString& sku)
    {
        for (int i = 0; i < inventory->model().rowCount(); ++i) {
            const auto* one = inventory->model().shownAt(i);
            if (one && one->sku == sku)
                inventory->view()->moveCurrent(inventory->view()->cell(i, tables::InventoryColumn::Available));
        }
    }
    template<class Widget>
    Widget* find(const QString& name) const
    {
        return area.findChild<Widget*>(name);
    }
    void scan(const QString& code)
    {
        auto* field = find<QLineEdit>(u"stocktakeScan"_s);
        QTest::keyClicks(field, code);
        QTest::keyClick(field, Qt::Key_Return);
    }
    const ports::StocktakeLine* counted(const QString& sku)
    {
        for (const ports::StocktakeLine& line : area.stocktake().model().counted()) {
            if (line.sku == sku)
                return &line;
        }
        return nullptr;
    }
    int countOf(const QString& sku)
    {
        const auto* line = counted(sku);
        return line ? line->count.counted : -1;
    }

    ports::SystemRandom random;
    tests::MapSettings settings;
    std::unique_ptr<Workspace> workspace;
    ui::InventoryPage* inventory;
    ui::StockArea area;
};

} // namespace

class StockAreaTest : public QObject
{
    Q_OBJECT

    ui::Theme m_theme;
    QTemporaryDir m_dir;
    int m_files = 0;
    std::unique_ptr<TestServer> m_server;
    std::optional<TestServer::Person> m_rina;
    QHash<QString, QString> m_variants; ///< id by SKU

    QString file() { return m_dir.filePath(u"%1.db"_s.arg(++m_files)); }
    void product(const QString& name, const QString& sku, int stock)
    {
        const auto made = m_rina->client.post("/v1/products", {{u"name"_s, name},
                                                               {u"description"_s, QString()},
                                                               {u"category"_s, u"Dapur"_s},
                                                               {u"price"_s, 10'000},
                                                               {u"stock"_s, stock},
                                                               {u"sku"_s, sku}});
        QCOMPARE(made.status, 201);
        m_variants[sku] = made.json().value(u"variants").toArray().at(0).toObject().value(u"id").toString();
    }
    /// A customer buys; the order's number.
    QString buy(const QString& sku, int quantity)
    {
        auto budi = m_server->customer(u"budi%1@contoh.id"_s.arg(++m_files));
        budi.client.post("/v1/cart/items", {{u"variantId"_s, m_variants.value(sku)}, {u"quantity"_s, quantity}});
        const QJsonObject address{{u"recipient"_s, u"Budi"_s},       {u"phone"_s, u"081234567890"_s},
                                  {u"street"_s, u"Jl. Melati 1"_s},  {u"city"_s, u"Kota Bandung"_s},
                                  {u"province"_s, u"Jawa Barat"_s},  {u"postcode"_s, u"40111"_s}};
        const auto bought = budi.client.post("/v1/checkouts", {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}},
                                             {{"Idempotency-Key", QByteArray::number(m_files)}});
        const QJsonObject order = bought.json().value(u"orders").toArray().at(0).toObject();
        m_order = order.value(u"id").toString();
        return order.value(u"number").toString();
    }
    QString m_order;

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void init()
    {
        m_server = std::make_unique<TestServer>();
        QVERIFY(m_server->start());
        m_rina = m_server->seller(u"rina@tokojakbar.id"_s);
        product(u"Wajan"_s, u"WJN-1"_s, 25);
        product(u"Panci"_s, u"PNC-1"_s, 5);
        product(u"Sutil"_s, u"STL-1"_s, 0);
    }
    void cleanup()
    {
        m_rina.reset();
        m_server.reset();
    }

    void theHistoryShowsSalesAndEditsAndOpensTheirOrder()
    {
        const QString number = buy(u"WJN-1"_s, 2);
        QVERIFY(!number.isEmpty());
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(3));
        QTRY_VERIFY(shop.row(u"WJN-1"_s).row != 0);
        shop.goTo(u"WJN-1"_s);
        shop.inventory->view()->setFocus();
        QTest::keyClick(shop.inventory->view(), Qt::Key_H);
        auto& panel = shop.area.history();
        QVERIFY(panel.isVisible());
        QTRY_COMPARE(panel.model().state(), HistoryState::Live);
        QCOMPARE(panel.model().rowCount(), 2);
        const auto sale = std::get<ports::StockMove>(panel.model().entry(0));
        QCOMPARE(sale.kind, MoveKind::Reserved);
        QCOMPARE(sale.reservedDelta, 2);
        QCOMPARE(sale.orderNumber, number);
        QCOMPARE(std::get<ports::StockMove>(panel.model().entry(1)).onHandAfter, 25);

        QSignalSpy orders(&shop.area, &ui::StockArea::orderAsked);
        panel.list()->setCurrentIndex(panel.model().index(0));
        QTest::keyClick(panel.list(), Qt::Key_Return);
        QCOMPARE(orders.size(), 1);
        QCOMPARE(orders.constFirst().constFirst().toString(), number);

        shop.workspace->sync().setWorkOffline(true);
        QTRY_COMPARE(panel.model().state(), HistoryState::Remembered);
        shop.workspace->commands().submit({ports::AdjustStock{shop.row(u"WJN-1"_s).variant, -3, u"Pecah"_s}});
        QTRY_COMPARE(panel.model().rowCount(), 3);
        const auto waiting = std::get<ports::WaitingMove>(panel.model().entry(0));
        QCOMPARE(waiting.delta, -3);
        QCOMPARE(waiting.reason, u"Pecah"_s);
        QVERIFY(shop.find<QLabel>(u"stockHistoryNotice"_s)->isVisible());

        // A variant that was never looked at has nothing to show, and says why.
        shop.goTo(u"PNC-1"_s);
        QTRY_COMPARE(panel.model().state(), HistoryState::Unknown);
        QVERIFY(!shop.find<QLabel>(u"stockHistoryEmpty"_s)->text().isEmpty());

        shop.workspace->sync().setWorkOffline(false);
        shop.goTo(u"WJN-1"_s);
        QTRY_VERIFY(shop.settled());
        QTRY_COMPARE(panel.model().state(), HistoryState::Live);
        QTRY_VERIFY(panel.model().rowCount() == 3 && std::holds_alternative<ports::StockMove>(panel.model().entry(0)));
        QCOMPARE(std::get<ports::StockMove>(panel.model().entry(0)).onHandAfter, 22);
        QTest::keyClick(panel.list(), Qt::Key_Escape);
        QVERIFY(!panel.isVisible());
    }

    void aLongHistoryComesPageByPage()
    {
        for (int i = 0; i < 60; ++i)
            m_rina->client.post("/v1/variants/" + m_variants.value(u"PNC-1"_s).toLatin1() + "/stock",
                                {{u"kind"_s, u"adjust"_s}, {u"delta"_s, 1}});
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(3));
        QTRY_VERIFY(shop.row(u"PNC-1"_s).row != 0);
        shop.goTo(u"PNC-1"_s);
        shop.area.showHistory();
        auto& panel = shop.area.history();
        QTRY_COMPARE(panel.model().state(), HistoryState::Live);
        panel.list()->scrollToBottom();
        QTRY_COMPARE(panel.model().rowCount(), 61);
        QCOMPARE(std::get<ports::StockMove>(panel.model().entry(60)).kind, MoveKind::Initial);
    }

    void scansCountAndApplyAsOneStepThatIsUndone()
    {
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(3));
        shop.area.showStocktake();
        QTRY_VERIFY(shop.area.stocktake().sheet().open);
        QCOMPARE(shop.area.stocktake().sheet().inScope, 3);
        for (int i = 0; i < 3; ++i)
            shop.scan(u"pnc-1"_s);
        QTRY_COMPARE(shop.countOf(u"PNC-1"_s), 3);
        shop.scan(u"WJN-1"_s);
        QTRY_COMPARE(shop.countOf(u"WJN-1"_s), 1);
        shop.scan(u"24"_s);
        QTRY_COMPARE(shop.countOf(u"WJN-1"_s), 24);
        shop.scan(u"STL-1"_s);
        shop.scan(u"0"_s);
        QTRY_COMPARE(shop.countOf(u"STL-1"_s), 0);
        const auto& model = shop.area.stocktake().model();
        QCOMPARE(model.line(0).sku, u"PNC-1"_s); // the larger difference first
        QCOMPARE(model.line(1).sku, u"WJN-1"_s);
        QCOMPARE(model.differences(), 2);
        QCOMPARE(model.pieces(), -3);
        QCOMPARE(model.value(), -30'000);

        shop.find<QAbstractButton>(u"stocktakeApply"_s)->click();
        QTRY_VERIFY(!shop.area.stocktake().sheet().open);
        QTRY_VERIFY(shop.settled());
        QTRY_COMPARE(shop.row(u"PNC-1"_s).onHand, 3);
        QTRY_COMPARE(shop.row(u"WJN-1"_s).onHand, 24);
        const auto moves = m_rina->client.get("/v1/variants/" + m_variants.value(u"PNC-1"_s).toLatin1() + "/moves").json();
        QCOMPARE(moves.value(u"items").toArray().at(0).toObject().value(u"kind").toString(), u"counted"_s);
        QCOMPARE(shop.area.stocktake().protocol().rows.size(), 3); // of what was applied

        QVERIFY(shop.inventory->history().canUndo());
        shop.inventory->history().undo();
        QTRY_COMPARE(shop.row(u"PNC-1"_s).onHand, 5);
        QTRY_COMPARE(shop.row(u"WJN-1"_s).onHand, 25);
    }

    void whatIsShippedMeanwhileIsNoDifference()
    {
        buy(u"WJN-1"_s, 2);
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(3));
        shop.area.showStocktake();
        QTRY_VERIFY(shop.area.stocktake().sheet().open);
        shop.scan(u"WJN-1"_s);
        shop.scan(u"20"_s);
        QTRY_COMPARE(shop.countOf(u"WJN-1"_s), 20);
        QCOMPARE(m_rina->client.post("/v1/orders/" + m_order.toLatin1() + "/transitions", {{u"to"_s, u"SHIPPED"_s}}).status, 200);
        QTRY_COMPARE(shop.row(u"WJN-1"_s).onHand, 23);
        QTRY_VERIFY(shop.counted(u"WJN-1"_s) && shop.counted(u"WJN-1"_s)->count.moved() == -2);
        QCOMPARE(shop.counted(u"WJN-1"_s)->count.difference(), -5);
        shop.find<QAbstractButton>(u"stocktakeApply"_s)->click();
        QTRY_COMPARE(shop.row(u"WJN-1"_s).onHand, 18);
        QTRY_VERIFY(shop.settled());
        QCOMPARE(shop.workspace->sync().status().attention, 0);
    }

    void aDraftOutlivesTheProgramAndAnUnknownCodeIsLinked()
    {
        const QString replica = file();
        {
            Shop shop(m_theme, *m_server, *m_rina, replica);
            QTRY_VERIFY(shop.ready(3));
            shop.area.showStocktake();
            QTRY_VERIFY(shop.area.stocktake().sheet().open);
            shop.scan(u"PNC-1"_s);
            QTRY_COMPARE(shop.countOf(u"PNC-1"_s), 1);
            shop.scan(u"8991234567890"_s);
            shop.scan(u"8991234567890"_s);
            QTRY_COMPARE(shop.area.stocktake().sheet().codes.value(0).times, 2);
        }
        m_server->signInAgain(*m_rina);
        Shop shop(m_theme, *m_server, *m_rina, replica);
        QTRY_VERIFY(shop.ready(3));
        shop.area.showStocktake();
        QTRY_COMPARE(shop.countOf(u"PNC-1"_s), 1);
        QTRY_VERIFY(shop.find<QWidget>(u"stocktakeCodes"_s)->isVisible());
        shop.find<QAbstractButton>(u"linkCode"_s)->click();
        auto* dialog = shop.find<QDialog>(u"linkCodeDialog"_s);
        QVERIFY(dialog);
        auto* products = dialog->findChild<QListWidget*>(u"linkProducts"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"linkSearch"_s), u"sutil"_s);
        QTRY_VERIFY(products->count() == 1 && products->item(0)->text() == u"Sutil"_s);
        auto* link = dialog->findChild<QAbstractButton*>(u"linkConfirm"_s);
        QTRY_VERIFY(link->isEnabled());
        link->click();
        QTRY_COMPARE(shop.countOf(u"STL-1"_s), 2);
        QVERIFY(shop.area.stocktake().sheet().codes.isEmpty());
        QTRY_COMPARE(shop.row(u"STL-1"_s).barcode, u"8991234567890"_s);
        shop.scan(u"8991234567890"_s);
        QTRY_COMPARE(shop.countOf(u"STL-1"_s), 3);
    }

    void aSearchUnderWayLinksNothingOfTheSearchBefore()
    {
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(3));
        shop.area.showStocktake();
        QTRY_VERIFY(shop.area.stocktake().sheet().open);
        shop.scan(u"8991234567890"_s);
        QTRY_VERIFY(shop.find<QAbstractButton>(u"linkCode"_s));
        shop.find<QAbstractButton>(u"linkCode"_s)->click();
        auto* dialog = shop.find<QDialog>(u"linkCodeDialog"_s);
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel*>(u"linkTitle"_s)->text().contains(u"8991234567890"_s));
        auto* products = dialog->findChild<QListWidget*>(u"linkProducts"_s);
        auto* variants = dialog->findChild<QListWidget*>(u"linkVariants"_s);
        auto* search = dialog->findChild<QLineEdit*>(u"linkSearch"_s);
        auto* link = dialog->findChild<QAbstractButton*>(u"linkConfirm"_s);
        QTRY_VERIFY(products->count() == 3 && link->isEnabled()); // the first of all is chosen
        QSignalSpy linked(&shop.workspace->commands(), &ports::CommandSink::done);

        QTest::keyClicks(search, u"wajan"_s);
        QVERIFY(!link->isEnabled());
        QCOMPARE(variants->count(), 0);
        QTest::keyClick(search, Qt::Key_Return);
        link->click();
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY(products->count() == 1 && link->isEnabled());
        QCOMPARE(products->item(0)->text(), u"Wajan"_s);
        QCOMPARE(linked.size(), 0);
        link->click();
        QTRY_COMPARE(shop.row(u"WJN-1"_s).barcode, u"8991234567890"_s);
        QCOMPARE(shop.row(u"PNC-1"_s).barcode, QString());
    }

    void whatAScanCameToFollowsTheLanguage()
    {
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(3));
        shop.area.showStocktake();
        QTRY_VERIFY(shop.area.stocktake().sheet().open);
        shop.scan(u"8991234567890"_s);
        auto* said = shop.find<QLabel>(u"stocktakeSaid"_s);
        QTRY_COMPARE(said->text(), u"8991234567890 is not known"_s);
        NotKnownInIndonesian words;
        QCoreApplication::installTranslator(&words);
        QTRY_COMPARE(said->text(), u"8991234567890 tidak dikenal"_s);
        QCoreApplication::removeTranslator(&words);
        QTRY_COMPARE(said->text(), u"8991234567890 is not known"_s);
    }

    void countsAreDiscardedOnlyWhenAskedTwice()
    {
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(3));
        shop.area.showStocktake();
        QTRY_VERIFY(shop.area.stocktake().sheet().open);
        shop.scan(u"PNC-1"_s);
        QTRY_COMPARE(shop.countOf(u"PNC-1"_s), 1);
        auto* discard = shop.find<QAbstractButton>(u"stocktakeDiscard"_s);
        QTRY_VERIFY(discard->isEnabled());
        discard->click();
        QPointer<QDialog> dialog = shop.find<QDialog>(u"discardStocktake"_s);
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Return); // what Enter does loses nothing
        QTRY_VERIFY(!dialog);
        QCOMPARE(shop.countOf(u"PNC-1"_s), 1);
        discard->click();
        dialog = shop.find<QDialog>(u"discardStocktake"_s);
        QVERIFY(dialog);
        dialog->findChild<QAbstractButton*>(u"discardConfirm"_s)->click();
        QTRY_COMPARE(shop.countOf(u"PNC-1"_s), -1);
        QCOMPARE(shop.row(u"PNC-1"_s).onHand, 5);
    }

    void aStoreWithoutProductsSaysSoInsteadOfThatAllIsWell()
    {
        m_rina = m_server->seller(u"sari@tokobaru.id"_s);
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(0));
        QSignalSpy asked(shop.inventory, &ui::InventoryPage::newProductAsked);
        shop.area.showRestock();
        auto* restock = shop.find<ui::SheetBlank>(u"restockEmpty"_s);
        QTRY_VERIFY(restock->isVisible() && restock->hasChoice());
        Q_EMIT restock->chosen();
        shop.area.showStocktake();
        auto* stocktake = shop.find<ui::SheetBlank>(u"stocktakeEmpty"_s);
        QTRY_VERIFY(stocktake->isVisible() && stocktake->hasChoice());
        Q_EMIT stocktake->chosen();
        QCOMPARE(asked.size(), 2);
    }

    void whatIsNotCountedYetIsListedAndCountedByTyping()
    {
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(3));
        shop.area.showStocktake();
        QTRY_VERIFY(shop.area.stocktake().sheet().open);
        shop.scan(u"PNC-1"_s);
        QTRY_COMPARE(shop.countOf(u"PNC-1"_s), 1);
        auto* buttons = shop.find<QWidget>(u"stocktakeMode"_s);
        const auto choices = buttons->findChildren<QAbstractButton*>();
        QCOMPARE(choices.size(), 2);
        choices.at(1)->click();
        auto& page = shop.area.stocktake();
        auto* table = shop.find<QTableView>(u"stocktakeTable"_s);
        QTRY_COMPARE(page.model().rowCount(), 2);
        QCOMPARE(page.model().line(0).sku, u"STL-1"_s);
        table->model()->setData(table->model()->index(0, ui::StocktakeModel::Counted), 4);
        QTRY_COMPARE(page.model().rowCount(), 1);
        QCOMPARE(shop.countOf(u"STL-1"_s), 4);
        choices.at(0)->click();
        QTRY_COMPARE(page.model().rowCount(), 2);
    }

    void aProgramThatDiedWhileApplyingCountsNothingTwice()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.pull());
        const VariantId variant = desk.variant(0);
        const qint32 before = qint32(desk.shown(variant, u"on_hand"));
        const auto note = [&](auto task) {
            const auto done = desk.replica->note([&](replica::Work& work) {
                replica::StocktakeTable table(work);
                task(table);
            });
            QVERIFY(done);
        };
        note([&](replica::StocktakeTable& table) {
            table.begin({}, desk.clock.now());
            table.setCount(variant, before + 4, desk.clock.now());
            table.setCount(desk.variant(1), 1'000, desk.clock.now());
            table.markApplying(desk.clock.now());
        });
        QVERIFY(desk.snapshot()); // a fresh copy of the catalogue keeps the draft
        // It dies before anything is queued: the draft is as it was.
        ports::StocktakeSheet sheet;
        note([&](replica::StocktakeTable& table) {
            table.finishApplying();
            sheet = table.read();
        });
        QCOMPARE(sheet.lines.size(), 2);
        // And after the batch was queued: what is in it is done.
        note([&](replica::StocktakeTable& table) { table.markApplying(desk.clock.now()); });
        QVERIFY(desk.replica->submit({ports::CountStock{variant, before + 4, before, {}}})->results.constFirst().applied);
        desk.reopen();
        note([&](replica::StocktakeTable& table) {
            table.finishApplying();
            sheet = table.read();
        });
        QCOMPARE(sheet.lines.size(), 1);
        QCOMPARE(sheet.lines.constFirst().variant, desk.variant(1));
        QCOMPARE(desk.wrong(), QStringList());
    }

    void theReorderListSuggestsAndIsWrittenToAFile()
    {
        buy(u"PNC-1"_s, 3);
        m_server->clock().advance(60'000);
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(3));
        shop.area.showRestock();
        auto& page = shop.area.restock();
        QTRY_COMPARE(page.model().rowCount(), 2);
        QCOMPARE(shop.find<QLabel>(u"restockSubtitle"_s)->text(), u"1 low and 1 out of stock"_s);
        QVERIFY(!shop.find<QWidget>(u"restockEmpty"_s)->isVisible());
        const ports::RestockLine pan = page.model().list().lines.constFirst();
        QCOMPARE(pan.sku, u"PNC-1"_s);
        QCOMPARE(pan.available, 2);
        QCOMPARE(pan.soldInFourWeeks, 3);
        QCOMPARE(pan.suggested, 2 * 10 - 2 + 1);
        auto* table = shop.find<QTableView>(u"restockTable"_s);
        QVERIFY(table->model()->setData(table->model()->index(0, ui::RestockModel::Order), 40));
        QVERIFY(table->model()->setData(table->model()->index(1, ui::RestockModel::Order), 0));
        QCOMPARE(page.document().rows.size(), 1); // what is not ordered is left out

        QSignalSpy said(&page.outlet(), &ui::SheetOutlet::said);
        const QString path = m_dir.filePath(u"pesan.csv"_s);
        page.outlet().save(ui::SheetOutlet::Way::Csv, page.document(), path);
        QTRY_COMPARE(said.size(), 1);
        QFile csv(path);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(csv.readAll());
        QVERIFY(text.contains(u"Dapur,Panci,,PNC-1,,2,10,1,40"_s));
        for (const auto& [way, name] : {std::pair(ui::SheetOutlet::Way::Excel, u"pesan.xlsx"_s),
                                        std::pair(ui::SheetOutlet::Way::Pdf, u"pesan.pdf"_s)}) {
            said.clear();
            page.outlet().save(way, page.document(), m_dir.filePath(name));
            QTRY_COMPARE(said.size(), 1);
            QVERIFY(said.constFirst().at(1).toBool());
            QVERIFY(QFileInfo(m_dir.filePath(name)).size() > 500);
        }
        const auto pages = ui::layOutSheet(page.document());
        QCOMPARE(pages.size(), 1);
        QVERIFY(pages.constFirst().text().contains(u"PNC-1"_s));
        // The quantity stays when the list is read again.
        buy(u"PNC-1"_s, 1);
        QTRY_COMPARE(page.model().list().lines.constFirst().available, 1);
        QCOMPARE(page.model().quantity(page.model().list().lines.constFirst()), 40);
    }

    void thresholdsAndArchivingWorkInBulkAndAreUndone()
    {
        Shop shop(m_theme, *m_server, *m_rina, file());
        QTRY_VERIFY(shop.ready(3));
        QTRY_VERIFY(shop.row(u"WJN-1"_s).row != 0);
        shop.inventory->model().markAll();
        shop.find<QAbstractButton>(u"bulkSetThreshold"_s)->click();
        auto* field = shop.area.findChild<ui::NumberPanel*>()->field();
        QTest::keyClicks(field, u"30"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(shop.row(u"WJN-1"_s).ownThreshold);
        QCOMPARE(shop.row(u"WJN-1"_s).threshold, 30);

        shop.find<QAbstractButton>(u"bulkArchive"_s)->click();
        QTRY_COMPARE(shop.inventory->model().rowCount(), 0);
        QTRY_VERIFY(shop.settled());
        QCOMPARE(m_rina->client.get("/v1/products").json().value(u"items").toArray().size(), 0);
        shop.inventory->history().undo();
        QTRY_COMPARE(shop.inventory->model().rowCount(), 3);
        shop.inventory->history().undo();
        QTRY_VERIFY(shop.row(u"WJN-1"_s).row != 0 && !shop.row(u"WJN-1"_s).ownThreshold);
    }

    void differencesAreCarriedOntoTheStockOfNow()
    {
        QCOMPARE((CountedStock{.counted = 8, .expected = 10, .onHand = 13}).target(), 11);
        QCOMPARE((CountedStock{.counted = 8, .expected = 10, .onHand = 13}).change(), -2);
        QCOMPARE((CountedStock{.counted = 0, .expected = 10, .onHand = 4}).target(), 0);
        QCOMPARE(suggestedOrder(0, 10, 0), 20);
        QCOMPARE(suggestedOrder(3, 10, 9), 20);
        QCOMPARE(suggestedOrder(5, 0, 0), 1);
    }
};

QTEST_MAIN(StockAreaTest)
#include "stock_area_test.moc"
