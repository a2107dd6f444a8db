// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/story.h"

#include "attention/attention_page.h"
#include "inventory/inventory_page.h"
#include "inventory/inventory_view.h"
#include "marketplace/samples/loader.h"
#include "seller_pages.h"
#include "shell/sign_in_page.h"
#include "shell/workspace_frame.h"
#include "tour/account_pages.h"
#include "tour/buyer_story.h"
#include "tour/empty_pages.h"
#include "tour/hands.h"
#include "tour/home_pages.h"
#include "tour/order_pages.h"
#include "tour/product_pages.h"
#include "tour/record_pages.h"
#include "tour/stock_pages.h"
#include "tour/store_mode_pages.h"
#include "tour/transfer_pages.h"

#include <QAbstractButton>
#include <QLineEdit>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using ports::Connection;
using tables::InventoryColumn;
namespace samples = marketplace::samples;
namespace
{

constexpr int tenCells = 10;
constexpr int toBeRefused = 2; ///< edits beside those, of which nothing will come
constexpr int otherPrice = 4; ///< the position of the second price that a colleague changes, too

bool onPage(QWidget* root, const QString& name) { return findVisible(root, name) != nullptr; }

} // namespace

Story::Story(Desktop& desktop, const QString& folder)
    : m_desktop(desktop), m_runner(folder), m_views(m_runner, m_desktop)
{
    m_runner.setWindow(&m_desktop.window());
    m_runner.setDresser([this](const TourLook& look) {
        m_desktop.languages().set(look.language);
        m_desktop.theme().setHighContrast(look.highContrast);
        m_desktop.theme().setMode(look.dark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
    });
    connect(&m_runner, &TourRunner::finished, this, &Story::finished);
    addFirstStart();
    addOfflineEdits();
    addMeanwhile();
    addSettling();
    addOrderPages(m_views);
    addProductPages(m_views);
    addRecordPages(m_views);
    addTransferPages(m_views);
    addStockPages(m_views);
    addAccountPages(m_runner, m_desktop, u"seller-"_s);
    addEmptyStore();
    addBuyerStory(m_views);
    addStoreModePages(m_runner, m_desktop);
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
    m_runner.beginGroup(u"First start and signing in"_s);
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
    m_runner.beginGroup(u"Edits, offline and settled"_s);
    m_runner.add({.name = u"offline"_s,
                  .story = u"she works offline"_s,
                  .act = [&window] { pressShortcut(&window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)); },
                  .settled = [this] { return m_desktop.workspace()->sync().status().connection == Connection::WorkingOffline; },
                  .looks = TourStep::Looks::Two});
    m_runner.add({.story = u"she changes a price"_s,
                  .act = [this] {
                      putCursor(otherPrice, InventoryColumn::Price);
                      typeAndSave(QString::number(row(otherPrice).price.rupiah + 1'000));
                  },
                  .settled = [this] { return saved(1); }});
    m_runner.add({.story = u"and takes all that is left of a variant off the shelf"_s,
                  .act = [this] {
                      int position = tenCells;
                      while (row(position).row != 0 && row(position).available() < 3)
                          ++position;
                      m_emptied = row(position);
                      putCursor(position, InventoryColumn::Available);
                      typeAndSave(u"-%1"_s.arg(m_emptied.available()));
                  },
                  .settled = [this] { return saved(toBeRefused); }});
    m_runner.add({.name = u"typing"_s,
                  .story = u"she types +5 into a cell and sees what it will be"_s,
                  .act = [this, &window] {
                      for (int i = 0; i < tenCells; ++i)
                          m_before << row(i);
                      putCursor(0, InventoryColumn::Available);
                      typeText(&window, u"+5"_s);
                  },
                  .settled = [&window] { return onPage(&window, u"cellEditor"_s); },
                  .looks = TourStep::Looks::One});
    m_runner.add({.story = u"a word instead of a number keeps the editor open and says why"_s,
                  .act = [&window] {
                      typeText(&window, u"x"_s);
                      pressKey(&window, Qt::Key_Return);
                  },
                  .settled = [&window] { return onPage(&window, u"cellMessage"_s); }});
    m_runner.add({.name = u"bad-value"_s, .story = u"… beside its cell"_s, .settled = [&window] { return onPage(&window, u"cellEditor"_s); },
                  .looks = TourStep::Looks::Two});
    m_runner.add({.story = u"she mends it, and Enter saves and moves down"_s,
                  .act = [this, &window] {
                      m_deltas << 5;
                      pressKey(&window, Qt::Key_Backspace);
                      pressKey(&window, Qt::Key_Return);
                  },
                  .settled = [this] { return saved(toBeRefused + 1); }});
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
                      .settled = [this, i] { return saved(toBeRefused + i + 1); },
                      .check = [this] { return wrongRows(); },
                      .looks = TourStep::Looks::Two});
    }
    m_runner.add({.story = u"and changes a price"_s,
                  .act = [this] {
                      putCursor(0, InventoryColumn::Price);
                      typeAndSave(QString::number(m_before.front().price.rupiah + 1'000));
                  },
                  .settled = [this] { return saved(toBeRefused + tenCells + 1); }});
}

void Story::putIntoCart(const VariantId& variant, std::function<void()> then)
{
    const QJsonObject item{{u"variantId"_s, variant.toString()}, {u"quantity"_s, 2}};
    m_buyer->call("POST", u"/v1/cart/items"_s, item, [this, then = std::move(then)](int status, const QJsonObject& answer) {
        if (status >= 300)
            callFailed(u"the cart"_s, status, answer);
        else
            then();
    });
}

void Story::callFailed(const QString& what, int status, const QJsonObject& answer)
{
    m_trouble = u"%1: %2 %3"_s.arg(what).arg(status).arg(answer.value(u"code").toString());
    m_pendingCalls = 0;
}

void Story::changePrice(const ports::InventoryRow& of, std::function<void()> then)
{
    const QJsonObject variant{{u"id"_s, of.variant.toString()}, {u"price"_s, of.price.rupiah + 2'500}};
    m_colleague->call("PATCH", u"/v1/products/"_s + of.product.toString(), {{u"variants"_s, QJsonArray{variant}}},
                      [this, then = std::move(then)](int status, const QJsonObject& answer) {
                          if (status != 200)
                              callFailed(u"the price"_s, status, answer);
                          else
                              then();
                      });
}

void Story::takeBroken(std::function<void()> then)
{
    const QJsonObject loss{{u"kind"_s, u"adjust"_s}, {u"delta"_s, -2}, {u"reason"_s, u"Rusak"_s}};
    m_colleague->call("POST", u"/v1/variants/%1/stock"_s.arg(m_emptied.variant.toString()), loss,
                      [this, then = std::move(then)](int status, const QJsonObject& answer) {
                          if (status != 200)
                              callFailed(u"the stock"_s, status, answer);
                          else
                              then();
                      });
}

void Story::addMeanwhile()
{
    const auto answered = [this] { m_pendingCalls = 0; };
    m_runner.add({.story = u"meanwhile a buyer orders two pieces of two variants"_s,
                  .act = [this, answered] {
                      m_pendingCalls = 1;
                      m_buyer = std::make_unique<MarketCaller>(m_desktop.hosting().address());
                      const auto checkOut = [this, answered] {
                          const QJsonObject address{{u"recipient"_s, u"Siti Rahmawati"_s}, {u"phone"_s, u"0812-3640-7715"_s},
                                                    {u"street"_s, u"Jl. Dago 21"_s}, {u"city"_s, u"Kota Bandung"_s},
                                                    {u"province"_s, u"Jawa Barat"_s}, {u"postcode"_s, u"40135"_s}};
                          m_buyer->call("POST", u"/v1/checkouts"_s, {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}},
                                        [this, answered](int status, const QJsonObject& order) {
                                            if (status != 201)
                                                callFailed(u"the checkout"_s, status, order);
                                            else
                                                answered();
                                        });
                      };
                      m_buyer->signIn(QString(samples::demoCustomerEmail), QString(samples::demoPassword), [this, checkOut](bool in) {
                          if (!in) {
                              callFailed(u"the buyer's sign-in"_s, 0, {});
                              return;
                          }
                          putIntoCart(m_before.at(1).variant, [this, checkOut] { putIntoCart(m_emptied.variant, checkOut); });
                      });
                  },
                  .settled = [this] { return m_pendingCalls == 0; },
                  .check = [this] { return m_trouble; }});
    m_runner.add({.story = u"and a colleague changes the same prices elsewhere, and finds two pieces broken"_s,
                  .act = [this, answered] {
                      m_pendingCalls = 1;
                      m_colleague = std::make_unique<MarketCaller>(m_desktop.hosting().address());
                      m_colleague->signIn(QString(samples::demoSellerEmail), QString(samples::demoPassword), [this, answered](bool) {
                          changePrice(m_before.front(), [this, answered] { changePrice(m_before.at(otherPrice), [this, answered] { takeBroken(answered); }); });
                      });
                  },
                  .settled = [this] { return m_pendingCalls == 0; },
                  .check = [this] { return m_trouble; }});
}

void Story::addDecisions()
{
    ui::MainWindow& window = m_desktop.window();
    const auto attention = [&window] { return findVisible<ui::AttentionPage>(&window, u"attentionPage"_s); };
    m_runner.beginGroup(u"Needs attention"_s);
    m_runner.add({.name = u"attention"_s,
                  .story = u"what needs a decision"_s,
                  .act = [&window] { window.workspace()->showPage(u"attention"_s); },
                  .settled = [attention] { return attention() && attention()->open().size() == 3; }});
    m_runner.add({.name = u"attention-decided"_s,
                  .story = u"two of them are decided for the marketplace"_s,
                  .act = [this, attention] {
                      QList<ports::Decision> decisions;
                      for (const ports::OpenDecision& one : attention()->open()) {
                          if (one.rejection.variant != m_before.front().variant)
                              decisions.append(ports::Decision{.number = one.rejection.number});
                      }
                      m_desktop.workspace()->decisions().decide(decisions);
                  },
                  .settled = [this, attention] {
                      return attention() && attention()->open().size() == 1 && m_desktop.workspace()->sync().status().attention == 1;
                  },
                  .looks = TourStep::Looks::Two});
    m_runner.add({.story = u"back to the stock"_s,
                  .act = [&window] { window.workspace()->showPage(u"stock"_s); },
                  .settled = [this] { return page() != nullptr; }});
}

void Story::addSettling()
{
    ui::MainWindow& window = m_desktop.window();
    m_runner.add({.name = u"settled"_s,
                  .story = u"she goes online: ten edits and the sale settle, two prices and a stock want a decision"_s,
                  .act = [&window] { pressShortcut(&window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)); },
                  .settled = [this] { return noneWaiting() && m_desktop.workspace()->sync().status().attention == 3 && row(0).waiting == ports::EditFields() && row(1).reserved == m_before.at(1).reserved + 2; },
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
    addHomePages(m_views);
    addDecisions();
    m_runner.beginGroup(u"Edits, offline and settled"_s);
    m_runner.add({.name = u"refused-price"_s,
                  .story = u"the refused price is explained beside its cell"_s,
                  .act = [this, &window] {
                      putCursor(0, InventoryColumn::Price);
                      pressKey(&window, Qt::Key_F4);
                      Q_EMIT page()->view()->explanationAsked(page()->view()->currentIndex(), true);
                  },
                  .settled = [&window] { return onPage(&window, u"rejectionPopover"_s); },
                  .looks = TourStep::Looks::One});
    m_runner.add({.name = u"refused-settled"_s,
                  .story = u"she sends her price again, and it holds"_s,
                  .act = [&window] { click(findVisible(&window, u"rejectionWay0"_s)); },
                  .settled = [this] {
                      return noneWaiting() && m_desktop.workspace()->sync().status().attention == 0
                             && row(0).price.rupiah == m_before.front().price.rupiah + 1'000;
                  },
                  .looks = TourStep::Looks::Two});
    m_runner.add({.name = u"undone"_s,
                  .story = u"undo takes back the last two edits, though they have been sent"_s,
                  .act = [&window] {
                      click(findVisible(&window, u"undoButton"_s)); // the price
                      click(findVisible(&window, u"undoButton"_s)); // the tenth cell
                  },
                  .settled = [this] { return noneWaiting() && row(tenCells - 1).onHand == m_before.back().onHand; },
                  .looks = TourStep::Looks::Two});
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

void Story::addEmptyStore()
{
    ui::MainWindow& window = m_desktop.window();
    const auto type = [&window](const QString& field, const QString& text) {
        findVisible<QLineEdit>(&window, field)->setText(text);
    };
    m_runner.beginGroup(u"First start and signing in"_s);
    m_runner.add({.name = u"signed-out"_s,
                  .story = u"she signs out"_s,
                  .act = [this] { m_desktop.session().signOut(); },
                  .settled = [&window] { return onPage(&window, u"signInPage"_s); },
                  .looks = TourStep::Looks::Two});
    m_runner.add({.name = u"wrong-password"_s,
                  .story = u"a wrong password is said beside the field"_s,
                  .act = [&window, type] {
                      type(u"signIn.email"_s, u"rina@tokojakbar.id"_s);
                      type(u"signIn.password"_s, u"salah-sandi"_s);
                      pressKey(&window, Qt::Key_Return);
                  },
                  .settled = [&window] { return findVisible(&window, u"signIn.submit"_s) && findVisible(&window, u"signIn.submit"_s)->isEnabled(); },
                  .looks = TourStep::Looks::Two});
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
    m_runner.add({.story = u"and has a store"_s,
                  .act = [&window] { pressKey(&window, Qt::Key_Return); },
                  .settled = [this, &window] { return m_desktop.workspace() && noneWaiting() && onPage(&window, u"homeEmpty"_s); }});
    addEmptyPages(m_views);
}

} // namespace belanjain::app
