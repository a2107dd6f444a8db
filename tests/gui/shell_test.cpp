// SPDX-License-Identifier: GPL-3.0-or-later
// The shell as a person meets it: real widgets, found by their object names.
#include "common/labels.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"
#include "shell/caps_lock.h"
#include "shell/first_run_page.h"
#include "shell/main_window.h"
#include "shell/notices.h"
#include "shell/problem_line.h"
#include "shell/register_page.h"
#include "shell/settings_page.h"
#include "shell/sign_in_page.h"
#include "shell/status_strip.h"
#include "shell/store_menu.h"
#include "shell/welcome.h"
#include "shell/workspace_frame.h"

#include "common/fields.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace belanjain;
using namespace belanjain::ui;
using ports::Connection;

namespace {

template<typename T>
T* part(const QWidget& page, const char* name)
{
    T* found = page.findChild<T*>(QLatin1StringView(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

FormField* fieldOf(QWidget* editor)
{
    for (QWidget* at = editor; at; at = at->parentWidget()) {
        if (auto* field = qobject_cast<FormField*>(at))
            return field;
    }
    return nullptr;
}

QString errorAt(const QWidget& page, const char* editor)
{
    return fieldOf(part<QLineEdit>(page, editor))->error();
}

/// Every text that the page shows, by widget; fields' contents are the person's and left out.
QStringList shownTexts(const QWidget& page)
{
    QStringList texts;
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&page))
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts.append(label->text());
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts.append({button->text(), button->accessibleDescription()});
        else if (const auto* elided = qobject_cast<const ElidedLabel*>(widget))
            texts.append(elided->text());
        else if (const auto* combo = qobject_cast<const QComboBox*>(widget))
            texts.append(combo->currentText());
    }
    texts.removeAll(QString());
    return texts;
}

ports::SyncStatus statusWith(Connection connection)
{
    ports::SyncStatus status;
    status.connection = connection;
    status.marketplace = u"pasar.example"_s;
    return status;
}

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void addressesAreReadAsTyped_data();
    void addressesAreReadAsTyped();
    void firstRunIsDoneWithTheKeyboard();
    void firstRunAsksForAnAddressItCanUse();
    void digitsInAnAddressChooseNothing();
    void firstRunShowsProgressAndCanBeStopped();
    void firstRunTellsWhatWentWrong();
    void signInAsksForWhatIsMissing();
    void signInPutsTheProblemBesideItsField();
    void signInAsksForACodeOnlyWhenTold();
    void signInTellsOfCapsLock();
    void signInOffersTheSampleStore();
    void signInForgetsThePassword();
    void registrationFollowsTheRole();
    void registrationChecksItsFields();
    void sidebarIsWalkedWithArrows();
    void sidebarCountsAreSpoken();
    void sidebarShowsOnlyWhatExists();
    void statusTellsTheConnection_data();
    void statusTellsTheConnection();
    void statusTellsWaitingLastSyncAndTotals();
    void narrowStatusKeepsTheConnection();
    void offlineIsSwitchedAtTheFoot();
    void noticesWaitForThePagesOwnMessage();
    void storeMenuLeadsOn();
    void settingsShowTheAccount();
    void languageChangesEveryText();
    void themeRepaintsEverything();
    void windowShowsOnePageAtATime();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Languages> m_languages;
    std::unique_ptr<MainWindow> m_window;
};

void ShellTest::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    m_theme->apply(*qApp);
}

void ShellTest::init()
{
    m_theme->setMode(Theme::Mode::Light);
    m_languages = std::make_unique<Languages>();
    m_window = std::make_unique<MainWindow>(*m_theme, *m_languages);
    m_window->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void ShellTest::cleanup()
{
    m_window.reset();
    m_languages.reset();
}

void ShellTest::addressesAreReadAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::newRow("a name") << u" pasar.example "_s << u"https://pasar.example"_s;
    QTest::newRow("this computer") << u"127.0.0.1:8787"_s << u"http://127.0.0.1:8787"_s;
    QTest::newRow("this computer's name") << u"localhost:8787"_s << u"http://localhost:8787"_s;
    QTest::newRow("a neighbour") << u"192.168.1.5:8787"_s << u"http://192.168.1.5:8787"_s;
    QTest::newRow("a neighbour by name") << u"kasir.local"_s << u"http://kasir.local"_s;
    QTest::newRow("IPv6") << u"[::1]:8787"_s << u"http://[::1]:8787"_s;
    QTest::newRow("a public number") << u"8.8.8.8"_s << u"https://8.8.8.8"_s;
    QTest::newRow("a name that begins like a private number")
        << u"127.0.0.1.jahat.example"_s << u"https://127.0.0.1.jahat.example"_s;
    QTest::newRow("as given") << u"http://pasar.example:8080"_s << u"http://pasar.example:8080"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("words") << u"pasar toko saya"_s << QString();
    QTest::newRow("a file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("a name and password") << u"https://rina:rahasia@pasar.example"_s << QString();
    QTest::newRow("a query") << u"pasar.example?x=1"_s << QString();
}

void ShellTest::addressesAreReadAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, address);
    QCOMPARE(marketplaceAddress(typed), QUrl(address));
}

