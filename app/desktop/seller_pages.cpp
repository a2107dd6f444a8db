// SPDX-License-Identifier: GPL-3.0-or-later
#include "seller_pages.h"

#include "account/account_page.h"
#include "analytics/analytics_page.h"
#include "common/shortcuts.h"
#include "inventory/inventory_page.h"
#include "leaving.h"
#include "orders/orders_page.h"
#include "products/products_page.h"
#include "reviews/reviews_page.h"
#include "seller_tools.h"
#include "shell/settings_page.h"
#include "shell/status_strip.h"
#include "shell/store_menu.h"
#include "shell/upkeep_strip.h"
#include "shell/workspace_frame.h"
#include "stock/stock_area.h"
#include "store/store_page.h"
#include "transfer/transfer_page.h"

#include <QDesktopServices>
#include <QEvent>
#include <QShortcut>
#include <QTimeZone>
#include <QUrl>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using ports::Connection;
namespace
{

const QString stockKey = QStringLiteral("stock");
const QString attentionKey = QStringLiteral("attention");
const QString ordersKey = QStringLiteral("orders");
const QString productsKey = QStringLiteral("products");
const QString analyticsKey = QStringLiteral("analytics");
const QString reviewsKey = QStringLiteral("reviews");
const QString storeKey = QStringLiteral("store");
const QString transferKey = QStringLiteral("transfer");
const QString accountKey = QStringLiteral("account");
const QString settingsKey = QStringLiteral("settings");

} // namespace

