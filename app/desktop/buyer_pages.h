// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/region_book.h"
#include "engine/pictures/picture_service.h"
#include "engine/shop/shop_workspace.h"
#include "pictures/picture_thumbnails.h"
#include "ports/secret_store.h"
#include "ports/session.h"
#include "settings.h"
#include "shell/languages.h"
#include "view_settings_file.h"

#include <QObject>

#include <functional>
#include <memory>

class QLabel;

namespace belanjain::ui
{
class AccountPage;
class CartPage;
class CategoryList;
class EmptyState;
class MyOrdersPage;
class SettingsPage;
struct ShopServices;
class Storefront;
class Theme;
class WorkspaceFrame;
} // namespace belanjain::ui

namespace belanjain::app
{

class Leaving;

/// The pages of a buyer, signed in or not yet, over one shop, hung into a frame and connected to its status line.
class BuyerPages : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        ui::Theme& theme;
        ui::Languages& languages;
        Settings& settings;
        engine::ShopWorkspace& shop;
        const RegionBook& regions;
        ports::Account account;
        std::function<QString()> place; ///< the marketplace in words, in the language in force
        QString picturesDir;
        std::function<ports::SecretStore::Place()> secrets; ///< a keychain answers late, so it is asked again
        const ports::Clock& clock;
        /// Somebody without an account: looks around and fills a cart; orders ask to sign in.
        bool guest = false;
    };

    explicit BuyerPages(Parts parts);
    ~BuyerPages() override;

    ui::WorkspaceFrame* frame() const { return m_frame.get(); }
    ui::Storefront* storefront() const { return m_storefront; }
    ui::CartPage* cart() const { return m_cart; }
    /// Null for a guest.
    ui::MyOrdersPage* orders() const { return m_orders; }
    bool isGuest() const { return m_parts.guest; }
    /// Null for a guest.
    ui::AccountPage* account() const { return m_account; }
    void showBrowse();
    void showCart();
    void showOrders();

Q_SIGNALS:
    void signOutRequested();
    void signInRequested();
    void registerRequested();
    /// The person changed their name.
    void renamed(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addPages(const ui::ShopServices& services);
    void addAccount();
    void signOut();
    void connectPages();
    QWidget* makeGuestOrders();
    void connectOrders();
    void connectGuest();
    void tellSidebar();
    void connectStatus();
    void retranslate();
    void openMenu(const QPoint& at);
    void setWorkOffline(bool offline);

    Parts m_parts;
    ViewSettingsFile m_viewSettings;
    engine::PictureService m_pictures;
    ui::PictureThumbnails m_thumbnails;
    std::unique_ptr<ui::WorkspaceFrame> m_frame;
    QString m_before; ///< the page before the one in front
    QString m_front;
    QString m_category; ///< that is looked at under Browse; empty for none
    ui::Storefront* m_storefront;
    ui::CartPage* m_cart;
    ui::CategoryList* m_categories;
    ui::MyOrdersPage* m_orders = nullptr;
    ui::EmptyState* m_noOrders = nullptr; ///< a guest's
    QLabel* m_noOrdersTitle = nullptr;    ///< a guest's
    ui::SettingsPage* m_settingsPage = nullptr;
    std::unique_ptr<Leaving> m_leaving;
    ui::AccountPage* m_account = nullptr;
};

/// The regions that the program brings along.
const RegionBook& shippedRegions();

} // namespace belanjain::app
