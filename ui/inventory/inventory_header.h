// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/inventory_model.h"

#include <QHeaderView>

namespace belanjain::ui {

class Theme;

/// The head of the stock table: sorts on click, ticks everything, lets columns be moved and sized.
class InventoryHeader : public QHeaderView
{
    Q_OBJECT

public:
    InventoryHeader(const Theme& theme, const tables::InventoryModel& model, QWidget* parent = nullptr);

    void showSort(tables::InventoryColumn column, Qt::SortOrder order);

Q_SIGNALS:
    /// A head that sorts was clicked.
    void sortAsked(belanjain::tables::InventoryColumn column);
    void markAllAsked();
    /// A menu was asked for at this place of the screen.
    void menuAsked(const QPoint& global);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    QSize sizeHint() const override;

private:
    void clicked(int section);
    void keepFixedColumns(int section, int oldVisual, int newVisual);

    const Theme& m_theme;
    const tables::InventoryModel& m_model;
    int m_hovered = -1;
    bool m_moving = false;
};

} // namespace belanjain::ui
