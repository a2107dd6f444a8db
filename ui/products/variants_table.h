// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cell_editor.h"
#include "products/variants_model.h"

#include <QPersistentModelIndex>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QTableView>

namespace belanjain::ui {

class Popover;
class Theme;

/// Paints the grid's cells.
class VariantsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    VariantsDelegate(const Theme& theme, const VariantsModel& model, QObject* parent = nullptr);
    void setCurrent(const QModelIndex& current, bool focused);
    /// Below this many pieces a variant is low.
    void setThreshold(int pieces) { m_threshold = pieces; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintField(QPainter* painter, const QRect& cell, const QModelIndex& index, tables::VariantField field) const;

    const Theme& m_theme;
    const VariantsModel& m_model;
    QPersistentModelIndex m_current;
    bool m_focused = false;
    int m_threshold = 10;
};

/// The variants of a product as a spreadsheet: typing edits, Enter goes down, Tab right, a pasted block fills what it
/// covers, Ctrl D fills down, Delete empties. As high as its rows; what is around it scrolls.
class VariantsTable : public QTableView
{
    Q_OBJECT

public:
    /// Messages are shown inside `host`, which contains the table.
    VariantsTable(const Theme& theme, VariantsModel& model, QWidget* host, QWidget* parent = nullptr);

    VariantsDelegate& variantsDelegate() { return *m_delegate; }
    CellEditor* editor() const { return m_editor; }
    QString complaint() const;
    /// Opens a cell with its value selected, or with what was just typed.
    void edit(const QModelIndex& cell, const QString& typed);
    /// Keeps what is typed in the open cell, right or not.
    void finishEditing();
    void goTo(int row, tables::VariantField field);
    void copyCells();
    void pasteCells();
    void fillDown();
    void clearCells();
    void retranslate();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The row's variant is to be left out of the product.
    void leaveOutAsked(int row);
    /// The cell should be seen, in the table's coordinates.
    void revealAsked(const QRect& cell);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool commit();
    void close();
    void leave(const QModelIndex& next, bool edit);
    QModelIndex nextCell(const QModelIndex& from, bool back) const;
    void explain(const QModelIndex& cell, const Violation& violation);
    void showProblemOfCurrent();
    void takeSuggestion();
    void spreadColumns();
    QList<QModelIndex> selectedFields() const;

    const Theme& m_theme;
    VariantsModel& m_model;
    VariantsDelegate* m_delegate;
    QWidget* m_host;
    Popover* m_problem;
    QPointer<CellEditor> m_editor;
    QPersistentModelIndex m_cell;
    QPersistentModelIndex m_explained;
    QString m_before;
    QString m_suggestion;
    QString m_complaint;
    bool m_closing = false;
};

} // namespace belanjain::ui
