// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/empty_pages.h"

#include "shell/workspace_frame.h"
#include "stock/stock_area.h"
#include "tour/hands.h"

namespace belanjain::app
{
using namespace Qt::StringLiterals;

void addEmptyPages(const Views& views)
{
    ui::MainWindow* window = &views.window();
    const auto area = [window] { return findVisible<ui::StockArea>(window, u"stockArea"_s); };
    views.runner().beginGroup(u"An empty store"_s);
    views.page(u"empty-home"_s, u"home"_s, u"an empty store says how to begin"_s, u"homeEmpty"_s);
    views.page(u"empty-orders"_s, u"orders"_s, u"no orders yet"_s, u"ordersEmpty"_s);
    views.page(u"empty-stock"_s, u"stock"_s, u"no stock yet"_s, u"emptyStore"_s);
    views.step(u"empty-stocktake"_s, u"nothing to count"_s, [area] { area()->showStocktake(); }, views.visible(u"stocktakePage"_s));
    views.step(u"empty-restock"_s, u"nothing to order"_s, [area] { area()->showRestock(); }, views.visible(u"restockEmpty"_s));
    views.quietly(u"back to the table"_s, [area] { area()->showTable(); }, views.visible(u"inventoryPage"_s));
    views.page(u"empty-products"_s, u"products"_s, u"no products yet"_s, u"productsEmpty"_s);
    views.page(u"empty-analytics"_s, u"analytics"_s, u"nothing sold yet"_s, u"analyticsPage"_s);
    views.page(u"empty-reviews"_s, u"reviews"_s, u"no reviews yet"_s, u"reviewsEmpty"_s);
    views.page(u"empty-transfer"_s, u"transfer"_s, u"nothing imported yet"_s, u"importChoose"_s);
    views.page(u"empty-attention"_s, u"attention"_s, u"nothing to decide"_s, u"attentionEmpty"_s);
    views.page(u"empty-store"_s, u"store"_s, u"the new store's profile"_s, u"store.name"_s);
    views.page(u"empty-settings"_s, u"settings"_s, u"its settings"_s, u"settingsPage"_s);
}

} // namespace belanjain::app
