// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/product_pages.h"

#include "products/products_list.h"
#include "products/products_page.h"
#include "shell/workspace_frame.h"
#include "tour/hands.h"

#include <QAbstractScrollArea>
#include <QScrollBar>

namespace belanjain::app
{
using namespace Qt::StringLiterals;

void addProductPages(const Views& views)
{
    ui::MainWindow* window = &views.window();
    TourRunner& runner = views.runner();
    const auto page = [window] { return window->findChild<ui::ProductsPage*>(u"productsPage"_s); };
    const auto listed = [window] {
        const auto* list = findVisible<ui::ProductsList>(window, u"productsTable"_s);
        return list && list->model()->rowCount() > 0;
    };
    runner.beginGroup(u"Products"_s);
    views.step(u"products"_s, u"her products"_s, [window] { window->workspace()->showPage(u"products"_s); }, listed);
    views.state(u"products-nothing"_s, u"a search that finds no product"_s, [views] { views.type(u"productsSearch"_s, u"zzzz"_s); },
               views.visible(u"productsEmpty"_s));
    views.quietly(u"all products again"_s, [page] { page()->showQuery({}); }, listed);
    views.step(u"product"_s, u"one is opened"_s,
               [page] { // the one with the largest grid of variants that is read already
                   auto& model = page()->model();
                   const ports::ProductListRow* largest = nullptr;
                   for (int row = 0; row < model.rowCount(); ++row) {
                       const auto* product = model.shownAt(row);
                       if (product && (!largest || product->variants > largest->variants))
                           largest = product;
                   }
                   if (largest)
                       page()->openProduct(largest->product);
               },
               views.visible(u"editorName"_s));
    views.state(u"product-variants"_s, u"its variants, further down"_s,
               [views] {
                   if (auto* scroll = qobject_cast<QAbstractScrollArea*>(views.find(u"editorScroll"_s)))
                       scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
               },
               views.visible(u"variantsTable"_s));
    views.opened(u"product-preview"_s, u"what a buyer will see"_s, views.press(u"editorOpenPreview"_s), u"buyerPreviewDialog"_s);
    views.opened(u"product-menu"_s, u"what else can be done with it"_s, views.press(u"editorMore"_s), u"editorMenu"_s);
    views.state(u"product-problem"_s, u"without a name it is not saved, and says so"_s,
               [views] {
                   views.type(u"editorName"_s, {});
                   views.press(u"editorSave"_s)();
               },
               views.visible(u"editorUnsaved"_s));
    views.openedToStay(u"product-leave"_s, u"leaving asks once about what is unsaved"_s, views.press(u"editorBack"_s), u"leaveDialog"_s);
    views.quietly(u"it is discarded"_s, views.press(u"leaveDiscard"_s), listed);
    views.step(u"product-new"_s, u"a new product"_s, [page] { page()->createProduct(); }, views.visible(u"editorName"_s));
    views.quietly(u"… is left again"_s, views.press(u"editorCancel"_s), listed);
    views.opened(u"product-code"_s, u"an unknown code offers to be linked"_s, [page] { page()->scan(u"8991234567890"_s); },
                 u"codeDialog"_s);
    views.quietly(u"back to the stock"_s, [window] { window->workspace()->showPage(u"stock"_s); }, views.visible(u"inventoryPage"_s));
}

} // namespace belanjain::app
