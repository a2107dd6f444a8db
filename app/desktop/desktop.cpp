// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"

#include "buyer_pages.h"
#include "engine/net/http_transport.h"
#include "marketplace/samples/loader.h"
#include "seller_pages.h"
#include "shell/first_run_page.h"
#include "shell/register_page.h"
#include "shell/sign_in_page.h"
#include "store_mode.h"
#include "storefront/cart_page.h"
#include "storemode/store_mode_page.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScreen>
#include <QSysInfo>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using marketplace::LogLevel;
namespace samples = marketplace::samples;

namespace
{

ui::TryAccount sampleAccount()
{
    return {.person = u"Rina"_s,
            .store = QString(samples::demoSellerStore),
            .credentials = {.email = QString(samples::demoSellerEmail), .password = QString(samples::demoPassword)}};
}

QByteArray readPassphrase(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.read(4096).trimmed() : QByteArray();
}

} // namespace

Desktop::Desktop(QApplication& application, Options options)
    : m_options(std::move(options))
    , m_settings(m_options.dataDir)
    , m_log(LogLevel::Warning)
    , m_secrets(u"Belanjain"_s, fallbackSecrets())
    , m_hosting(m_options.dataDir, {m_clock, m_random, m_log})
    , m_session(engine::AccountFolders(m_options.dataDir), m_secrets,
                [](const QUrl& address) { return std::make_unique<engine::HttpTransport>(address); })
    , m_window(dressed(application), m_languages)
{
    m_languages.set(m_options.language.value_or(m_settings.language().value_or(ui::Languages::ofSystem())));
    m_session.setLanguage(language().toLatin1());
    m_session.setDevice(u"%1, %2"_s.arg(QSysInfo::machineHostName(), QSysInfo::prettyProductName()));
    connectWelcome();
    connectSession();
    connectPreferences();
}

ui::Theme& Desktop::dressed(QApplication& application)
{
    m_theme.setHighContrast(m_settings.highContrast());
    m_theme.setMode(!m_options.dark     ? m_settings.look()
                    : *m_options.dark ? ui::Theme::Mode::Dark
                                      : ui::Theme::Mode::Light);
    m_theme.apply(application);
    return m_theme;
}

Desktop::~Desktop()
{
    closeWorkspace();
    m_hosting.stop();
}

ports::SecretStore& Desktop::fallbackSecrets()
{
    const QByteArray passphrase = m_options.passphraseFile.isEmpty() ? QByteArray() : readPassphrase(m_options.passphraseFile);
    if (passphrase.isEmpty() || !QDir().mkpath(m_options.dataDir))
        return m_memorySecrets;
    m_fileSecrets = std::make_unique<engine::EncryptedFileStore>(m_options.dataDir + u"/secrets"_s, passphrase);
    if (m_fileSecrets->opened())
        return *m_fileSecrets;
    m_log.write(LogLevel::Warning, u"secrets_not_opened"_s, {});
    return m_memorySecrets;
}

QString Desktop::language() const { return ui::Languages::code(m_languages.current()); }

QString Desktop::placeName(bool onThisComputer) const
{
    return onThisComputer ? tr("The marketplace on this computer") : m_session.marketplace().authority();
}

void Desktop::connectPreferences()
{
    connect(&m_languages, &ui::Languages::changed, this, [this](Language chosen) {
        m_settings.setLanguage(chosen);
        m_session.setLanguage(language().toLatin1());
        if (m_workspace)
            m_workspace->setLanguage(language().toLatin1());
        if (m_storeMode)
            m_storeMode->setLanguage(language().toLatin1());
        if (m_shop)
            m_shop->setLanguage(language().toLatin1());
        m_window.signIn().setMarketplace(placeName(m_session.onThisComputer()));
        m_window.registration().setMarketplace(placeName(m_session.onThisComputer()));
    });
    connect(&m_theme, &ui::Theme::preferenceChanged, this, [this] {
        if (!m_options.dark)
            m_settings.setLook(m_theme.mode());
        m_settings.setHighContrast(m_theme.highContrast());
    });
    connect(&m_window, &ui::MainWindow::closing, this,
            [this] { m_settings.setWindowGeometry(m_window.saveGeometry()); });
}

