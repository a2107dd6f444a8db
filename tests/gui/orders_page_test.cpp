// SPDX-License-Identifier: GPL-3.0-or-later
#include "../replica/desk.h"
#include "common/choices.h"
#include "common/theme.h"
#include "common/view_settings.h"
#include "domain/shipping_deadline.h"
#include "orders/order_words.h"
#include "orders/orders_page.h"
#include "orders/orders_view.h"
#include "orders/ship_dialog.h"
#include "common/messages.h"
#include "orders/move_results.h"
#include "orders/product_picker.h"
#include "printing/print_preview.h"
#include "replica/catalogue_source.h"
#include "replica/orders_export_source.h"
#include "replica/orders_source.h"
#include "replica/replica_commands.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableWidget>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace {

class MapSettings : public ui::ViewSettings
{
public:
    QVariant value(const QString& key) const override { return m_values.value(key); }
    void setValue(const QString& key, const QVariant& value) override { m_values.insert(key, value); }

private:
    QHash<QString, QVariant> m_values;
};

/// The page over a real replica with some orders in it.
struct Stage
{
    explicit Stage(const ui::Theme& theme, int orderCount = 6)
    {
        desk.fill(60);
        for (int i = 0; i < orderCount; ++i) {
            desk.clock.advance(60'000);
            ids << desk.putOrder(u"#%1"_s.arg(10'001 + i), i < 4 ? OrderStatus::Pending : OrderStatus::Shipped);
        }
        if (!desk.pull())
            qFatal("the space cannot be pulled");
        desk.clock.advance(60LL * 60 * 1000);
        worker = std::make_unique<replica::ReplicaWorker>(std::move(desk.replica));
        orders = std::make_unique<replica::OrdersSource>(lane());
        catalogue = std::make_unique<replica::CatalogueSource>(lane());
        commands = std::make_unique<replica::ReplicaCommands>(*worker);
        QObject::connect(worker.get(), &replica::ReplicaWorker::changed, orders.get(),
                         [this](const replica::Touched& touched) { orders->notifyChanged(touched); });
        withdrawal = std::make_unique<replica::ReplicaWithdrawal>(*worker);
        prints = std::make_unique<replica::ReplicaPrintLog>(*worker);
        files = std::make_unique<replica::OrdersExportSource>(lane());
        page = std::make_unique<ui::OrdersPage>(theme, ui::OrdersServices{.reader = *orders,
                                                                          .catalogue = *catalogue,
                                                                          .sink = *commands,
                                                                          .clock = desk.clock,
                                                                          .settings = settings,
                                                                          .withdrawal = withdrawal.get(),
                                                                          .prints = prints.get(),
                                                                          .files = files.get()});
        page->resize(1224, 872);
        page->show();
        page->start();
    }
    ~Stage()
    {
        m_lane.reset(); // before those that read through it
        page.reset();
    }
    replica::RecordLane& lane()
    {
        if (!m_lane)
            m_lane = std::make_unique<replica::RecordLane>(worker->replica().databaseFile());
        return *m_lane;
    }
    template<class Widget = QWidget>
    Widget* find(const QString& name) const
    {
        return page->findChild<Widget*>(name);
    }
    bool ready() const
    {
        return page->model().state() == tables::OrdersModel::State::Ready && page->model().rowCount() > 0;
    }
    OrderStatus status(int position) const
    {
        const ports::OrderRow* row = page->model().shownAt(position);
        return row ? row->status : OrderStatus::Cancelled;
    }

    Desk desk;
    QList<OrderId> ids;
    MapSettings settings;
    std::unique_ptr<replica::ReplicaWorker> worker;
    std::unique_ptr<replica::OrdersSource> orders;
    std::unique_ptr<replica::CatalogueSource> catalogue;
    std::unique_ptr<replica::ReplicaCommands> commands;
    std::unique_ptr<replica::ReplicaWithdrawal> withdrawal;
    std::unique_ptr<replica::ReplicaPrintLog> prints;
    std::unique_ptr<replica::OrdersExportSource> files;
    std::unique_ptr<ui::OrdersPage> page;

private:
    std::unique_ptr<replica::RecordLane> m_lane;
};

} // namespace

/// The orders page on real widgets over a real replica, without a marketplace: everything here works offline.
class OrdersPageTest : public QObject
{
    Q_OBJECT

    ui::Theme m_theme;

private Q_SLOTS:
    void showsTheNewestFirstAndOneBeside()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        QCOMPARE(stage.page->model().rowCount(), 6);
        QCOMPARE(stage.page->model().shownAt(0)->number, u"#10006"_s);
        QTRY_VERIFY(stage.find<QLabel>(u"orderTitle"_s)->text().contains(u"#10006"_s));
        QVERIFY(stage.find<QAbstractButton>(u"orderNext"_s)->isVisible());
        QVERIFY(!stage.find<QAbstractButton>(u"orderCancel"_s)->isVisible()); // shipped already
    }

    void theCurrentOrderStaysFarDownTheList()
    {
        Stage stage(m_theme, 300);
        QTRY_VERIFY(stage.ready());
        stage.page->view()->makeCurrent(290); // not on the first page
        QTRY_VERIFY(stage.find<QLabel>(u"orderTitle"_s)->text().contains(u"#10010"_s));
        QSignalSpy again(&stage.page->model(), &tables::OrdersModel::ordered);
        stage.page->model().reopen();
        QTRY_COMPARE(again.size(), 1);
        QCOMPARE(stage.page->view()->currentIndex().row(), 290);
        QCOMPARE(stage.page->view()->currentOrder(), std::optional(stage.ids.at(9)));
    }

    void theTabsHoldTheStates()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        stage.page->showQuery({.status = OrderStatus::Pending});
        QTRY_COMPARE(stage.page->model().rowCount(), 4);
        stage.page->showQuery({.status = OrderStatus::Cancelled});
        QTRY_COMPARE(stage.page->model().rowCount(), 0);
        QTRY_VERIFY(stage.find(u"ordersEmpty"_s)->isVisible());
    }

