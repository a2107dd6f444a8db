// SPDX-License-Identifier: GPL-3.0-or-later
// The products pages over a real workspace and the real marketplace.
#include "common/choices.h"
#include "common/labels.h"
#include "common/messages.h"
#include "common/theme.h"
#include "engine/workspace.h"
#include "pictures/picture_thumbnails.h"
#include "products/code_dialog.h"
#include "products/leave_dialog.h"
#include "products/picture_strip.h"
#include "products/products_list.h"
#include "products/products_page.h"
#include "products/value_chips.h"
#include "products/variants_table.h"
#include "ports/system.h"
#include "support/sample_pictures.h"
#include "support/test_server.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace belanjain::ui;
using namespace Qt::StringLiterals;
using engine::Workspace;
using tables::VariantField;

namespace
{

/// A seller's products page in a window of its own.
struct Screen
{
    Screen(const Theme& theme, TestServer& server, const TestServer::Person& seller, const QString& file, bool offline)
        : ids(server.clock(), random)
        , workspace(Workspace::open({.replicaFile = file,
                                     .marketplace = QUrl(u"http://127.0.0.1:%1"_s.arg(server.port())),
                                     .tokens = {{}, seller.refreshToken},
                                     .workOffline = offline,
                                     .language = "en"},
                                    {server.clock(), random})
                        .value())
        , thumbnails(workspace->pictures())
        , page(theme, {.reader = workspace->catalogue(),
                       .inventory = workspace->inventory(),
                       .sink = workspace->commands(),
                       .ids = ids,
                       .clock = server.clock(),
                       .pictures = workspace->pictures(),
                       .thumbnails = &thumbnails})
    {
        page.resize(1'224, 872);
        page.show();
        page.start();
    }
    bool settled() const
    {
        const ports::SyncStatus status = workspace->sync().status();
        return status.connection == ports::Connection::Connected && status.waiting == 0;
    }
    template<class Widget>
    Widget* find(const QString& name) const
    {
        return page.findChild<Widget*>(name);
    }
    void press(const QString& name) { find<QAbstractButton>(name)->click(); }
    ProductEditor& editor() { return page.editor(); }
    void type(int row, VariantField field, const QString& text)
    {
        VariantsTable& table = editor().variants();
        table.goTo(row, field);
        QTest::keyClicks(&table, text.left(1));
        if (text.size() > 1)
            QTest::keyClicks(table.editor(), text.mid(1));
        QTest::keyClick(table.editor(), Qt::Key_Return);
    }
    void addOption(const QString& name, const QStringList& values)
    {
        press(u"addOption"_s);
        auto* field = page.findChildren<QLineEdit*>(u"optionName"_s).constLast();
        field->setText(name);
        auto* value = page.findChildren<QLineEdit*>(u"optionValueField"_s).constLast();
        for (const QString& one : values) {
            QTest::keyClicks(value, one);
            QTest::keyClick(value, Qt::Key_Return);
        }
    }
    /// As a scanner types: a key every four milliseconds, then Enter.
    void scan(QWidget* target, const QString& code, int msPerKey = 4)
    {
        static ulong now = 1'000'000;
        now += 5'000;
        const auto send = [&](int key, const QString& text) {
            QWidget* to = QApplication::focusWidget() ? QApplication::focusWidget() : target;
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
            press.setTimestamp(now);
            QApplication::sendEvent(to, &press);
            now += ulong(msPerKey);
        };
        for (const QChar c : code)
            send(c.toUpper().unicode(), QString(c));
        send(Qt::Key_Return, u"\r"_s);
    }

    ports::SystemRandom random;
    ports::IdFactory ids;
    std::unique_ptr<Workspace> workspace;
    PictureThumbnails thumbnails;
    ProductsPage page;
};

} // namespace

class ProductsPageTest : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;
    std::unique_ptr<TestServer> m_server;
    std::optional<TestServer::Person> m_rina;
    QTemporaryDir m_dir;
    int m_files = 0;

