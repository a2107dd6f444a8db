// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop.h"
#include "ports/inventory.h"
#include "tables/inventory_columns.h"
#include "tour/market_caller.h"
#include "tour/tour_runner.h"

namespace belanjain::ui
{
class InventoryPage;
class OrdersPage;
}

namespace belanjain::app
{

/// The screenshot tour: first start, sign-in, ten cells edited offline while a buyer buys and a colleague
/// changes a price, back online, both settle; then what else the window can show. Each step is done
/// through the widgets as a person would and checked against the marketplace.
class Story : public QObject
{
    Q_OBJECT
public:
    Story(Desktop& desktop, const QString& folder);

    void start() { m_runner.start(); }

Q_SIGNALS:
    void finished(int failures);

private:
    void addFirstStart();
    void addOfflineEdits();
    void addMeanwhile();
    void addSettling();
    void addOrders();
    void addLooks();
    void addEmptyStore();

    ui::InventoryPage* page() const;
    ui::OrdersPage* orders() const;
    QWidget* view() const;
    /// The row at a position of the table, as shown; a default one when it is not here.
    ports::InventoryRow row(int position) const;
    void putCursor(int position, tables::InventoryColumn column);
    /// Types into the current cell and presses Enter.
    void typeAndSave(const QString& text);
    bool noneWaiting() const;
    /// That many edits are on disk, and no editor is open.
    bool saved(int edits) const;
    /// What differs from the ten rows as they were plus what was typed; empty when nothing does.
    QString wrongRows() const;
    void compareWithMarketplace();

    Desktop& m_desktop;
    TourRunner m_runner;
    std::unique_ptr<MarketCaller> m_buyer;
    std::unique_ptr<MarketCaller> m_colleague;
    QList<ports::InventoryRow> m_before; ///< the ten rows as they were
    QList<int> m_deltas;
    QString m_trouble;
    int m_pendingCalls = 0;
};

} // namespace belanjain::app
