// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/workspace.h"
#include "ports/id_factory.h"
#include "pictures/picture_thumbnails.h"
#include "ports/session.h"
#include "settings.h"
#include "shell/languages.h"
#include "view_settings_file.h"

#include <QObject>

#include <functional>
#include <memory>

namespace belanjain::ui
{
class AccountPage;
class AnalyticsPage;
class InventoryPage;
class OrdersPage;
class ProductsPage;
class ReviewsPage;
class SettingsPage;
class StockArea;
class StorePage;
class Theme;
class TransferPage;
class WorkspaceFrame;
} // namespace belanjain::ui

namespace belanjain::app
{

class Leaving;
class SellerTools;

/// The pages of a signed-in seller over one workspace, hung into a frame and connected to its status line.
class SellerPages : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        ui::Theme& theme;
        ui::Languages& languages;
        Settings& settings;
        engine::Workspace& workspace;
        ports::Account account;
        std::function<QString()> place; ///< the marketplace in words, in the language in force
        std::function<ports::SecretStore::Place()> secrets; ///< a keychain answers late, so it is asked again
        const ports::Clock& clock;
        ports::RandomSource& random;
    };

    explicit SellerPages(Parts parts);
    ~SellerPages() override;

    ui::WorkspaceFrame* frame() const { return m_frame.get(); }
    ui::InventoryPage* inventory() const { return m_inventory; }
    ui::ProductsPage* products() const { return m_products; }
    ui::OrdersPage* orders() const { return m_orders; }
    ui::StockArea* stock() const { return m_stock; }
    ui::AccountPage* account() const { return m_account; }
    SellerTools& tools() { return *m_tools; }

Q_SIGNALS:
    void signOutRequested();
    void signInRequested();
    /// The screen is to be handed to customers.
    void storeModeRequested();
    /// The person changed their name.
    void renamed(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectStatus();
    void connectProducts();
    void startTools();
    void addAccount();
    void signOut();
    void retranslate();
    void openStoreMenu(const QPoint& at);
    void setWorkOffline(bool offline);

    Parts m_parts;
    ports::IdFactory m_ids;
    ViewSettingsFile m_viewSettings;
    ui::PictureThumbnails m_thumbnails;
    std::unique_ptr<ui::WorkspaceFrame> m_frame;
    std::unique_ptr<SellerTools> m_tools;
    std::unique_ptr<Leaving> m_leaving;
    ui::InventoryPage* m_inventory;
    ui::StockArea* m_stock;
    ui::OrdersPage* m_orders;
    ui::ProductsPage* m_products;
    ui::AnalyticsPage* m_analytics;
    ui::ReviewsPage* m_reviews;
    ui::StorePage* m_storePage;
    ui::TransferPage* m_transfer;
    ui::AccountPage* m_account;
    ui::SettingsPage* m_settingsPage;
};

} // namespace belanjain::app
