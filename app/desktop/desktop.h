// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/secrets/encrypted_file_store.h"
#include "engine/secrets/keychain_store.h"
#include "engine/secrets/memory_store.h"
#include "engine/session/session_service.h"
#include "engine/shop/shop_workspace.h"
#include "engine/workspace.h"
#include "hosting.h"
#include "options.h"
#include "ports/system.h"
#include "settings.h"
#include "shell/languages.h"
#include "shell/main_window.h"
#include "shell/welcome.h"

#include <QApplication>

#include <memory>

namespace belanjain::app
{

class BuyerPages;
class SellerPages;
class StoreMode;

/// Puts the desktop together and leads from the first start to a workspace: which marketplace, who, and
/// the pages over their replica. Owns every part; knows how they are connected and nothing else.
class Desktop : public QObject
{
    Q_OBJECT
public:
    Desktop(QApplication& application, Options options);
    ~Desktop() override;

    /// Shows the window and goes on where the last start ended.
    void start();

    ui::MainWindow& window() { return m_window; }
    ui::Theme& theme() { return m_theme; }
    ui::Languages& languages() { return m_languages; }
    Hosting& hosting() { return m_hosting; }
    engine::SessionService& session() { return m_session; }
    /// Null while no seller is signed in.
    engine::Workspace* workspace() { return m_workspace.get(); }
    /// Null while no buyer is signed in.
    BuyerPages* buyer() { return m_buyer.get(); }
    /// Null unless the screen belongs to customers.
    StoreMode* storeMode() { return m_storeMode.get(); }

Q_SIGNALS:
    void workspaceOpened();

private:
    void connectWelcome();
    void connectSession();
    void connectPreferences();
    void choose(ui::FirstRunChoice choice, const QUrl& address);
    void hosted(const QUrl& address);
    void connectTo(const QUrl& address, bool onThisComputer);
    void openWorkspace(const ports::Account& account);
    void showSeller(const ports::Account& account);
    /// Hands the screen to customers; false when that cannot be.
    bool showStoreMode(const ports::Account& account);
    void openShop(const ports::Account& account);
    /// The storefront for somebody without an account.
    void openGuestShop();
    void showShop(const engine::ShopWorkspace::Config& config, const ports::Account& account, bool guest);
    /// A guest wants to buy: the cart comes along to whichever account is signed in next.
    void leaveGuestShop(bool registering);
    QString guestFile() const;
    void closeWorkspace();
    void signOut();
    /// The theme, with the look that was chosen: text is only drawn in its font by widgets made after it.
    ui::Theme& dressed(QApplication& application);
    ports::SecretStore& fallbackSecrets();
    QString placeName(bool onThisComputer) const;
    QString language() const;
    ports::SessionProblem storageProblem() const;

    Options m_options;
    Settings m_settings;
    ports::SystemClock m_clock;
    ports::SystemRandom m_random;
    marketplace::StderrLog m_log;
    ui::Theme m_theme;
    ui::Languages m_languages;
    engine::MemoryStore m_memorySecrets;
    std::unique_ptr<engine::EncryptedFileStore> m_fileSecrets;
    engine::KeychainStore m_secrets;
    Hosting m_hosting;
    engine::SessionService m_session;
    std::unique_ptr<engine::Workspace> m_workspace;
    std::unique_ptr<SellerPages> m_pages;
    std::unique_ptr<StoreMode> m_storeMode;
    std::unique_ptr<engine::ShopWorkspace> m_shop;
    std::unique_ptr<BuyerPages> m_buyer;
    ui::MainWindow m_window;
    qint64 m_carriedPieces = 0;
    bool m_carryCart = false; ///< a guest's, to the account that is signed in next
    bool m_tryAtOnce = false; ///< --demo: sign in to the sample store without asking
    ui::FirstRunChoice m_choice = ui::FirstRunChoice::SampleMarketplace;
};

} // namespace belanjain::app
