// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storemode/shelf_model.h"

#include <QAbstractItemView>

namespace belanjain::ui {

class CounterCart;
class Theme;
class ThumbnailSource;

/// The products as cards for fingers: picture, name, price, stock, and what puts it into the cart. All cards have one
/// size, so that only what can be seen is painted. Arrow keys move, Return opens, plus and minus count.
class ShelfView : public QAbstractItemView
{
    Q_OBJECT

public:
    ShelfView(const Theme& theme, ShelfModel& model, const CounterCart& cart, ThumbnailSource* thumbnails,
              QWidget* parent = nullptr);

    /// Fewer than this are said to be the last ones.
    void setFewLeft(int pieces);
    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& point) const override;
    /// Where a card's button lies in the viewport.
    QRect buttonRect(int row) const;

Q_SIGNALS:
    void opened(const belanjain::ports::ProductListRow& product);
    /// One more, or one less, of a product with a single variant; of another one it is chosen first.
    void stepped(const belanjain::ports::ProductListRow& product, int by);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect&, QItemSelectionModel::SelectionFlags) override {}
    QRegion visualRegionForSelection(const QItemSelection&) const override { return {}; }
    void updateGeometries() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QRect cardRect(int row) const;
    int rowPitch() const;
    void measureColumns();
    void fetchNearEnd();
    void paintCard(QPainter* painter, int row, const QRect& rect) const;
    void paintButton(QPainter* painter, int row, const QRect& rect) const;
    /// What a press at that place of a card does: -1 and 1 count, 0 opens; nothing on a button that is off.
    std::optional<int> stepAt(int row, const QPoint& point) const;

    const Theme& m_theme;
    ShelfModel& m_model;
    const CounterCart& m_cart;
    ThumbnailSource* m_thumbnails;
    int m_columns = 1;
    int m_cardWidth = 240;
    int m_fewLeft = 10;
    int m_pressed = -1;
    bool m_byKeyboard = false;
};

} // namespace belanjain::ui
