// SPDX-License-Identifier: GPL-3.0-or-later
#include "buyer_pages.h"

#include "common/choices.h"
#include "common/labels.h"
#include "common/theme.h"
#include "account/account_page.h"
#include "leaving.h"
#include "shell/settings_page.h"
#include "shell/status_strip.h"
#include "shell/store_menu.h"
#include "shell/workspace_frame.h"
#include "storefront/cart_page.h"
#include "storefront/category_list.h"
#include "storefront/my_orders_page.h"
#include "storefront/storefront.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QShortcut>

#include <utility>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using ports::Connection;
namespace
{

const QString browseKey = QStringLiteral("browse");
const QString cartKey = QStringLiteral("cart");
const QString ordersKey = QStringLiteral("myOrders");
const QString accountKey = QStringLiteral("account");
const QString settingsKey = QStringLiteral("settings");
const QString signInKey = QStringLiteral("signIn");

} // namespace

const RegionBook& shippedRegions()
{
    static const RegionBook book = [] {
        QFile file(u":/regions/regions.txt"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the regions are not built into this program");
        auto regions = RegionBook::parse(QString::fromUtf8(file.readAll()));
        if (!regions)
            qFatal("the regions built into this program cannot be read");
        return *std::move(regions);
    }();
    return book;
}

BuyerPages::BuyerPages(Parts parts)
    : m_parts(std::move(parts))
    , m_viewSettings(m_parts.settings.raw())
    , m_pictures(m_parts.picturesDir, m_parts.account.marketplace, m_parts.clock)
    , m_thumbnails(m_pictures)
    , m_frame(std::make_unique<ui::WorkspaceFrame>(m_parts.theme))
    , m_before(browseKey)
    , m_front(browseKey)
{
    engine::ShopWorkspace& shop = m_parts.shop;
    const ui::ShopServices services{.reader = shop.reader(),
                                    .cart = shop.cart(),
                                    .checkout = shop.checkout(),
                                    .purchases = shop.purchases(),
                                    .sync = shop.sync(),
                                    .clock = m_parts.clock,
                                    .settings = m_viewSettings,
                                    .regions = m_parts.regions,
                                    .thumbnails = &m_thumbnails,
                                    .signedIn = !m_parts.guest,
                                    .person = m_parts.account.name};
    addPages(services);
    connectPages();
    connectStatus();
    m_frame->installEventFilter(this);
    retranslate();
    m_storefront->start();
    m_cart->start();
    if (m_orders)
        m_orders->start();
}

BuyerPages::~BuyerPages() = default;

void BuyerPages::addPages(const ui::ShopServices& services)
{
    m_storefront = new ui::Storefront(m_parts.theme, services);
    m_cart = new ui::CartPage(m_parts.theme, services);
    m_categories = new ui::CategoryList(m_parts.theme);
    m_frame->addPage(ui::Sidebar::Place::Pages, browseKey, ui::Icon::Shop, m_storefront);
    m_frame->addPage(ui::Sidebar::Place::Pages, cartKey, ui::Icon::Cart, m_cart);
    if (m_parts.guest) {
        m_frame->addPage(ui::Sidebar::Place::Pages, ordersKey, ui::Icon::Orders, makeGuestOrders());
        m_frame->addShortcut(ui::Sidebar::Place::Foot, signInKey, ui::Icon::User);
    } else {
        m_orders = new ui::MyOrdersPage(m_parts.theme, services);
        m_settingsPage = new ui::SettingsPage(m_parts.theme, m_parts.languages);
        m_frame->addPage(ui::Sidebar::Place::Pages, ordersKey, ui::Icon::Orders, m_orders);
        addAccount();
        m_frame->addPage(ui::Sidebar::Place::Foot, settingsKey, ui::Icon::Sliders, m_settingsPage);
    }
    m_frame->sidebar().addBelow(m_categories);
}

QWidget* BuyerPages::makeGuestOrders()
{
    auto* page = new QWidget;
    page->setObjectName(u"page"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    auto* header = new QWidget(page);
    header->setFixedHeight(ui::measure::PageHeader);
    m_noOrdersTitle = ui::makeLabel(m_parts.theme, {}, ui::TextStyle::Page, {}, header);
    m_noOrdersTitle->setObjectName(u"pageTitle"_s);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(ui::measure::PageMargin, 0, ui::measure::PageMargin, 0);
    row->addWidget(m_noOrdersTitle);
    row->addStretch();
    auto* line = new QFrame(page);
    line->setObjectName(u"hline"_s);
    m_noOrders = new ui::EmptyState(m_parts.theme, ui::Drawing::Receipts, {}, {}, page);
    m_noOrders->setObjectName(u"guestOrders"_s);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(line);
    column->addWidget(m_noOrders, 1);
    page->setFocusProxy(m_noOrders);
    return page;
}

void BuyerPages::showBrowse() { m_frame->showPage(browseKey); }
void BuyerPages::showCart() { m_frame->showPage(cartKey); }
void BuyerPages::showOrders() { m_frame->showPage(ordersKey); }

void BuyerPages::addAccount()
{
    m_account = new ui::AccountPage(m_parts.theme, {.desk = m_parts.shop.account(),
                                                    .keeper = m_parts.shop.storedData(),
                                                    .clock = m_parts.clock,
                                                    .sync = m_parts.shop.sync(),
                                                    .secrets = m_parts.secrets});
    m_account->setKnown(m_parts.account.name, m_parts.account.email);
    m_frame->addPage(ui::Sidebar::Place::Foot, accountKey, ui::Icon::User, m_account);
    m_leaving = std::make_unique<Leaving>(Leaving::Parts{.theme = m_parts.theme, .frame = *m_frame, .sync = m_parts.shop.sync()});
    connect(m_account, &ui::AccountPage::signOutRequested, this, &BuyerPages::signOut);
    connect(m_account, &ui::AccountPage::renamed, this, [this](const QString& name) {
        m_parts.account.name = name;
        retranslate();
        Q_EMIT renamed(name);
    });
}

void BuyerPages::signOut()
{
    m_leaving->signOut([this] { Q_EMIT signOutRequested(); });
}

void BuyerPages::connectPages()
{
    const auto openProduct = [this](const ProductId& product) {
        m_storefront->showProduct(product);
        showBrowse();
    };
    const auto openStore = [this](const StoreId& store) {
        m_storefront->showStore(store);
        showBrowse();
    };
    connect(m_storefront, &ui::Storefront::cartRequested, this, &BuyerPages::showCart);
    connect(m_cart, &ui::CartPage::productRequested, this, openProduct);
    connect(m_cart, &ui::CartPage::storeRequested, this, openStore);
    connect(m_cart, &ui::CartPage::shoppingRequested, this, &BuyerPages::showBrowse);
    connect(m_cart, &ui::CartPage::ordersRequested, this, &BuyerPages::showOrders);
    connect(m_cart, &ui::CartPage::piecesChanged, this,
            [this](qint64 pieces) { m_frame->sidebar().setCount(cartKey, int(pieces)); });
    if (m_orders)
        connectOrders();
    else
        connectGuest();
    connect(m_storefront, &ui::Storefront::categoriesKnown, m_categories, &ui::CategoryList::setCategories);
    connect(m_storefront, &ui::Storefront::categoryShown, this, [this](const QString& category) {
        m_category = category;
        tellSidebar();
    });
    connect(m_categories, &ui::CategoryList::chosen, this, [this](const QString& category) {
        m_storefront->showQuery({.category = category});
        showBrowse();
    });
    connect(m_frame.get(), &ui::WorkspaceFrame::pageShown, this, [this](const QString& key) {
        m_before = std::exchange(m_front, key);
        tellSidebar();
    });
    // The item that leads to the first page leads there from further in, too.
    connect(&m_frame->sidebar(), &ui::Sidebar::chosen, this, [this](const QString& key) {
        if (key == browseKey && m_before == browseKey)
            m_storefront->showHome();
    });
    connect(&m_frame->sidebar(), &ui::Sidebar::storePressed, this, &BuyerPages::openMenu);
    connect(&m_frame->sidebar(), &ui::Sidebar::narrowChanged, this, &BuyerPages::tellSidebar);
}

/// One item is marked as the place: a category where one is looked at and there is room for them, else the page.
void BuyerPages::tellSidebar()
{
    const bool browsing = m_front == browseKey;
    m_categories->setCurrent(browsing ? m_category : QString());
    const bool marked = browsing && !m_category.isEmpty() && !m_frame->sidebar().isNarrow();
    m_frame->sidebar().setCurrent(marked ? QString() : m_front);
}

void BuyerPages::connectGuest()
{
    // Queued: what follows takes the frame away from under what was pressed.
    connect(m_noOrders, &ui::EmptyState::chosen, this, [this](int choice) {
        QMetaObject::invokeMethod(this, choice == 0 ? &BuyerPages::signInRequested : &BuyerPages::registerRequested,
                                  Qt::QueuedConnection);
    });
    connect(m_frame.get(), &ui::WorkspaceFrame::shortcutChosen, this, &BuyerPages::signInRequested, Qt::QueuedConnection);
}

void BuyerPages::connectOrders()
{
    connect(m_orders, &ui::MyOrdersPage::productRequested, this, [this](const ProductId& product) {
        m_storefront->showProduct(product);
        showBrowse();
    });
    connect(m_orders, &ui::MyOrdersPage::storeRequested, this, [this](const StoreId& store) {
        m_storefront->showStore(store);
        showBrowse();
    });
    connect(m_orders, &ui::MyOrdersPage::shoppingRequested, this, &BuyerPages::showBrowse);
    connect(m_orders, &ui::MyOrdersPage::openCounted, this,
            [this](int count) { m_frame->sidebar().setCount(ordersKey, count); });
    // Queued: what follows takes the frame away from under the button that was pressed.
    connect(m_settingsPage, &ui::SettingsPage::signOutRequested, this, &BuyerPages::signOut, Qt::QueuedConnection);
    connect(m_settingsPage, &ui::SettingsPage::accountRequested, this, [this] { m_frame->showPage(accountKey); });
}

void BuyerPages::connectStatus()
{
    ports::SyncControl& sync = m_parts.shop.sync();
    ui::StatusStrip& strip = m_frame->strip();
    const auto take = [this](const ports::SyncStatus& status) {
        m_frame->strip().setStatus(status);
        m_pictures.setOnline(status.connection == Connection::Connected || status.connection == Connection::SignInNeeded);
    };
    connect(&sync, &ports::SyncControl::statusChanged, this, take);
    take(sync.status());
    connect(&strip, &ui::StatusStrip::syncRequested, &sync, &ports::SyncControl::syncNow);
    connect(&strip, &ui::StatusStrip::offlineToggled, this, &BuyerPages::setWorkOffline);
    connect(&strip, &ui::StatusStrip::signInRequested, this, &BuyerPages::signInRequested, Qt::QueuedConnection);
    connect(m_cart, &ui::CartPage::signInRequested, this, &BuyerPages::signInRequested, Qt::QueuedConnection);
    auto* offline = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), m_frame.get());
    connect(offline, &QShortcut::activated, this, [this] {
        setWorkOffline(m_parts.shop.sync().status().connection != Connection::WorkingOffline);
    });
}

