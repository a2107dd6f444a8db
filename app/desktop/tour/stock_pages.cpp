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

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using HistoryState = tables::StockHistoryModel::State;

void addStockPages(TourRunner& runner, Desktop& desktop)
{
    ui::MainWindow& window = desktop.window();
    const auto area = [&window] { return findVisible<ui::StockArea>(&window, u"stockArea"_s); };
    const auto inventory = [&window] { return findVisible<ui::InventoryPage>(&window, u"inventoryPage"_s); };
    const auto scan = [&window](const QString& code) {
        auto* field = findVisible<QLineEdit>(&window, u"stocktakeScan"_s);
        field->setFocus();
        field->setText(code);
        pressKey(&window, Qt::Key_Return);
    };
    const auto dark = [&desktop] {
        desktop.languages().set(Language::English);
        desktop.theme().setMode(ui::Theme::Mode::Dark);
    };
    const auto light = [&desktop] {
        desktop.languages().set(Language::Indonesian);
        desktop.theme().setMode(ui::Theme::Mode::Light);
    };
    runner.add({.name = u"stock-history"_s,
                .story = u"H shows what happened to a variant's stock"_s,
                .act = [&window, inventory] {
                    window.workspace()->showPage(u"stock"_s);
                    inventory()->view()->setFocus();
                    inventory()->view()->moveCurrent(inventory()->view()->cell(0, tables::InventoryColumn::Available));
                    pressKey(&window, Qt::Key_H, Qt::NoModifier, u"h"_s);
                },
                .settled = [area] {
                    return area() && area()->history().isVisible() && area()->history().model().state() == HistoryState::Live &&
                           area()->history().model().rowCount() > 0;
                }});
    runner.add({.name = u"stock-history-dark-english"_s,
                .story = u"… in English and dark"_s,
                .act = dark,
                .settled = [area] { return area() && area()->history().isVisible(); }});
    runner.add({.story = u"… and back, and closed"_s,
                .act = [area, light] {
                    light();
                    area()->hideHistory();
                },
                .settled = [area] { return area() && !area()->history().isVisible(); }});
    runner.add({.name = u"stocktake-empty"_s,
                .story = u"a stocktake begins with a field to scan into"_s,
                .act = [area] { area()->showStocktake(); },
                .settled = [area] { return area() && area()->stocktake().sheet().open; }});
    runner.add({.name = u"stocktake"_s,
                .story = u"five variants are counted, a code is unknown"_s,
                .act = [area, scan] {
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
                .settled = [area] {
                    return area() && area()->stocktake().model().counted().size() >= 5 && !area()->stocktake().sheet().codes.isEmpty();
                }});
    runner.add({.name = u"stocktake-dark-english"_s,
                .story = u"… in English and dark"_s,
                .act = dark,
                .settled = [area] { return area() && area()->stocktake().isVisible(); }});
    runner.add({.name = u"restock"_s,
                .story = u"what has to be ordered"_s,
                .act = [area, light] {
                    light();
                    area()->showRestock();
                },
                .settled = [area] { return area() && area()->restock().model().rowCount() > 0; }});
    runner.add({.name = u"restock-dark-english"_s,
                .story = u"… in English and dark"_s,
                .act = dark,
                .settled = [area] { return area() && area()->restock().isVisible(); }});
    runner.add({.story = u"back to the table"_s,
                .act = [area, light] {
                    light();
                    area()->showTable();
                },
                .settled = [inventory] { return inventory() != nullptr; }});
}

} // namespace belanjain::app
