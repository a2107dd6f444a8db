// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/stock_area.h"

#include "common/theme.h"
#include "inventory/inventory_page.h"
#include "inventory/inventory_view.h"
#include "stock/restock_page.h"
#include "stock/stock_history_panel.h"
#include "stock/stocktake_page.h"

#include <QHBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

StockArea::StockArea(const Theme& theme, InventoryPage& inventory, const StockAreaServices& services, QWidget* parent)
    : QStackedWidget(parent)
    , m_inventory(inventory)
    , m_history(new StockHistoryPanel(theme, services.history, this))
    , m_stocktake(new StocktakePage(theme, {.port = services.stocktake,
                                            .catalogue = services.catalogue,
                                            .sink = services.sink,
                                            .history = inventory.history(),
                                            .clock = services.clock,
                                            .settings = services.settings},
                                    this))
    , m_restock(new RestockPage(theme, services.restock, services.clock, services.settings, this))
{
    setObjectName(u"stockArea"_s);
    auto* table = new QWidget(this);
    auto* row = new QHBoxLayout(table);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(&inventory, 1);
    row->addWidget(m_history);
    m_history->hide();
    table->setFocusProxy(&inventory);
    addWidget(table);
    addWidget(m_stocktake);
    addWidget(m_restock);
    setFocusProxy(table);

    connect(&inventory, &InventoryPage::historyAsked, this, [this] {
        if (m_history->isVisible())
            hideHistory();
        else
            showHistory();
    });
    connect(&inventory, &InventoryPage::currentVariantChanged, this, [this](const ports::InventoryRow& current) {
        if (m_history->isVisible())
            m_history->showVariant(current);
    });
    connect(&inventory, &InventoryPage::stocktakeAsked, this, &StockArea::showStocktake);
    connect(&inventory, &InventoryPage::restockAsked, this, &StockArea::showRestock);
    connect(&inventory, &InventoryPage::categoriesKnown, m_stocktake, &StocktakePage::setCategories);
    connect(m_history, &StockHistoryPanel::closed, this, &StockArea::hideHistory);
    connect(m_history, &StockHistoryPanel::orderAsked, this, &StockArea::orderAsked);
    connect(&inventory, &InventoryPage::variantsCounted, this, [this](int variants) {
        m_stocktake->setStoreEmpty(variants == 0);
        m_restock->setStoreEmpty(variants == 0);
    });
    connect(m_stocktake, &StocktakePage::newProductAsked, &inventory, &InventoryPage::newProductAsked);
    connect(m_restock, &RestockPage::newProductAsked, &inventory, &InventoryPage::newProductAsked);
    connect(m_stocktake, &StocktakePage::left, this, &StockArea::showTable);
    connect(m_restock, &RestockPage::left, this, &StockArea::showTable);
    connect(&services.catalogue, &ports::CatalogueReader::storeRead, this,
            [this](const StoreId&, const StoreProfile& profile) {
                const QTimeZone named(profile.timeZone.toUtf8());
                const QTimeZone zone = named.isValid() ? named : QTimeZone("Asia/Jakarta");
                m_history->setZone(zone);
                m_stocktake->setStore(profile.name, zone);
                m_restock->setStore(profile.name, zone);
            });
}

void StockArea::setStoreName(const QString& name)
{
    const QTimeZone zone("Asia/Jakarta"); // until the store's profile is read
    m_stocktake->setStore(name, zone);
    m_restock->setStore(name, zone);
}

void StockArea::showTable()
{
    setCurrentIndex(0);
    setFocusProxy(widget(0));
    m_inventory.view()->setFocus(Qt::OtherFocusReason);
}

void StockArea::showHistory()
{
    showTable();
    m_history->show();
    m_inventory.view()->setRowTold(true);
    if (const auto current = m_inventory.currentVariant())
        m_history->showVariant(*current);
}

void StockArea::hideHistory()
{
    m_history->hide();
    m_inventory.view()->setRowTold(false);
    m_inventory.view()->setFocus(Qt::OtherFocusReason);
}

void StockArea::showStocktake()
{
    setCurrentWidget(m_stocktake);
    setFocusProxy(m_stocktake);
    m_stocktake->open();
}

void StockArea::showRestock()
{
    setCurrentWidget(m_restock);
    setFocusProxy(m_restock);
    m_restock->open();
}

} // namespace belanjain::ui
