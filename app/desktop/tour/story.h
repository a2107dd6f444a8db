// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop.h"
#include "ports/inventory.h"
#include "tables/inventory_columns.h"
#include "tour/market_caller.h"
#include "tour/tour_runner.h"
#include "tour/views.h"

namespace belanjain::ui
{
class InventoryPage;
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
    void addDecisions();
    void addEmptyStore();

    ui::InventoryPage* page() const;
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
    void putIntoCart(const VariantId& variant, std::function<void()> then);
    void changePrice(const ports::InventoryRow& of, std::function<void()> then);
    void takeBroken(std::function<void()> then);
    void callFailed(const QString& what, int status, const QJsonObject& answer);

    Desktop& m_desktop;
    TourRunner m_runner;
    Views m_views;
    std::unique_ptr<MarketCaller> m_buyer;
    std::unique_ptr<MarketCaller> m_colleague;
    QList<ports::InventoryRow> m_before; ///< the ten rows as they were
    QList<int> m_deltas;
    ports::InventoryRow m_emptied; ///< that a buyer buys while she counts it to nothing
    QString m_trouble;
    int m_pendingCalls = 0;
};

} // namespace belanjain::app
