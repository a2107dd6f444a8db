// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/stock_pages.h"

#include "inventory/inventory_page.h"
#include "inventory/inventory_view.h"
#include "shell/workspace_frame.h"
#include "stock/restock_page.h"
#include "stock/stock_area.h"
#include "stock/stock_history_panel.h"
#include "stock/stocktake_page.h"
#include "tour/hands.h"

#include <QLineEdit>
#include <QListWidget>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using HistoryState = tables::StockHistoryModel::State;
namespace
{

void addTable(const Views& views)
{
    ui::MainWindow* window = &views.window();
    const auto page = [window] { return findVisible<ui::InventoryPage>(window, u"inventoryPage"_s); };
    const auto ready = [page] {
        return page() && page()->model().state() == tables::InventoryModel::State::Ready && page()->model().isOrdered();
    };
    views.state(u"stock-marked"_s, u"three variants are ticked for something in bulk"_s,
               [window, page] {
                   window->workspace()->showPage(u"stock"_s);
                   page()->model().setMarked(2, 4, true);
               },
               [window] { return findVisible(window, u"bulkBar"_s) && findVisible(window, u"status.value"_s); });
    views.opened(u"stock-bulk-price"_s, u"one price for all of them"_s, views.press(u"bulkSetPrice"_s), u"numberPanel"_s);
    views.step(u"stock-low"_s, u"only what runs out"_s,
               [window, page] {
                   if (QWidget* panel = findVisible(window, u"numberPanel"_s))
                       panel->hide();
                   page()->model().markAll(false);
                   page()->showQuery({.stock = ports::StockFilter::LowOrOut});
               },
               ready);
    views.state(u"stock-search"_s, u"a search finds while one types"_s,
               [window, page] {
                   page()->showQuery({});
                   page()->focusSearch();
                   typeText(window, u"rak"_s);
               },
               [page, ready] { return ready() && page()->model().query().search == u"rak"; });
    views.state(u"stock-nothing"_s, u"a search that finds nothing offers a way on"_s, [window] { typeText(window, u"zzz"_s); },
               views.visible(u"nothingFound"_s));
    views.quietly(u"the whole stock again"_s, [page] { page()->showQuery({}); }, ready);
    views.opened(u"stock-columns"_s, u"which columns there are"_s, views.press(u"columnButton"_s), u"columnMenu"_s);
    views.opened(u"stock-more"_s, u"what else there is to do"_s, views.press(u"stockMore"_s), u"stockMenu"_s);
}

void addStocktake(const Views& views)
{
    ui::MainWindow* window = &views.window();
    const auto area = [window] { return findVisible<ui::StockArea>(window, u"stockArea"_s); };
    const auto scan = [window](const QString& code) {
        auto* field = findVisible<QLineEdit>(window, u"stocktakeScan"_s);
        field->setFocus();
        field->setText(code);
        pressKey(window, Qt::Key_Return);
    };
    views.state(u"stocktake-empty"_s, u"a stocktake begins with a field to scan into"_s, [area] { area()->showStocktake(); },
               [area] { return area() && area()->stocktake().sheet().open; });
    views.step(u"stocktake"_s, u"five variants are counted, a code is unknown"_s,
               [area, scan] {
                   const auto& model = area()->findChild<ui::InventoryPage*>()->model();
                   for (int i = 0; i < 5; ++i) {
                       const auto* row = model.shownAt(i);
                       if (!row)
                           continue;
                       scan(row->sku);
                       if (i > 1)
                           scan(QString::number(row->onHand));
                   }
                   scan(u"8991234567890"_s);
               },
               [area] {
                   return area() && area()->stocktake().model().counted().size() >= 5 && !area()->stocktake().sheet().codes.isEmpty();
               });
    views.runner().add({.name = u"stocktake-link"_s,
                        .story = u"the unknown code is linked to a variant"_s,
                        .act = [views] {
                            views.press(u"linkCode"_s)();
                            views.type(u"linkSearch"_s, u"kaos"_s);
                        },
                        .settled = [window = &views.window()] {
                            const auto* variants = findVisible<QListWidget>(window, u"linkVariants"_s);
                            return variants && variants->count() > 0;
                        },
                        .close = closeFront,
                        .looks = TourStep::Looks::One});
    views.quietly(u"… and is closed"_s, {}, views.gone(u"linkCodeDialog"_s));
    views.opened(u"stocktake-discard"_s, u"counts are not thrown away by mistake"_s, views.press(u"stocktakeDiscard"_s), u"discardStocktake"_s);
}

} // namespace

void addStockPages(const Views& views)
{
    ui::MainWindow* window = &views.window();
    const auto area = [window] { return findVisible<ui::StockArea>(window, u"stockArea"_s); };
    const auto inventory = [window] { return findVisible<ui::InventoryPage>(window, u"inventoryPage"_s); };
    views.runner().beginGroup(u"Stock"_s);
    addTable(views);
    views.step(u"stock-history"_s, u"H shows what happened to a variant's stock"_s,
               [window, inventory] {
                   inventory()->view()->setFocus();
                   inventory()->view()->moveCurrent(inventory()->view()->cell(0, tables::InventoryColumn::Available));
                   pressKey(window, Qt::Key_H, Qt::NoModifier, u"h"_s);
               },
               [area] {
                   return area() && area()->history().isVisible() && area()->history().model().state() == HistoryState::Live &&
                          area()->history().model().rowCount() > 0;
               });
    views.quietly(u"… and closes"_s, [area] { area()->hideHistory(); }, [area] { return area() && !area()->history().isVisible(); });
    views.runner().beginGroup(u"Stocktake and reorder list"_s);
    addStocktake(views);
    views.step(u"restock"_s, u"what has to be ordered"_s, [area] { area()->showRestock(); },
               [area] { return area() && area()->restock().model().rowCount() > 0; });
    views.quietly(u"back to the table"_s, [area] { area()->showTable(); }, [inventory] { return inventory() != nullptr; });
}

} // namespace belanjain::app
