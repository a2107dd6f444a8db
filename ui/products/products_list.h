// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "products/product_list_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace belanjain::ui {

class ColumnWidths;
class Theme;
class ThumbnailSource;

/// Paints the list of products.
class ProductsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ProductsDelegate(const Theme& theme, ProductListModel& model, ThumbnailSource* thumbnails, QObject* parent = nullptr);
    void setCurrent(int row, bool focused);
    void setHovered(int row) { m_hovered = row; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintCell(QPainter* painter, const QRect& cell, const ports::ProductListRow& row, ProductColumn column) const;

    const Theme& m_theme;
    ProductListModel& m_model;
    ThumbnailSource* m_thumbnails;
    int m_current = -1;
    int m_hovered = -1;
    bool m_focused = false;
};

/// The list of products: Return or a double click opens one, the menu has the rest.
class ProductsList : public QTableView
{
    Q_OBJECT

public:
    ProductsList(const Theme& theme, ProductListModel& model, ThumbnailSource* thumbnails, QWidget* parent = nullptr);

    std::optional<ports::ProductListRow> current() const;
    void makeCurrent(int row);
    void retranslate();
    ColumnWidths& columns() { return *m_columns; }

Q_SIGNALS:
    void opened(const belanjain::ports::ProductListRow& product);
    void duplicateAsked(const belanjain::ports::ProductListRow& product);
    void archiveAsked(const belanjain::ports::ProductListRow& product);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    const Theme& m_theme;
    ProductListModel& m_model;
    ProductsDelegate* m_delegate;
    ColumnWidths* m_columns;
};

} // namespace belanjain::ui
