// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

namespace belanjain::ui {

class ColumnWidths;
class Theme;
class ViewSettings;

/// Beside the display text, what a model of a sheet says of a cell.
enum SheetRole {
    SheetInkRole = Qt::UserRole + 1, ///< CellInk
    SheetNumberRole,                 ///< true: right-aligned, in tabular figures
    SheetSecondRole,                 ///< a quieter text after the first
    SheetStrongRole,                 ///< true: in 600
    SheetLevelRole,                  ///< StockLevel; the second text is its word
};

/// Draws the cells of a sheet, and edits the number of one.
class SheetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SheetDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Words that do not fit their cell are shown whole.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    const Theme& m_theme;
};

/// A table of lines in the program's look. The first column takes the room that is left.
class SheetView : public QTableView
{
    Q_OBJECT

public:
    explicit SheetView(const Theme& theme, QWidget* parent = nullptr);

    /// Least widths of all columns but the first, until somebody drags them, and where that is remembered.
    void setWidths(const QList<int>& widths, ViewSettings& settings, const QString& key);
    /// Wider where a head would be cut: its words differ in length from one language to the other.
    void fitHeads();

Q_SIGNALS:
    void removeAsked(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    ColumnWidths* m_columns;
    QList<int> m_widths;
};

} // namespace belanjain::ui
