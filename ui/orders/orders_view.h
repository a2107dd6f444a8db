// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "tables/orders_model.h"

#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimeZone>

namespace belanjain::ui {

class ColumnWidths;
class Theme;

/// Paints the cells of the list of orders.
class OrdersDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    OrdersDelegate(const Theme& theme, const tables::OrdersModel& model, const ports::Clock& clock,
                   QObject* parent = nullptr);

    void setZone(const QTimeZone& zone) { m_zone = zone; }
    void setCurrent(int row, bool focused);
    void setHovered(int row) { m_hovered = row; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void paintCell(QPainter* painter, const QRect& cell, const ports::OrderRow& row, const QModelIndex& index) const;

    const Theme& m_theme;
    const tables::OrdersModel& m_model;
    const ports::Clock& m_clock;
    QTimeZone m_zone{"Asia/Jakarta"};
    int m_current = -1;
    int m_hovered = -1;
    bool m_focused = false;
};

/// The list of orders: one current order, any number ticked. Space ticks, Shift ticks a run, Return opens what
/// the page makes of it; the head sorts. The current order stays current whatever happens to the list.
class OrdersView : public QTableView
{
    Q_OBJECT

public:
    OrdersView(const Theme& theme, tables::OrdersModel& model, const ports::Clock& clock, QWidget* parent = nullptr);

    void setZone(const QTimeZone& zone);
    void showSort(ports::OrderSort sort, bool descending);
    void retranslate();
    std::optional<OrderId> currentOrder() const { return m_currentOrder; }
    void makeCurrent(int position);
    ColumnWidths& columns() { return *m_columns; }

Q_SIGNALS:
    void sortAsked(belanjain::tables::OrderColumn column);
    void markAllAsked();
    void currentOrderChanged();
    /// Esc with nothing else to give up.
    void clearAsked();
    void markLimitReached();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void toggleMark(int position, bool run);
    void settleCurrent();
    void tellCurrent();

    const Theme& m_theme;
    tables::OrdersModel& m_model;
    OrdersDelegate* m_delegate;
    std::optional<OrderId> m_currentOrder;
    ports::RowNumber m_currentRow = -1;
    int m_lastMarked = -1;
    bool m_settling = false;
    ColumnWidths* m_columns;
};

} // namespace belanjain::ui
