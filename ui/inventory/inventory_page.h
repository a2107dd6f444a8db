// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/command_sink.h"
#include "ports/inventory_reader.h"
#include "ports/sync_control.h"
#include "tables/inventory_bulk.h"
#include "tables/inventory_model.h"
#include "tables/mark_totals.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace belanjain::ui {

class Banner;
class BulkBar;
class Button;
class ColumnLayout;
class InventoryEmptyStates;
class InventoryToolbar;
class InventoryView;
class NumberPanel;
class RejectionPopover;
class Theme;
class ThumbnailSource;
class Toast;
class ViewSettings;

/// What the stock page stands on; everything must outlive it.
struct InventoryServices
{
    ports::InventoryReader& reader;
    ports::CommandSink& sink;
    ports::SyncControl& sync;
    const ports::Clock& clock;
    ViewSettings& settings;
    ThumbnailSource* thumbnails = nullptr; ///< null: categories' icons stand in for pictures
};

/// The stock of one store: search and filters, what is running out, the table, and what can be done with
/// the variants that are ticked.
class InventoryPage : public QWidget
{
    Q_OBJECT

public:
    InventoryPage(const Theme& theme, const InventoryServices& services, QWidget* parent = nullptr);
    ~InventoryPage() override;

    /// Named in the head of the page.
    void setStoreName(const QString& name);
    /// Reads the stock for the first time; to be called once the replica is open.
    void start();
    /// Shows only what the query matches, for links from other pages ("13 variants are running out").
    void showQuery(const ports::InventoryQuery& query);

    tables::InventoryModel& model() { return m_model; }
    tables::EditHistory& history() { return m_history; }
    InventoryView* view() const { return m_view; }
    /// For what is done to the stock beside the table: its undo is this page's.
    void say(const QString& sentence, bool undoable);
    const QStringList& categories() const { return m_categories; }
    std::optional<ports::InventoryRow> currentVariant() const;

public Q_SLOTS:
    void focusSearch();

Q_SIGNALS:
    /// Sums over the ticked variants, for the status bar; zero rows when nothing is ticked.
    void totalsChanged(const belanjain::ports::InventoryTotals& totals);
    /// The person wants to see what happened to the current variant's stock.
    void historyAsked();
    /// The current cell is in another row; not while the row is still being read.
    void currentVariantChanged(const belanjain::ports::InventoryRow& row);
    /// A product is to be made, which is another page's work.
    void newProductAsked();
    void stocktakeAsked();
    void restockAsked();
    /// Products are to come from a file, which is another page's work.
    void importAsked();
    /// How many variants the store has in all, as often as it is read.
    void variantsCounted(int variants);
    void categoriesKnown(const QStringList& categories);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void addShortcuts();
    void connectModel();
    void connectEdits();
    void retranslate();
    void applyFilters();
    void sortBy(tables::InventoryColumn column);
    void sortBy(ports::InventorySort sort, bool descending);
    void showSort();
    void showSummary(const ports::InventorySummary& summary);
    void showWarning();
    void showSubtitle();
    void showMarks();
    void showHistory();
    void showState();
    void showMore();
    void askForStock();
    void askForPrice();
    void setMarkedToZero();
    void askForThreshold();
    void archive(const QList<ports::RowNumber>& rows, bool archived);
    void openMoreMenu();
    /// Puts the cursor on the row of the product that was just made, once it is there.
    void explain(const QModelIndex& cell, bool byKeyboard);
    void openCellMenu(const QModelIndex& cell, const QPoint& global);
    QString today() const;

    const Theme& m_theme;
    InventoryServices m_services;
    tables::EditHistory m_history;
    tables::InventoryModel m_model;
    tables::InventoryBulk m_bulk;
    tables::MarkTotals m_totals;
    ports::InventorySummary m_summary;
    bool m_hasSummary = false;
    QString m_store;
    QStringList m_categories;

    QLabel* m_title;
    QLabel* m_subtitle;
    Button* m_undo;
    Button* m_redo;
    Button* m_new;
    InventoryToolbar* m_toolbar;
    Banner* m_problem;
    Banner* m_warning;
    InventoryView* m_view;
    InventoryEmptyStates* m_empty;
    ColumnLayout* m_columns;
    BulkBar* m_bulkBar;
    Button* m_addStock;
    Button* m_setToZero;
    Button* m_setPrice;
    Button* m_setThreshold;
    Button* m_archive;
    Button* m_more;
    NumberPanel* m_numbers;
    RejectionPopover* m_rejection;
    Toast* m_toast;
    enum class Asking { Nothing, Stock, Price } m_asking = Asking::Nothing;
    bool m_toastUndoes = true;
    std::optional<bool> m_archiving; ///< what the bulk edit under way does to products
    bool m_archived = false; ///< some products were archived or brought back here
};

} // namespace belanjain::ui
