// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/day_range.h"
#include "orders/move_orders.h"
#include "orders/orders_outlet.h"
#include "ports/catalogue_reader.h"
#include "ports/clock.h"
#include "ports/command_sink.h"
#include "ports/command_withdrawal.h"
#include "ports/orders_reader.h"
#include "tables/orders_model.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace belanjain::ui {

class BulkBar;
class Button;
class CountTabs;
class DropButton;
class EmptyState;
class FilterChips;
class LinkButton;
class OrderPanel;
class OrdersView;
class SearchField;
class Theme;
class ThumbnailSource;
class Toast;
class ViewSettings;

/// What the orders page stands on; everything must outlive it.
struct OrdersServices
{
    ports::OrdersReader& reader;
    ports::CatalogueReader& catalogue; ///< for the store's time zone
    ports::CommandSink& sink;
    const ports::Clock& clock;
    ViewSettings& settings;
    ThumbnailSource* thumbnails = nullptr;
    // What is null is not offered.
    ports::CommandWithdrawal* withdrawal = nullptr;
    ports::PrintLog* prints = nullptr;
    ports::OrdersExport* files = nullptr;
};

/// The orders of one store: by state with counts, the list, one order beside it, and what can be done with
/// those that are ticked. Only steps the state machine allows are offered.
class OrdersPage : public QWidget
{
    Q_OBJECT

public:
    OrdersPage(const Theme& theme, const OrdersServices& services, QWidget* parent = nullptr);
    ~OrdersPage() override;

    /// Reads for the first time; to be called once the replica is open.
    void start();
    /// Shows only what the query matches, for links from other pages; `product` names the query's product.
    void showQuery(const ports::OrdersQuery& query, const QString& product = {});

    tables::OrdersModel& model() { return m_model; }
    OrdersView* view() const { return m_view; }
    OrdersOutlet& outlet() { return *m_outlet; }

Q_SIGNALS:
    /// How many new orders wait; for the sidebar.
    void newOrders(int count);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void addShortcuts();
    void connectParts();
    void retranslate();
    void fillRanges();
    void fillMenus();
    void chooseRange(const QVariant& days);
    void openProductPicker();
    void showChips();
    void removeChip(const QString& key);
    /// What is ticked, or else the current order.
    QList<OrderId> chosenOrders() const;
    void print(ports::PrintedDocument document);
    void takeBack();
    void takeToastsAction();
    void tellWithdrawal(quint64 ticket, const ports::Withdrawal& outcome);
    void applyFilters();
    void showCounts(const ports::OrderCounts& counts);
    void showMarks();
    void showState();
    void nameSteps(const QList<ports::OrderRow>& orders, int marked);
    void readCurrent();
    void takeDetails(quint64 ticket, const QList<ports::OrderDetail>& orders);
    void sortBy(tables::OrderColumn column);
    /// Takes what is ticked, or else the current order, to a state.
    void act(OrderStatus to);
    void move(const QList<ports::OrderRow>& orders, OrderStatus to);
    QList<ports::OrderRow> inListOrder(QList<ports::OrderRow> orders) const;
    void askForShipping(const QList<ports::OrderRow>& orders, const QList<OrderMoveReport::Refused>& leftOut);
    void askForReason(const QList<ports::OrderRow>& orders, const QList<OrderMoveReport::Refused>& leftOut);
    void tellResult(const OrderMoveReport& report);

    const Theme& m_theme;
    OrdersServices m_services;
    tables::OrdersModel m_model;
    OrderMover m_mover;
    ports::OrderCounts m_counts;
    bool m_counted = false;
    QTimeZone m_zone{"Asia/Jakarta"};
    quint64 m_detailTicket = 0;
    bool m_lateOnly = false;
    std::optional<DayRange> m_days; ///< chosen freely
    std::optional<ProductId> m_product;
    QString m_productName;
    QList<quint64> m_undo;        ///< batches that may still be taken back, the latest last
    quint64 m_withdrawing = 0;
    OrderMoveReport m_lastReport; ///< what the toast offers to show

    OrdersOutlet* m_outlet;
    QLabel* m_title;
    SearchField* m_search;
    DropButton* m_range;
    Button* m_productButton;
    Button* m_export;
    FilterChips* m_chips;
    CountTabs* m_tabs;
    QWidget* m_lateBox;
    QLabel* m_lateText;
    LinkButton* m_lateLink;
    OrdersView* m_view;
    OrderPanel* m_panel;
    EmptyState* m_empty;
    BulkBar* m_bulkBar;
    Button* m_bulkProcess;
    Button* m_bulkShip;
    Button* m_bulkDeliver;
    Button* m_bulkPrint;
    Button* m_bulkCancel;
    Toast* m_toast;
    QTimer m_minute; ///< ages and deadlines move on
};

} // namespace belanjain::ui
