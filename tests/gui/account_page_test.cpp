// SPDX-License-Identifier: GPL-3.0-or-later
// The account page of sellers and buyers, and leaving, on real widgets over the real workspace and marketplace.
#include "account/account_page.h"
#include "account/account_words.h"
#include "account/places_card.h"
#include "account/recovery_codes.h"
#include "account/stored_card.h"
#include "account/two_factor_card.h"
#include "buyer_pages.h"
#include "common/messages.h"
#include "common/theme.h"
#include "marketplace/accounts/totp.h"
#include "ports/system.h"
#include "printing/barcode.h"
#include "products/products_page.h"
#include "seller_pages.h"
#include "shell/main_window.h"
#include "shell/workspace_frame.h"
#include "support/test_server.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using engine::Workspace;
using ports::Connection;
using Step = ui::TwoFactorCard::Step;

namespace {

QByteArray fromBase32(const QString& text)
{
    QByteArray bytes;
    int bits = 0;
    quint32 held = 0;
    for (const QChar c : text) {
        const int value = c.isDigit() ? c.unicode() - u'2' + 26 : c.unicode() - u'A';
        held = (held << 5) | quint32(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.append(char((held >> bits) & 0xff));
        }
    }
    return bytes;
}

/// A window over a signed-in account, a seller's or a buyer's, as the program puts it together.
struct Desk
{
    Desk(TestServer& server, ui::Theme& theme, const QString& email, bool seller, bool offline = false)
        : settings(dir.path())
        , window(theme, languages)
    {
        const QString token =
            server.client()
                .post("/v1/auth/login", {{u"email"_s, email}, {u"password"_s, TestServer::password()}, {u"deviceId"_s, u"kasir-2"_s}})
                .json().value(u"refreshToken").toString();
        const QUrl address(u"http://127.0.0.1:%1"_s.arg(server.port()));
        const auto secrets = [] { return ports::SecretStore::Place::EncryptedFile; };
        const ports::Account account{.name = u"Rina"_s, .email = email, .seller = seller, .storeName = seller ? u"Toko Jakarta Barat"_s : QString(), .marketplace = address};
        if (seller) {
            workspace = Workspace::open({.replicaFile = dir.filePath(u"replica.db"_s),
                                         .marketplace = address,
                                         .tokens = {{}, token},
                                         .workOffline = offline,
                                         .language = "en"},
                                        {server.clock(), random}).value();
            pages = std::make_unique<app::SellerPages>(app::SellerPages::Parts{
                theme, languages, settings, *workspace, account, [] { return u"here"_s; }, secrets, server.clock(), random});
            window.showWorkspace(pages->frame());
        } else {
            shop = engine::ShopWorkspace::open({.file = dir.filePath(u"shop.db"_s),
                                                .marketplace = address,
                                                .tokens = {{}, token},
                                                .workOffline = offline,
                                                .language = "en"},
                                               {server.clock(), random}).value();
            buyer = std::make_unique<app::BuyerPages>(app::BuyerPages::Parts{
                theme, languages, settings, *shop, app::shippedRegions(), account, [] { return u"here"_s; },
                dir.filePath(u"pictures"_s), secrets, server.clock()});
            window.showWorkspace(buyer->frame());
        }
        window.resize(1440, 900);
        window.show();
    }
    ~Desk() { window.closeWorkspace(); }