void ShellTest::firstRunIsDoneWithTheKeyboard()
{
    m_window->showFirstRun();
    FirstRunPage& page = m_window->firstRun();
    QSignalSpy chosen(&page, &FirstRunPage::chosen);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_3);
    QVERIFY(part<QAbstractButton>(page, "firstRun.empty")->isChecked());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_1);
    QVERIFY(part<QAbstractButton>(page, "firstRun.sample")->isChecked());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);

    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<FirstRunChoice>(), FirstRunChoice::SampleMarketplace);
    QVERIFY(!part<QAbstractButton>(page, "firstRun.start")->isEnabled());
    QTest::keyClick(&page, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1); // one start at a time
}

void ShellTest::firstRunAsksForAnAddressItCanUse()
{
    m_window->showFirstRun();
    FirstRunPage& page = m_window->firstRun();
    QSignalSpy chosen(&page, &FirstRunPage::chosen);
    auto* address = part<QLineEdit>(page, "firstRun.address");
    QVERIFY(!address->isVisible());

    QTest::keyClick(m_window->focusWidget(), Qt::Key_2);
    QVERIFY(address->isVisible());
    QCOMPARE(m_window->focusWidget(), address);
    QTest::keyClicks(address, u"pasar toko saya"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    QVERIFY(errorAt(page, "firstRun.address").startsWith(u"This is not an address."));
    QCOMPARE(m_window->focusWidget(), address);

    address->selectAll();
    QTest::keyClicks(address, u"pasar.example"_s);
    QCOMPARE(errorAt(page, "firstRun.address"), QString());
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().at(0).value<FirstRunChoice>(), FirstRunChoice::ConnectToAddress);
    QCOMPARE(chosen.front().at(1).toUrl(), QUrl(u"https://pasar.example"_s));
}

void ShellTest::digitsInAnAddressChooseNothing()
{
    m_window->showFirstRun();
    FirstRunPage& page = m_window->firstRun();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_2);
    QTest::keyClicks(m_window->focusWidget(), u"192.168.1.3"_s);
    QCOMPARE(part<QLineEdit>(page, "firstRun.address")->text(), u"192.168.1.3"_s);
    QVERIFY(part<QAbstractButton>(page, "firstRun.connect")->isChecked());
}

void ShellTest::firstRunShowsProgressAndCanBeStopped()
{
    m_window->showFirstRun();
    FirstRunPage& page = m_window->firstRun();
    QSignalSpy cancelled(&page, &FirstRunPage::cancelled);
    auto* progress = part<QWidget>(page, "firstRun.progress");
    page.showProgress(u"Loading the sample stores"_s, 0, 0);
    QVERIFY(progress->isVisible());
    QCOMPARE(progress->findChild<QProgressBar*>()->maximum(), 0); // nobody knows how long
    page.showProgress(u"Loading the sample stores"_s, 327, 1308);
    QCOMPARE(progress->findChild<QProgressBar*>()->value(), 250);
    QVERIFY(shownTexts(page).contains(u"Loading the sample stores"_s));
    QVERIFY(shownTexts(page).contains(u"25 %"_s));
    QVERIFY(!part<QAbstractButton>(page, "firstRun.connect")->isEnabled());

    QTest::mouseClick(progress->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(!progress->isVisible());
    QVERIFY(part<QAbstractButton>(page, "firstRun.start")->isEnabled());

    page.showProgress(u"Loading the sample stores"_s, 0, 0);
    QVERIFY(progress->findChild<QPushButton*>()->isEnabled()); // stopping works a second time
    QTest::keyClick(&page, Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 2);
}

void ShellTest::firstRunTellsWhatWentWrong()
{
    m_window->showFirstRun();
    FirstRunPage& page = m_window->firstRun();
    auto* problem = part<ProblemLine>(page, "firstRun.problem");
    QVERIFY(!problem->isVisible());
    page.showProgress(u"Loading"_s, 0, 0);
    page.showProblem(u"The disk is full."_s);
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), u"The disk is full."_s);
    QVERIFY(part<QAbstractButton>(page, "firstRun.start")->isEnabled());
    QTest::keyClick(&page, Qt::Key_Return);
    QVERIFY(!problem->isVisible());
}

void ShellTest::signInAsksForWhatIsMissing()
{
    m_window->showSignIn();
    SignInPage& page = m_window->signIn();
    QSignalSpy requested(&page, &SignInPage::signInRequested);
    auto* email = part<QLineEdit>(page, "signIn.email");
    auto* password = part<QLineEdit>(page, "signIn.password");
    QCOMPARE(m_window->focusWidget(), email);
    QTest::keyClick(email, Qt::Key_Return);
    QCOMPARE(errorAt(page, "signIn.email"), u"Enter your email address."_s);
    QCOMPARE(errorAt(page, "signIn.password"), QString()); // one thing at a time
    QTest::keyClicks(email, u" rina@tokojakbar.id "_s);
    QCOMPARE(errorAt(page, "signIn.email"), QString());
    QTest::keyClick(email, Qt::Key_Return);
    QCOMPARE(errorAt(page, "signIn.password"), u"Enter your password."_s);
    QCOMPARE(m_window->focusWidget(), password);
    QTest::keyClicks(password, u"rahasia12"_s);
    part<QCheckBox>(page, "signIn.remember")->setChecked(false);
    QTest::keyClick(password, Qt::Key_Return);

    QCOMPARE(requested.size(), 1);
    const auto given = requested.front().front().value<ports::SignIn>();
    QCOMPARE(given.email, u"rina@tokojakbar.id"_s);
    QCOMPARE(given.password, u"rahasia12"_s);
    QCOMPARE(given.otp, QString());
    QCOMPARE(given.remember, false);
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(requested.size(), 1); // the first is still on its way
}