SellerPages::SellerPages(Parts parts)
    : m_parts(std::move(parts))
    , m_ids(m_parts.clock, m_parts.random)
    , m_viewSettings(m_parts.settings.raw())
    , m_thumbnails(m_parts.workspace.pictures())
    , m_frame(std::make_unique<ui::WorkspaceFrame>(m_parts.theme))
{
    engine::Workspace& workspace = m_parts.workspace;
    m_inventory = new ui::InventoryPage(m_parts.theme, {.reader = workspace.inventory(),
                                                        .sink = workspace.commands(),
                                                        .sync = workspace.sync(),
                                                        .clock = m_parts.clock,
                                                        .settings = m_viewSettings,
                                                        .thumbnails = &m_thumbnails});
    m_inventory->setStoreName(m_parts.account.storeName);
    m_stock = new ui::StockArea(m_parts.theme, *m_inventory, {.history = workspace.stockHistory(),
                                                              .stocktake = workspace.stocktake(),
                                                              .restock = workspace.restock(),
                                                              .catalogue = workspace.catalogue(),
                                                              .sink = workspace.commands(),
                                                              .clock = m_parts.clock,
                                                              .settings = m_viewSettings});
    m_stock->setStoreName(m_parts.account.storeName);
    m_orders = new ui::OrdersPage(m_parts.theme, {.reader = workspace.orders(),
                                                  .catalogue = workspace.catalogue(),
                                                  .sink = workspace.commands(),
                                                  .clock = m_parts.clock,
                                                  .settings = m_viewSettings,
                                                  .thumbnails = &m_thumbnails,
                                                  .withdrawal = &workspace.withdrawal(),
                                                  .prints = &workspace.prints(),
                                                  .files = &workspace.ordersExport()});
    m_products = new ui::ProductsPage(m_parts.theme, {.reader = workspace.catalogue(),
                                                      .inventory = workspace.inventory(),
                                                      .sink = workspace.commands(),
                                                      .ids = m_ids,
                                                      .clock = m_parts.clock,
                                                      .pictures = workspace.pictures(),
                                                      .thumbnails = &m_thumbnails,
                                                      .settings = &m_viewSettings});
    m_analytics = new ui::AnalyticsPage(
        m_parts.theme, {.reader = workspace.sales(), .clock = m_parts.clock, .settings = m_viewSettings});
    m_analytics->setStoreName(m_parts.account.storeName);
    m_reviews = new ui::ReviewsPage(m_parts.theme, {.reader = workspace.reviews(),
                                                    .catalogue = &workspace.catalogue(),
                                                    .sink = workspace.commands(),
                                                    .thumbnails = &m_thumbnails,
                                                    .sync = &workspace.sync()});
    m_storePage = new ui::StorePage(m_parts.theme, workspace.catalogue(), workspace.commands());
    m_transfer = new ui::TransferPage(m_parts.theme, {.importer = workspace.importer(),
                                                      .files = workspace.productsExport(),
                                                      .clock = m_parts.clock,
                                                      .settings = m_viewSettings,
                                                      .catalogue = &workspace.catalogue()});
    m_settingsPage = new ui::SettingsPage(m_parts.theme, m_parts.languages);
    m_tools = std::make_unique<SellerTools>(SellerTools::Parts{m_parts.theme, m_parts.languages, workspace, m_parts.clock, m_viewSettings,
                                                               &m_thumbnails, *m_frame, m_parts.account});
    m_tools->addHome();
    m_frame->addPage(ui::Sidebar::Place::Pages, ordersKey, ui::Icon::Orders, m_orders);
    m_frame->addPage(ui::Sidebar::Place::Pages, stockKey, ui::Icon::Stock, m_stock);
    m_frame->addPage(ui::Sidebar::Place::Pages, productsKey, ui::Icon::Tag, m_products);
    m_frame->addPage(ui::Sidebar::Place::Pages, analyticsKey, ui::Icon::Chart, m_analytics);
    m_frame->addPage(ui::Sidebar::Place::Pages, reviewsKey, ui::Icon::Star, m_reviews);
    m_frame->addPage(ui::Sidebar::Place::Pages, transferKey, ui::Icon::Swap, m_transfer);
    m_tools->addAttention();
    m_frame->addPage(ui::Sidebar::Place::Foot, storeKey, ui::Icon::Shop, m_storePage);
    addAccount();
    m_frame->addPage(ui::Sidebar::Place::Foot, settingsKey, ui::Icon::Sliders, m_settingsPage);

    connect(m_orders, &ui::OrdersPage::newOrders, this,
            [this](int count) { m_frame->sidebar().setCount(ordersKey, count); });
    connect(m_analytics, &ui::AnalyticsPage::ordersRequested, this, [this](const ports::OrdersQuery& query, const QString& product) {
        m_frame->showPage(ordersKey);
        m_orders->showQuery(query, product);
    });
    connect(m_analytics, &ui::AnalyticsPage::newProductRequested, this, [this] {
        m_frame->showPage(productsKey);
        m_products->createProduct();
    });
    connect(m_inventory, &ui::InventoryPage::importAsked, this, [this] { m_frame->showPage(transferKey); });
    connect(m_transfer, &ui::TransferPage::ordersAsked, this, [this] { m_frame->showPage(ordersKey); });
    connect(m_stock, &ui::StockArea::orderAsked, this, [this](const QString& number) {
        m_frame->showPage(ordersKey);
        m_orders->showQuery({.search = number});
    });
    connect(m_reviews, &ui::ReviewsPage::unansweredChanged, this,
            [this](int count) { m_frame->sidebar().setCount(reviewsKey, count); });
    connect(m_storePage, &ui::StorePage::leftWithChanges, this,
            [this] { m_storePage->leaveThen(m_frame.get(), [] {}); }, Qt::QueuedConnection);
    connect(m_storePage, &ui::StorePage::returnAsked, this, [this] { m_frame->showPage(storeKey); });
    m_leaving = std::make_unique<Leaving>(
        Leaving::Parts{m_parts.theme, *m_frame, workspace.sync(), m_products, m_storePage});
    connect(m_settingsPage, &ui::SettingsPage::signOutRequested, this, &SellerPages::signOut);
    connect(m_settingsPage, &ui::SettingsPage::accountRequested, this, [this] { m_frame->showPage(accountKey); });
    connectProducts();
    connect(&m_frame->sidebar(), &ui::Sidebar::storePressed, this, &SellerPages::openStoreMenu);
    connectStatus();

    m_frame->installEventFilter(this);
    retranslate();
    m_inventory->start();
    m_orders->start();
    m_products->start();
    m_reviews->start();
    m_transfer->start();
    m_storePage->start();
    startTools();
}