    ports::SyncControl& sync() const { return workspace ? workspace->sync() : shop->sync(); }
    bool online() const { return (workspace ? workspace->account() : shop->account()).isOnline(); }
    ui::WorkspaceFrame* frame() const { return pages ? pages->frame() : buyer->frame(); }
    ui::AccountPage* account() const { return pages ? pages->account() : buyer->account(); }
    void open() const { frame()->showPage(u"account"_s); }
    template<class Widget = QWidget>
    Widget* find(const QString& name) const
    {
        return frame()->findChild<Widget*>(name);
    }
    QLineEdit* field(const QString& name) const { return find<QLineEdit>(name); }
    bool can(const QString& name) const
    {
        const auto* button = find<QAbstractButton>(name);
        return button && button->isVisible() && button->isEnabled();
    }
    void press(const QString& name) const
    {
        QVERIFY2(can(name), qPrintable(name));
        find<QAbstractButton>(name)->click();
    }
    QDialog* dialog(const QString& name) const
    {
        for (QDialog* found : window.findChildren<QDialog*>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    void answer(const QString& dialogName, const QString& button) const
    {
        QTRY_VERIFY(dialog(dialogName));
        auto* pressed = dialog(dialogName)->findChild<QAbstractButton*>(button);
        QVERIFY2(pressed && pressed->isEnabled(), qPrintable(button));
        pressed->click();
    }
    /// The messages below fields that can be read now.
    QStringList errors() const
    {
        QStringList texts;
        for (const QLabel* label : account()->findChildren<QLabel*>()) {
            if (label->isVisible() && label->property("ink").toString() == u"out" && !label->text().isEmpty())
                texts << label->text();
        }
        return texts;
    }
    QString toast() const { return find<ui::Toast>(u"accountToast"_s)->text(); }

    QTemporaryDir dir;
    ports::SystemRandom random;
    ui::Languages languages;
    app::Settings settings;
    ui::MainWindow window;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<app::SellerPages> pages;
    std::unique_ptr<engine::ShopWorkspace> shop;
    std::unique_ptr<app::BuyerPages> buyer;
};

const QString rinaMail = QStringLiteral("rina@tokojakbar.id");
const QString budiMail = QStringLiteral("budi@contoh.id");

} // namespace

class AccountPageTest : public QObject
{
    Q_OBJECT

    ui::Theme m_theme;
    std::unique_ptr<TestServer> m_server;
    std::optional<TestServer::Person> m_rina;
    std::optional<TestServer::Person> m_budi;

    int signIn(const QString& email, const QString& password, const QString& otp = {})
    {
        QJsonObject body{{u"email"_s, email}, {u"password"_s, password}};
        if (!otp.isEmpty())
            body[u"otp"_s] = otp;
        return m_server->client().post("/v1/auth/login", body).status;
    }
    QString codeNow(const QString& secret)
    {
        return marketplace::totpCode(fromBase32(secret), marketplace::totpStepOf(m_server->clock().now()));
    }

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        m_server = std::make_unique<TestServer>();
        QVERIFY(m_server->start());
        m_rina = m_server->seller(rinaMail);
        m_budi = m_server->customer(budiMail);
    }
    void cleanup()
    {
        m_rina.reset();
        m_budi.reset();
        m_server.reset();
    }

    void bothKinds_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<bool>("seller");
        QTest::newRow("seller") << rinaMail << true;
        QTest::newRow("buyer") << budiMail << false;
    }

    void theNameIsChanged_data() { bothKinds_data(); }
    void theNameIsChanged()
    {
        QFETCH(QString, email);
        QFETCH(bool, seller);
        Desk desk(*m_server, m_theme, email, seller);
        QTRY_VERIFY(desk.online());
        desk.open();
        const QString registered = (seller ? m_rina : m_budi)->answer.value(u"user").toObject().value(u"name").toString();
        QTRY_COMPARE(desk.field(u"profile.name"_s)->text(), registered);
        QCOMPARE(desk.find<QLabel>(u"profile.email"_s)->text(), email);
        QVERIFY(desk.find<QLabel>(u"profile.email"_s)->accessibleName().endsWith(email));
        QVERIFY(!desk.can(u"profile.save"_s));

        desk.field(u"profile.name"_s)->setText(u"   "_s);
        QVERIFY(!desk.can(u"profile.save"_s));
        QCOMPARE(desk.errors().size(), 1);
        desk.field(u"profile.name"_s)->setText(u"  Rina   Wijaya "_s);
        QCOMPARE(desk.errors(), QStringList());
        QSignalSpy renamed(desk.account(), &ui::AccountPage::renamed);
        desk.press(u"profile.save"_s);
        QTRY_VERIFY(!renamed.isEmpty());
        const QString kept = renamed.constLast().constFirst().toString();
        const auto& client = (seller ? m_rina : m_budi)->client;
        QCOMPARE(client.get("/v1/me").json().value(u"name").toString(), kept);
        QVERIFY(kept.startsWith(u"Rina") && kept.endsWith(u"Wijaya"));
        QCOMPARE(desk.field(u"profile.name"_s)->text(), kept);
        QVERIFY(!desk.can(u"profile.save"_s));
    }

