// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/inventory_bulk.h"
#include "tables/inventory_model.h"

#include <QTableView>

namespace belanjain::ui {

class CellEditing;
class InventoryDelegate;
class InventoryHeader;
class Theme;
class ThumbnailSource;

/// The stock table as a spreadsheet: type to edit, Return down, Tab right, blocks in and out of the
/// clipboard, ticks with Space. Keeps the current cell and what is on screen with its rows whatever
/// happens to the order.
class InventoryView : public QTableView
{
    Q_OBJECT

public:
    InventoryView(const Theme& theme, tables::InventoryModel& model, tables::InventoryBulk& bulk,
                  ThumbnailSource* thumbnails, QWidget* parent = nullptr);

    InventoryHeader* header() const { return m_header; }
    CellEditing* editing() const { return m_editing; }

    QModelIndex cell(int position, tables::InventoryColumn column) const;
    /// The next cell to the right (or left) that can be edited, in the order on screen; the same when none.
    QModelIndex nextEditable(const QModelIndex& from, bool back) const;
    void moveCurrent(const QModelIndex& to);

    void copyCells() const;
    void pasteCells();
    void fillDown();
    void retranslate();
    /// Tints the current row, while something beside the table is about it.
    void setRowTold(bool told);
    /// Puts the current cell on the first row when there is none.
    void ensureCurrent();

Q_SIGNALS:
    /// Esc with nothing else to give up.
    void clearAsked();
    /// The person wants to know why the edit of this cell was rejected; `byKeyboard` to act on it at once.
    void explanationAsked(const QModelIndex& cell, bool byKeyboard);
    /// H, where it is not the first letter of a text, or Ctrl H.
    void historyAsked();
    void cellMenuAsked(const QModelIndex& cell, const QPoint& global);
    /// Something that stands beside a cell has to be placed again.
    void cellsMoved();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    struct Block
    {
        int firstRow = 0;
        int lastRow = -1;
        QList<tables::InventoryColumn> columns;
    };
    Block selectedBlock() const;
    bool runShortcut(QKeyEvent* event);
    void toggleMark(int position, bool range);
    void rememberPlace();
    void returnToPlace(bool again);
    void updateRow(int position);
    void showFocus();

    const Theme& m_theme;
    tables::InventoryModel& m_model;
    tables::InventoryBulk& m_bulk;
    InventoryHeader* m_header;
    InventoryDelegate* m_delegate;
    CellEditing* m_editing;
    int m_hovered = -1;
    ports::RowNumber m_lastMarked = -1;
    bool m_hasPlace = false;
    ports::RowNumber m_topRow = -1; ///< -1: at the very top
    int m_topOffset = 0;
    ports::RowNumber m_currentRow = -1;
    int m_currentColumn = -1;
};

} // namespace belanjain::ui
