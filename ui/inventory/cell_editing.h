// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cell_editor.h"
#include "tables/inventory_model.h"

#include <QObject>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTimer>

namespace belanjain::ui {

class InventoryView;
class Theme;

/// One cell of the stock table being edited: opens the editor, previews the result, says why a value will
/// not do and keeps the editor open then, and lets go when the row is gone.
class CellEditing : public QObject
{
    Q_OBJECT

public:
    CellEditing(const Theme& theme, tables::InventoryModel& model, InventoryView& view);

    bool isOpen() const { return !m_editor.isNull(); }
    QModelIndex cell() const { return m_cell; }
    CellEditor* editor() const { return m_editor; }
    CellMessage* message() const { return m_message; }

    /// What is said of a value is said in the language of now.
    void retranslate();
    /// Opens the cell if it can be edited: with its value selected, or with what was just typed.
    bool open(const QModelIndex& cell, const QString& typed = {});
    /// Saves and closes; false when the value will not do (the editor stays and says so).
    bool commit();
    void giveUp();
    /// After the rows or columns moved.
    void place();
    void hideMessage();

Q_SIGNALS:
    void opened();
    void closed();

private:
    void preview();
    void complain(const Violation& violation);
    void close();
    void showRefusal(ports::RowNumber row, tables::InventoryColumn column, const Violation& violation);
    void commitAndGo(const QModelIndex& next, bool edit);

    const Theme& m_theme;
    tables::InventoryModel& m_model;
    InventoryView& m_view;
    QPersistentModelIndex m_cell;
    QPersistentModelIndex m_messageCell;
    QPointer<CellEditor> m_editor;
    CellMessage* m_message;
    QTimer m_messageTime;
    QString m_before; ///< text at the start: unchanged means nothing to save
    bool m_closing = false;
};

} // namespace belanjain::ui