void ShellTest::signInPutsTheProblemBesideItsField()
{
    m_window->showSignIn();
    SignInPage& page = m_window->signIn();
    auto* password = part<QLineEdit>(page, "signIn.password");
    auto* problem = part<ProblemLine>(page, "signIn.problem");
    page.showProblem({.code = u"bad_credentials"_s, .field = u"password"_s, .text = u"ignored"_s});
    QVERIFY(errorAt(page, "signIn.password").startsWith(u"Email and password do not match."_s));
    QVERIFY(errorAt(page, "signIn.password").contains(u"whoever runs the marketplace"_s)); // the way out
    QVERIFY(!problem->isVisible());
    QCOMPARE(m_window->focusWidget(), password);
    QTest::keyClicks(part<QLineEdit>(page, "signIn.email"), u"r"_s); // mended at the other end
    QCOMPARE(errorAt(page, "signIn.password"), QString());

    page.showProblem({.code = u"throttled"_s, .field = {}, .text = u"Try again in 30 seconds."_s});
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), u"Try again in 30 seconds."_s);
    page.showProblem({.code = u"unreachable"_s, .field = {}, .text = {}});
    QVERIFY(problem->text().startsWith(u"The marketplace does not answer."));
    page.showProblem({.code = u"unexpected_answer"_s, .field = {}, .text = {}});
    QVERIFY(problem->text().contains(u"not a marketplace"));
}

void ShellTest::signInAsksForACodeOnlyWhenTold()
{
    m_window->showSignIn();
    SignInPage& page = m_window->signIn();
    QSignalSpy requested(&page, &SignInPage::signInRequested);
    auto* otp = part<QLineEdit>(page, "signIn.otp");
    QVERIFY(!otp->isVisible());
    QTest::keyClicks(part<QLineEdit>(page, "signIn.email"), u"rina@tokojakbar.id"_s);
    QTest::keyClicks(part<QLineEdit>(page, "signIn.password"), u"rahasia12"_s);
    page.showProblem({.code = u"otp_required"_s, .field = u"otp"_s, .text = u"A code is needed."_s});
    QVERIFY(otp->isVisible());
    QCOMPARE(errorAt(page, "signIn.otp"), QString()); // being asked is no mistake
    QCOMPARE(m_window->focusWidget(), otp);
    QTest::keyClicks(otp, u"123456"_s);
    QTest::keyClick(otp, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.front().front().value<ports::SignIn>().otp, u"123456"_s);

    page.showProblem({.code = u"otp_invalid"_s, .field = u"otp"_s, .text = u"This code is not valid."_s});
    QCOMPARE(errorAt(page, "signIn.otp"), u"This code is not valid."_s);
    m_window->registration().showProblem(
        {.code = u"email_taken"_s, .field = u"email"_s, .text = u"Taken."_s});
    QCOMPARE(m_window->focusWidget(), otp); // a page that is not shown leaves the focus alone
    page.reset();
    QVERIFY(!otp->isVisible());
    QCOMPARE(otp->text(), QString());
}

void ShellTest::signInTellsOfCapsLock()
{
    m_window->showSignIn();
    SignInPage& page = m_window->signIn();
    auto* password = part<QLineEdit>(page, "signIn.password");
    const auto type = [password](const QString& text, Qt::KeyboardModifiers modifiers) {
        QTest::sendKeyEvent(QTest::Click, password, Qt::Key_A, text, modifiers);
    };
    type(u"A"_s, Qt::ShiftModifier); // as it should be
    QVERIFY(!password->accessibleDescription().contains(u"Caps Lock"));
    type(u"A"_s, Qt::NoModifier);
    QCOMPARE(password->accessibleDescription(), u"Caps Lock is on."_s);
    page.showProblem({.code = u"bad_credentials"_s, .field = u"password"_s, .text = {}});
    QCOMPARE(errorAt(page, "signIn.password"), u"Email and password do not match. Caps Lock is on."_s);
    type(u"1"_s, Qt::NoModifier); // a digit says nothing
    QCOMPARE(password->accessibleDescription(), u"Caps Lock is on."_s);
    type(u"a"_s, Qt::NoModifier);
    QCOMPARE(password->accessibleDescription(), QString());
}

void ShellTest::signInOffersTheSampleStore()
{
    m_window->showSignIn();
    SignInPage& page = m_window->signIn();
    QSignalSpy requested(&page, &SignInPage::signInRequested);
    auto* open = part<QAbstractButton>(page, "signIn.try");
    QVERIFY(!open->isVisible());
    page.setTryAccount(TryAccount{
        u"Rina"_s, u"Toko Jakarta Barat"_s, {.email = u"rina@tokojakbar.id"_s, .password = u"contoh"_s}});
    QVERIFY(open->isVisible());
    QVERIFY(shownTexts(page).contains(u"Rina at Toko Jakarta Barat, without a password"_s));
    QTest::mouseClick(open, Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.front().front().value<ports::SignIn>().email, u"rina@tokojakbar.id"_s);
    QVERIFY(!open->isEnabled());
    page.setTryAccount(std::nullopt);
    QVERIFY(!open->isVisible());
}

