// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"
#include "tables/stock_history_model.h"

#include <QListView>
#include <QStyledItemDelegate>
#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace belanjain::ui {

class Button;
class Theme;

/// Paints a line of the history on two lines: what and its order, when and who; the change and what was left.
class MoveDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    MoveDelegate(const Theme& theme, const tables::StockHistoryModel& model, QObject* parent = nullptr);

    void setZone(const QTimeZone& zone) { m_zone = zone; }
    const QTimeZone& zone() const { return m_zone; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// For the tooltip, where a name or a reason had to be cut.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    const Theme& m_theme;
    const tables::StockHistoryModel& m_model;
    QTimeZone m_zone{"Asia/Jakarta"};
};

/// The stock history of the variant that is current in the table beside it. Return or a click on a line with an
/// order opens the order; Esc closes.
class StockHistoryPanel : public QWidget
{
    Q_OBJECT

public:
    StockHistoryPanel(const Theme& theme, ports::StockHistory& port, QWidget* parent = nullptr);

    void setZone(const QTimeZone& zone);
    /// Follows a moving cursor: only where it rests is asked for.
    void showVariant(const ports::InventoryRow& row);
    const tables::StockHistoryModel& model() const { return m_model; }
    QListView* list() const { return m_list; }

Q_SIGNALS:
    void orderAsked(const QString& number);
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void retranslate();
    void showState();
    void openOrder(const QModelIndex& index);

    const Theme& m_theme;
    tables::StockHistoryModel m_model;
    QTimer m_rest;
    ports::InventoryRow m_row;
    QLabel* m_title;
    QLabel* m_product;
    QLabel* m_variant;
    QLabel* m_notice;
    QLabel* m_empty;
    Button* m_close;
    QListView* m_list;
    MoveDelegate* m_delegate;
};

} // namespace belanjain::ui
