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

namespace belanjain::ui
{
class CartPage;
class MyOrdersPage;
class SettingsPage;
class Storefront;
class Theme;
class WorkspaceFrame;
} // namespace belanjain::ui

namespace belanjain::app
{

/// The pages of a signed-in buyer over one shop, hung into a frame and connected to its status line.
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
        QString dataDir;
        QString picturesDir;
        ports::SecretStore::Place secrets;
        const ports::Clock& clock;
    };

    explicit BuyerPages(Parts parts);
    ~BuyerPages() override;

    ui::WorkspaceFrame* frame() const { return m_frame.get(); }
    ui::Storefront* storefront() const { return m_storefront; }
    ui::CartPage* cart() const { return m_cart; }
    ui::MyOrdersPage* orders() const { return m_orders; }
    void showBrowse();
    void showCart();
    void showOrders();

Q_SIGNALS:
    void signOutRequested();
    void signInRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectPages();
    void connectStatus();
    void retranslate();
    void openMenu(const QPoint& at);
    void setWorkOffline(bool offline);

    Parts m_parts;
    ViewSettingsFile m_viewSettings;
    engine::PictureService m_pictures;
    ui::PictureThumbnails m_thumbnails;
    std::unique_ptr<ui::WorkspaceFrame> m_frame;
    ui::Storefront* m_storefront;
    ui::CartPage* m_cart;
    ui::MyOrdersPage* m_orders;
    ui::SettingsPage* m_settingsPage;
};

/// The regions that the program brings along.
const RegionBook& shippedRegions();

} // namespace belanjain::app