    QString file() { return m_dir.filePath(u"%1/replica.db"_s.arg(m_files)); }
    QJsonArray products() const { return m_server->client().get("/v1/products").json().value(u"items").toArray(); }

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
        ++m_files;
        QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
    }

    void cleanup()
    {
        m_rina.reset();
        m_server.reset();
    }

    void sixVariantsAndTwoPicturesOfflineThenOnline()
    {
        Screen screen(m_theme, *m_server, *m_rina, file(), false);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 20'000);
        QTRY_COMPARE(screen.page.model().rowCount(), 1);
        screen.workspace->sync().setWorkOffline(true);

        screen.press(u"productsNew"_s);
        QTRY_VERIFY(screen.page.isEditing());
        QTest::keyClicks(screen.find<QLineEdit>(u"editorName"_s), u"Kaos Dalam"_s);
        screen.addOption(u"Warna"_s, {u"Hitam"_s, u"Putih"_s});
        screen.addOption(u"Ukuran"_s, {u"M"_s, u"L"_s, u"XL"_s});
        QCOMPARE(screen.editor().form().variants.size(), 6);
        screen.type(0, VariantField::Price, u"34.900"_s);
        screen.editor().variants().goTo(0, VariantField::Price);
        screen.editor().variants().fillDown();
        QApplication::clipboard()->setText(u"3\n4\n5\n6\n7\n8\n"_s);
        screen.editor().variants().goTo(0, VariantField::Available);
        screen.editor().variants().pasteCells();
        QCOMPARE(screen.editor().form().variants[5].price, u"34.900"_s);
        QCOMPARE(screen.editor().form().variants[5].available, u"8"_s);

        // The same SKU twice is said under its cell, with a way out.
        screen.type(0, VariantField::Sku, u"NTA-1"_s);
        screen.type(1, VariantField::Sku, u"NTA-1"_s);
        QVERIFY(screen.editor().variants().complaint().contains(u"Hitam, M"_s));
        QVERIFY(screen.editor().variants().editor());
        QTest::keyClick(screen.editor().variants().editor(), Qt::Key_Escape);

        for (const QByteArray& bytes : {jpeg(640, 480), png(300, 300)}) {
            auto* mime = new QMimeData;
            QTemporaryDir pictures;
            const QString path = pictures.filePath(u"foto"_s);
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(bytes);
            out.close();
            mime->setUrls({QUrl::fromLocalFile(path)});
            const qsizetype before = screen.editor().form().pictures.size();
            Q_EMIT screen.find<PictureStrip>(u"pictureStrip"_s)->dropped(mime);
            QTRY_COMPARE(screen.editor().form().pictures.size(), before + 1);
            mime->deleteLater();
        }
        QTest::keyClick(screen.find<PictureStrip>(u"pictureStrip"_s), Qt::Key_Right);
        QTest::keyClick(screen.find<PictureStrip>(u"pictureStrip"_s), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(screen.editor().form().pictures[0].width, 300);
        QSignalSpy saved(&screen.editor(), &ProductEditor::saved);
        screen.press(u"editorSave"_s);
        QTRY_COMPARE(saved.size(), 1);
        QTRY_VERIFY(!screen.editor().isDirty());
        QTRY_COMPARE(screen.editor().form().pictures.value(0).state, ports::PictureState::Waiting);
        QTRY_COMPARE(screen.workspace->sync().status().waiting, 3);
        QCOMPARE(products().size(), 1);

        screen.workspace->sync().setWorkOffline(false);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(products().size() == 2, 10'000);
        QJsonObject kaos;
        const QJsonArray all = products();
        for (const QJsonValue& one : all) {
            if (one[u"name"].toString() == u"Kaos Dalam")
                kaos = m_server->client().get("/v1/products/" + one[u"id"].toString().toLatin1()).json();
        }
        QCOMPARE(kaos[u"variants"_s].toArray().size(), 6);
        QCOMPARE(kaos[u"available"_s].toInt(), 33);
        QTRY_COMPARE(screen.editor().form().pictures.value(0).state, ports::PictureState::Stored);
        kaos = m_server->client().get("/v1/products/" + kaos[u"id"_s].toString().toLatin1()).json();
        QCOMPARE(kaos[u"images"_s].toArray().size(), 2);
        QCOMPARE(kaos[u"images"_s][0][u"width"].toInt(), 300);
        QCOMPARE(kaos[u"images"_s][1][u"width"].toInt(), 640);

        // The pictures change places and one goes, as the marketplace sees it too.
        auto* strip = screen.find<PictureStrip>(u"pictureStrip"_s);
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Right, Qt::ControlModifier);
        screen.press(u"editorSave"_s);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled() && !screen.editor().isDirty(), 20'000);
        const QByteArray path = "/v1/products/" + kaos[u"id"_s].toString().toLatin1();
        QTRY_COMPARE(m_server->client().get(path).json()[u"images"_s][0][u"width"].toInt(), 640);
        QTest::keyClick(strip, Qt::Key_Delete);
        QCOMPARE(screen.editor().form().pictures.size(), 1);
        screen.press(u"editorSave"_s);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled() && !screen.editor().isDirty(), 20'000);
        QCOMPARE(screen.workspace->sync().status().attention, 0);
        QTRY_COMPARE(m_server->client().get(path).json()[u"images"_s].toArray().size(), 1);
    }

    void anEditSendsOnlyWhatChangedAndIsTakenBack()
    {
        Screen screen(m_theme, *m_server, *m_rina, file(), false);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 20'000);
        QTRY_COMPARE(screen.page.model().rowCount(), 1);
        QTRY_VERIFY((screen.page.list().makeCurrent(0), screen.page.list().current()));
        Q_EMIT screen.page.list().opened(*screen.page.list().current());
        QTRY_COMPARE(screen.editor().form().name, u"Wajan"_s);
        QVERIFY(!screen.editor().isDirty());
        QSignalSpy done(&screen.workspace->commands(), &ports::CommandSink::done);
        screen.type(0, VariantField::Price, u"12500"_s);
        screen.type(0, VariantField::Available, u"+3"_s);
        QVERIFY(screen.editor().isDirty());
        screen.press(u"editorSave"_s);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(qvariant_cast<QList<ports::CommandResult>>(done[0][1]).size(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 20'000);
        QTRY_COMPARE(products()[0][u"minPrice"].toInt(), 12'500);
        QCOMPARE(products()[0][u"available"].toInt(), 8);
        Q_EMIT screen.find<Toast>(u"productsToast"_s)->actionTriggered();
        QTRY_COMPARE(products()[0][u"minPrice"].toInt(), 10'000);
        QTRY_COMPARE(screen.editor().form().variants[0].available, u"5"_s);
    }

    void aProductThatIsThereGetsOptions_data()
    {
        QTest::addColumn<bool>("offline");
        QTest::newRow("online") << false;
        QTest::newRow("offline, then online") << true;
    }
    void aProductThatIsThereGetsOptions()
    {
        QFETCH(const bool, offline);
        Screen screen(m_theme, *m_server, *m_rina, file(), false);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 20'000);
        QTRY_COMPARE(screen.page.model().rowCount(), 1);
        screen.workspace->sync().setWorkOffline(offline);
        QTRY_VERIFY((screen.page.list().makeCurrent(0), screen.page.list().current()));
        Q_EMIT screen.page.list().opened(*screen.page.list().current());
        QTRY_COMPARE(screen.editor().form().name, u"Wajan"_s);
        const VariantId first = screen.editor().form().variants[0].id;

        // What is there becomes the first of the new options, with its price, stock and SKU.
        screen.addOption(u"Ukuran"_s, {u"24 cm"_s, u"28 cm"_s, u"32 cm"_s});
        QCOMPARE(screen.editor().form().variants.size(), 3);
        QCOMPARE(screen.editor().form().variants[0].id, first);
        QCOMPARE(screen.editor().form().variants[0].available, u"5"_s);
        QCOMPARE(screen.editor().form().variants[1].price, u"10.000"_s);
        screen.type(1, VariantField::Price, u"15.000"_s);
        screen.type(1, VariantField::Available, u"7"_s);
        // A new variant may be left out again, the one that is there may not.
        screen.editor().variants().goTo(2, VariantField::Price);
        QTest::keyClick(&screen.editor().variants(), Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(screen.editor().form().variants.size(), 2);
        screen.editor().variants().goTo(0, VariantField::Price);
        QTest::keyClick(&screen.editor().variants(), Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(screen.editor().form().variants.size(), 2);
        QVERIFY(screen.find<QWidget>(u"editorAddLeftOut"_s)->isVisible());

        QSignalSpy saved(&screen.editor(), &ProductEditor::saved);
        screen.press(u"editorSave"_s);
        QTRY_COMPARE(saved.size(), 1);
        QTRY_VERIFY(!screen.editor().isDirty());
        if (offline) {
            QTRY_COMPARE(screen.workspace->sync().status().waiting, 1);
            QCOMPARE(products()[0][u"available"].toInt(), 5);
            screen.workspace->sync().setWorkOffline(false);
        }
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 20'000);
        const QByteArray path = "/v1/products/" + screen.editor().form().product.toString().toLatin1();
        const auto variant = [&](int i) { return m_rina->client.get(path).json()[u"variants"_s][i].toObject(); };
        QTRY_COMPARE_WITH_TIMEOUT(m_rina->client.get(path).json()[u"variants"_s].toArray().size(), 2, 20'000);
        QCOMPARE(variant(0)[u"id"_s].toString(), first.toString());
        QCOMPARE(variant(0)[u"options"_s][u"Ukuran"].toString(), u"24 cm"_s);
        QCOMPARE(variant(0)[u"sku"_s].toString(), u"WJN-1"_s);
        QCOMPARE(variant(0)[u"onHand"_s].toInt(), 5);
        QCOMPARE(variant(1)[u"options"_s][u"Ukuran"].toString(), u"28 cm"_s);
        QCOMPARE(variant(1)[u"price"_s].toInt(), 15'000);
        QCOMPARE(variant(1)[u"onHand"_s].toInt(), 7);
        const QByteArray moves = "/v1/variants/" + variant(1)[u"id"_s].toString().toLatin1() + "/moves";
        QCOMPARE(m_rina->client.get(moves).json()[u"items"_s][0][u"kind"].toString(), u"initial"_s);

        // A saved variant's value is renamed, not taken away; what was left out comes back when asked for.
        QTRY_COMPARE(screen.editor().form().variants.size(), 2);
        QTRY_VERIFY(screen.editor().form().variants[1].saved);
        screen.press(u"valueChip.28 cm"_s);
        QCOMPARE(screen.editor().form().variants.size(), 2);
        QVERIFY(screen.find<QLabel>(u"optionsProblem"_s)->isVisible());
        auto* chips = screen.page.findChildren<ValueChips*>(u"optionValues"_s).constLast();
        chips->rename(1);
        chips->field()->setText(u"30 cm"_s);
        QTest::keyClick(chips->field(), Qt::Key_Return);
        QCOMPARE(screen.editor().form().variants[1].options.constFirst().value, u"30 cm"_s);
        screen.press(u"editorAddLeftOut"_s);
        QCOMPARE(screen.editor().form().variants.size(), 3);
        screen.press(u"editorSave"_s);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled() && !screen.editor().isDirty(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_rina->client.get(path).json()[u"variants"_s].toArray().size(), 3, 20'000);
        QCOMPARE(variant(1)[u"options"_s][u"Ukuran"].toString(), u"30 cm"_s);
        QCOMPARE(variant(1)[u"onHand"_s].toInt(), 7);
        QCOMPARE(screen.workspace->sync().status().attention, 0);
    }

    void optionsThatAnotherDesktopChangedAreSaidAndShown()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"%1/other"_s.arg(m_files)));
        Screen screen(m_theme, *m_server, *m_rina, file(), false);
        Screen other(m_theme, *m_server, *m_rina, m_dir.filePath(u"%1/other/replica.db"_s.arg(m_files)), false);
        for (Screen* one : {&screen, &other}) {
            QTRY_VERIFY_WITH_TIMEOUT(one->settled(), 20'000);
            QTRY_COMPARE(one->page.model().rowCount(), 1);
            QTRY_VERIFY((one->page.list().makeCurrent(0), one->page.list().current()));
            Q_EMIT one->page.list().opened(*one->page.list().current());
            QTRY_COMPARE(one->editor().form().name, u"Wajan"_s);
        }
        screen.addOption(u"Warna"_s, {u"Hitam"_s, u"Perak"_s});
        QVERIFY(screen.editor().isDirty()); // its page does not follow any more
        other.addOption(u"Ukuran"_s, {u"24 cm"_s, u"28 cm"_s});
        other.press(u"editorSave"_s);
        QTRY_COMPARE_WITH_TIMEOUT(products()[0][u"variants"_s].toArray().size(), 2, 20'000);
        screen.workspace->sync().syncNow();
        qsizetype options = 0;
        const quint64 ticket = 77;
        connect(&screen.workspace->catalogue(), &ports::CatalogueReader::productRead, this,
                [&](quint64 read, const std::optional<ports::ProductDetail>& detail) {
                    options = read == ticket && detail ? detail->options.size() : options;
                });
        QTRY_VERIFY_WITH_TIMEOUT((screen.workspace->catalogue().readProduct(ticket, screen.editor().form().product), options == 1), 20'000);
        QTest::keyClicks(screen.find<QLineEdit>(u"editorName"_s), u" besi"_s);
        screen.press(u"editorSave"_s);
        QTRY_VERIFY_WITH_TIMEOUT(screen.find<QWidget>(u"editorBanner"_s)->isVisible(), 10'000);
        QTRY_COMPARE(screen.editor().form().options.value(0).name, u"Ukuran"_s);
        QCOMPARE(screen.editor().form().variants.size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(products()[0][u"name"].toString(), u"Wajan besi"_s, 20'000); // the rest is kept
    }

    void picturesAreCheckedBeforeTheyAreTaken()
    {
        Screen screen(m_theme, *m_server, *m_rina, file(), true);
        screen.press(u"productsNew"_s);
        QTRY_VERIFY(screen.page.isEditing());
        auto* strip = screen.find<PictureStrip>(u"pictureStrip"_s);
        auto* why = screen.find<QLabel>(u"editorPictureProblem"_s);
        QTemporaryDir folder;
        const auto drop = [&](const QList<QByteArray>& files) {
            QMimeData mime;
            QList<QUrl> urls;
            for (const QByteArray& bytes : files) {
                QFile out(folder.filePath(u"foto-%1"_s.arg(urls.size())));
                QVERIFY(out.open(QIODevice::WriteOnly));
                out.write(bytes);
                out.close();
                urls << QUrl::fromLocalFile(out.fileName());
            }
            mime.setUrls(urls);
            QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(strip, &enter);
            if (!enter.isAccepted())
                return;
            QDropEvent event(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(strip, &event);
        };
        // What is no picture, however it is called, and what is too large are refused with a reason.
        drop({"GIF89a not of this house"});
        QTRY_VERIFY(why->isVisible());
        QVERIFY(!why->text().isEmpty());
        drop({QByteArray(jpeg(64, 64)).append(QByteArray(5 * 1024 * 1024, '\0'))});
        QTRY_VERIFY(why->isVisible());
        QCOMPARE(screen.editor().form().pictures.size(), 0);

        // Pasted from the clipboard, dropped in a heap: five are taken, a sixth is not.
        QImage image(120, 90, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        QApplication::clipboard()->setImage(image);
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(screen.editor().form().pictures.size(), 1);
        QCOMPARE(screen.editor().form().pictures[0].width, 120);
        drop({jpeg(70, 60), jpeg(71, 60), jpeg(72, 60), jpeg(73, 60), jpeg(74, 60)});
        QTRY_COMPARE(screen.editor().form().pictures.size(), 5);
        drop({jpeg(75, 60)});
        QTRY_VERIFY(!screen.find<QLabel>(u"editorPictureCount"_s)->text().isEmpty());
        QCOMPARE(screen.editor().form().pictures.size(), 5);
    }

    void leavingWithUnsavedChangesAsksOnce()
    {
        Screen screen(m_theme, *m_server, *m_rina, file(), false);
        QTRY_COMPARE_WITH_TIMEOUT(screen.page.model().rowCount(), 1, 20'000);
        QTRY_VERIFY((screen.page.list().makeCurrent(0), screen.page.list().current()));
        Q_EMIT screen.page.list().opened(*screen.page.list().current());
        QTRY_COMPARE(screen.editor().form().name, u"Wajan"_s);
        auto* name = screen.find<QLineEdit>(u"editorName"_s);
        QTest::keyClicks(name, u" besi"_s);

        screen.press(u"editorBack"_s);
        screen.press(u"editorBack"_s);
        QCOMPARE(screen.page.findChildren<LeaveDialog*>().size(), 1);
        screen.press(u"leaveStay"_s);
        QVERIFY(screen.page.isEditing());
        QCOMPARE(name->text(), u"Wajan besi"_s);

        // Closing the window asks too, and closes it after saving.
        QTRY_VERIFY(screen.page.findChildren<LeaveDialog*>().isEmpty());
        screen.page.window()->close();
        QVERIFY(screen.page.isVisible());
        QTRY_COMPARE(screen.page.findChildren<LeaveDialog*>().size(), 1);
        screen.press(u"leaveSave"_s);
        QTRY_VERIFY(!screen.page.isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(products()[0][u"name"].toString(), u"Wajan besi"_s, 20'000);

        screen.page.show();
        QTRY_VERIFY((screen.page.list().makeCurrent(0), screen.page.list().current()));
        Q_EMIT screen.page.list().opened(*screen.page.list().current());
        QTRY_COMPARE(name->text(), u"Wajan besi"_s);
        QTest::keyClicks(name, u" tebal"_s);
        screen.press(u"editorBack"_s);
        QVERIFY(screen.find<QPushButton>(u"leaveSave"_s)->isDefault());
        screen.press(u"leaveDiscard"_s);
        QVERIFY(!screen.page.isEditing());
    }

    void aProductWhoseNameWasClearedIsNotANewOne()
    {
        Screen screen(m_theme, *m_server, *m_rina, file(), false);
        QTRY_COMPARE_WITH_TIMEOUT(screen.page.model().rowCount(), 1, 20'000);
        QTRY_VERIFY((screen.page.list().makeCurrent(0), screen.page.list().current()));
        Q_EMIT screen.page.list().opened(*screen.page.list().current());
        QTRY_COMPARE(screen.editor().form().name, u"Wajan"_s);
        auto* name = screen.find<QLineEdit>(u"editorName"_s);
        name->selectAll();
        QTest::keyClick(name, Qt::Key_Delete);
        QCOMPARE(screen.editor().findChild<ElidedLabel*>(u"pageTitle"_s)->text(), u"Wajan"_s);

        // Saving cannot succeed, so Enter stays here.
        screen.press(u"editorBack"_s);
        QVERIFY(screen.find<QLabel>(u"leaveWords"_s)->text().startsWith(u"Your changes to Wajan "));
        QVERIFY(screen.find<QPushButton>(u"leaveStay"_s)->isDefault());
        QVERIFY(!screen.find<QPushButton>(u"leaveSave"_s)->isDefault());
        screen.press(u"leaveStay"_s);
        QVERIFY(screen.page.isEditing());
    }

    void aNewProductSaysWhatItNeeds()
    {
        Screen screen(m_theme, *m_server, *m_rina, file(), true);
        screen.press(u"productsNew"_s);
        QTRY_VERIFY(screen.page.isEditing());
        QCOMPARE(screen.page.focusWidget(), screen.find<QWidget>(u"editorName"_s));
        auto* save = screen.find<QAbstractButton>(u"editorSave"_s);
        auto* words = screen.find<QLabel>(u"editorUnsaved"_s);
        QVERIFY(!save->isEnabled());
        QCOMPARE(words->text(), u"Needs a name, a category and a price"_s);
        QVERIFY(save->toolTip().contains(u"first"));
        QTest::keyClicks(screen.find<QLineEdit>(u"editorName"_s), u"Panci"_s);
        QVERIFY(save->isEnabled());
        QCOMPARE(words->text(), u"Not saved"_s);
        QVERIFY(!screen.find<QLabel>(u"editorPictureHint"_s)->text().startsWith(u"Drag")); // there is nothing to sort
    }

    void anEmptyListOffersAFileToo()
    {
        Screen screen(m_theme, *m_server, *m_rina, file(), false);
        QTRY_COMPARE_WITH_TIMEOUT(screen.page.model().rowCount(), 1, 20'000);
        auto* search = screen.find<QLineEdit>(u"productsSearch"_s);
        screen.page.showQuery({.search = u"zzzz"_s});
        auto* empty = screen.find<EmptyState>(u"productsEmpty"_s);
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(search->isEnabled()); // something else may be searched for
        screen.page.showQuery({});
        QTRY_COMPARE(screen.page.model().rowCount(), 1);
        QTRY_VERIFY((screen.page.list().makeCurrent(0), screen.page.list().current()));
        QTest::keyClick(&screen.page.list(), Qt::Key_Delete);
        QTRY_VERIFY(empty->isVisible());
        QTRY_VERIFY(!search->isEnabled());
        QVERIFY(screen.find<QWidget>(u"productsStatus"_s)->isEnabled()); // the archived ones can be asked for
        QSignalSpy asked(&screen.page, &ProductsPage::importAsked);
        Q_EMIT empty->chosen(1);
        QCOMPARE(asked.size(), 1);
        QVERIFY(!screen.page.isEditing());
    }

    void duplicatesArchivesAndRestores()
    {
        Screen screen(m_theme, *m_server, *m_rina, file(), false);
        QTRY_COMPARE_WITH_TIMEOUT(screen.page.model().rowCount(), 1, 20'000);
        screen.page.list().setFocus();
        QTRY_VERIFY((screen.page.list().makeCurrent(0), screen.page.list().current()));
        QTest::keyClick(&screen.page.list(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(screen.editor().form().name, u"Wajan (copy)"_s);
        QVERIFY(screen.editor().isDirty());
        QVERIFY(screen.editor().form().variants[0].sku.isEmpty());
        screen.press(u"editorSave"_s);
        QTRY_COMPARE_WITH_TIMEOUT(products().size(), 2, 20'000);
        screen.press(u"editorBack"_s);
        QTRY_COMPARE(screen.page.model().rowCount(), 2);

        screen.page.list().makeCurrent(0);
        QTRY_VERIFY((screen.page.list().makeCurrent(0), screen.page.list().current()));
        QTest::keyClick(&screen.page.list(), Qt::Key_Delete);
        QTRY_COMPARE(screen.page.model().rowCount(), 1);
        Q_EMIT screen.find<Toast>(u"productsToast"_s)->actionTriggered();
        QTRY_COMPARE(screen.page.model().rowCount(), 2);
        screen.page.list().makeCurrent(0);
        QTRY_VERIFY((screen.page.list().makeCurrent(0), screen.page.list().current()));
        QTest::keyClick(&screen.page.list(), Qt::Key_Delete);
        QTRY_COMPARE(screen.page.model().rowCount(), 1);
        screen.page.showQuery({.status = ports::StatusFilter::Archived});
        QTRY_VERIFY((screen.page.list().makeCurrent(0), screen.page.list().current() && screen.page.list().current()->archived));
        QTest::keyClick(&screen.page.list(), Qt::Key_Delete);
        QTRY_COMPARE(screen.page.model().rowCount(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(products().size(), 2, 20'000);
    }

    void aScannedCodeIsFoundOrLinked()
    {
        Screen screen(m_theme, *m_server, *m_rina, file(), false);
        QTRY_COMPARE_WITH_TIMEOUT(screen.page.model().rowCount(), 1, 20'000);
        screen.page.activateWindow();
        auto* search = screen.find<QLineEdit>(u"productsSearch"_s);
        search->setFocus();
        QTRY_VERIFY(search->hasFocus());

        // Typed by hand it is a search.
        screen.scan(search, u"8991234042801"_s, 120);
        QCOMPARE(search->text(), u"8991234042801"_s);
        QVERIFY(screen.page.findChildren<CodeDialog*>().isEmpty());
        search->clear();

        screen.scan(search, u"8991234042801"_s);
        QVERIFY(search->text().isEmpty());
        QTRY_COMPARE(screen.page.findChildren<CodeDialog*>().size(), 1);
        QVERIFY(screen.find<QLabel>(u"codeHint"_s)->isVisible());
        QCOMPARE(screen.find<QAbstractButton>(u"codeLink"_s)->text(), u"Link"_s);
        QTest::keyClicks(screen.find<QLineEdit>(u"codeSearch"_s), u"waj"_s);
        QTRY_VERIFY(screen.find<QAbstractButton>(u"codeLink"_s)->isEnabled());
        screen.press(u"codeLink"_s);
        QTRY_VERIFY(screen.page.findChildren<CodeDialog*>().isEmpty());
        const QByteArray wajan = "/v1/products/" + products()[0][u"id"].toString().toLatin1();
        QTRY_COMPARE_WITH_TIMEOUT(m_rina->client.get(wajan).json()[u"variants"_s][0][u"barcode"].toString(),
                                  u"8991234042801"_s, 20'000);

        screen.page.activateWindow();
        search->setFocus();
        QTRY_VERIFY(search->hasFocus());
        screen.scan(search, u"8991234042801"_s);
        QTRY_VERIFY(screen.page.isEditing());
        QTRY_COMPARE(screen.editor().form().name, u"Wajan"_s);
        QCOMPARE(screen.editor().form().variants[0].barcode, u"8991234042801"_s);

        // In a barcode's own cell it is typed.
        VariantsTable& table = screen.editor().variants();
        table.goTo(0, VariantField::Barcode);
        screen.scan(&table, u"4006381333931"_s);
        QCOMPARE(screen.editor().form().variants[0].barcode, u"4006381333931"_s);
    }
};

QTEST_MAIN(ProductsPageTest)
#include "products_page_test.moc"