    void thePasswordIsChangedAndRefusalsStandAtTheirFields()
    {
        Desk desk(*m_server, m_theme, rinaMail, true);
        QTRY_VERIFY(desk.online());
        desk.open();
        auto* current = desk.field(u"password.current"_s);
        auto* wanted = desk.field(u"password.new"_s);
        QVERIFY(!desk.can(u"password.change"_s)); // nothing typed
        wanted->setText(u"perahu"_s);
        desk.press(u"password.change"_s); // one is missing and one too short: both are said, and nobody is asked
        QCOMPARE(desk.errors().size(), 2);

        current->setText(u"not mine"_s);
        wanted->setText(u"perahu kertas 77"_s);
        QTest::keyClick(wanted, Qt::Key_Return);
        QTRY_COMPARE(desk.errors(), QStringList{u"This is not your password."_s});
        QVERIFY(current->property("invalid").toBool() && !wanted->property("invalid").toBool());
        QCOMPARE(current->accessibleDescription(), u"This is not your password."_s);

        current->setText(TestServer::password());
        wanted->setText(u"password1"_s); // a common one: only the marketplace knows
        desk.press(u"password.change"_s);
        QTRY_VERIFY(wanted->property("invalid").toBool());
        QVERIFY(!current->property("invalid").toBool());

        wanted->setText(u"perahu kertas 77"_s);
        desk.press(u"password.change"_s);
        QTRY_VERIFY(desk.toast().contains(u"changed"_s));
        QVERIFY(current->text().isEmpty() && wanted->text().isEmpty());
        QCOMPARE(signIn(rinaMail, TestServer::password()), 401);
        QCOMPARE(signIn(rinaMail, u"perahu kertas 77"_s), 200);
        QCOMPARE(m_rina->client.get("/v1/me").status, 401); // signed out elsewhere
        desk.sync().syncNow();
        QTRY_COMPARE(desk.sync().status().connection, Connection::Connected); // and here not
    }

