// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/buyer_story.h"

#include "buyer_pages.h"
#include "marketplace/samples/loader.h"
#include "shell/sign_in_page.h"
#include "storefront/cart_page.h"
#include "storefront/my_orders_page.h"
#include "storefront/product_page.h"
#include "storefront/results_view.h"
#include "storefront/storefront.h"
#include "tour/hands.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSet>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
namespace samples = marketplace::samples;
namespace
{

constexpr int storesToBuyFrom = 3;

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

void fillAddress()
{
    const auto type = [](const QString& field, const QString& text) {
        if (auto* edit = qobject_cast<QLineEdit*>(findVisible(QApplication::activeModalWidget(), field))) {
            edit->setText(text);
            Q_EMIT edit->textEdited(text);
        }
    };
    type(u"address.recipient"_s, u"Siti Rahmawati"_s);
    type(u"address.phone"_s, u"0812-2204-1187"_s);
    type(u"address.street"_s, u"Jl. Cihampelas 88, Coblong"_s);
    type(u"address.postcode"_s, u"40131"_s);
}

void addNewBuyer(const Views& views)
{
    TourRunner& runner = views.runner();
    ui::MainWindow* window = &views.window();
    Desktop* d = &views.desktop();
    runner.beginGroup(u"A buyer with nothing yet"_s);
    views.quietly(u"the buyer signs out"_s, [d] { d->session().signOut(); }, views.visible(u"signInPage"_s));
    views.state(u"register-buyer"_s, u"somebody registers to buy"_s,
               [views, window] {
                   window->showRegistration();
                   views.press(u"register.buyer"_s)();
                   views.type(u"register.name"_s, u"Dewi Lestari"_s);
                   views.type(u"register.email"_s, u"dewi@contoh.id"_s);
                   views.type(u"register.password"_s, u"kuali besi delapan"_s);
               },
               views.visible(u"registerPage"_s));
    views.quietly(u"and may buy"_s, views.press(u"register.submit"_s), [d] { return d->buyer() != nullptr; });
    views.step(u"new-buyer-cart"_s, u"an empty cart"_s, [d] { d->buyer()->showCart(); }, views.visible(u"cartEmpty"_s));
    views.step(u"new-buyer-orders"_s, u"no orders yet"_s, [d] { d->buyer()->showOrders(); }, views.visible(u"myOrdersEmpty"_s));
}

} // namespace

