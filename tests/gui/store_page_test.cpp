// SPDX-License-Identifier: GPL-3.0-or-later
#include "../replica/desk.h"
#include "common/theme.h"
#include "replica/catalogue_source.h"
#include "replica/replica_commands.h"
#include "store/store_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace {

/// The page over a real replica, without a marketplace.
struct Stage
{
    explicit Stage(const ui::Theme& theme)
    {
        desk.fill(20);
        store = desk.ids.make<StoreId>();
        put({u"Toko Jakarta Barat"_s, u"Kota Jakarta Barat"_s, u"Alat dapur"_s, 10, u"Asia/Jakarta"_s});
        if (!desk.pull())
            qFatal("the space cannot be pulled");
        worker = std::make_unique<replica::ReplicaWorker>(std::move(desk.replica));
        lane = std::make_unique<replica::RecordLane>(worker->replica().databaseFile());
        catalogue = std::make_unique<replica::CatalogueSource>(*lane);
        commands = std::make_unique<replica::ReplicaCommands>(*worker);
        QObject::connect(worker.get(), &replica::ReplicaWorker::changed, catalogue.get(),
                         [this](const replica::Touched& touched) { catalogue->notifyChanged(touched); });
        page = new ui::StorePage(theme, *catalogue, *commands);
        pages.addWidget(page);
        pages.addWidget(new QWidget);
        pages.resize(1000, 800);
        pages.show();
        page->start();
    }
    ~Stage() { lane.reset(); }
    void put(const protocol::StoreRow& row)
    {
        // The generated space has a store of its own: it is the one that is shown.
        const QStringList ids = desk.space.ids(protocol::table::stores);
        desk.space.put(protocol::table::stores, ids.isEmpty() ? store.toString() : ids.constFirst(), row.toJson());
    }
    template<class Widget>
    Widget* find(const QString& name) const
    {
        return page->findChild<Widget*>(name);
    }
    QAbstractButton* save() const { return find<QAbstractButton>(u"store.save"_s); }
    bool ready() const { return find<QLineEdit>(u"store.name"_s)->text() == u"Toko Jakarta Barat"; }
    QList<protocol::Op> waiting() const { return worker->replica().pending().value(); }

    Desk desk;
    StoreId store;
    QStackedWidget pages;
    std::unique_ptr<replica::ReplicaWorker> worker;
    std::unique_ptr<replica::CatalogueSource> catalogue;
    std::unique_ptr<replica::ReplicaCommands> commands;
    std::unique_ptr<replica::RecordLane> lane;
    ui::StorePage* page = nullptr;
};

} // namespace

class StorePageTest : public QObject
{
    Q_OBJECT

    ui::Theme m_theme;

private Q_SLOTS:
    void sendsOnlyWhatWasChanged()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        QVERIFY(!stage.save()->isEnabled());
        stage.find<QSpinBox>(u"store.threshold"_s)->setValue(15);
        stage.find<QLineEdit>(u"store.location"_s)->setText(u"  Kota   Bandung "_s);
        QVERIFY(stage.save()->isEnabled());
        stage.save()->click();
        QTRY_COMPARE(stage.waiting().size(), 1);
        const QJsonObject expected{{u"location"_s, u"Kota Bandung"_s}, {u"lowStockThreshold"_s, 15}};
        QCOMPARE(stage.waiting().at(0).args, expected);
        QTRY_VERIFY(!stage.page->hasChanges());
        QVERIFY(!stage.save()->isEnabled());
    }

    void saysWhatIsWrongBesideTheField()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        stage.find<QLineEdit>(u"store.name"_s)->setText(u"  "_s);
        QVERIFY(!stage.save()->isEnabled());
        stage.page->save();
        QVERIFY(stage.waiting().isEmpty());
        stage.find<QAbstractButton>(u"store.discard"_s)->click();
        QVERIFY(stage.ready());
        QVERIFY(!stage.page->hasChanges());
    }

    void asksOnceWhenLeftWithChanges()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        QObject::connect(stage.page, &ui::StorePage::leftWithChanges, stage.page,
                         [&] { stage.page->leaveThen(&stage.pages, [] {}); });
        QSignalSpy back(stage.page, &ui::StorePage::returnAsked);
        stage.pages.setCurrentIndex(1);
        QVERIFY(!stage.pages.findChild<QMessageBox*>()); // nothing was changed
        stage.pages.setCurrentIndex(0);
        stage.find<QPlainTextEdit>(u"store.description"_s)->setPlainText(u"Panci dan wajan"_s);
        stage.pages.setCurrentIndex(1);
        auto* box = stage.pages.findChild<QMessageBox*>(u"storeChanges"_s);
        QVERIFY(box);
        box->reject();
        QTRY_COMPARE(back.size(), 1);
        QVERIFY(stage.page->hasChanges());
        QTRY_VERIFY(!stage.pages.findChild<QMessageBox*>());
        stage.pages.setCurrentIndex(0);
        stage.pages.setCurrentIndex(1);
        box = stage.pages.findChild<QMessageBox*>(u"storeChanges"_s);
        QVERIFY(box);
        box->defaultButton()->click();
        QTRY_COMPARE(stage.waiting().size(), 1);
        QCOMPARE(stage.waiting().at(0).args.value(u"description"_s).toString(), u"Panci dan wajan"_s);
    }

    void whatAnotherDesktopChangedComesInWhereNothingWasTyped()
    {
        Stage stage(m_theme);
        QTRY_VERIFY(stage.ready());
        stage.find<QLineEdit>(u"store.location"_s)->setText(u"Kota Bandung"_s);
        stage.put({u"Toko Baru"_s, u"Kota Tangerang"_s, u"Alat dapur"_s, 10, u"Asia/Jakarta"_s});
        replica::Replica& replica = stage.worker->replica();
        const auto pages = stage.desk.space.pull(replica.cursor(), 2'000);
        for (const protocol::PullAnswer& page : pages) {
            const auto effect = replica.stagePull(page);
            QVERIFY(effect);
            stage.worker->announce(effect->touched);
        }
        QTRY_COMPARE(stage.find<QLineEdit>(u"store.name"_s)->text(), u"Toko Baru"_s);
        QCOMPARE(stage.find<QLineEdit>(u"store.location"_s)->text(), u"Kota Bandung"_s);
        stage.page->save();
        QTRY_COMPARE(stage.waiting().size(), 1);
        QCOMPARE(stage.waiting().at(0).args.keys(), QStringList{u"location"_s});
    }
};

QTEST_MAIN(StorePageTest)
#include "store_page_test.moc"
