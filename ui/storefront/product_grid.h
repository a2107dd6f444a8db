// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefront/products_model.h"

#include <QAbstractItemView>

namespace belanjain::ui {

class Theme;
class ThumbnailSource;

/// Products as cards in columns. All cards have one size, so that a place is arithmetic and only what can be
/// seen is painted, however many there are. More is asked for two screens before the end. Arrow keys, Page Up
/// and Down, Home and End move; Return opens.
class ProductGrid : public QAbstractItemView
{
    Q_OBJECT

public:
    ProductGrid(const Theme& theme, ProductsModel& model, ThumbnailSource* thumbnails, QWidget* parent = nullptr);

    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& point) const override;
    /// Space kept free above the first row, for a header inside.
    int columns() const { return m_columns; }

Q_SIGNALS:
    void opened(const belanjain::ports::ShopCard& card);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QRect cardRect(int row) const; ///< in the viewport
    int rowPitch() const;
    int shownRows() const; ///< cards and the skeletons after them
    void measureColumns();
    void fetchNearEnd();
    void hover(int row);

    const Theme& m_theme;
    ProductsModel& m_model;
    ThumbnailSource* m_thumbnails;
    int m_columns = 1;
    int m_cardWidth = 200;
    int m_hovered = -1;
    int m_pressed = -1;
    bool m_byKeyboard = false;
};

} // namespace belanjain::ui