    void twoStepsAreSetUpUsedAndTurnedOff_data() { bothKinds_data(); }
    void twoStepsAreSetUpUsedAndTurnedOff()
    {
        QFETCH(QString, email);
        QFETCH(bool, seller);
        Desk desk(*m_server, m_theme, email, seller);
        QTRY_VERIFY(desk.online());
        desk.open();
        ui::TwoFactorCard& card = desk.account()->twoFactor();
        QTRY_COMPARE(card.step(), Step::Off);
        desk.press(u"twoFactor.begin"_s);
        QTRY_COMPARE(card.step(), Step::SetUp);
        const QString shown = desk.find<QLabel>(u"twoFactor.secret"_s)->text();
        desk.press(u"twoFactor.copySecret"_s);
        const QString secret = QGuiApplication::clipboard()->text();
        QCOMPARE(ui::inGroups(secret), shown);
        QVERIFY(shown.size() > 30);

        // What the screen shows is the code of the link with this key in it: black squares on white, also in the dark.
        auto* qr = desk.find(u"twoFactor.qr"_s);
        const QImage picture = qr->grab().toImage();
        QCOMPARE(picture.pixelColor(2, 2), QColor(Qt::white));
        QVERIFY(!qr->accessibleName().isEmpty());
        const QString file = desk.dir.filePath(u"qr.png"_s);
        QVERIFY(picture.save(file));
        QProcess reader;
        reader.start(u"zbarimg"_s, {u"-q"_s, u"--raw"_s, file});
        QVERIFY(reader.waitForFinished());
        const QByteArray read = reader.readAllStandardOutput();
        QVERIFY2(read.startsWith("otpauth://totp/") && read.contains("secret=" + secret.toLatin1()), read.constData());

        // A wrong code is refused beside its field.
        auto* code = desk.field(u"twoFactor.code"_s);
        QVERIFY(!desk.can(u"twoFactor.confirm"_s));
        QTest::keyClicks(code, u"000 000"_s);
        desk.press(u"twoFactor.confirm"_s);
        QTRY_COMPARE(desk.errors(), QStringList{u"This code does not fit. Wait for the next one in your app."_s});
        QVERIFY(code->property("invalid").toBool());
        code->clear();
        const QString right = codeNow(secret);
        QTest::keyClicks(code, right.left(3) + u' ' + right.mid(3));
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_COMPARE(card.step(), Step::Codes);
        const auto* recovery = desk.find<ui::RecoveryCodes>(u"recoveryCodes"_s);
        const QStringList codes = recovery->codes();
        QCOMPARE(codes.size(), 10);
        QCOMPARE(desk.account()->findChildren<QLabel*>(u"recovery.code"_s).size(), 10);
        desk.press(u"recovery.copy"_s);
        for (const QString& one : codes)
            QVERIFY(QGuiApplication::clipboard()->text().contains(one));
        const QString kept = desk.dir.filePath(u"codes.txt"_s);
        QCOMPARE(recovery->saveTo(kept), QString());
        QFile saved(kept);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(saved.readAll()), recovery->sheet());
        QVERIFY(!(saved.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(!recovery->saveTo(desk.dir.filePath(u"not/there/codes.txt"_s)).isEmpty());
        desk.press(u"recovery.done"_s);
        QCOMPARE(card.step(), Step::On);
        QVERIFY(recovery->codes().isEmpty()); // nowhere any more

        QCOMPARE(signIn(email, TestServer::password()), 401);
        QCOMPARE(signIn(email, TestServer::password(), codes.at(0)), 200);
        QCOMPARE(signIn(email, TestServer::password(), codes.at(0)), 401);

        desk.press(u"twoFactor.off"_s);
        QVERIFY(!desk.can(u"twoFactor.reallyOff"_s));
        desk.field(u"twoFactor.password"_s)->setText(u"wrong"_s);
        QTest::keyClicks(desk.field(u"twoFactor.offCode"_s), codes.at(1));
        desk.press(u"twoFactor.reallyOff"_s);
        QTRY_VERIFY(desk.field(u"twoFactor.password"_s)->property("invalid").toBool());
        desk.field(u"twoFactor.password"_s)->clear();
        QTest::keyClicks(desk.field(u"twoFactor.password"_s), TestServer::password());
        QTest::keyClick(desk.field(u"twoFactor.password"_s), Qt::Key_Return);
        QTRY_COMPARE(card.step(), Step::Off);
        QCOMPARE(signIn(email, TestServer::password()), 200);
    }

    void twoStepsThatWereTurnedOnElsewhereAreSeen()
    {
        Desk desk(*m_server, m_theme, rinaMail, true);
        QTRY_VERIFY(desk.online());
        desk.open();
        QTRY_COMPARE(desk.account()->twoFactor().step(), Step::Off);
        const QString secret = m_rina->client.send("POST", "/v1/me/2fa").json().value(u"secret").toString();
        QCOMPARE(m_rina->client.post("/v1/me/2fa/confirm", {{u"otp"_s, codeNow(secret)}}).status, 200);
        desk.press(u"twoFactor.begin"_s);
        QTRY_COMPARE(desk.account()->twoFactor().step(), Step::On);
    }

    void signInsAreListedAndEnded_data() { bothKinds_data(); }
    void signInsAreListedAndEnded()
    {
        QFETCH(QString, email);
        QFETCH(bool, seller);
        Desk desk(*m_server, m_theme, email, seller);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(signIn(email, TestServer::password()), 200);
        QTRY_VERIFY(desk.online());
        desk.open();
        ui::PlacesCard& card = desk.account()->places();
        QTRY_COMPARE(card.places().size(), 5); // the registration's, this one's, and three more
        QTRY_VERIFY(desk.find(u"places.current"_s)->isVisible());
        QVERIFY(desk.find(u"places.row.0"_s)->accessibleName().startsWith(u"kasir-2. "_s)); // this one first
        QVERIFY(desk.find(u"places.row.0"_s)->accessibleName().contains(u"21 Nov 2026"_s));

        desk.press(u"places.end.1"_s);
        desk.answer(u"askFirst"_s, u"askFirst.cancel"_s);
        QTRY_VERIFY(!desk.dialog(u"askFirst"_s));
        QCOMPARE(card.places().size(), 5);
        desk.press(u"places.end.1"_s);
        desk.answer(u"askFirst"_s, u"askFirst.go"_s);
        QTRY_COMPARE(card.places().size(), 4);
        QCOMPARE((seller ? m_rina : m_budi)->client.get("/v1/me").status, 200);
        QTRY_VERIFY(!desk.dialog(u"askFirst"_s));
        desk.press(u"places.endOthers"_s);
        desk.answer(u"askFirst"_s, u"askFirst.go"_s);
        QTRY_COMPARE(card.places().size(), 1);
        QVERIFY(card.places().constFirst().current);
        QVERIFY(!desk.find(u"places.endOthers"_s)->isVisible());
        QCOMPARE((seller ? m_rina : m_budi)->client.get("/v1/me").status, 401);
        QVERIFY(desk.online());
    }

    void datesAreIndonesianInIndonesian()
    {
        Desk desk(*m_server, m_theme, rinaMail, true);
        QTRY_VERIFY(desk.online());
        desk.open();
        QTRY_COMPARE(desk.account()->places().places().size(), 2);
        desk.languages.set(Language::Indonesian);
        QTRY_VERIFY(desk.find(u"places.row.1"_s)->accessibleName().contains(QRegularExpression(u"Masuk 21 Nov 2026 \\d\\d\\.\\d\\d"_s)));
        desk.languages.set(Language::English);
    }

    void offlineTheRestWorksAndSaysWhy_data() { bothKinds_data(); }
    void offlineTheRestWorksAndSaysWhy()
    {
        QFETCH(QString, email);
        QFETCH(bool, seller);
        Desk desk(*m_server, m_theme, email, seller, true);
        QTRY_COMPARE(desk.sync().status().connection, Connection::WorkingOffline);
        desk.open();
        for (const char* card : {"profile", "password", "twoFactor", "places"})
            QVERIFY2(desk.find(QLatin1StringView(card) + u".offline"_s)->isVisible(), card);
        QVERIFY(desk.find<QLabel>(u"password.offline"_s)->text().startsWith(u"You are working offline"_s));
        for (const char* button : {"profile.save", "password.change", "twoFactor.begin"})
            QVERIFY2(!desk.can(QString::fromLatin1(button)), button);
        QCOMPARE(desk.field(u"profile.name"_s)->text(), u"Rina"_s);
        QTRY_VERIFY(desk.account()->stored().stored());
        QVERIFY(desk.account()->stored().stored()->data > 0);
        QVERIFY(desk.find<QLabel>(u"stored.data"_s)->text().contains(u"B"_s));
        QVERIFY(desk.find<QLabel>(u"stored.secrets"_s)->text().contains(u"passphrase"_s));
        QCOMPARE(desk.find<QLabel>(u"stored.folder"_s)->text(), QDir::toNativeSeparators(desk.dir.path()));
        QVERIFY(desk.can(u"stored.open"_s) && desk.can(u"account.signOut"_s));

        desk.sync().setWorkOffline(false);
        QTRY_VERIFY(desk.online());
        QTRY_COMPARE(desk.account()->twoFactor().step(), Step::Off);
        QVERIFY(desk.can(u"twoFactor.begin"_s) && desk.field(u"password.current"_s)->isEnabled());
        QVERIFY(!desk.find(u"places.offline"_s)->isVisible());
        QTRY_VERIFY(!desk.account()->places().places().isEmpty());
    }

    void whatLiesHereIsTidied()
    {
        Desk desk(*m_server, m_theme, rinaMail, true, true);
        const auto put = [&](const QString& name) {
            QDir().mkpath(QFileInfo(desk.dir.filePath(name)).path());
            QFile file(desk.dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(123'456, 'x')) > 0);
        };
        put(u"pictures/cache/ab/abc"_s);
        put(u"pictures/waiting/abd"_s);
        put(u"damaged-20261121-143200/replica.db"_s);
        desk.open();
        QTRY_VERIFY(desk.can(u"stored.clearPictures"_s));
        QCOMPARE(desk.find<QLabel>(u"stored.pictures"_s)->text(), u"123 KB"_s);
        desk.press(u"stored.clearPictures"_s);
        QTRY_COMPARE(desk.find<QLabel>(u"stored.pictures"_s)->text(), u"nothing"_s);
        QVERIFY(!desk.can(u"stored.clearPictures"_s));
        QVERIFY(QFile::exists(desk.dir.filePath(u"pictures/waiting/abd"_s)));

        QVERIFY(desk.find<QLabel>(u"stored.setAside"_s)->text().contains(u"123 KB"_s));
        desk.press(u"stored.removeSetAside"_s);
        desk.answer(u"askFirst"_s, u"askFirst.cancel"_s);
        QVERIFY(QFile::exists(desk.dir.filePath(u"damaged-20261121-143200/replica.db"_s)));
        QTRY_VERIFY(!desk.dialog(u"askFirst"_s));
        desk.press(u"stored.removeSetAside"_s);
        desk.answer(u"askFirst"_s, u"askFirst.go"_s);
        QTRY_VERIFY(!desk.find(u"stored.removeSetAside"_s)->isVisible());
        QVERIFY(!QFile::exists(desk.dir.filePath(u"damaged-20261121-143200"_s)));
        QVERIFY(QFile::exists(desk.dir.filePath(u"replica.db"_s)) || QFile::exists(desk.dir.filePath(u"replica.db.current"_s)));
    }

    void theMarketplaceEndsThisSignIn()
    {
        Desk desk(*m_server, m_theme, rinaMail, true);
        QTRY_VERIFY(desk.online());
        desk.open();
        QTRY_COMPARE(desk.account()->places().places().size(), 2);
        QCOMPARE(m_rina->client.post("/v1/me/password", {{u"currentPassword"_s, TestServer::password()}, {u"newPassword"_s, u"perahu kertas 77"_s}}).status, 204);
        desk.sync().syncNow();
        QTRY_COMPARE(desk.sync().status().connection, Connection::SignInNeeded);
        QTRY_VERIFY(!desk.online());
        QVERIFY(desk.find(u"password.offline"_s)->isVisible());
        QVERIFY(!desk.can(u"password.change"_s));
    }

    void signingOutWithWaitingChangesAsks()
    {
        const QJsonObject product = m_rina->client.post("/v1/products", {{u"name"_s, u"Wajan"_s}, {u"description"_s, QString()},
                                                                         {u"category"_s, u"Dapur"_s}, {u"price"_s, 100'000},
                                                                         {u"stock"_s, 5}, {u"sku"_s, u"WJN-1"_s}}).json();
        const auto variant = VariantId::parse(product.value(u"variants").toArray().at(0).toObject().value(u"id").toString());
        Desk desk(*m_server, m_theme, rinaMail, true);
        QTRY_VERIFY(desk.online());
        QTRY_COMPARE(desk.sync().status().connection, Connection::Connected);
        desk.sync().setWorkOffline(true);
        QTRY_COMPARE(desk.sync().status().connection, Connection::WorkingOffline);
        desk.workspace->commands().submit({ports::SetPrice{*variant, {90'000}}});
        QTRY_COMPARE(desk.sync().status().waiting, 1);
        desk.open();
        QSignalSpy out(desk.pages.get(), &app::SellerPages::signOutRequested);

        desk.press(u"account.signOut"_s);
        QTRY_VERIFY(desk.dialog(u"signOutDialog"_s));
        QVERIFY(!desk.dialog(u"signOutDialog"_s)->findChild<QAbstractButton*>(u"signOut.send"_s)->isEnabled()); // by choice offline
        QVERIFY(desk.dialog(u"signOutDialog"_s)->findChild<QLabel*>(u"signOut.note"_s)->isVisible());
        desk.answer(u"signOutDialog"_s, u"signOut.cancel"_s);
        QTRY_VERIFY(!desk.dialog(u"signOutDialog"_s));
        QCOMPARE(out.size(), 0);

        desk.press(u"account.signOut"_s);
        desk.answer(u"signOutDialog"_s, u"signOut.keep"_s);
        QTRY_COMPARE(out.size(), 1);
        QCOMPARE(desk.sync().status().waiting, 1); // kept
        QTRY_VERIFY(!desk.dialog(u"signOutDialog"_s));

        // Nobody answers: the change cannot be sent, which is said, and then it can.
        m_server->stop();
        desk.sync().setWorkOffline(false);
        QTRY_COMPARE(desk.sync().status().connection, Connection::Unreachable);
        desk.press(u"account.signOut"_s);
        desk.answer(u"signOutDialog"_s, u"signOut.send"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.dialog(u"signOutDialog"_s)->findChild<QLabel*>(u"signOut.note"_s)->isVisible(), 15'000);
        QCOMPARE(out.size(), 1);
        desk.answer(u"signOutDialog"_s, u"signOut.cancel"_s);
        QVERIFY(m_server->start());
    }

    void whatWaitsIsSentFirst()
    {
        const QJsonObject product = m_rina->client.post("/v1/products", {{u"name"_s, u"Wajan"_s}, {u"description"_s, QString()},
                                                                         {u"category"_s, u"Dapur"_s}, {u"price"_s, 100'000},
                                                                         {u"stock"_s, 5}, {u"sku"_s, u"WJN-1"_s}}).json();
        const auto variant = VariantId::parse(product.value(u"variants").toArray().at(0).toObject().value(u"id").toString());
        Desk desk(*m_server, m_theme, rinaMail, true);
        QTRY_COMPARE(desk.sync().status().connection, Connection::Connected);
        desk.sync().setWorkOffline(true);
        QTRY_COMPARE(desk.sync().status().connection, Connection::WorkingOffline);
        desk.workspace->commands().submit({ports::SetPrice{*variant, {90'000}}});
        QTRY_COMPARE(desk.sync().status().waiting, 1);
        desk.open();
        QSignalSpy out(desk.pages.get(), &app::SellerPages::signOutRequested);
        desk.press(u"account.signOut"_s);
        QTRY_VERIFY(desk.dialog(u"signOutDialog"_s));
        auto* send = desk.dialog(u"signOutDialog"_s)->findChild<QAbstractButton*>(u"signOut.send"_s);
        // Online again while the question stands. What goes by itself then need not be asked about.
        desk.sync().setWorkOffline(false);
        QTRY_VERIFY(send->isEnabled());
        send->click();
        QTRY_COMPARE(out.size(), 1);
        QCOMPARE(desk.sync().status().waiting, 0);
        const QByteArray path = "/v1/products/" + product.value(u"id").toString().toLatin1();
        QCOMPARE(m_rina->client.get(path).json().value(u"variants").toArray().at(0).toObject().value(u"price").toInt(), 90'000);
    }

    void aStoreProfileThatIsNotSavedIsAskedAboutOnce()
    {
        Desk desk(*m_server, m_theme, rinaMail, true);
        QTRY_COMPARE(desk.sync().status().connection, Connection::Connected);
        desk.frame()->showPage(u"store"_s);
        auto* description = desk.find<QPlainTextEdit>(u"store.description"_s);
        QTRY_VERIFY(!desk.field(u"store.name"_s)->text().isEmpty());
        QTest::keyClicks(description, u"Panci"_s);
        // The window stays, and asks; a second try does not ask twice.
        QVERIFY(!desk.window.close());
        QVERIFY(!desk.window.close());
        QCOMPARE(desk.window.findChildren<QMessageBox*>(u"storeChanges"_s).size(), 1);
        desk.window.findChild<QMessageBox*>(u"storeChanges"_s)->reject();
        QTRY_VERIFY(!desk.window.findChild<QMessageBox*>(u"storeChanges"_s));
        QVERIFY(desk.window.isVisible());
        QCOMPARE(desk.frame()->sidebar().current(), u"store"_s);

        // Saved on the way out; only then it goes.
        QSignalSpy out(desk.pages.get(), &app::SellerPages::signOutRequested);
        desk.sync().setWorkOffline(true);
        QTRY_COMPARE(desk.sync().status().connection, Connection::WorkingOffline);
        desk.find<QAbstractButton>(u"account.signOut"_s)->click();
        QTRY_VERIFY(desk.window.findChild<QMessageBox*>(u"storeChanges"_s));
        QCOMPARE(out.size(), 0);
        desk.window.findChild<QMessageBox*>(u"storeChanges"_s)->defaultButton()->click();
        desk.answer(u"signOutDialog"_s, u"signOut.keep"_s); // the profile waits now
        QTRY_COMPARE(out.size(), 1);
        QTRY_VERIFY(!desk.window.findChild<QMessageBox*>(u"storeChanges"_s));

        QTest::keyClicks(description, u" dan wajan"_s);
        QVERIFY(!desk.window.close());
        auto* box = desk.window.findChild<QMessageBox*>(u"storeChanges"_s);
        QVERIFY(box);
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_VERIFY(!desk.window.isVisible());
    }

    void aProductThatIsNotSavedIsAskedAboutOnce()
    {
        Desk desk(*m_server, m_theme, rinaMail, true);
        QTRY_COMPARE(desk.sync().status().connection, Connection::Connected);
        desk.frame()->showPage(u"products"_s);
        desk.pages->products()->createProduct();
        auto* name = desk.find<QLineEdit>(u"editorName"_s);
        QVERIFY(name);
        QTest::keyClicks(name, u"Wajan"_s);
        QSignalSpy out(desk.pages.get(), &app::SellerPages::signOutRequested);
        desk.find<QAbstractButton>(u"account.signOut"_s)->click();
        QTRY_VERIFY(desk.dialog(u"leaveDialog"_s));
        desk.find<QAbstractButton>(u"account.signOut"_s)->click();
        QCoreApplication::processEvents();
        QCOMPARE(desk.window.findChildren<QDialog*>(u"leaveDialog"_s).size(), 1);
        desk.answer(u"leaveDialog"_s, u"leaveStay"_s);
        QTRY_VERIFY(!desk.dialog(u"leaveDialog"_s));
        QCOMPARE(out.size(), 0);
        desk.find<QAbstractButton>(u"account.signOut"_s)->click();
        desk.answer(u"leaveDialog"_s, u"leaveDiscard"_s);
        QTRY_COMPARE(out.size(), 1);
    }

    void sizesReadWell()
    {
        QCOMPARE(ui::sizeText(0, Language::English), u"nothing"_s);
        QCOMPARE(ui::sizeText(12, Language::English), u"1 KB"_s);
        QCOMPARE(ui::sizeText(123'456, Language::Indonesian), u"123 KB"_s);
        QCOMPARE(ui::sizeText(999'600, Language::English), u"1.0 MB"_s);
        QCOMPARE(ui::sizeText(1'240'000, Language::Indonesian), u"1,2 MB"_s);
        QCOMPARE(ui::sizeText(12'400'000, Language::English), u"12 MB"_s);
        QCOMPARE(ui::sizeText(3'210'000'000, Language::English), u"3.2 GB"_s);
    }
};

QTEST_MAIN(AccountPageTest)
#include "account_page_test.moc"
