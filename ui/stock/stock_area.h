// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"
#include "ports/clock.h"
#include "ports/command_sink.h"
#include "ports/restock_reader.h"
#include "ports/stock_history.h"
#include "ports/stocktake.h"

#include <QStackedWidget>

namespace belanjain::ui {

class InventoryPage;
class RestockPage;
class StockHistoryPanel;
class StocktakePage;
class Theme;
class ViewSettings;

/// What the parts around the stock table stand on; everything must outlive them.
struct StockAreaServices
{
    ports::StockHistory& history;
    ports::Stocktake& stocktake;
    ports::RestockReader& restock;
    ports::CatalogueReader& catalogue;
    ports::CommandSink& sink;
    const ports::Clock& clock;
    ViewSettings& settings;
};

/// The stock page with what belongs to it: the history of a variant beside the table, and a stocktake or the
/// reorder list in its place.
class StockArea : public QStackedWidget
{
    Q_OBJECT

public:
    /// Takes the page as its child.
    StockArea(const Theme& theme, InventoryPage& inventory, const StockAreaServices& services, QWidget* parent = nullptr);

    void setStoreName(const QString& name);
    StockHistoryPanel& history() { return *m_history; }
    StocktakePage& stocktake() { return *m_stocktake; }
    RestockPage& restock() { return *m_restock; }

public Q_SLOTS:
    void showTable();
    void showHistory();
    void hideHistory();
    void showStocktake();
    void showRestock();

Q_SIGNALS:
    /// An order's number in the history was chosen.
    void orderAsked(const QString& number);

private:
    InventoryPage& m_inventory;
    StockHistoryPanel* m_history;
    StocktakePage* m_stocktake;
    RestockPage* m_restock;
};

} // namespace belanjain::ui
