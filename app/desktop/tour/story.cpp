// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/story.h"

#include "inventory/inventory_page.h"
#include "inventory/inventory_view.h"
#include "marketplace/samples/loader.h"
#include "orders/orders_page.h"
#include "orders/orders_view.h"
#include "seller_pages.h"
#include "shell/sign_in_page.h"
#include "shell/workspace_frame.h"
#include "tour/buyer_story.h"
#include "tour/hands.h"
#include "tour/home_pages.h"
#include "tour/record_pages.h"
#include "tour/stock_pages.h"
#include "tour/transfer_pages.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using ports::Connection;
using tables::InventoryColumn;
namespace samples = marketplace::samples;
namespace
{

constexpr int tenCells = 10;

bool onPage(QWidget* root, const QString& name) { return findVisible(root, name) != nullptr; }

} // namespace

Story::Story(Desktop& desktop, const QString& folder) : m_desktop(desktop), m_runner(folder)
{
    m_runner.setWindow(&m_desktop.window());
    connect(&m_runner, &TourRunner::finished, this, &Story::finished);
    addFirstStart();
    addOfflineEdits();
    addMeanwhile();
    addSettling();
    addOrders();
    addRecordPages(m_runner, m_desktop);
    addTransferPages(m_runner, m_desktop);
    addStockPages(m_runner, m_desktop);
    addLooks();
    addEmptyStore();
    addBuyerStory(m_runner, m_desktop);
}

ui::InventoryPage* Story::page() const
{
    return findVisible<ui::InventoryPage>(&m_desktop.window(), u"inventoryPage"_s);
}

QWidget* Story::view() const { return page() ? page()->view() : nullptr; }

ports::InventoryRow Story::row(int position) const
{
    const ports::InventoryRow* shown = page() ? page()->model().shownAt(position) : nullptr;
    return shown ? *shown : ports::InventoryRow{};
}

void Story::putCursor(int position, InventoryColumn column)
{
    page()->view()->setFocus();
    page()->view()->moveCurrent(page()->view()->cell(position, column));
}

void Story::typeAndSave(const QString& text)
{
    typeText(&m_desktop.window(), text);
    pressKey(&m_desktop.window(), Qt::Key_Return);
}

bool Story::noneWaiting() const
{
    const engine::Workspace* workspace = m_desktop.workspace();
    if (!workspace)
        return false;
    const ports::SyncStatus status = m_desktop.workspace()->sync().status();
    return status.connection == Connection::Connected && status.waiting == 0;
}

bool Story::saved(int edits) const
{
    return m_desktop.workspace()->sync().status().waiting == edits
           && !findVisible(&m_desktop.window(), u"cellEditor"_s);
}

QString Story::wrongRows() const
{
    for (int i = 0; i < m_deltas.size(); ++i) {
        const int expected = m_before.at(i).onHand + m_deltas.at(i);
        if (row(i).onHand != expected)
            return u"row %1 shows %2 on hand, not %3"_s.arg(i + 1).arg(row(i).onHand).arg(expected);
    }
    return {};
}

void Story::addFirstStart()
{
    ui::MainWindow& window = m_desktop.window();
    m_runner.add({.name = u"first-start"_s,
                  .story = u"the first start asks where the marketplace is"_s,
                  .settled = [&window] { return onPage(&window, u"firstRunPage"_s); }});
    m_runner.add({.name = u"sign-in"_s,
                  .story = u"the sample marketplace loads, and asks who is there"_s,
                  .act = [&window] { pressKey(&window, Qt::Key_Return); },
                  .settled = [&window] { return onPage(&window, u"signInPage"_s); }});
    m_runner.add({.name = u"home-start"_s,
                  .story = u"Rina opens her store and sees what needs doing"_s,
                  .act = [&window] { click(findVisible(&window, u"signIn.try"_s)); },
                  .settled = [this, &window] { return m_desktop.workspace() && noneWaiting() && findVisible(&window, u"homeScroll"_s); }});
    m_runner.add({.name = u"stock"_s,
                  .story = u"and her stock"_s,
                  .act = [&window] { window.workspace()->showPage(u"stock"_s); },
                  .settled = [this] { return page() && noneWaiting() && page()->model().rowCount() > tenCells && row(tenCells).row != 0; },
                  .check = [this] {
                      return page() && page()->model().rowCount() > 300 ? QString() : u"too few variants"_s;
                  }});
}