void ShellTest::signInForgetsThePassword()
{
    m_window->showSignIn();
    SignInPage& page = m_window->signIn();
    auto* password = part<PasswordField>(page, "signIn.password");
    page.setEmail(u"rina@tokojakbar.id"_s);
    QCOMPARE(m_window->focusWidget(), password); // what is still to be typed
    QTest::keyClicks(password, u"rahasia12"_s);
    password->setShown(true);
    page.showProblem({.code = u"bad_credentials"_s, .field = u"password"_s, .text = {}});
    m_window->showSignIn();
    QCOMPARE(password->text(), QString());
    QVERIFY(!password->isShown());
    QCOMPARE(errorAt(page, "signIn.password"), QString());
    QCOMPARE(m_window->focusWidget(), password); // the address is known already
}

void ShellTest::registrationFollowsTheRole()
{
    m_window->showRegistration();
    RegisterPage& page = m_window->registration();
    QSignalSpy requested(&page, &RegisterPage::registerRequested);
    auto* store = part<QLineEdit>(page, "register.store");
    QVERIFY(store->isVisible());
    QTest::keyClicks(part<QLineEdit>(page, "register.name"), u"Sari"_s);
    QTest::keyClicks(part<QLineEdit>(page, "register.email"), u"sari@contoh.id"_s);
    QTest::keyClicks(part<QLineEdit>(page, "register.password"), u"rahasia12"_s);
    QTest::keyClicks(store, u"Toko Sari"_s);
    part<QRadioButton>(page, "register.buyer")->click();
    QVERIFY(!store->isVisible());
    QVERIFY(!part<QLineEdit>(page, "register.location")->isVisible());
    QTest::keyClick(&page, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    auto given = requested.front().front().value<ports::Registration>();
    QCOMPARE(given.seller, false);
    QCOMPARE(given.storeName, QString()); // what is not shown is not sent

    page.showProblem(
        {.code = u"email_taken"_s, .field = u"email"_s, .text = u"This address has an account already."_s});
    QCOMPARE(errorAt(page, "register.email"), u"This address has an account already."_s);
    QCOMPARE(m_window->focusWidget(), part<QLineEdit>(page, "register.email"));
    part<QRadioButton>(page, "register.seller")->click();
    QVERIFY(store->isVisible());
    QTest::keyClick(&page, Qt::Key_Return);
    QCOMPARE(requested.size(), 2);
    given = requested.back().front().value<ports::Registration>();
    QCOMPARE(given.seller, true);
    QCOMPARE(given.storeName, u"Toko Sari"_s);
}

void ShellTest::registrationChecksItsFields()
{
    m_window->showRegistration();
    RegisterPage& page = m_window->registration();
    QSignalSpy requested(&page, &RegisterPage::registerRequested);
    QSignalSpy back(&page, &RegisterPage::signInRequested);
    QTest::keyClicks(part<QLineEdit>(page, "register.password"), u"1234567"_s);
    QTest::keyClick(&page, Qt::Key_Return);
    QCOMPARE(requested.size(), 0);
    QCOMPARE(errorAt(page, "register.name"), u"Enter your name."_s);
    QCOMPARE(errorAt(page, "register.email"), u"Enter your email address."_s);
    QCOMPARE(errorAt(page, "register.password"), u"Use at least 8 characters."_s);
    QCOMPARE(errorAt(page, "register.store"), QString());
    QCOMPARE(m_window->focusWidget(), part<QLineEdit>(page, "register.name"));
    QTest::keyClicks(part<QLineEdit>(page, "register.password"), u"8"_s);
    QCOMPARE(errorAt(page, "register.password"), QString());
    QCOMPARE(errorAt(page, "register.name"), u"Enter your name."_s);
    QTest::keyClick(&page, Qt::Key_Escape);
    QCOMPARE(back.size(), 1);
}

void ShellTest::sidebarIsWalkedWithArrows()
{
    Sidebar sidebar(*m_theme);
    sidebar.addItem(Sidebar::Place::Pages, u"orders"_s, Icon::Orders);
    sidebar.addItem(Sidebar::Place::Foot, u"settings"_s, Icon::Sliders);
    sidebar.addItem(Sidebar::Place::Pages, u"inventory"_s, Icon::Stock); // later, but above the foot
    sidebar.addItem(Sidebar::Place::Pages, u"reviews"_s, Icon::Star);
    sidebar.setItemVisible(u"reviews"_s, false);
    sidebar.show();
    QVERIFY(QTest::qWaitForWindowActive(&sidebar));
    QSignalSpy chosen(&sidebar, &Sidebar::chosen);
    QSignalSpy store(&sidebar, &Sidebar::storePressed);
    part<QWidget>(sidebar, "sidebar.store")->setFocus();
    QStringList visited;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(sidebar.focusWidget(), Qt::Key_Down);
        visited.append(sidebar.focusWidget()->objectName());
    }
    QCOMPARE(visited, QStringList({u"sidebar.orders"_s, u"sidebar.inventory"_s, u"sidebar.settings"_s,
                                   u"sidebar.settings"_s}));
    QTest::keyClick(sidebar.focusWidget(), Qt::Key_Up);
    QTest::keyClick(sidebar.focusWidget(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toString(), u"inventory"_s);
    QTest::keyClick(sidebar.focusWidget(), Qt::Key_Home);
    QTest::keyClick(sidebar.focusWidget(), Qt::Key_Return);
    QCOMPARE(store.size(), 1);
    QTest::keyClick(sidebar.focusWidget(), Qt::Key_End);
    QCOMPARE(sidebar.focusWidget()->objectName(), u"sidebar.settings"_s);
}

void ShellTest::sidebarCountsAreSpoken()
{
    Sidebar sidebar(*m_theme);
    sidebar.addItem(Sidebar::Place::Pages, u"attention"_s, Icon::Inbox);
    sidebar.setText(u"attention"_s, u"Perlu keputusan"_s);
    sidebar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&sidebar));
    auto* item = part<QAbstractButton>(sidebar, "sidebar.attention");
    const QImage none = item->grab().toImage();
    sidebar.setCount(u"attention"_s, 3);
    const QImage quiet = item->grab().toImage();
    sidebar.setCount(u"attention"_s, 3, true);
    const QImage urgent = item->grab().toImage();
    QVERIFY(none != quiet);
    QVERIFY(quiet != urgent);
    QCOMPARE(item->accessibleDescription(), u"3"_s);
    sidebar.setCount(u"attention"_s, 0, true);
    QVERIFY(item->grab().toImage() == none);
    QCOMPARE(item->accessibleDescription(), QString());
}