SellerPages::~SellerPages() = default;

void SellerPages::addAccount()
{
    m_account = new ui::AccountPage(m_parts.theme, {.desk = m_parts.workspace.account(),
                                                    .keeper = m_parts.workspace.storedData(),
                                                    .clock = m_parts.clock,
                                                    .sync = m_parts.workspace.sync(),
                                                    .secrets = m_parts.secrets});
    m_account->setKnown(m_parts.account.name, m_parts.account.email);
    m_frame->addPage(ui::Sidebar::Place::Foot, accountKey, ui::Icon::User, m_account);
    connect(m_account, &ui::AccountPage::signOutRequested, this, &SellerPages::signOut);
    connect(m_account, &ui::AccountPage::renamed, this, [this](const QString& name) {
        m_parts.account.name = name;
        retranslate();
        Q_EMIT renamed(name);
    });
}

void SellerPages::signOut()
{
    m_leaving->signOut([this] { Q_EMIT signOutRequested(); });
}

void SellerPages::connectProducts()
{
    connect(m_inventory, &ui::InventoryPage::newProductAsked, this, [this] {
        m_frame->showPage(productsKey);
        m_products->createProduct();
    });
    connect(m_products, &ui::ProductsPage::importAsked, this, [this] { m_frame->showPage(transferKey); });
    connect(m_products, &ui::ProductsPage::shown, this, [this] { m_frame->showPage(productsKey); });
    connect(m_products, &ui::ProductsPage::codeFound, this,
            [this](const ProductId&, const VariantId&, const QString& code) {
                m_frame->showPage(stockKey);
                m_stock->showTable();
                m_inventory->showQuery({.search = code, .status = ports::StatusFilter::All});
            });
}

void SellerPages::startTools()
{
    m_settingsPage->setNotices(ui::NewsTeller::isOn(m_viewSettings));
    connect(m_settingsPage, &ui::SettingsPage::noticesToggled, this,
            [this](bool on) { ui::NewsTeller::setOn(m_viewSettings, on); });
    m_tools->start({.orders = [this](const ports::OrdersQuery& query) {
                        m_frame->showPage(ordersKey);
                        m_orders->showQuery(query);
                    },
                    .stock = [this](const ports::InventoryQuery& query) {
                        m_frame->showPage(stockKey);
                        m_stock->showTable();
                        m_inventory->showQuery(query);
                    },
                    .reviews = [this](const ports::ReviewsQuery& query) {
                        m_frame->showPage(reviewsKey);
                        m_reviews->showQuery(query);
                    },
                    .product = [this](const ProductId& product, const QString&) {
                        m_frame->showPage(productsKey);
                        m_products->openProduct(product);
                    },
                    .newProduct = [this] {
                        m_frame->showPage(productsKey);
                        m_products->createProduct();
                    },
                    .workOffline = [this](bool offline) { setWorkOffline(offline); },
                    // Queued: the palette that asked closes first.
                    .storeMode =
                        [this] {
                            QMetaObject::invokeMethod(
                                this, [this] { m_leaving->leave([this] { Q_EMIT storeModeRequested(); }); }, Qt::QueuedConnection);
                        },
                    .signOut = [this] { signOut(); }});
}

