// SPDX-License-Identifier: GPL-3.0-or-later
// The page of imports and exports on real widgets, over a real workspace and the real server.
#include "common/button.h"
#include "common/choices.h"
#include "common/messages.h"
#include "common/theme.h"
#include "common/view_settings.h"
#include "domain/csv/csv_reader.h"
#include "engine/workspace.h"
#include "ports/system.h"
#include "support/test_server.h"
#include "transfer/export_card.h"
#include "transfer/fates_model.h"
#include "transfer/fates_table.h"
#include "transfer/transfer_page.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using ui::FatesModel;

namespace {

class MapSettings : public ui::ViewSettings
{
public:
    QVariant value(const QString& key) const override { return m_values.value(key); }
    void setValue(const QString& key, const QVariant& value) override { m_values.insert(key, value); }

private:
    QHash<QString, QVariant> m_values;
};

const QByteArray threeWrong = "Nama;SKU;Harga;Stok;Opsi 1\n"
                              "Kaos Polos;KP-M;75.000;5;Warna: Merah\n"
                              "Kaos Polos;KP-H;75.000;4;Warna: Hitam\n"
                              "Wajan;WJN-1;12.500;9;\n"
                              "Topi;;gratis;3;\n"
                              "Tas;;90.000;-3;\n"
                              ";;5.000;1;\n";

} // namespace

class TransferPageTest : public QObject
{
    Q_OBJECT

    ui::Theme m_theme;
    ports::SystemRandom m_random;
    std::unique_ptr<TestServer> m_server;
    std::optional<TestServer::Person> m_rina;
    std::unique_ptr<QTemporaryDir> m_dir;
    MapSettings m_settings;
    std::unique_ptr<engine::Workspace> m_workspace;
    std::unique_ptr<ui::TransferPage> m_page;