void ShellTest::sidebarShowsOnlyWhatExists()
{
    const auto owner = std::make_unique<WorkspaceFrame>(*m_theme);
    WorkspaceFrame* frame = owner.get();
    auto* inventory = new QLineEdit;
    auto* settings = new QLineEdit;
    frame->addPage(Sidebar::Place::Pages, u"inventory"_s, Icon::Stock, inventory);
    frame->addShortcut(Sidebar::Place::Pages, u"attention"_s, Icon::Inbox);
    frame->addPage(Sidebar::Place::Foot, u"settings"_s, Icon::Sliders, settings);
    m_window->showWorkspace(frame);
    QSignalSpy shortcut(frame, &WorkspaceFrame::shortcutChosen);
    QSignalSpy shown(frame, &WorkspaceFrame::pageShown);
    QVERIFY(inventory->isVisible());
    QCOMPARE(m_window->focusWidget(), inventory); // ready to work, not on the sidebar
    QCOMPARE(frame->sidebar().current(), u"inventory"_s);
    part<QAbstractButton>(*frame, "sidebar.settings")->click();
    QVERIFY(settings->isVisible());
    QCOMPARE(m_window->focusWidget(), settings);
    QCOMPARE(shown.back().front().toString(), u"settings"_s);
    part<QAbstractButton>(*frame, "sidebar.attention")->click();
    QCOMPARE(shortcut.size(), 1);
    QVERIFY(settings->isVisible());
    frame->showPage(u"orders"_s); // no such page
    QVERIFY(settings->isVisible());
    QCOMPARE(frame->findChildren<QAbstractButton*>(QRegularExpression(u"^sidebar\\.(?!store|search)"_s)).size(), 3);
}

void ShellTest::statusTellsTheConnection_data()
{
    QTest::addColumn<Connection>("connection");
    QTest::addColumn<bool>("here");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("emitted");
    QTest::newRow("connected here") << Connection::Connected << true
                                    << u"Tersambung ke pasar di komputer ini"_s << u"Sinkronkan sekarang"_s
                                    << u"sync"_s;
    QTest::newRow("connected there") << Connection::Connected << false << u"Tersambung ke pasar.example"_s
                                     << u"Sinkronkan sekarang"_s << u"sync"_s;
    QTest::newRow("syncing") << Connection::Syncing << true << u"Menyinkronkan dengan pasar di komputer ini"_s
                             << QString() << QString();
    QTest::newRow("first sync") << Connection::FirstSync << false
                                << u"Mengambil toko Anda: 41.200 dari 100.000 baris"_s << QString()
                                << QString();
    QTest::newRow("connecting") << Connection::Connecting << false << u"Menyambungkan ke pasar.example"_s
                                << QString() << QString();
    QTest::newRow("unreachable") << Connection::Unreachable << false
                                 << u"pasar.example tidak menjawab. Perubahan disimpan di komputer ini"_s
                                 << u"Coba sekarang"_s << u"sync"_s;
    QTest::newRow("offline") << Connection::WorkingOffline << false
                             << u"Offline. Semua perubahan disimpan di komputer ini"_s << QString()
                             << QString();
    QTest::newRow("session ended") << Connection::SignInNeeded << false
                                   << u"Sesi Anda berakhir. Perubahan disimpan sampai Anda masuk"_s
                                   << u"Masuk"_s << u"signIn"_s;
    QTest::newRow("signed out") << Connection::SignedOut << false << u"Belum masuk"_s << QString()
                                << QString();
}

