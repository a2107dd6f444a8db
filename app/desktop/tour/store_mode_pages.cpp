// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/store_mode_pages.h"

#include "buyer_pages.h"
#include "marketplace/samples/loader.h"
#include "shell/sign_in_page.h"
#include "shell/workspace_frame.h"
#include "store_mode.h"
#include "storefront/cart_page.h"
#include "storefront/product_page.h"
#include "storefront/results_view.h"
#include "storefront/storefront.h"
#include "storemode/counter_cart.h"
#include "storemode/shelf_model.h"
#include "storemode/shelf_view.h"
#include "storemode/store_mode_page.h"
#include "tour/hands.h"

#include <QAbstractButton>
#include <QAction>
#include <QElapsedTimer>
#include <QLineEdit>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
namespace samples = marketplace::samples;
namespace
{

const QString pin = QStringLiteral("2468");

/// Pictures come after the rows; a moment for them makes the tour's own pictures worth looking at.
std::function<bool()> afterAMoment(std::function<bool()> ready)
{
    auto since = std::make_shared<QElapsedTimer>();
    return [since, ready = std::move(ready)] {
        if (!ready())
            return false;
        if (!since->isValid())
            since->start();
        return since->elapsed() > 900;
    };
}

/// The steps of this part of the tour, and what they have in common.
struct Part
{
    TourRunner& runner;
    Desktop* desktop;
    QWidget* window;