void BuyerPages::setWorkOffline(bool offline)
{
    m_parts.settings.setWorkOffline(offline);
    m_parts.shop.sync().setWorkOffline(offline);
}

void BuyerPages::openMenu(const QPoint& at)
{
    auto* menu = new ui::StoreMenu(m_parts.theme, m_frame.get());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setLanguage(m_parts.languages.current());
    menu->setGuest(m_parts.guest);
    menu->setWorkingOffline(m_parts.shop.sync().status().connection == Connection::WorkingOffline);
    connect(menu, &ui::StoreMenu::settingsRequested, this, [this] { m_frame->showPage(settingsKey); });
    connect(menu, &ui::StoreMenu::offlineToggled, this, &BuyerPages::setWorkOffline);
    connect(menu, &ui::StoreMenu::languageRequested, &m_parts.languages, &ui::Languages::set);
    connect(menu, &ui::StoreMenu::accountRequested, this, [this] { m_frame->showPage(accountKey); });
    connect(menu, &ui::StoreMenu::signOutRequested, this,
            m_parts.guest ? &BuyerPages::signInRequested : &BuyerPages::signOut, Qt::QueuedConnection);
    menu->popup(at);
}

bool BuyerPages::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void BuyerPages::retranslate()
{
    m_frame->sidebar().setText(browseKey, tr("Browse"));
    m_frame->sidebar().setText(cartKey, tr("Cart"));
    m_frame->sidebar().setText(ordersKey, tr("My orders"));
    m_frame->sidebar().setText(accountKey, tr("Account"));
    m_frame->sidebar().setText(settingsKey, tr("Settings"));
    m_frame->strip().setLanguage(m_parts.languages.current());
    if (!m_parts.guest) {
        m_frame->sidebar().setStore(m_parts.account.name, tr("Buyer"));
        m_settingsPage->setAccount(m_parts.account, m_parts.place());
        return;
    }
    m_frame->sidebar().setStore(tr("Guest"), tr("Not signed in"));
    m_frame->sidebar().setText(signInKey, tr("Sign in"));
    m_noOrdersTitle->setText(tr("My orders"));
    m_noOrders->setTexts(tr("Your orders are kept with your account"),
                         tr("Sign in or register to order. What is in your cart comes along."));
    m_noOrders->clearChoices();
    m_noOrders->addChoice(ui::Icon::User, tr("Sign in"), tr("I have an account"));
    m_noOrders->addChoice(ui::Icon::Plus, tr("Register"), tr("I am new here"));
}

} // namespace belanjain::app