void addBuyerStory(const Views& views)
{
    TourRunner& runner = views.runner();
    QWidget* window = &views.window();
    Desktop* d = &views.desktop();
    const auto front = [d] { return d->buyer() ? d->buyer()->storefront() : nullptr; };
    const auto results = [front](int least) {
        return front() && front()->results().isVisible()
               && front()->results().model().state() == ui::ProductsModel::State::Ready
               && front()->results().model().rowCount() >= least;
    };
    const auto productShown = [front] { return front() && front()->productPage().isVisible() && front()->productPage().shown(); };

    runner.beginGroup(u"Buyer"_s);
    runner.add({.story = u"the buyer signs in"_s,
                .act = [d, window] {
                    d->session().signOut();
                    findVisible<QLineEdit>(window, u"signIn.email"_s)->setText(QString(samples::demoCustomerEmail));
                    findVisible<QLineEdit>(window, u"signIn.password"_s)->setText(QString(samples::demoPassword));
                    click(findVisible(window, u"signIn.submit"_s));
                },
                .settled = [front] { return front() != nullptr; }});
    runner.add({.name = u"buyer-home"_s,
                .story = u"the storefront's first page"_s,
                .settled = afterAMoment([window] { return findVisible(window, u"shelf.popular"_s) != nullptr; })});
    runner.add({.name = u"buyer-suggestions"_s,
                .story = u"a search suggests while one types"_s,
                .act = [front] {
                    front()->focusSearch();
                    typeText(front()->window(), u"kaos"_s);
                },
                .settled = afterAMoment([window] { return findVisible(window, u"suggestBox"_s) != nullptr; })});
    runner.add({.name = u"buyer-results"_s,
                .story = u"what the stores have, by how much it is bought"_s,
                .act = [front] { front()->showQuery({.sort = ports::ShopSort::Popular}); },
                .settled = afterAMoment([results] { return results(20); })});
    runner.add({.name = u"buyer-nothing-found"_s,
                .story = u"nothing found says what to do"_s,
                .act = [front] { front()->showQuery({.text = u"zzzz qqqq"_s, .inStock = true}); },
                .settled = [window] { return findVisible(window, u"resultsEmpty"_s) != nullptr; }});
    auto wanted = std::make_shared<QList<ProductId>>();
    runner.add({.story = u"a product from each of three stores is picked"_s,
                .act = [front] { front()->showQuery({.inStock = true, .sort = ports::ShopSort::Rating}); },
                .settled = [results] { return results(20); },
                .check = [front, wanted] {
                    QSet<StoreId> stores;
                    const ui::ProductsModel& model = front()->results().model();
                    for (int i = 0; i < model.rowCount() && wanted->size() < storesToBuyFrom; ++i) {
                        if (!stores.contains(model.card(i).store) && model.card(i).available > 20) {
                            stores.insert(model.card(i).store);
                            wanted->append(model.card(i).product);
                        }
                    }
                    return wanted->size() == storesToBuyFrom ? QString() : u"fewer than three stores among the first"_s;
                }});
    for (int i = 0; i < storesToBuyFrom; ++i) {
        runner.add({.name = i == 0 ? u"buyer-product"_s : QString(),
                    .story = u"product %1 of the three"_s.arg(i + 1),
                    .act = [front, wanted, i] { front()->showProduct(wanted->value(i)); },
                    .settled = afterAMoment([productShown, front, wanted, i] {
                        return productShown() && front()->productPage().product() == wanted->value(i);
                    })});
        runner.add({.story = u"it goes into the cart"_s,
                    .act = [window] { click(findVisible(window, u"productAdd"_s)); },
                    .settled = [d, i] { return d->buyer()->cart()->cart().lines > i; }});
    }
    runner.add({.name = u"buyer-store"_s,
                .story = u"a store's own page"_s,
                .act = [window] { click(findVisible(window, u"visitStore"_s)); },
                .settled = afterAMoment([window] { return findVisible(window, u"storeResults"_s) != nullptr; })});
    views.quietly(u"the cart"_s, [d] { d->buyer()->showCart(); }, views.visible(u"addressChange"_s));
    runner.add({.name = u"buyer-address"_s,
                .story = u"the cart asks for an address; a postcode fills province and city"_s,
                .act = [views] {
                    views.press(u"addressChange"_s)();
                    fillAddress();
                },
                .settled = [] { return QApplication::activeModalWidget() != nullptr; },
                .close = closeFront,
                .stays = true,
                .looks = TourStep::Looks::Two});
    runner.add({.name = u"buyer-cart"_s,
                .story = u"the cart, by store, with shipping for each"_s,
                .act = [] { click(findVisible(QApplication::activeModalWidget(), u"addressUse"_s)); },
                .settled = afterAMoment([window] {
                    auto* order = findVisible(window, u"checkoutOrder"_s);
                    return order && order->isEnabled();
                })});
    runner.add({.name = u"buyer-confirm"_s,
                .story = u"one question before anything is bought"_s,
                .act = views.press(u"checkoutOrder"_s),
                .settled = [] { return QApplication::activeModalWidget() != nullptr; },
                .close = closeFront,
                .stays = true,
                .looks = TourStep::Looks::Two});
    runner.add({.name = u"buyer-ordered"_s,
                .story = u"three orders, with their numbers"_s,
                .act = [] { click(findVisible(QApplication::activeModalWidget(), u"confirmPlace"_s)); },
                .settled = [window] { return findVisible(window, u"checkoutDoneTitle"_s) != nullptr; }});
    runner.add({.name = u"buyer-orders"_s,
                .story = u"the orders and how far they are"_s,
                .act = [window] { click(findVisible(window, u"doneOrders"_s)); },
                .settled = afterAMoment([d] { return d->buyer()->orders()->model().rowCount() >= storesToBuyFrom; })});
    runner.add({.name = u"buyer-offline"_s,
                .story = u"offline it shows what was last seen, and says so"_s,
                .act = [d, front] {
                    pressShortcut(&d->window(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
                    front()->showQuery({.text = u"a"_s, .sort = ports::ShopSort::Popular});
                    d->buyer()->showBrowse();
                },
                .settled = afterAMoment([results, front] { return results(1) && !front()->results().model().seen().live; })});
    runner.add({.name = u"buyer-empty-cart"_s,
                .story = u"an empty cart, offline"_s,
                .act = [d] { d->buyer()->showCart(); },
                .settled = [window] { return findVisible(window, u"cartEmpty"_s) != nullptr; }});
    runner.add({.story = u"and online again"_s,
                .act = [d] { pressShortcut(&d->window(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)); },
                .settled = [d] { return !d->buyer()->cart()->cart().locked; }});
    addNewBuyer(views);
}

} // namespace belanjain::app