void ShellTest::statusTellsTheConnection()
{
    QFETCH(Connection, connection);
    QFETCH(bool, here);
    QFETCH(QString, text);
    QFETCH(QString, action);
    QFETCH(QString, emitted);
    m_languages->set(Language::Indonesian);
    StatusStrip strip(*m_theme);
    strip.resize(1440, strip.height());
    strip.show();
    QString heard;
    connect(&strip, &StatusStrip::syncRequested, this, [&heard] { heard += u"sync"; });
    connect(&strip, &StatusStrip::signInRequested, this, [&heard] { heard += u"signIn"; });
    connect(&strip, &StatusStrip::offlineToggled, this, [&heard] { heard += u"offline"; });
    ports::SyncStatus status = statusWith(connection);
    status.onThisComputer = here;
    status.progressDone = 41'200;
    status.progressTotal = 100'000;
    strip.setStatus(status);
    QCOMPARE(part<ElidedLabel>(strip, "status.connection")->text(), text);
    auto* button = part<QAbstractButton>(strip, "status.action");
    QCOMPARE(button->isVisible(), !action.isEmpty());
    QCOMPARE(button->text(), action);
    if (button->isVisible())
        QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(heard, emitted);
}

void ShellTest::statusTellsWaitingLastSyncAndTotals()
{
    m_languages->set(Language::Indonesian);
    StatusStrip strip(*m_theme);
    strip.resize(1440, strip.height());
    strip.show();
    auto* waiting = part<QLabel>(strip, "status.waiting");
    auto* lastSync = part<QLabel>(strip, "status.lastSync");
    auto* available = part<QLabel>(strip, "status.available");
    auto* value = part<QLabel>(strip, "status.value");
    ports::SyncStatus status = statusWith(Connection::Connected);
    strip.setStatus(status);
    for (const QLabel* label : {waiting, lastSync, available, value})
        QVERIFY(!label->isVisible()); // quiet when there is nothing to say

    status.waiting = 2;
    status.lastSync = Instant{(14 * 60 + 32) * 60'000}; // the tests run in UTC
    strip.setStatus(status);
    strip.setTotals({.rows = 3, .available = 1'116, .value = Money{5'827'000}});
    QCOMPARE(waiting->text(), u"2 perubahan menunggu"_s);
    QCOMPARE(lastSync->text(), u"Sinkron terakhir 14.32"_s);
    strip.setZone(QTimeZone("Asia/Makassar")); // the store's days, as on its pages
    QCOMPARE(lastSync->text(), u"Sinkron terakhir 22.32"_s);
    strip.setZone(QTimeZone("Etc/UTC"));
    const auto plain = [](const QLabel* label) {
        return label->text().remove(QRegularExpression(u"<[^>]*>|&nbsp;"_s));
    };
    QCOMPARE(plain(available), u"Jumlah tersedia 1.116"_s);
    QCOMPARE(plain(value), u"Nilai Rp 5.827.000"_s);
    for (const QLabel* label : {waiting, lastSync, available, value})
        QVERIFY(label->isVisible());

    m_languages->set(Language::English);
    strip.setLanguage(Language::English);
    QTRY_COMPARE(waiting->text(), u"2 changes waiting"_s);
    QCOMPARE(lastSync->text(), u"Last sync 14:32"_s);
    QCOMPARE(plain(available), u"Total available 1,116"_s);
    strip.setTotals({});
    QVERIFY(!available->isVisible());
}

void ShellTest::narrowStatusKeepsTheConnection()
{
    StatusStrip strip(*m_theme);
    ports::SyncStatus status = statusWith(Connection::Connected);
    status.onThisComputer = true;
    status.waiting = 2;
    status.lastSync = Instant{0};
    strip.setStatus(status);
    strip.setTotals({.rows = 3, .available = 116, .value = Money{5'827'000}});
    strip.show();
    auto* connection = part<ElidedLabel>(strip, "status.connection");
    for (const int width : {1440, 960, 760}) {
        strip.resize(width, strip.height());
        QCoreApplication::processEvents();
        QVERIFY2(connection->width() >= connection->sizeHint().width(), qPrintable(QString::number(width)));
    }
    QVERIFY(!part<QLabel>(strip, "status.value")->isVisible());
    strip.resize(1440, strip.height());
    QVERIFY(part<QLabel>(strip, "status.lastSync")->isVisible()); // there is room again
    QVERIFY(part<QLabel>(strip, "status.value")->isVisible());
}

void ShellTest::offlineIsSwitchedAtTheFoot()
{
    StatusStrip strip(*m_theme);
    strip.show();
    QSignalSpy toggled(&strip, &StatusStrip::offlineToggled);
    auto* offline = part<QAbstractButton>(strip, "status.offline");
    strip.setStatus(statusWith(Connection::Connected));
    QCOMPARE(offline->text(), u"Work offline"_s);
    QTest::mouseClick(offline, Qt::LeftButton);
    strip.setStatus(statusWith(Connection::WorkingOffline));
    QCOMPARE(offline->text(), u"Go online"_s);
    QTest::mouseClick(offline, Qt::LeftButton);
    QCOMPARE(toggled, QList<QVariantList>({{true}, {false}}));
    strip.setStatus(statusWith(Connection::SignedOut));
    QVERIFY(!offline->isVisible());
}

void ShellTest::noticesWaitForThePagesOwnMessage()
{
    QWidget host;
    host.resize(1000, 700);
    auto* page = new QWidget(&host);
    page->setGeometry(216, 0, 784, 672);
    auto* own = new Toast(*m_theme, page);
    own->setBottomInset(measure::BulkBar);
    auto* outlet = new ToastOutlet(*m_theme, &host);
    auto* notice = part<Toast>(host, "noticeToast");
    QSignalSpy chosen(outlet, &NoticeOutlet::chosen);
    host.show();
    own->showMessage(u"3 products imported"_s, u"Undo"_s);
    outlet->show({Notice::About::Orders, u"New order"_s, u"Rina"_s});
    outlet->show({Notice::About::Stock, u"Stock is running low"_s, u"Wajan"_s});
    QVERIFY(own->isVisible());
    QVERIFY(!notice->isVisible());

    own->action()->click();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(u"Rina"_s), qPrintable(notice->text()));
    // Above what the page keeps at its foot, also when that comes later.
    QCOMPARE(notice->geometry().bottom(), 672 - measure::BulkBar - measure::PageMargin - 1);
    own->setBottomInset(0);
    QCOMPARE(notice->geometry().bottom(), 672 - measure::PageMargin - 1);

    own->showMessage(u"Saved"_s, u"Undo"_s);
    QVERIFY(!notice->isVisible()); // it gives way, and comes again
    own->hide();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"Rina"_s));
    notice->action()->click();
    QCOMPARE(chosen.takeFirst().constFirst().value<Notice::About>(), Notice::About::Orders);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(u"Wajan"_s), qPrintable(notice->text()));

    m_languages->set(Language::Indonesian);
    QTRY_VERIFY(!notice->isVisible()); // a sentence in the former language is gone
}