    void aKeyTakesTheCurrentOrderAlong()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        stage.page->view()->makeCurrent(2); // the newest pending one
        QTRY_VERIFY(stage.find<QLabel>(u"orderTitle"_s)->text().contains(u"#10004"_s));
        stage.page->view()->setFocus();
        stage.find<QAbstractButton>(u"orderNext"_s)->click();
        QTRY_COMPARE(stage.status(2), OrderStatus::Processing);
        QVERIFY(stage.page->model().shownAt(2)->waiting.testFlag(ports::EditField::Order));
        QCOMPARE(stage.page->view()->currentIndex().row(), 2);
        QCOMPARE(stage.worker->replica().waitingCount().value(), 1);
    }

    void shipsSeveralWithACourierAndPastedNumbers()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        QVERIFY(stage.page->model().setMarked(0, 5, true));
        // Two of the six are on their way already: four are offered.
        QVERIFY(stage.find<QAbstractButton>(u"bulkShip"_s)->text().contains(u'4'));
        stage.find<QAbstractButton>(u"bulkShip"_s)->click();
        auto* dialog = stage.page->findChild<ui::ShipDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QComboBox*>(u"shipCourier"_s)->setCurrentText(u"SiCepat"_s);
        auto* numbers = dialog->findChild<QTableWidget*>(u"shipNumbers"_s);
        QCOMPARE(numbers->rowCount(), 4);
        QCOMPARE(numbers->item(0, 0)->text(), u"#10004"_s); // in the order of the list
        numbers->item(3, 2)->setText(u"SC-1"_s);
        dialog->findChild<QAbstractButton*>(u"shipConfirm"_s)->click();
        for (int i = 2; i < 6; ++i)
            QTRY_COMPARE(stage.status(i), OrderStatus::Shipped);
        replica::Work work(stage.worker->replica().database());
        const auto first = replica::OrderTable(work).find(stage.ids.constFirst());
        QCOMPARE(first->data.courier, u"SiCepat"_s);
        QCOMPARE(first->data.trackingNumber, u"SC-1"_s);
        QCOMPARE(stage.page->model().markedCount(), 0);
    }

    void cancelsOnlyWithAReason()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        stage.page->view()->makeCurrent(3);
        QTRY_VERIFY(stage.find<QLabel>(u"orderTitle"_s)->text().contains(u"#10003"_s));
        stage.find<QAbstractButton>(u"orderCancel"_s)->click();
        auto* confirm = stage.find<QAbstractButton>(u"reasonConfirm"_s);
        QVERIFY(confirm);
        QVERIFY(stage.find<QLabel>(u"reasonOrders"_s)->text().contains(u"#10003"_s));
        confirm->click();
        QCOMPARE(stage.worker->replica().waitingCount().value(), 0); // nothing without a reason
        stage.find<QComboBox>(u"cancelReason"_s)->setCurrentText(u"Stok habis"_s);
        confirm->click();
        QTRY_COMPARE(stage.status(3), OrderStatus::Cancelled);
    }

    void whatWasNotSentYetCanBeTakenBack()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        QVERIFY(stage.page->model().setMarked(2, 4, true));
        stage.find<QAbstractButton>(u"bulkProcess"_s)->click();
        QTRY_COMPARE(stage.status(3), OrderStatus::Processing);
        auto* toast = stage.find<ui::Toast>(u"ordersToast"_s);
        QTRY_VERIFY(toast->text().contains(u'3'));
        stage.page->view()->setFocus();
        QTest::keyClick(stage.page->view(), Qt::Key_Z, Qt::ControlModifier);
        for (int i = 2; i < 5; ++i)
            QTRY_COMPARE(stage.status(i), OrderStatus::Pending);
        QCOMPARE(stage.worker->replica().waitingCount().value(), 0);
        // What a push may be carrying stays, and the page says so.
        stage.page->view()->makeCurrent(2);
        QTRY_VERIFY(stage.find<QLabel>(u"orderTitle"_s)->text().contains(u"#10004"_s));
        stage.find<QAbstractButton>(u"orderNext"_s)->click();
        QTRY_COMPARE(stage.status(2), OrderStatus::Processing);
        stage.worker->replica().noteSent(1);
        const QString before = toast->text();
        QTest::keyClick(stage.page->view(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(toast->text() != before);
        QCOMPARE(stage.status(2), OrderStatus::Processing);
        QCOMPARE(stage.worker->replica().waitingCount().value(), 1);
    }

    void saysWhatBecameOfEach()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        QVERIFY(stage.page->model().setMarked(0, 5, true)); // two of them are on their way
        stage.find<QAbstractButton>(u"bulkProcess"_s)->click();
        QTRY_COMPARE(stage.status(5), OrderStatus::Processing);
        auto* toast = stage.find<ui::Toast>(u"ordersToast"_s);
        QTRY_VERIFY(toast->isVisible());
        Q_EMIT toast->actionTriggered();
        auto* results = stage.page->findChild<ui::MoveResults*>();
        QVERIFY(results);
        auto* rows = results->findChild<QTableWidget*>(u"moveResultRows"_s);
        QCOMPARE(rows->rowCount(), 6);
        QVERIFY(rows->item(0, 0)->text() == u"#10005"_s || rows->item(0, 0)->text() == u"#10006"_s);
        QVERIFY(!rows->item(0, 1)->text().isEmpty());
    }

    void printsWhatIsTickedAndMarksIt()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        QVERIFY(stage.page->model().setMarked(2, 4, true));
        stage.page->view()->setFocus();
        QTest::keyClick(stage.page->view(), Qt::Key_L);
        QTRY_VERIFY(stage.page->findChild<ui::PrintPreview*>());
        auto* preview = stage.page->findChild<ui::PrintPreview*>();
        QTRY_VERIFY(preview->isReady());
        QCOMPARE(preview->pages().size(), 3);
        preview->saveTo(stage.desk.dir.filePath(u"labels.pdf"_s));
        QTRY_COMPARE(stage.page->model().shownAt(2)->labelPrints, 1);
        QVERIFY(QFile::exists(stage.desk.dir.filePath(u"labels.pdf"_s)));
        stage.page->view()->makeCurrent(2);
        QTRY_VERIFY(stage.find<QLabel>(u"orderPrints"_s)->isVisible());
    }

    void savesTheFilterInForceAsAFile()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        const QString path = stage.desk.dir.filePath(u"orders.csv"_s);
        stage.page->outlet().save(path, sheet::Format::Csv, {.separator = ';'}, {.status = OrderStatus::Pending}, {});
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 1 + 4 * 2);
        QTRY_VERIFY(stage.find<ui::Toast>(u"ordersToast"_s)->text().contains(u"orders.csv"_s));
    }

    void filtersByProductAndFreeDaysWithChipsToTakeAway()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        stage.find<QAbstractButton>(u"ordersProduct"_s)->click();
        auto* picker = stage.page->findChild<ui::ProductPicker*>();
        QVERIFY(picker);
        Q_EMIT picker->chosen(stage.desk.product(1), u"Piring"_s); // nobody bought it
        QTRY_COMPARE(stage.page->model().rowCount(), 0);
        QVERIFY(stage.find(u"chip.product"_s)->isVisible());
        picker->close();
        stage.find<QAbstractButton>(u"chip.product"_s)->click();
        QTRY_COMPARE(stage.page->model().rowCount(), 6);
        QTRY_VERIFY(!stage.find(u"chip.product"_s));
        const Instant now = stage.desk.clock.now();
        stage.page->showQuery({.from = Instant{now.ms - 400LL * 86'400'000}, .until = Instant{now.ms - 300LL * 86'400'000}});
        QTRY_COMPARE(stage.page->model().rowCount(), 0);
        QVERIFY(stage.find(u"chip.days"_s)->isVisible());
        stage.find<QAbstractButton>(u"chip.days"_s)->click();
        QTRY_COMPARE(stage.page->model().rowCount(), 6);
    }

    void takesNoProductBeforeTheSearchIsAnswered()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        stage.find<QAbstractButton>(u"ordersProduct"_s)->click();
        auto* picker = stage.page->findChild<ui::ProductPicker*>();
        QVERIFY(picker);
        QSignalSpy chosen(picker, &ui::ProductPicker::chosen);
        auto* search = picker->findChild<QLineEdit*>(u"productPicker.search"_s);
        auto* list = picker->findChild<QListWidget*>(u"productPicker.list"_s);
        QTRY_VERIFY(list->count() > 0);
        QCOMPARE(list->currentRow(), 0);
        search->setText(u"qqqqqq"_s);
        QCOMPARE(list->currentRow(), -1);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(list->count(), 0);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
        search->clear();
        QTRY_VERIFY(list->count() > 0);
        QCOMPARE(list->currentRow(), 0);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
    }

    void aStoreWithoutOrdersHasNothingBesideTheList()
    {
        Stage stage(m_theme, 0);
        auto* empty = stage.find(u"ordersEmpty"_s);
        QTRY_VERIFY(empty->isVisible());
        QTRY_VERIFY(!stage.find(u"ordersExport"_s)->isEnabled());
        QVERIFY(!stage.find(u"ordersProduct"_s)->isEnabled());
        QVERIFY(!stage.find(u"orderPanel"_s)->isVisible());
        for (const int width : {1'224, 900}) {
            stage.page->resize(width, 872);
            QTRY_COMPARE(empty->geometry(), stage.page->view()->viewport()->geometry());
            QTRY_COMPARE(empty->width(), width);
        }
    }

    void leadsWithTheStepThatIsNext()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        const auto kind = [&](const QString& button) { return stage.find(button)->property("kind").toString(); };
        QVERIFY(stage.page->model().setMarked(0, 5, true)); // four new ones and two on their way
        QCOMPARE(stage.find<QAbstractButton>(u"bulkProcess"_s)->text(), u"Process 4 orders"_s);
        QCOMPARE(kind(u"bulkProcess"_s), u"primary"_s);
        QCOMPARE(kind(u"bulkShip"_s), u"outlined"_s);
        stage.page->model().clearMarks();
        QVERIFY(stage.page->model().setMarked(0, 1, true));
        QCOMPARE(stage.find<QAbstractButton>(u"bulkDeliver"_s)->text(), u"Mark 2 orders as delivered"_s);
        QCOMPARE(kind(u"bulkDeliver"_s), u"primary"_s);
    }

    void saysWhatAShippedOrderLacks()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        QTRY_VERIFY(stage.find<QLabel>(u"orderTitle"_s)->text().contains(u"#10006"_s));
        QCOMPARE(stage.find<QLabel>(u"orderCourier"_s)->text(), u"Courier not filled in"_s);
        QVERIFY(stage.find<QLabel>(u"orderShipping"_s)->text().contains(u"No tracking number"_s));
        stage.page->view()->makeCurrent(3);
        QTRY_VERIFY(stage.find<QLabel>(u"orderTitle"_s)->text().contains(u"#10003"_s));
        QVERIFY(!stage.find<QLabel>(u"orderCourier"_s)->isVisible()); // still to be chosen
        QVERIFY(stage.find(u"orderTracking"_s)->isVisible());
    }

    void proposesTheCourierThatWasPaidFor()
    {
        const auto proposed = [this](const QStringList& services) {
            QList<ports::OrderRow> orders;
            for (const QString& service : services)
                orders.append({.number = u"#1"_s, .shippingService = service});
            ui::ShipDialog dialog(m_theme, orders, u"SiCepat"_s);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            return dialog.courier();
        };
        QCOMPARE(proposed({u"JNE YES"_s, u"JNE YES"_s}), u"JNE YES"_s);
        QCOMPARE(proposed({u"JNE YES"_s, u"JNE REG"_s}), u"SiCepat"_s);
        QCOMPARE(proposed({u"REGULER"_s}), u"SiCepat"_s); // how fast, not by whom
        QCOMPARE(proposed({QString()}), u"SiCepat"_s);
    }

    void groupsAMobileNumber()
    {
        QCOMPARE(ui::phoneText(u"081200000508"_s), u"0812-0000-0508"_s);
        QCOMPARE(ui::phoneText(u"0812345678"_s), u"0812-3456-78"_s);
        for (const QString& kept : {u"0812-3640-7715"_s, u"+62 812 0000 0508"_s, u"0215550123"_s, u"0812"_s, QString()})
            QCOMPARE(ui::phoneText(kept), kept);
    }

    void searchesAndComesBack()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        stage.page->showQuery({.search = u"10002"_s});
        QTRY_COMPARE(stage.page->model().rowCount(), 1);
        stage.page->showQuery({});
        QTRY_COMPARE(stage.page->model().rowCount(), 6);
    }

    void readsABlockOfTrackingNumbers_data()
    {
        QTest::addColumn<QString>("block");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("line by line") << u"A1\nA2\n"_s << QStringList{u"A1"_s, u"A2"_s, QString()};
        QTest::newRow("by number") << u"#10003\tC3\n10001;C1"_s << QStringList{u"C1"_s, QString(), u"C3"_s};
        QTest::newRow("mixed") << u"10002, B2\nX1\nX3"_s << QStringList{u"X1"_s, u"B2"_s, u"X3"_s};
        QTest::newRow("too many") << u"1\n2\n3\n4\n5"_s << QStringList{u"1"_s, u"2"_s, u"3"_s};
        QTest::newRow("nothing") << u"\n\n"_s << QStringList{QString(), QString(), QString()};
    }
    void readsABlockOfTrackingNumbers()
    {
        QFETCH(const QString, block);
        QFETCH(const QStringList, expected);
        QCOMPARE(ui::trackingNumbersFrom(block, {u"#10001"_s, u"#10002"_s, u"#10003"_s}), expected);
    }

    void tellsWhatIsLate()
    {
        using Kind = ShippingDeadline::Kind;
        constexpr qint64 hour = 3'600'000;
        const Instant placed{1'000 * hour};
        const auto after = [&](qint64 ms, OrderStatus status = OrderStatus::Pending) {
            return shippingDeadline(status, placed, {placed.ms + ms});
        };
        QCOMPARE(after(0).kind, Kind::Fine);
        QCOMPARE(after(42 * hour), (ShippingDeadline{Kind::Fine, 0}));
        QCOMPARE(after(42 * hour + 1), (ShippingDeadline{Kind::Soon, 6}));
        QCOMPARE(after(48 * hour), (ShippingDeadline{Kind::Soon, 0}));
        QCOMPARE(after(48 * hour + 1), (ShippingDeadline{Kind::Late, 1}));
        QCOMPARE(after(77 * hour), (ShippingDeadline{Kind::Late, 29}));
        QCOMPARE(after(77 * hour, OrderStatus::Shipped).kind, Kind::None);
    }
};

QTEST_MAIN(OrdersPageTest)
#include "orders_page_test.moc"