void Desktop::connectWelcome()
{
    ui::FirstRunPage& first = m_window.firstRun();
    connect(&first, &ui::FirstRunPage::chosen, this, &Desktop::choose);
    connect(&first, &ui::FirstRunPage::cancelled, &m_hosting, &Hosting::cancel);
    connect(&first, &ui::FirstRunPage::quitRequested, &m_window, &QWidget::close);
    connect(&m_hosting, &Hosting::progress, &first, [this](const QString& phase, qint64 done, qint64 total) {
        const QString text = phase == u"stores"   ? tr("Loading the sample stores")
                             : phase == u"orders" ? tr("Loading their orders")
                                                  : tr("Starting the marketplace");
        m_window.firstRun().showProgress(text, done, total);
    });
    connect(&m_hosting, &Hosting::failed, &first, [this](const QString& reason) {
        m_window.showFirstRun();
        m_window.firstRun().showProblem(tr("The marketplace could not be started. %1").arg(reason));
    });
    connect(&m_hosting, &Hosting::started, this, &Desktop::hosted);

    connect(&m_window.signIn(), &ui::SignInPage::signInRequested, &m_session, &ports::Session::signIn);
    connect(&m_window.signIn(), &ui::SignInPage::registerRequested, this, [this] {
        m_window.showRegistration();
        m_window.registration().setBuyer(m_carryCart);
    });
    connect(&m_window.signIn(), &ui::SignInPage::browseRequested, this, &Desktop::openGuestShop, Qt::QueuedConnection);
    connect(&m_window.signIn(), &ui::SignInPage::changeMarketplaceRequested, this, [this] {
        m_window.firstRun().showProblem({});
        m_window.showFirstRun();
    });
    connect(&m_window.registration(), &ui::RegisterPage::registerRequested, &m_session,
            &ports::Session::registerAccount);
    connect(&m_window.registration(), &ui::RegisterPage::signInRequested, this, [this] {
        m_window.showSignIn();
        m_window.signIn().setFromCart(m_carryCart && m_carriedPieces > 0);
    });
}

void Desktop::connectSession()
{
    connect(&m_session, &ports::Session::signedIn, this, &Desktop::openWorkspace);
    connect(&m_session, &ports::Session::failed, this, [this](const ports::SessionProblem& problem) {
        m_window.signIn().showProblem(problem);
        m_window.registration().showProblem(problem);
    });
    connect(&m_session, &ports::Session::signedOut, this, [this] {
        closeWorkspace();
        m_window.showSignIn();
    });
}

void Desktop::start()
{
    if (!m_window.restoreGeometry(m_settings.windowGeometry())) {
        constexpr QSize comfortable(1440, 900);
        m_window.resize(comfortable);
        // On the screen of a small laptop it would hang over the edge, with its title bar if not without.
        constexpr QSize frame(16, 48);
        const QSize room = m_window.screen()->availableSize() - frame;
        if (m_options.tourDir.isEmpty() && (room.width() < comfortable.width() || room.height() < comfortable.height()))
            m_window.setWindowState(Qt::WindowMaximized);
    }
    m_window.show();
    if (m_options.marketplace.isValid()) {
        connectTo(m_options.marketplace, false);
        return;
    }
    switch (m_settings.home()) {
    case Settings::Home::Elsewhere:
        connectTo(m_settings.marketplace(), false);
        return;
    case Settings::Home::SampleMarketplace:
    case Settings::Home::EmptyMarketplace:
        m_choice = m_settings.home() == Settings::Home::SampleMarketplace ? ui::FirstRunChoice::SampleMarketplace
                                                                          : ui::FirstRunChoice::EmptyMarketplace;
        m_hosting.start(m_choice == ui::FirstRunChoice::SampleMarketplace);
        return;
    case Settings::Home::NotChosen:
        break;
    }
    m_window.showFirstRun();
    if (m_options.demo) {
        m_tryAtOnce = true;
        choose(ui::FirstRunChoice::SampleMarketplace, {});
    }
}

void Desktop::choose(ui::FirstRunChoice choice, const QUrl& address)
{
    m_choice = choice;
    if (choice == ui::FirstRunChoice::ConnectToAddress) {
        m_settings.setHome(Settings::Home::Elsewhere, address);
        connectTo(address, false);
        return;
    }
    if (m_hosting.address().isValid()) {
        hosted(m_hosting.address());
        return;
    }
    m_hosting.start(choice == ui::FirstRunChoice::SampleMarketplace);
}

void Desktop::hosted(const QUrl& address)
{
    m_settings.setHome(m_choice == ui::FirstRunChoice::SampleMarketplace ? Settings::Home::SampleMarketplace
                                                                         : Settings::Home::EmptyMarketplace);
    m_session.setHosted(address);
    connectTo(address, true);
}