void ShellTest::storeMenuLeadsOn()
{
    StoreMenu menu(*m_theme);
    menu.setLanguage(Language::English);
    QSignalSpy settings(&menu, &StoreMenu::settingsRequested);
    QSignalSpy offline(&menu, &StoreMenu::offlineToggled);
    QSignalSpy language(&menu, &StoreMenu::languageRequested);
    QSignalSpy out(&menu, &StoreMenu::signOutRequested);
    const auto item = [&menu](const char* name) { return menu.findChild<QAction*>(QLatin1StringView(name)); };
    QCOMPARE(item("storeMenu.language")->text(), u"Language: Bahasa Indonesia"_s);
    QCOMPARE(item("storeMenu.offline")->text(), u"Work offline\tCtrl Shift O"_s);
    for (const char* name :
         {"storeMenu.settings", "storeMenu.offline", "storeMenu.language", "storeMenu.signOut"})
        item(name)->trigger();
    QCOMPARE(settings.size(), 1);
    QCOMPARE(offline, QList<QVariantList>({{true}}));
    QCOMPARE(language.front().front().value<Language>(), Language::Indonesian);
    QCOMPARE(out.size(), 1);
    menu.setWorkingOffline(true);
    item("storeMenu.offline")->trigger();
    QCOMPARE(offline.back(), QVariantList{false});
    m_languages->set(Language::Indonesian);
    menu.setLanguage(Language::Indonesian);
    QTRY_COMPARE(item("storeMenu.settings")->text(), u"Setelan"_s);
    QCOMPARE(item("storeMenu.language")->text(), u"Bahasa: English"_s);
}

void ShellTest::settingsShowTheAccount()
{
    SettingsPage page(*m_theme, *m_languages);
    page.show();
    ports::Account account;
    account.name = u"<b>Rina</b>"_s; // shown as typed, never as markup
    account.email = u"rina@tokojakbar.id"_s;
    account.seller = true;
    account.storeName = u"Toko Jakarta Barat"_s;
    page.setAccount(account, u"http://127.0.0.1:8787"_s);
    auto* who = part<QLabel>(page, "settings.account");
    QCOMPARE(who->text(), u"<b>Rina</b>, seller"_s);
    QCOMPARE(who->textFormat(), Qt::PlainText);
    QVERIFY(shownTexts(page).contains(u"Toko Jakarta Barat"_s));
    account.seller = false;
    account.storeName.clear();
    page.setAccount(account, u"http://127.0.0.1:8787"_s);
    QVERIFY(!shownTexts(page).contains(u"Store"_s)); // a buyer has none

    part<QCheckBox>(page, "settings.contrast")->click();
    QVERIFY(m_theme->highContrast());
    m_theme->setHighContrast(false); // elsewhere, in another window's settings
    QVERIFY(!part<QCheckBox>(page, "settings.contrast")->isChecked());
    auto* notices = part<QCheckBox>(page, "settings.notices");
    QVERIFY(!notices->isVisible());
    page.setNotices(true);
    QVERIFY(notices->isVisible() && notices->isChecked());
    QVERIFY(shownTexts(page).contains(u"Notifications"_s));
    auto* look = part<QComboBox>(page, "lookChoice");
    look->setCurrentIndex(look->findData(int(Theme::Mode::Dark)));
    QVERIFY(m_theme->isDark());
    QSignalSpy chosen(m_theme.get(), &Theme::preferenceChanged);
    m_theme->setMode(Theme::Mode::Light);
    m_theme->setMode(Theme::Mode::System); // as light, here: no colour changes, but the choice is another
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(look->currentData().toInt(), int(Theme::Mode::System));
    QSignalSpy out(&page, &SettingsPage::signOutRequested);
    part<QAbstractButton>(page, "settings.signOut")->click();
    QCOMPARE(out.size(), 1);
}

