// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/record_pages.h"

#include "orders/orders_page.h"
#include "orders/orders_view.h"
#include "printing/print_preview.h"
#include "shell/workspace_frame.h"
#include "tour/hands.h"

#include <QLabel>
#include <QLineEdit>

namespace belanjain::app
{
using namespace Qt::StringLiterals;

void addRecordPages(TourRunner& runner, Desktop& desktop)
{
    ui::MainWindow& window = desktop.window();
    const auto preview = [&window] { return window.findChild<ui::PrintPreview*>(); };
    runner.add({.story = u"she goes to the orders"_s,
                .act = [&window] { window.workspace()->showPage(u"orders"_s); },
                .settled = [&window] {
                    const auto* page = findVisible<ui::OrdersPage>(&window, u"ordersPage"_s);
                    return page && findVisible(&window, u"orderTitle"_s);
                }});
    runner.add({.name = u"print-label"_s,
                .story = u"L shows the label before it is printed"_s,
                .act = [&window] {
                    auto* page = findVisible<ui::OrdersPage>(&window, u"ordersPage"_s);
                    page->view()->setFocus();
                    page->outlet().print(ports::PrintedDocument::Label, {*page->view()->currentOrder()});
                },
                .settled = [preview] { return preview() && preview()->isReady(); }});
    runner.add({.name = u"print-invoice"_s,
                .story = u"the invoice of the same order"_s,
                .act = [preview] { preview()->setDocument(ports::PrintedDocument::Invoice); },
                .settled = [preview] { return preview()->isReady(); }});
    runner.add({.story = u"Esc closes the preview"_s,
                .act = [preview] { preview()->reject(); },
                .settled = [preview] { return !preview(); }});
    struct Page
    {
        QString key;
        QString shows; ///< visible once the page is there
    };
    static const Page pages[] = {{u"analytics"_s, u"analyticsScroll"_s}, {u"reviews"_s, u"reviewTabs"_s}, {u"store"_s, u"store.name"_s}};
    for (const Page& page : pages) {
        const auto shown = [&window, page] { return findVisible(&window, page.shows) != nullptr; };
        runner.add({.name = page.key,
                    .story = u"the page %1"_s.arg(page.key),
                    .act = [&window, page] { window.workspace()->showPage(page.key); },
                    .settled = shown});
        runner.add({.name = page.key + u"-dark-english"_s,
                    .story = u"… in English and dark"_s,
                    .act = [&desktop] {
                        desktop.languages().set(Language::English);
                        desktop.theme().setMode(ui::Theme::Mode::Dark);
                    },
                    .settled = shown});
        runner.add({.story = u"… and back"_s,
                    .act = [&desktop] {
                        desktop.languages().set(Language::Indonesian);
                        desktop.theme().setMode(ui::Theme::Mode::Light);
                    },
                    .settled = shown});
    }
    runner.add({.story = u"back to the stock"_s,
                .act = [&window] { window.workspace()->showPage(u"stock"_s); },
                .settled = [&window] { return findVisible(&window, u"inventoryPage"_s) != nullptr; }});
}

} // namespace belanjain::app