    void openDesk()
    {
        m_workspace = engine::Workspace::open({.replicaFile = m_dir->filePath(u"replica.db"_s),
                                               .marketplace = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port())),
                                               .tokens = {{}, m_rina->refreshToken},
                                               .language = "en"},
                                              {m_server->clock(), m_random})
                          .value();
        QObject::connect(m_workspace.get(), &engine::Workspace::tokensRenewed, this,
                         [this](const engine::Tokens& tokens) { m_rina->refreshToken = tokens.refresh; });
        m_page = std::make_unique<ui::TransferPage>(
            m_theme, ui::TransferServices{m_workspace->importer(), m_workspace->productsExport(), m_server->clock(), m_settings,
                                           &m_workspace->catalogue()});
        m_page->resize(1224, 780);
        m_page->show();
        m_page->start();
    }
    void closeDesk()
    {
        m_page.reset();
        m_workspace.reset();
    }
    bool settled() const
    {
        const ports::SyncStatus status = m_workspace->sync().status();
        return status.connection == ports::Connection::Connected && status.waiting == 0;
    }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_dir->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a temporary file always writes");
        return file.fileName();
    }
    QByteArray read(const QString& name) const
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    template<class Widget = QWidget>
    Widget* find(const QString& name) const
    {
        return m_page->findChild<Widget*>(name);
    }
    FatesModel& model() const { return static_cast<FatesModel&>(*find<ui::FatesTable>(u"importRows"_s)->model()); }
    void press(const QString& name) const { find<QAbstractButton>(name)->click(); }
    bool checked() const { return find(u"importGo"_s)->isEnabled() || model().countOf(FatesModel::Filter::All) > 0; }
    QString toast() const { return find<ui::Toast>(u"transferToast"_s)->text(); }
    QStringList productsAtServer() const
    {
        QStringList names;
        const auto items = m_rina->client.get("/v1/products?storeId=" + m_rina->storeId.toLatin1()).json().value(u"items").toArray();
        for (const QJsonValue& item : items)
            names << item[u"name"].toString();
        names.sort();
        return names;
    }
    void shoot(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("SHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(50);
        m_page->grab().save(u"%1/%2.png"_s.arg(folder, name));
    }

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

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
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = {};
        openDesk();
        QTRY_VERIFY(settled());
    }
    void cleanup()
    {
        closeDesk();
        m_rina.reset();
        m_server.reset();
        m_dir.reset();
    }

    void threeBrokenRowsStayOutAndTheRestGoesInOffline()
    {
        m_workspace->sync().setWorkOffline(true);
        QTRY_COMPARE(m_workspace->sync().status().connection, ports::Connection::WorkingOffline);
        shoot(u"home"_s);
        m_page->openFile(write(u"produk.csv"_s, threeWrong));
        QTRY_VERIFY(checked());
        QCOMPARE(model().countOf(FatesModel::Filter::New), 2);
        QCOMPARE(model().countOf(FatesModel::Filter::Changed), 1);
        QCOMPARE(model().countOf(FatesModel::Filter::Wrong), 3);
        // What is wrong stands there as in the file, and what is missing is said.
        const auto shown = [this](int row, ui::FateColumn column) {
            return model().index(row, int(column)).data().toString();
        };
        QCOMPARE(shown(3, ui::FateColumn::Price), u"gratis"_s);
        QCOMPARE(shown(4, ui::FateColumn::Stock), u"-3"_s);
        QCOMPARE(shown(5, ui::FateColumn::Name), u"Missing"_s);
        QCOMPARE(shown(0, ui::FateColumn::Price), u"Rp 75.000"_s);
        for (int row = 3; row < 6; ++row)
            QVERIFY(!ui::FatesModel::complaint(model().shownAt(row), ui::FateColumn::Sku));
        shoot(u"review"_s);
        QCOMPARE(m_workspace->sync().status().waiting, 0); // a dry run writes nothing

        m_page->saveWrongRows(m_dir->filePath(u"salah.csv"_s));
        QTRY_VERIFY(!read(u"salah.csv"_s).isEmpty());
        const auto wrong = csv::readAll(read(u"salah.csv"_s));
        QVERIFY(wrong && wrong->size() == 4);
        QVERIFY(wrong->at(1).fields.constLast().startsWith(u"Harga “gratis”: "_s));

        press(u"importGo"_s);
        QTRY_VERIFY(find<QLabel>(u"importOutcome1"_s));
        QTRY_COMPARE(m_workspace->sync().status().waiting, 3);
        shoot(u"done"_s);
        QVERIFY(find(u"importUndo1"_s));

        m_workspace->sync().setWorkOffline(false);
        QTRY_VERIFY(settled());
        QCOMPARE(productsAtServer(), QStringList({u"Kaos Polos"_s, u"Wajan"_s}));
    }

    void anImportIsUndoneAsAWholeAfterARestart()
    {
        m_page->openFile(write(u"produk.csv"_s, threeWrong));
        QTRY_VERIFY(checked());
        press(u"importGo"_s);
        QTRY_VERIFY(find(u"importUndo1"_s));
        QTRY_VERIFY(settled());
        QCOMPARE(productsAtServer().size(), 2);
        closeDesk();
        openDesk();
        QTRY_VERIFY(settled());
        QTRY_VERIFY(find(u"importUndo1"_s));
        find(u"importUndo1"_s)->setFocus();
        press(u"importUndo1"_s);
        shoot(u"undo-question"_s);
        QCOMPARE(m_page->window()->focusWidget(), find(u"importTakeBack1"_s));
        press(u"importTakeBack1"_s);
        QTRY_COMPARE(find<QLabel>(u"importOutcome1"_s)->text().section(u" · "_s, -1), u"Undone."_s);
        // The button is gone; the next thing to do here has the focus.
        QCOMPARE(m_page->window()->focusWidget(), m_page->focusProxy());
        QTRY_VERIFY(settled());
        QCOMPARE(productsAtServer(), QStringList{u"Wajan"_s});
        const auto pan = m_rina->client.get("/v1/products?storeId=" + m_rina->storeId.toLatin1()).json().value(u"items").toArray().at(0);
        QCOMPARE(pan[u"variants"].toArray().at(0).toObject().value(u"price").toInteger(), 10'000);
        QCOMPARE(pan[u"variants"].toArray().at(0).toObject().value(u"onHand").toInteger(), 5);
    }

    void theToastAsksBeforeItTakesBack()
    {
        m_page->openFile(write(u"produk.csv"_s, threeWrong));
        QTRY_VERIFY(checked());
        press(u"importGo"_s);
        QTRY_VERIFY(find(u"importUndo1"_s));
        QTRY_VERIFY(settled());
        const QStringList made = productsAtServer();
        QVERIFY(!find(u"importTakeBack1"_s));
        Q_EMIT find<ui::Toast>(u"transferToast"_s)->actionTriggered();
        QTRY_VERIFY(find(u"importTakeBack1"_s));
        const auto labels = m_page->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* one) {
            return one->text() == u"Undo the 2 new products and changes of this import?";
        }));
        press(u"importKeep1"_s);
        QTRY_VERIFY(find(u"importUndo1"_s));
        QVERIFY(settled());
        QCOMPARE(productsAtServer(), made);
    }

    void withoutProductsThereIsNothingToExport()
    {
        const auto usable = [this] {
            return find(u"exportCsv"_s)->isEnabled() && find(u"exportExcel"_s)->isEnabled()
                && find(u"exportShopify"_s)->isEnabled();
        };
        QTRY_VERIFY(usable());
        const QByteArray wajan = m_rina->client.get("/v1/products?storeId=" + m_rina->storeId.toLatin1())
                                     .json().value(u"items").toArray().at(0).toObject().value(u"id").toString().toLatin1();
        m_workspace->commands().submit({ports::SetProductArchived{ProductId::parse(QString::fromLatin1(wajan)).value(), true}});
        QTRY_VERIFY(!usable());
        QVERIFY(find<QLabel>(u"exportNothing"_s)->isVisible());
        QCOMPARE(find(u"exportCsv"_s)->toolTip(), find<QLabel>(u"exportNothing"_s)->text());

        // One that comes by an import can be saved, and the button says how many variants it has.
        m_page->openFile(write(u"kaos.csv"_s, "Nama;SKU;Harga;Stok;Opsi 1\n"
                                             "Kaos;K-M;75.000;5;Warna: Merah\n"
                                             "Kaos;K-H;75.000;4;Warna: Hitam\n"));
        QTRY_VERIFY(find(u"importGo"_s)->isEnabled());
        QCOMPARE(find<QAbstractButton>(u"importGo"_s)->text(), u"Import 1 product (2 variants)"_s);
        press(u"importGo"_s);
        QTRY_VERIFY(usable());
        QVERIFY(!find(u"exportNothing"_s)->isVisible());
    }

    void aStoppedImportGoesOn()
    {
        m_workspace->sync().setWorkOffline(true);
        QByteArray text = "Nama;Harga;Stok\n";
        for (int i = 0; i < 450; ++i)
            text += "Barang " + QByteArray::number(i) + ";5000;3\n";
        m_page->openFile(write(u"banyak.csv"_s, text));
        QTRY_VERIFY(checked());
        bool stopped = false;
        connect(&m_workspace->importer(), &ports::Importer::recordChanged, this, [&](const ports::ImportRecord& record) {
            if (!std::exchange(stopped, true))
                m_workspace->importer().stop(record.number);
        });
        press(u"importGo"_s);
        QTRY_VERIFY(find(u"importResume1"_s));
        QVERIFY(m_workspace->sync().status().waiting < 450);
        shoot(u"stopped"_s);
        press(u"importResume1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_workspace->sync().status().waiting, 450, 30'000);
        QTRY_VERIFY(!find(u"importResume1"_s) || !find(u"importResume1"_s)->isVisible());
    }

    void aMappingIsMadeAndKept()
    {
        const QByteArray text = "Barang,Uang,Ada\nPanci,Rp45.000,3\n";
        m_page->openFile(write(u"lain.csv"_s, text));
        QTRY_VERIFY(find<QComboBox>(u"column0"_s));
        QVERIFY(!find(u"importTabs"_s)->isVisible()); // they would sort rows that are not shown
        shoot(u"columns"_s);
        const auto choose = [this](int column, imports::Field field) {
            auto* box = find<QComboBox>(u"column%1"_s.arg(column));
            box->setCurrentIndex(int(field));
            Q_EMIT box->activated(int(field));
        };
        choose(0, imports::Field::Name);
        choose(1, imports::Field::Price);
        choose(2, imports::Field::Stock);
        QTRY_COMPARE(model().countOf(FatesModel::Filter::New), 1);
        find<QLineEdit>(u"presetName"_s)->setText(u"Pemasok"_s);
        press(u"presetSave"_s);
        closeDesk(); // the preset is found again by its titles, in another run
        openDesk();
        m_page->openFile(write(u"lain2.csv"_s, "Ada;Barang;Uang\n3;Dandang;Rp45.000\n"));
        QTRY_COMPARE(model().countOf(FatesModel::Filter::New), 1);
        QCOMPARE(model().shownAt(0).name, u"Dandang"_s);
    }

    void anExportComesBackUnchanged()
    {
        m_page->openFile(write(u"produk.csv"_s, threeWrong));
        QTRY_VERIFY(checked());
        press(u"importGo"_s);
        QTRY_VERIFY(find(u"importUndo1"_s));
        for (const auto kind : {ui::ExportCard::Kind::OwnCsv, ui::ExportCard::Kind::ShopifyCsv}) {
            QSignalSpy said(&m_page->exports(), &ui::ExportCard::said);
            m_page->exports().save(m_dir->filePath(u"keluar.csv"_s), kind);
            QTRY_COMPARE(said.size(), 1);
            QVERIFY(said.front().at(1).toBool());
            m_page->openFile(m_dir->filePath(u"keluar.csv"_s));
            QTRY_COMPARE(model().countOf(FatesModel::Filter::Unchanged), 3);
            QCOMPARE(model().countOf(FatesModel::Filter::All), 3);
            QVERIFY(!find(u"importGo"_s)->isEnabled());
            press(u"importBack"_s);
        }
        QSignalSpy said(&m_page->exports(), &ui::ExportCard::said);
        m_page->exports().save(m_dir->filePath(u"keluar.xlsx"_s), ui::ExportCard::Kind::OwnExcel);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(read(u"keluar.xlsx"_s).startsWith("PK"));
    }

    void whatIsNoTableIsSaidAndNothingIsShown()
    {
        m_page->openFile(write(u"gambar.csv"_s, QByteArray("PK\3\4\0\0\0\0", 8)));
        QTRY_VERIFY(toast().contains(u"not a CSV file"_s));
        QVERIFY(!find(u"importReview"_s)->isVisible());
        m_page->openFile(m_dir->filePath(u"fehlt.csv"_s));
        QTRY_VERIFY(toast().contains(u"cannot be read"_s));
    }

    void looksInTheDark()
    {
        if (qEnvironmentVariable("SHOTS").isEmpty())
            QSKIP("only for looking");
        m_theme.setMode(ui::Theme::Mode::Dark);
        shoot(u"home-dark"_s);
        m_page->openFile(write(u"produk.csv"_s, threeWrong));
        QTRY_VERIFY(checked());
        shoot(u"review-dark"_s);
        m_theme.setMode(ui::Theme::Mode::Light);
    }
};

QTEST_MAIN(TransferPageTest)
#include "transfer_page_test.moc"