void SellerPages::connectStatus()
{
    ports::SyncControl& sync = m_parts.workspace.sync();
    ui::StatusStrip& strip = m_frame->strip();
    connect(&sync, &ports::SyncControl::statusChanged, this, [this](const ports::SyncStatus& status) {
        m_frame->strip().setStatus(status);
        m_frame->sidebar().setCount(attentionKey, status.attention, true);
    });
    strip.setStatus(sync.status());
    m_frame->upkeep().setUpkeep(m_parts.workspace.upkeep());
    connect(&m_frame->upkeep(), &ui::UpkeepStrip::folderRequested, this,
            [](const QString& folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    connect(&m_parts.workspace.catalogue(), &ports::CatalogueReader::storeRead, &strip,
            [this, &strip](const StoreId&, const StoreProfile& profile) {
                const QTimeZone zone(profile.timeZone.toUtf8());
                strip.setZone(zone);
                m_account->setZone(zone);
            });
    connect(m_inventory, &ui::InventoryPage::totalsChanged, &strip, &ui::StatusStrip::setTotals);
    connect(&strip, &ui::StatusStrip::syncRequested, &sync, &ports::SyncControl::syncNow);
    connect(&strip, &ui::StatusStrip::offlineToggled, this, &SellerPages::setWorkOffline);
    connect(&strip, &ui::StatusStrip::signInRequested, this,
            [this] { m_leaving->leave([this] { Q_EMIT signInRequested(); }); });
    auto* offline = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), m_frame.get());
    ui::stateShortcut(offline, QT_TRANSLATE_NOOP("Shortcuts", "Work offline, or go online again"));
    connect(offline, &QShortcut::activated, this, [this] {
        setWorkOffline(m_parts.workspace.sync().status().connection != Connection::WorkingOffline);
    });
}

void SellerPages::setWorkOffline(bool offline)
{
    m_parts.settings.setWorkOffline(offline);
    m_parts.workspace.sync().setWorkOffline(offline);
}

void SellerPages::openStoreMenu(const QPoint& at)
{
    auto* menu = new ui::StoreMenu(m_parts.theme, m_frame.get());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setLanguage(m_parts.languages.current());
    menu->setWorkingOffline(m_parts.workspace.sync().status().connection == Connection::WorkingOffline);
    connect(menu, &ui::StoreMenu::settingsRequested, this, [this] { m_frame->showPage(settingsKey); });
    connect(menu, &ui::StoreMenu::offlineToggled, this, &SellerPages::setWorkOffline);
    connect(menu, &ui::StoreMenu::languageRequested, &m_parts.languages, &ui::Languages::set);
    menu->setStoreModeOffered(true);
    connect(
        menu, &ui::StoreMenu::storeModeRequested, this,
        [this] { m_leaving->leave([this] { Q_EMIT storeModeRequested(); }); }, Qt::QueuedConnection);
    connect(menu, &ui::StoreMenu::accountRequested, this, [this] { m_frame->showPage(accountKey); });
    connect(menu, &ui::StoreMenu::signOutRequested, this, &SellerPages::signOut);
    menu->popup(at);
}

bool SellerPages::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void SellerPages::retranslate()
{
    m_frame->sidebar().setText(stockKey, tr("Stock"));
    m_frame->sidebar().setText(ordersKey, tr("Orders"));
    m_frame->sidebar().setText(productsKey, tr("Products"));
    m_frame->sidebar().setText(analyticsKey, tr("Analytics"));
    m_frame->sidebar().setText(reviewsKey, tr("Reviews"));
    m_frame->sidebar().setText(transferKey, tr("Import and export"));
    m_tools->retranslate();
    m_frame->sidebar().setText(storeKey, tr("Store"));
    m_frame->sidebar().setText(accountKey, tr("Account"));
    m_frame->sidebar().setText(settingsKey, tr("Settings"));
    m_frame->sidebar().setStore(m_parts.account.storeName, tr("Seller"));
    m_frame->strip().setLanguage(m_parts.languages.current());
    m_settingsPage->setAccount(m_parts.account, m_parts.place());
}

} // namespace belanjain::app
