// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/order_pages.h"

#include "orders/orders_page.h"
#include "orders/orders_view.h"
#include "printing/print_preview.h"
#include "shell/workspace_frame.h"
#include "tour/hands.h"

#include <QApplication>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using ports::PrintedDocument;
namespace
{

void addPrinting(const Views& views)
{
    ui::MainWindow* window = &views.window();
    const auto preview = [window] { return window->findChild<ui::PrintPreview*>(); };
    const auto ready = [preview] { return preview() && preview()->isReady(); };
    struct Document
    {
        QString name;
        QString story;
        PrintedDocument document;
    };
    const Document documents[] = {{u"print-label"_s, u"the label before it is printed"_s, PrintedDocument::Label},
                                  {u"print-invoice"_s, u"the invoice of the same order"_s, PrintedDocument::Invoice},
                                  {u"print-packing-slip"_s, u"its packing slip"_s, PrintedDocument::PackingSlip},
                                  {u"print-pick-list"_s, u"and the list to collect it by"_s, PrintedDocument::PickList}};
    for (const Document& one : documents) {
        views.runner().add({.name = one.name,
                            .story = one.story,
                            .act = [window, document = one.document] {
                                auto* page = findVisible<ui::OrdersPage>(window, u"ordersPage"_s);
                                page->view()->setFocus();
                                page->outlet().print(document, {*page->view()->currentOrder()});
                            },
                            .settled = ready,
                            .close = [preview] {
                                if (preview())
                                    preview()->reject();
                            },
                            .looks = TourStep::Looks::Two});
        views.quietly(u"… and is closed"_s, {}, [preview] { return !preview(); });
    }
}

} // namespace

void addOrderPages(const Views& views)
{
    ui::MainWindow* window = &views.window();
    Desktop* desktop = &views.desktop();
    TourRunner& runner = views.runner();
    const auto orders = [window] { return findVisible<ui::OrdersPage>(window, u"ordersPage"_s); };
    const auto shown = [orders, window] {
        return orders() && orders()->model().state() == tables::OrdersModel::State::Ready && findVisible(window, u"orderTitle"_s);
    };
    const auto sent = [desktop] {
        const ports::SyncStatus status = desktop->workspace()->sync().status();
        return status.connection == ports::Connection::Connected && status.waiting == 0;
    };
    const auto tickTwo = [orders, shown](OrderStatus status) {
        return [orders, shown, status] {
            return shown() && orders()->model().query().status == status && orders()->model().setMarked(0, 1, true)
                   && orders()->model().marksKnown();
        };
    };
    runner.beginGroup(u"Orders"_s);
    runner.add({.name = u"orders"_s,
                .story = u"her orders, one beside the list"_s,
                .act = [window] { window->workspace()->showPage(u"orders"_s); },
                .settled = shown,
                .check = [orders] { return orders()->model().rowCount() > 10 ? QString() : u"too few orders"_s; }});
    views.menu(u"orders-range"_s, u"the days to show"_s, views.press(u"ordersRange"_s));
    views.opened(u"orders-product"_s, u"only the orders of one product"_s,
                 [views] {
                     views.press(u"ordersProduct"_s)();
                     if (QWidget* picker = QApplication::activePopupWidget())
                         typeText(picker, u"ka"_s);
                 },
                 u"productPicker"_s);
    views.state(u"orders-nothing"_s, u"a search that finds no order"_s, [orders] { orders()->showQuery({.search = u"zzzz"_s}); },
               views.visible(u"ordersEmpty"_s));
    views.state(u"orders-ticked"_s, u"new orders, two of them ticked"_s,
               [orders] { orders()->showQuery({.status = OrderStatus::Pending}); }, tickTwo(OrderStatus::Pending));
    views.opened(u"orders-cancel"_s, u"a cancellation says why"_s, views.press(u"bulkCancel"_s), u"reasonDialog"_s);
    views.quietly(u"the new orders"_s, {}, tickTwo(OrderStatus::Pending));
    runner.add({.name = u"orders-ship"_s,
                .story = u"a courier for all of them, a tracking number for each"_s,
                .act = views.press(u"bulkShip"_s),
                .settled = views.visible(u"shipDialog"_s),
                .close = closeFront,
                .stays = true,
                .looks = TourStep::Looks::Two});
    runner.add({.name = u"orders-shipped"_s,
                .story = u"they are on their way, at the marketplace too"_s,
                .act = views.press(u"shipConfirm"_s),
                .settled = [sent, window] {
                    return sent() && !findVisible(window, u"shipDialog"_s) && findVisible(window, u"ordersToast"_s);
                },
                .looks = TourStep::Looks::One});
    views.quietly(u"all orders again"_s, [orders] { orders()->showQuery({}); }, shown);
    runner.beginGroup(u"Printing"_s);
    addPrinting(views);
    views.quietly(u"back to the stock"_s, [window] { window->workspace()->showPage(u"stock"_s); }, views.visible(u"inventoryPage"_s));
}

} // namespace belanjain::app