void ShellTest::languageChangesEveryText()
{
    // Every page in a state that shows as many texts as it can.
    FirstRunPage firstRun(*m_theme, *m_languages);
    SignInPage signIn(*m_theme, *m_languages);
    RegisterPage registration(*m_theme, *m_languages);
    SettingsPage settings(*m_theme, *m_languages);
    StatusStrip strip(*m_theme);
    strip.setLanguage(Language::English);
    strip.resize(1440, strip.height());
    const QList<QWidget*> pages{&firstRun, &signIn, &registration, &settings, &strip};
    for (QWidget* page : pages)
        page->show();
    part<QAbstractButton>(firstRun, "firstRun.connect")->click();
    part<QAbstractButton>(firstRun, "firstRun.start")->click();
    signIn.setTryAccount(TryAccount{u"Rina"_s, u"Toko"_s, {}});
    signIn.setReadyAt(u"127.0.0.1:8787"_s);
    part<QAbstractButton>(signIn, "signIn.submit")->click();
    signIn.showProblem({.code = u"unreachable"_s, .field = {}, .text = {}});
    part<QAbstractButton>(registration, "register.submit")->click();
    ports::SyncStatus status = statusWith(Connection::Connected);
    status.waiting = 2;
    status.lastSync = Instant{0};
    strip.setStatus(status);
    strip.setTotals({.rows = 3, .available = 116, .value = Money{5'827'000}});

    // The same in both: names, numbers, what the person typed, and each language by its own name.
    const QStringList same{u"Email"_s,        u"Enter"_s,   u"Esc"_s,
                           u"Belanjain "_s,   u"English"_s, u"Bahasa Indonesia"_s,
                           u"Ctrl Shift O"_s, u"Dark"_s};
    QList<QStringList> english;
    for (const QWidget* page : pages)
        english.append(shownTexts(*page));
    m_languages->set(Language::Indonesian);
    strip.setLanguage(Language::Indonesian);
    QTRY_VERIFY(shownTexts(firstRun).contains(u"Selamat datang di Belanjain"_s));
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const QStringList indonesian = shownTexts(*pages.at(i));
        QVERIFY(english.at(i).size() > 4);
        for (const QString& text : indonesian) {
            const bool stayed = english.at(i).contains(text) && !same.contains(text);
            QVERIFY2(!stayed,
                     qPrintable(u"\"%1\" stayed English on %2"_s.arg(text, pages.at(i)->objectName())));
        }
    }
    m_languages->set(Language::English);
    strip.setLanguage(Language::English);
    QTRY_COMPARE(shownTexts(firstRun), english.front());
    for (qsizetype i = 0; i < pages.size(); ++i)
        QCOMPARE(shownTexts(*pages.at(i)), english.at(i));
}

void ShellTest::themeRepaintsEverything()
{
    const auto owner = std::make_unique<WorkspaceFrame>(*m_theme);
    WorkspaceFrame* frame = owner.get();
    frame->addPage(Sidebar::Place::Pages, u"inventory"_s, Icon::Stock, new QWidget);
    m_window->showWorkspace(frame);
    QCoreApplication::processEvents();
    const auto grounds = [frame] {
        const QImage image = frame->grab().toImage();
        return std::pair(image.pixelColor(100, 300), image.pixelColor(image.width() / 2, image.height() - 4));
    };
    const QColor light = m_theme->tokens().sidebar;
    QCOMPARE(grounds(), std::pair(light, light));
    m_theme->setMode(Theme::Mode::Dark);
    const QColor dark = m_theme->tokens().sidebar;
    QVERIFY(dark != light);
    QCoreApplication::processEvents();
    QCOMPARE(grounds(), std::pair(dark, dark));
    QCOMPARE(frame->palette().color(QPalette::Window), m_theme->tokens().window);
}

void ShellTest::windowShowsOnePageAtATime()
{
    QSignalSpy closing(m_window.get(), &MainWindow::closing);
    m_window->showFirstRun();
    QVERIFY(m_window->firstRun().isVisible());
    m_window->showSignIn();
    QVERIFY(!m_window->firstRun().isVisible());
    QVERIFY(m_window->signIn().isVisible());
    WorkspaceFrame first(*m_theme);
    WorkspaceFrame second(*m_theme);
    m_window->showWorkspace(&first);
    QVERIFY(first.isVisible());
    m_window->showWorkspace(&second);
    QVERIFY(!first.isVisible());
    QCOMPARE(first.parent(), nullptr); // whoever made it keeps it
    QVERIFY(second.isVisible());
    m_window->closeWorkspace();
    QCOMPARE(m_window->workspace(), nullptr);
    QVERIFY(m_window->close());
    QCOMPARE(closing.size(), 1);
}

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