void Story::addOfflineEdits()
{
    ui::MainWindow& window = m_desktop.window();
    m_runner.add({.name = u"offline"_s,
                  .story = u"she works offline"_s,
                  .act = [&window] { pressShortcut(&window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)); },
                  .settled = [this] { return m_desktop.workspace()->sync().status().connection == Connection::WorkingOffline; }});
    m_runner.add({.name = u"typing"_s,
                  .story = u"she types +5 into a cell and sees what it will be"_s,
                  .act = [this, &window] {
                      for (int i = 0; i < tenCells; ++i)
                          m_before << row(i);
                      putCursor(0, InventoryColumn::Available);
                      typeText(&window, u"+5"_s);
                  },
                  .settled = [&window] { return onPage(&window, u"cellEditor"_s); }});
    m_runner.add({.story = u"a word instead of a number keeps the editor open and says why"_s,
                  .act = [&window] {
                      typeText(&window, u"x"_s);
                      pressKey(&window, Qt::Key_Return);
                  },
                  .settled = [&window] { return onPage(&window, u"cellMessage"_s); }});
    m_runner.add({.name = u"bad-value"_s, .story = u"… beside its cell"_s, .settled = [&window] { return onPage(&window, u"cellEditor"_s); }});
    m_runner.add({.story = u"she mends it, and Enter saves and moves down"_s,
                  .act = [this, &window] {
                      m_deltas << 5;
                      pressKey(&window, Qt::Key_Backspace);
                      pressKey(&window, Qt::Key_Return);
                  },
                  .settled = [this] { return saved(1); }});
    for (int i = 1; i < tenCells; ++i) {
        const bool last = i == tenCells - 1;
        m_runner.add({.name = last ? u"ten-edits"_s : QString(),
                      .story = last ? u"the tenth cell is edited; all are saved on this computer"_s
                                    : u"cell %1"_s.arg(i + 1),
                      .act = [this, i] {
                          const bool relative = i % 2 != 0;
                          const int delta = relative ? -1 : 3;
                          m_deltas << delta;
                          typeAndSave(relative ? u"-1"_s : QString::number(m_before.at(i).available() + delta));
                      },
                      .settled = [this, i] { return saved(i + 1); },
                      .check = [this] { return wrongRows(); }});
    }
    m_runner.add({.story = u"and changes a price"_s,
                  .act = [this] {
                      putCursor(0, InventoryColumn::Price);
                      typeAndSave(QString::number(m_before.front().price.rupiah + 1'000));
                  },
                  .settled = [this] { return m_desktop.workspace()->sync().status().waiting == tenCells + 1; }});
}

void Story::addMeanwhile()
{
    m_runner.add({.story = u"meanwhile a buyer orders two pieces of the second variant"_s,
                  .act = [this] {
                      m_pendingCalls = 1;
                      m_buyer = std::make_unique<MarketCaller>(m_desktop.hosting().address());
                      const auto failed = [this](const QString& what, int status, const QJsonObject& answer) {
                          m_trouble = u"%1: %2 %3"_s.arg(what).arg(status).arg(answer.value(u"code").toString());
                          m_pendingCalls = 0;
                      };
                      m_buyer->signIn(QString(samples::demoCustomerEmail), QString(samples::demoPassword), [this, failed](bool in) {
                          if (!in) {
                              failed(u"the buyer's sign-in"_s, 0, {});
                              return;
                          }
                          const QJsonObject item{{u"variantId"_s, m_before.at(1).variant.toString()}, {u"quantity"_s, 2}};
                          m_buyer->call("POST", u"/v1/cart/items"_s, item, [this, failed](int status, const QJsonObject& answer) {
                              if (status >= 300) {
                                  failed(u"the cart"_s, status, answer);
                                  return;
                              }
                              const QJsonObject address{{u"recipient"_s, u"Siti Rahmawati"_s}, {u"phone"_s, u"0812-3640-7715"_s},
                                                        {u"street"_s, u"Jl. Dago 21"_s}, {u"city"_s, u"Kota Bandung"_s},
                                                        {u"province"_s, u"Jawa Barat"_s}, {u"postcode"_s, u"40135"_s}};
                              m_buyer->call("POST", u"/v1/checkouts"_s, {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}},
                                            [this, failed](int code, const QJsonObject& order) {
                                                if (code != 201)
                                                    failed(u"the checkout"_s, code, order);
                                                m_pendingCalls = 0;
                                            });
                          });
                      });
                  },
                  .settled = [this] { return m_pendingCalls == 0; },
                  .check = [this] { return m_trouble; }});
    m_runner.add({.story = u"and a colleague changes the same price elsewhere"_s,
                  .act = [this] {
                      m_pendingCalls = 1;
                      m_colleague = std::make_unique<MarketCaller>(m_desktop.hosting().address());
                      m_colleague->signIn(QString(samples::demoSellerEmail), QString(samples::demoPassword), [this](bool) {
                          const QJsonObject variant{{u"id"_s, m_before.front().variant.toString()},
                                                    {u"price"_s, m_before.front().price.rupiah + 2'500}};
                          m_colleague->call("PATCH", u"/v1/products/"_s + m_before.front().product.toString(),
                                            {{u"variants"_s, QJsonArray{variant}}}, [this](int status, const QJsonObject& answer) {
                                                if (status != 200)
                                                    m_trouble = u"%1 %2"_s.arg(status).arg(answer.value(u"code").toString());
                                                m_pendingCalls = 0;
                                            });
                      });
                  },
                  .settled = [this] { return m_pendingCalls == 0; },
                  .check = [this] { return m_trouble; }});
}

void Story::addSettling()
{
    ui::MainWindow& window = m_desktop.window();
    m_runner.add({.name = u"settled"_s,
                  .story = u"she goes online: ten edits and the sale settle, the price wants a decision"_s,
                  .act = [&window] { pressShortcut(&window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)); },
                  .settled = [this] { return noneWaiting() && m_desktop.workspace()->sync().status().attention == 1 && row(0).waiting == ports::EditFields() && row(1).reserved == m_before.at(1).reserved + 2; },
                  .check = [this] {
                      if (const QString wrong = wrongRows(); !wrong.isEmpty())
                          return wrong;
                      if (row(0).price.rupiah != m_before.front().price.rupiah + 2'500)
                          return u"the colleague's price is not shown"_s;
                      return QString();
                  }});
    m_runner.add({.story = u"the marketplace has the same numbers, each once"_s,
                  .act = [this] { compareWithMarketplace(); },
                  .settled = [this] { return m_pendingCalls == 0; },
                  .check = [this] { return m_trouble; }});
    addHomePages(m_runner, m_desktop);
    m_runner.add({.name = u"refused-price"_s,
                  .story = u"the refused price is explained beside its cell"_s,
                  .act = [this, &window] {
                      putCursor(0, InventoryColumn::Price);
                      pressKey(&window, Qt::Key_F4);
                      Q_EMIT page()->view()->explanationAsked(page()->view()->currentIndex(), true);
                  },
                  .settled = [&window] { return onPage(&window, u"rejectionPopover"_s); }});
    m_runner.add({.name = u"refused-settled"_s,
                  .story = u"she sends her price again, and it holds"_s,
                  .act = [&window] { click(findVisible(&window, u"rejectionWay0"_s)); },
                  .settled = [this] {
                      return noneWaiting() && m_desktop.workspace()->sync().status().attention == 0
                             && row(0).price.rupiah == m_before.front().price.rupiah + 1'000;
                  }});
    m_runner.add({.name = u"undone"_s,
                  .story = u"undo takes back the last two edits, though they have been sent"_s,
                  .act = [&window] {
                      click(findVisible(&window, u"undoButton"_s)); // the price
                      click(findVisible(&window, u"undoButton"_s)); // the tenth cell
                  },
                  .settled = [this] { return noneWaiting() && row(tenCells - 1).onHand == m_before.back().onHand; }});
}

void Story::compareWithMarketplace()
{
    m_trouble.clear();
    m_pendingCalls = tenCells;
    for (int i = 0; i < tenCells; ++i) {
        const QString variant = m_before.at(i).variant.toString();
        const int expected = m_before.at(i).onHand + m_deltas.at(i);
        m_colleague->call("GET", u"/v1/products/"_s + m_before.at(i).product.toString(), {}, [this, variant, expected](int, const QJsonObject& product) {
            --m_pendingCalls;
            for (const QJsonValue& value : product.value(u"variants").toArray()) {
                const QJsonObject one = value.toObject();
                if (one.value(u"id").toString() == variant && one.value(u"onHand").toInt() == expected)
                    return;
            }
            m_trouble = u"the marketplace does not have %1 of %2"_s.arg(expected).arg(variant);
        });
    }
}

ui::OrdersPage* Story::orders() const
{
    return findVisible<ui::OrdersPage>(&m_desktop.window(), u"ordersPage"_s);
}

void Story::addOrders()
{
    ui::MainWindow& window = m_desktop.window();
    const auto shown = [this, &window] {
        return orders() && orders()->model().state() == tables::OrdersModel::State::Ready
               && onPage(&window, u"orderTitle"_s);
    };
    m_runner.add({.name = u"orders"_s,
                  .story = u"her orders, one beside the list"_s,
                  .act = [&window] { window.workspace()->showPage(u"orders"_s); },
                  .settled = shown,
                  .check = [this] {
                      return orders()->model().rowCount() > 10 ? QString() : u"too few orders"_s;
                  }});
    m_runner.add({.name = u"orders-ticked"_s,
                  .story = u"the orders to be shipped, three of them ticked"_s,
                  .act = [this] {
                      orders()->showQuery({.status = OrderStatus::Pending});
                  },
                  .settled = [this, shown] {
                      return shown() && orders()->model().query().status == OrderStatus::Pending
                             && orders()->model().setMarked(0, 2, true) && orders()->model().marksKnown();
                  }});
    m_runner.add({.name = u"orders-ship"_s,
                  .story = u"a courier for all of them, a tracking number for each"_s,
                  .act = [this, &window] { click(findVisible(&window, u"bulkShip"_s)); },
                  .settled = [&window] { return onPage(&window, u"shipDialog"_s); }});
    m_runner.add({.name = u"orders-shipped"_s,
                  .story = u"they are on their way, at the marketplace too"_s,
                  .act = [&window] { click(findVisible(&window, u"shipConfirm"_s)); },
                  .settled = [this, &window] {
                      return noneWaiting() && findVisible(&window, u"shipDialog"_s) == nullptr
                             && onPage(&window, u"ordersToast"_s);
                  }});
    m_runner.add({.name = u"orders-dark"_s,
                  .story = u"the orders in the dark look"_s,
                  .act = [this] {
                      orders()->showQuery({});
                      m_desktop.theme().setMode(ui::Theme::Mode::Dark);
                  },
                  .settled = shown});
    m_runner.add({.name = u"orders-english"_s,
                  .story = u"and in English"_s,
                  .act = [this] {
                      m_desktop.theme().setMode(ui::Theme::Mode::Light);
                      m_desktop.languages().set(Language::English);
                  },
                  .settled = shown});
    m_runner.add({.story = u"back to the stock"_s,
                  .act = [this, &window] {
                      m_desktop.languages().set(Language::Indonesian);
                      window.workspace()->showPage(u"stock"_s);
                  },
                  .settled = [this] { return page() != nullptr; }});
}

void Story::addLooks()
{
    ui::MainWindow& window = m_desktop.window();
    const auto ready = [this] { return page() && page()->model().state() == tables::InventoryModel::State::Ready && page()->model().isOrdered(); };
    m_runner.add({.name = u"marked"_s,
                  .story = u"three variants are ticked for something in bulk"_s,
                  .act = [this] { page()->model().setMarked(2, 4, true); },
                  .settled = [&window] { return onPage(&window, u"bulkBar"_s) && onPage(&window, u"status.value"_s); }});
    m_runner.add({.name = u"low-stock"_s,
                  .story = u"only what runs out"_s,
                  .act = [this] {
                      page()->model().markAll(false);
                      page()->showQuery({.stock = ports::StockFilter::LowOrOut});
                  },
                  .settled = ready});
    m_runner.add({.name = u"search"_s,
                  .story = u"a search finds while one types"_s,
                  .act = [this, &window] {
                      page()->showQuery({});
                      page()->focusSearch();
                      typeText(&window, u"rak"_s);
                  },
                  .settled = [this, ready] { return ready() && page()->model().query().search == u"rak"; }});
    m_runner.add({.name = u"nothing-found"_s,
                  .story = u"a search that finds nothing offers a way on"_s,
                  .act = [&window] { typeText(&window, u"zzz"_s); },
                  .settled = [&window] { return onPage(&window, u"nothingFound"_s); }});
    m_runner.add({.name = u"settings"_s,
                  .story = u"settings"_s,
                  .act = [this, &window] {
                      page()->showQuery({});
                      window.workspace()->showPage(u"settings"_s);
                  },
                  .settled = [&window] { return onPage(&window, u"settingsPage"_s); }});
    m_runner.add({.name = u"dark"_s,
                  .story = u"the dark look"_s,
                  .act = [this, &window] {
                      window.workspace()->showPage(u"stock"_s);
                      m_desktop.theme().setMode(ui::Theme::Mode::Dark);
                  },
                  .settled = ready});
    m_runner.add({.name = u"dark-english"_s,
                  .story = u"in English, without a restart"_s,
                  .act = [this] { m_desktop.languages().set(Language::English); },
                  .settled = ready});
    m_runner.add({.name = u"light-english"_s,
                  .story = u"and light again"_s,
                  .act = [this] { m_desktop.theme().setMode(ui::Theme::Mode::Light); },
                  .settled = ready});
}

void Story::addEmptyStore()
{
    ui::MainWindow& window = m_desktop.window();
    const auto type = [&window](const QString& field, const QString& text) {
        findVisible<QLineEdit>(&window, field)->setText(text);
    };
    m_runner.add({.name = u"signed-out"_s,
                  .story = u"she signs out"_s,
                  .act = [this] { m_desktop.session().signOut(); },
                  .settled = [&window] { return onPage(&window, u"signInPage"_s); }});
    m_runner.add({.name = u"wrong-password"_s,
                  .story = u"a wrong password is said beside the field"_s,
                  .act = [&window, type] {
                      type(u"signIn.email"_s, u"rina@tokojakbar.id"_s);
                      type(u"signIn.password"_s, u"salah-sandi"_s);
                      pressKey(&window, Qt::Key_Return);
                  },
                  .settled = [&window] { return findVisible(&window, u"signIn.submit"_s) && findVisible(&window, u"signIn.submit"_s)->isEnabled(); }});
    m_runner.add({.name = u"register"_s,
                  .story = u"somebody registers a store of their own"_s,
                  .act = [&window, type] {
                      window.showRegistration();
                      type(u"register.name"_s, u"Agus Pratama"_s);
                      type(u"register.email"_s, u"agus@contoh.id"_s);
                      type(u"register.password"_s, u"kuali besi tujuh"_s);
                      type(u"register.store"_s, u"Warung Agus"_s);
                      type(u"register.location"_s, u"Kota Semarang"_s);
                  },
                  .settled = [&window] { return onPage(&window, u"registerPage"_s); }});
    m_runner.add({.name = u"empty-home"_s,
                  .story = u"an empty store says how to begin"_s,
                  .act = [&window] { pressKey(&window, Qt::Key_Return); },
                  .settled = [&window] { return onPage(&window, u"homeEmpty"_s); }});
    m_runner.add({.name = u"empty-store"_s,
                  .story = u"… also where its stock will be"_s,
                  .act = [&window] { window.workspace()->showPage(u"stock"_s); },
                  .settled = [this, &window] { return page() && noneWaiting() && onPage(&window, u"emptyStore"_s); }});
    m_runner.add({.name = u"new-product"_s,
                  .story = u"Ctrl N makes the first product"_s,
                  .act = [this] { Q_EMIT page()->newProductAsked(); },
                  .settled = [&window] { return onPage(&window, u"productEditor"_s); }});
}

} // namespace belanjain::app