void Desktop::connectTo(const QUrl& address, bool onThisComputer)
{
    m_session.setMarketplace(address);
    const bool samplesThere = onThisComputer && m_choice == ui::FirstRunChoice::SampleMarketplace;
    m_window.signIn().setMarketplace(placeName(onThisComputer));
    m_window.registration().setMarketplace(placeName(onThisComputer));
    const QString readyAt = onThisComputer ? address.authority() : QString();
    m_window.signIn().setReadyAt(readyAt);
    m_window.registration().setReadyAt(readyAt);
    m_window.signIn().setTryAccount(samplesThere ? std::optional(sampleAccount()) : std::nullopt);
    m_window.firstRun().showProblem({});
    // The pages are ready for a later sign-out all the same.
    if (m_session.restore(address))
        return;
    m_window.showSignIn();
    if (m_tryAtOnce && samplesThere) {
        m_tryAtOnce = false;
        m_session.signIn(sampleAccount().credentials);
    }
}

ports::SessionProblem Desktop::storageProblem() const
{
    return {.code = u"storage"_s,
            .text = tr("Your data in %1 cannot be opened. Is the disk full, or is Belanjain running twice?")
                        .arg(QDir::toNativeSeparators(m_options.dataDir))};
}

void Desktop::openWorkspace(const ports::Account& account)
{
    closeWorkspace();
    if (!account.seller) {
        openShop(account);
        return;
    }
    m_carryCart = false;
    const QString file = m_session.replicaFile();
    if (file.isEmpty()) {
        m_window.showSignIn();
        m_window.signIn().showProblem(storageProblem());
        return;
    }
    const bool here = m_session.onThisComputer();
    auto workspace = engine::Workspace::open({.replicaFile = file,
                                              .marketplace = account.marketplace,
                                              .onThisComputer = here,
                                              .tokens = m_session.tokens(),
                                              .workOffline = m_options.offline || m_settings.workOffline(),
                                              .language = language().toLatin1()},
                                             {m_clock, m_random});
    if (!workspace) {
        m_log.write(LogLevel::Error, u"replica"_s, {{u"text"_s, workspace.error()}});
        m_window.showSignIn();
        m_window.signIn().showProblem(storageProblem());
        return;
    }
    m_workspace = std::move(*workspace);
    connect(m_workspace.get(), &engine::Workspace::tokensRenewed, &m_session, &engine::SessionService::keepTokens);
    connect(m_workspace.get(), &engine::Workspace::storageFailed, this,
            [this](const QString& text) { m_log.write(LogLevel::Error, u"replica"_s, {{u"text"_s, text}}); });

    if (!(m_options.store || m_settings.storeMode()) || !showStoreMode(account))
        showSeller(account);
    Q_EMIT workspaceOpened();
}

void Desktop::showSeller(const ports::Account& account)
{
    const bool here = m_session.onThisComputer();
    m_pages = std::make_unique<SellerPages>(SellerPages::Parts{m_theme, m_languages, m_settings, *m_workspace, account,
                                                               [this, here] { return placeName(here); },
                                                               [this] { return m_session.secretPlace(); },
                                                               m_clock, m_random});
    connect(m_pages.get(), &SellerPages::renamed, &m_session, &engine::SessionService::noteName);
    connect(m_pages.get(), &SellerPages::signOutRequested, this, &Desktop::signOut);
    connect(m_pages.get(), &SellerPages::signInRequested, this, [this, email = account.email] {
        closeWorkspace();
        m_window.showSignIn();
        m_window.signIn().setEmail(email);
    });
    // Queued: it takes the pages away that ask for it.
    connect(
        m_pages.get(), &SellerPages::storeModeRequested, this,
        [this, account] {
            m_window.closeWorkspace();
            m_pages.reset();
            if (!showStoreMode(account))
                showSeller(account);
        },
        Qt::QueuedConnection);
    m_window.showWorkspace(m_pages->frame());
}

bool Desktop::showStoreMode(const ports::Account& account)
{
    auto mode = StoreMode::open({.theme = m_theme,
                                 .settings = m_settings,
                                 .workspace = *m_workspace,
                                 .regions = shippedRegions(),
                                 .account = account,
                                 .onThisComputer = m_session.onThisComputer(),
                                 .folder = QFileInfo(m_session.replicaFile()).path(),
                                 .secrets = m_secrets,
                                 .clock = m_clock,
                                 .random = m_random,
                                 .language = [this] { return language().toLatin1(); }});
    if (!mode) {
        m_log.write(LogLevel::Error, u"counter"_s, {{u"text"_s, mode.error()}});
        return false;
    }
    m_storeMode = std::move(*mode);
    connect(m_storeMode.get(), &StoreMode::storageFailed, this,
            [this](const QString& text) { m_log.write(LogLevel::Error, u"counter"_s, {{u"text"_s, text}}); });
    connect(
        m_storeMode.get(), &StoreMode::left, this,
        [this, account] {
            m_options.store = false;
            m_window.release();
            m_storeMode.reset();
            showSeller(account);
        },
        Qt::QueuedConnection);
    m_window.hold(m_storeMode->page());
    m_storeMode->start();
    return true;
}