    std::function<bool()> visible(const QString& name) const
    {
        return [window = window, name] { return findVisible(window, name) != nullptr; };
    }
    void add(const QString& name, const QString& story, std::function<void()> act, std::function<bool()> settled) const
    {
        runner.add({.name = name, .story = story, .act = std::move(act), .settled = std::move(settled)});
    }
    void press(const QString& name) const { click(findVisible(window, name)); }
    void type(const QString& field, const QString& text) const
    {
        if (auto* edit = findVisible<QLineEdit>(window, field)) {
            edit->setText(text);
            Q_EMIT edit->textEdited(text);
        }
    }
    void typePin() const
    {
        for (const QChar digit : pin)
            press(u"pin."_s + digit);
        press(u"pin.go"_s);
    }
    ui::StoreModePage* page() const { return desktop->storeMode() ? desktop->storeMode()->page() : nullptr; }
    /// A finger on the button of the first card that has so many variants and is in stock.
    void pick(bool several, int nth = 0) const
    {
        for (int row = 0; row < page()->goods().rowCount(); ++row) {
            const ports::ProductListRow& product = page()->goods().product(row);
            if ((product.variants > 1) != several || product.available < 20 || nth-- > 0)
                continue;
            page()->shelf().scrollTo(page()->goods().index(row));
            click(page()->shelf().viewport(), page()->shelf().buttonRect(row).center());
            return;
        }
    }
};

void addShelf(const Part& p)
{
    p.add({}, u"the seller signs in again"_s,
          [p] {
              p.desktop->session().signOut();
              p.type(u"signIn.email"_s, QString(samples::demoSellerEmail));
              p.type(u"signIn.password"_s, QString(samples::demoPassword));
              p.press(u"signIn.submit"_s);
          },
          [p] { return p.desktop->workspace() && findVisible(p.window, u"homePage"_s); });
    p.add(u"store-mode-pin"_s, u"store mode: the first time it asks for a PIN"_s,
          [p] {
              p.press(u"sidebar.store"_s);
              p.window->findChild<QAction*>(u"storeMenu.storeMode"_s)->trigger();
          },
          p.visible(u"pinPad"_s));
    const auto shelf = [p] {
        return p.page() && p.page()->goods().state() == ui::ShelfModel::State::Ready && p.page()->goods().rowCount() > 0
               && findVisible(p.window, u"storeShelf"_s) && !findVisible(p.window, u"pinPad"_s);
    };
    p.add(u"store-mode"_s, u"the goods, for customers to touch"_s,
          [p] {
              p.typePin();
              p.typePin();
          },
          afterAMoment(shelf));
    p.add(u"store-mode-cart"_s, u"two of one and one of another are picked"_s,
          [p] {
              p.pick(false);
              p.pick(false, 1);
          },
          afterAMoment([p] { return p.page()->cart().pieces() == 2; }));
    p.add(u"store-mode-product"_s, u"a product: what is gone is greyed out"_s, [p] { p.pick(true); },
          afterAMoment(p.visible(u"itemView"_s)));
    p.add(u"store-mode-nothing"_s, u"nothing found"_s,
          [p] {
              p.press(u"itemBack"_s);
              findVisible(p.window, u"storeSearch"_s)->setFocus();
              typeText(p.window, u"zzz"_s);
          },
          p.visible(u"storeNothing"_s));
    p.add({}, u"everything again"_s, [p] { findVisible<QLineEdit>(p.window, u"storeSearch"_s)->clear(); }, shelf);
}

void addOrdering(const Part& p)
{
    p.add(u"store-mode-account"_s, u"ordering asks who it is"_s, [p] { p.press(u"counterOrder"_s); }, p.visible(u"order.email"_s));
    p.add({}, u"the sample customer signs in"_s,
          [p] {
              p.type(u"order.email"_s, QString(samples::demoCustomerEmail));
              p.type(u"order.password"_s, QString(samples::demoPassword));
              p.press(u"order.enter"_s);
          },
          p.visible(u"address.street"_s));
    const auto priced = [p] {
        const QWidget* place = findVisible(p.window, u"order.place"_s);
        return place && place->isEnabled();
    };
    p.add(u"store-mode-delivery"_s, u"where it goes, how it is shipped and paid"_s,
          [p] {
              p.type(u"address.phone"_s, u"0812-2204-1187"_s);
              p.type(u"address.street"_s, u"Jl. Cihampelas 88, Coblong"_s);
              p.type(u"address.postcode"_s, u"40131"_s);
              p.press(u"order.pay.EWALLET"_s);
          },
          priced);
    p.add(u"store-mode-ordered"_s, u"the marketplace has said yes"_s, [p] { p.press(u"order.place"_s); }, p.visible(u"order.doneTitle"_s));
    p.add(u"store-mode-offline"_s, u"offline the cart can be kept"_s,
          [p] {
              p.press(u"order.finish"_s);
              p.desktop->workspace()->sync().setWorkOffline(true);
              p.pick(false);
          },
          afterAMoment([p] { return findVisible(p.window, u"counterNote"_s) && p.page()->cart().pieces() == 1; }));
    p.add(u"store-mode-keep"_s, u"a name makes it easier to find"_s,
          [p] {
              p.press(u"counterOrder"_s);
              p.type(u"keepName"_s, u"Pak Dedi"_s);
          },
          p.visible(u"keepPanel"_s));
    p.add(u"store-mode-kept"_s, u"its number"_s, [p] { p.press(u"keepGo"_s); },
          [p] { return findVisible(p.window, u"keepPanel"_s) && !findVisible(p.window, u"keepName"_s); });
    p.add(u"store-mode-waiting"_s, u"the waiting carts"_s,
          [p] {
              p.press(u"keepGo"_s);
              p.press(u"counterWaiting"_s);
          },
          p.visible(u"waitingView"_s));
    p.add(u"store-mode-lock"_s, u"the PIN leads out"_s,
          [p] {
              p.desktop->workspace()->sync().setWorkOffline(false);
              p.press(u"waitingBack"_s);
              p.press(u"storeLock"_s);
          },
          p.visible(u"pinPad"_s));
    p.add(u"store-mode-forgotten"_s, u"or the owner's password"_s, [p] { p.press(u"pinForgotten"_s); }, p.visible(u"owner.password"_s));
    p.add({}, u"back in the back office"_s,
          [p] {
              p.press(u"pinForgotten"_s);
              p.typePin();
          },
          [p] { return !p.desktop->storeMode() && findVisible(p.window, u"homePage"_s); });
}

void addGuest(const Part& p)
{
    p.add(u"guest-sign-in"_s, u"one may look around without an account"_s, [p] { p.desktop->session().signOut(); },
          p.visible(u"signIn.browse"_s));
    p.add(u"guest-home"_s, u"the storefront for a guest, with the categories beside it"_s,
          [p] { p.press(u"signIn.browse"_s); },
          afterAMoment([p] { return findVisible(p.window, u"shelf.popular"_s) && findVisible(p.window, u"categoryList"_s); }));
    const auto results = [p] {
        const ui::ProductsModel& found = p.desktop->buyer()->storefront()->results().model();
        return found.state() == ui::ProductsModel::State::Ready && found.rowCount() > 0;
    };
    p.add(u"guest-category"_s, u"one category"_s,
          [p] { p.desktop->buyer()->storefront()->showQuery({.category = u"Dapur"_s}); }, afterAMoment(results));
    p.add({}, u"something goes into the cart"_s,
          [p] {
              ui::Storefront* front = p.desktop->buyer()->storefront();
              front->showProduct(front->results().model().card(0).product);
          },
          p.visible(u"productAdd"_s));
    p.add(u"guest-cart"_s, u"ordering asks to sign in; the cart comes along"_s,
          [p] {
              p.press(u"productAdd"_s);
              p.desktop->buyer()->showCart();
          },
          afterAMoment([p] { return p.desktop->buyer()->cart()->cart().pieces > 0; }));
    p.add(u"guest-orders"_s, u"orders are kept with an account"_s, [p] { p.desktop->buyer()->showOrders(); },
          p.visible(u"guestOrders"_s));
}

} // namespace

void addStoreModePages(TourRunner& runner, Desktop& desktop)
{
    const Part part{runner, &desktop, &desktop.window()};
    addShelf(part);
    addOrdering(part);
    addGuest(part);
}

} // namespace belanjain::app
