// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the shell in its states, for eyes: belanjain_shell_shots [--save DIR] [--size 1440x900]
// [--only TEXT].
#include "common/labels.h"
#include "common/theme.h"
#include "shell/first_run_page.h"
#include "shell/languages.h"
#include "shell/main_window.h"
#include "shell/register_page.h"
#include "shell/settings_page.h"
#include "shell/sign_in_page.h"
#include "shell/status_strip.h"
#include "shell/store_menu.h"
#include "shell/workspace_frame.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTextStream>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;
using namespace belanjain;
using namespace belanjain::ui;

namespace {

struct Shot
{
    QString name;
    std::function<void(MainWindow&)> arrange;
};

const Instant Afternoon = Instant{1'795'300'320'000};

ports::SyncStatus status(ports::Connection connection)
{
    ports::SyncStatus s;
    s.connection = connection;
    s.waiting = 2;
    s.lastSync = Afternoon;
    s.marketplace = u"pasar.example"_s;
    s.onThisComputer = connection != ports::Connection::Unreachable;
    if (connection == ports::Connection::FirstSync) {
        s.progressDone = 41'200;
        s.progressTotal = 100'000;
    }
    return s;
}

ports::InventoryTotals totals()
{
    ports::InventoryTotals t;
    t.rows = 3;
    t.available = 116;
    t.value = Money{5'827'000};
    return t;
}

void fill(QWidget& page, const QString& name, const QString& text)
{
    if (auto* edit = page.findChild<QLineEdit*>(name))
        edit->setText(text);
}

void press(QWidget& page, const QString& name)
{
    if (auto* button = page.findChild<QAbstractButton*>(name))
        button->click();
}

/// The frame as the program fills it, with an empty sheet where a table would be.
WorkspaceFrame* workspace(Theme& theme, Languages& languages)
{
    auto* frame = new WorkspaceFrame(theme);
    auto* sheet = new QWidget;
    sheet->setObjectName(u"page"_s);
    sheet->setAttribute(Qt::WA_StyledBackground);
    auto* settings = new SettingsPage(theme, languages);
    ports::Account rina;
    rina.name = u"Rina"_s;
    rina.email = u"rina@tokojakbar.id"_s;
    rina.seller = true;
    rina.storeName = u"Toko Jakarta Barat"_s;
    settings->setAccount(rina, u"http://127.0.0.1:8787"_s);
    using Place = Sidebar::Place;
    frame->addPage(Place::Pages, u"inventory"_s, Icon::Stock, sheet);
    frame->addShortcut(Place::Pages, u"attention"_s, Icon::Inbox);
    frame->addPage(Place::Foot, u"settings"_s, Icon::Sliders, settings);
    const bool id = languages.current() == Language::Indonesian;
    frame->sidebar().setText(u"inventory"_s, id ? u"Stok"_s : u"Stock"_s);
    frame->sidebar().setText(u"attention"_s, id ? u"Perlu keputusan"_s : u"Needs a decision"_s);
    frame->sidebar().setText(u"settings"_s, id ? u"Setelan"_s : u"Settings"_s);
    frame->sidebar().setCount(u"inventory"_s, 13);
    frame->sidebar().setCount(u"attention"_s, 3, true);
    frame->sidebar().setStore(u"Toko Jakarta Barat"_s, id ? u"Penjual"_s : u"Seller"_s);
    frame->strip().setLanguage(languages.current());
    frame->strip().setStatus(status(ports::Connection::Connected));
    frame->strip().setTotals(totals());
    return frame;
}

/// One strip per state, so that they can be compared.
WorkspaceFrame* strips(Theme& theme, Languages& languages)
{
    WorkspaceFrame* frame = workspace(theme, languages);
    auto* column = new QVBoxLayout(frame->page(u"inventory"_s));
    using enum ports::Connection;
    for (const auto state :
         {SignedOut, WorkingOffline, Unreachable, Connecting, FirstSync, Syncing, Connected, SignInNeeded}) {
        auto* strip = new StatusStrip(theme);
        strip->setLanguage(languages.current());
        strip->setStatus(status(state));
        strip->setTotals(state == Connected ? ports::InventoryTotals{} : totals());
        column->addWidget(strip);
    }
    column->addStretch(1);
    return frame;
}

QList<Shot> shots(Theme& theme, Languages& languages)
{
    const TryAccount rina{u"Rina"_s, u"Toko Jakarta Barat"_s, {}};
    const auto place = [&languages] {
        return languages.current() == Language::Indonesian ? u"Pasar di komputer ini"_s
                                                           : u"Marketplace on this computer"_s;
    };
    return {
        {u"first-run"_s, [](MainWindow& w) { w.showFirstRun(); }},
        {u"first-run-address"_s,
         [](MainWindow& w) {
             w.showFirstRun();
             press(w, u"firstRun.connect"_s);
             fill(w, u"firstRun.address"_s, u"pasar toko saya"_s);
             press(w, u"firstRun.start"_s);
         }},
        {u"first-run-progress"_s,
         [&languages](MainWindow& w) {
             w.showFirstRun();
             const bool id = languages.current() == Language::Indonesian;
             w.firstRun().showProgress(id ? u"Memuat toko contoh"_s : u"Loading the sample stores"_s, 520,
                                       1308);
         }},
        {u"first-run-problem"_s,
         [&languages](MainWindow& w) {
             w.showFirstRun();
             const bool id = languages.current() == Language::Indonesian;
             w.firstRun().showProblem(
                 id ? u"Pasar tidak menjawab. Periksa alamat dan sambungan Anda, lalu coba lagi."_s
                    : u"The marketplace does not answer. Check the address and your connection, then try again."_s);
         }},
        {u"sign-in"_s,
         [place](MainWindow& w) {
             w.signIn().setMarketplace(place());
             w.showSignIn();
         }},
        {u"sign-in-try"_s,
         [place, rina](MainWindow& w) {
             w.signIn().setMarketplace(place());
             w.signIn().setReadyAt(u"127.0.0.1:8787"_s);
             w.signIn().setTryAccount(rina);
             w.showSignIn();
             fill(w, u"signIn.email"_s, u"rina@tokojakbar.id"_s);
             fill(w, u"signIn.password"_s, u"rahasia12"_s);
             w.signIn().showProblem({.code = u"bad_credentials"_s, .field = u"password"_s, .text = {}});
         }},
        {u"sign-in-otp"_s,
         [place](MainWindow& w) {
             w.signIn().setMarketplace(place());
             w.showSignIn();
             fill(w, u"signIn.email"_s, u"rina@tokojakbar.id"_s);
             fill(w, u"signIn.password"_s, u"rahasia12"_s);
             w.signIn().showProblem({.code = u"otp_required"_s, .field = {}, .text = {}});
         }},
        {u"sign-in-unreachable"_s,
         [place](MainWindow& w) {
             w.signIn().setMarketplace(place());
             w.showSignIn();
             fill(w, u"signIn.email"_s, u"rina@tokojakbar.id"_s);
             fill(w, u"signIn.password"_s, u"rahasia12"_s);
             w.signIn().showProblem({.code = u"unreachable"_s, .field = {}, .text = {}});
         }},
        {u"register-seller"_s,
         [place](MainWindow& w) {
             w.registration().setMarketplace(place());
             w.showRegistration();
             press(w, u"register.submit"_s);
         }},
        {u"register-buyer"_s,
         [place](MainWindow& w) {
             w.registration().setMarketplace(place());
             w.showRegistration();
             press(w, u"register.buyer"_s);
         }},
        {u"settings"_s,
         [&theme, &languages](MainWindow& w) {
             w.showWorkspace(workspace(theme, languages));
             w.workspace()->showPage(u"settings"_s);
         }},
        {u"workspace"_s,
         [&theme, &languages](MainWindow& w) { w.showWorkspace(workspace(theme, languages)); }},
        {u"keyboard"_s,
         [&theme, &languages](MainWindow& w) {
             w.showWorkspace(workspace(theme, languages));
             QApplication::setActiveWindow(&w);
             w.findChild<QAbstractButton*>(u"sidebar.attention"_s)->setFocus(Qt::TabFocusReason);
         }},
        {u"strips"_s, [&theme, &languages](MainWindow& w) { w.showWorkspace(strips(theme, languages)); }},
    };
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationVersion(u"1.0"_s);
    QCursor::setPos(5000, 5000); // nothing is to look hovered
    Theme theme;
    theme.apply(app);
    Languages languages;
    const QStringList arguments = QApplication::arguments();
    const auto value = [&arguments](const QString& option, const QString& otherwise) {
        const qsizetype at = arguments.indexOf(option);
        return at < 0 ? otherwise : arguments.value(at + 1, otherwise);
    };
    const QStringList size = value(u"--size"_s, u"1440x900"_s).split(u'x');
    const QString only = value(u"--only"_s, {});
    const QString saveTo = value(u"--save"_s, {});
    const QDir folder(saveTo);
    if (!saveTo.isEmpty() && !folder.mkpath(u"."_s)) {
        QTextStream(stderr) << "cannot make " << saveTo << Qt::endl;
        return 1;
    }
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        for (const auto language : {Language::Indonesian, Language::English}) {
            languages.set(language);
            for (const Shot& shot : shots(theme, languages)) {
                const QString name = u"%1-%2-%3"_s.arg(
                    shot.name, mode == Theme::Mode::Dark ? u"dark"_s : u"light"_s, Languages::code(language));
                if (!name.contains(only))
                    continue;
                MainWindow window(theme, languages);
                window.resize(size.value(0).toInt(), size.value(1).toInt());
                window.QWidget::show();
                shot.arrange(window);
                if (saveTo.isEmpty()) {
                    const int code = QApplication::exec();
                    if (code != 0)
                        return code;
                    continue;
                }
                QApplication::setActiveWindow(&window);
                for (int i = 0; i < 3; ++i)
                    QCoreApplication::processEvents();
                if (!window.grab().save(folder.filePath(name + u".png"_s))) {
                    QTextStream(stderr) << "cannot write " << name << Qt::endl;
                    return 1;
                }
            }
        }
    }
    if (saveTo.isEmpty())
        return 0;
    StoreMenu menu(theme);
    menu.setWorkingOffline(false);
    menu.ensurePolished();
    return menu.grab().save(folder.filePath(u"store-menu.png"_s)) ? 0 : 1;
}