void Desktop::openShop(const ports::Account& account)
{
    const QString replica = m_session.replicaFile(); // names the account's folder
    const bool carry = std::exchange(m_carryCart, false);
    showShop({.file = replica.isEmpty() ? QString() : QFileInfo(replica).dir().filePath(u"shop.db"_s),
              .marketplace = account.marketplace,
              .onThisComputer = m_session.onThisComputer(),
              .tokens = m_session.tokens(),
              .workOffline = m_options.offline || m_settings.workOffline(),
              .language = language().toLatin1(),
              .cartToTakeOver = carry ? guestFile() : QString()},
             account, false);
    if (carry && m_buyer && m_carriedPieces > 0)
        m_buyer->showCart();
}

QString Desktop::guestFile() const
{
    const QString folder = engine::AccountFolders(m_options.dataDir).guestFolder(m_session.marketplace(), m_session.onThisComputer());
    return folder.isEmpty() ? QString() : folder + u"/shop.db"_s;
}

void Desktop::openGuestShop()
{
    const bool backToCart = std::exchange(m_carryCart, false) && m_carriedPieces > 0;
    closeWorkspace();
    showShop({.file = guestFile(),
              .marketplace = m_session.marketplace(),
              .onThisComputer = m_session.onThisComputer(),
              .workOffline = m_options.offline || m_settings.workOffline(),
              .language = language().toLatin1()},
             {.marketplace = m_session.marketplace()}, true);
    if (backToCart && m_buyer)
        m_buyer->showCart();
}

void Desktop::leaveGuestShop(bool registering)
{
    m_carriedPieces = m_buyer ? m_buyer->cart()->cart().pieces : 0;
    m_carryCart = true;
    closeWorkspace();
    if (registering) {
        m_window.showRegistration();
        m_window.registration().setBuyer(true);
    } else {
        // Whoever signed in here before is not who is shopping now.
        m_window.signIn().setEmail({});
        m_window.showSignIn();
        m_window.signIn().setFromCart(m_carriedPieces > 0);
    }
}

void Desktop::showShop(const engine::ShopWorkspace::Config& config, const ports::Account& account, bool guest)
{
    auto shop = config.file.isEmpty() ? tl::unexpected(u"no folder"_s)
                                      : engine::ShopWorkspace::open(config, {m_clock, m_random});
    if (!shop) {
        m_log.write(LogLevel::Error, u"shop"_s, {{u"text"_s, shop.error()}});
        m_window.showSignIn();
        m_window.signIn().showProblem(storageProblem());
        return;
    }
    m_shop = std::move(*shop);
    connect(m_shop.get(), &engine::ShopWorkspace::tokensRenewed, &m_session, &engine::SessionService::keepTokens);
    connect(m_shop.get(), &engine::ShopWorkspace::storageFailed, this,
            [this](const QString& text) { m_log.write(LogLevel::Error, u"shop"_s, {{u"text"_s, text}}); });
    m_buyer = std::make_unique<BuyerPages>(
        BuyerPages::Parts{m_theme, m_languages, m_settings, *m_shop, shippedRegions(), account,
                          [this, here = config.onThisComputer] { return placeName(here); },
                          QFileInfo(config.file).dir().filePath(u"pictures"_s), [this] { return m_session.secretPlace(); }, m_clock, guest});
    if (guest) {
        connect(m_buyer.get(), &BuyerPages::signInRequested, this, [this] { leaveGuestShop(false); });
        connect(m_buyer.get(), &BuyerPages::registerRequested, this, [this] { leaveGuestShop(true); });
    } else {
        connect(m_buyer.get(), &BuyerPages::renamed, &m_session, &engine::SessionService::noteName);
        connect(m_buyer.get(), &BuyerPages::signOutRequested, this, &Desktop::signOut);
        connect(m_buyer.get(), &BuyerPages::signInRequested, this, [this, email = account.email] {
            closeWorkspace();
            m_window.showSignIn();
            m_window.signIn().setEmail(email);
        });
    }
    m_window.showWorkspace(m_buyer->frame());
    Q_EMIT workspaceOpened();
}

void Desktop::closeWorkspace()
{
    m_window.release();
    m_window.closeWorkspace();
    m_pages.reset();
    m_storeMode.reset();
    m_buyer.reset();
    m_workspace.reset();
    m_shop.reset();
}

void Desktop::signOut() { m_session.signOut(); }

} // namespace belanjain::app
