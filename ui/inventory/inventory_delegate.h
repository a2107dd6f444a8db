// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/text_cache.h"
#include "tables/inventory_model.h"

#include <QStyledItemDelegate>

namespace belanjain::ui {

class Theme;
class ThumbnailSource;

/// Paints the cells of the stock table. Editing is the view's own.
class InventoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `thumbnails` may be null: the category's icon stands in for every picture.
    InventoryDelegate(const Theme& theme, const tables::InventoryModel& model, ThumbnailSource* thumbnails,
                      QObject* parent = nullptr);

    void setHoveredRow(int row) { m_hovered = row; }
    /// The row whose editor is open; its sync column says what Return does.
    void setEditedRow(int row) { m_edited = row; }
    /// Several cells are selected: they are tinted, where a single one only has its ring.
    void setRangeSelected(bool several) { m_range = several; }
    void setCurrent(const QModelIndex& current, bool focused);
    /// The current cell's whole row is tinted, while something beside the table is about it.
    void setRowTold(bool told) { m_rowTold = told; }
    /// Fetches the words it paints anew, after a change of language.
    void retranslate();
    /// The longest word of the available column, for its width.
    static QString outOfStockWord() { return tr("Out of stock"); }
    static QString waitingWord() { return tr("Waiting"); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// Words that do not fit their cell are shown whole.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void paintCell(QPainter* painter, const QRect& cell, const ports::InventoryRow& row,
                   const QModelIndex& index, qreal dpr) const;
    void paintNumber(QPainter* painter, const QRect& cell, const ports::InventoryRow& row,
                     const QModelIndex& index) const;
    void paintWords(QPainter* painter, const QRect& cell, const ports::InventoryRow& row,
                    const QModelIndex& index) const;
    void paintAvailable(QPainter* painter, const QRect& cell, const ports::InventoryRow& row,
                        const QModelIndex& index) const;

    const Theme& m_theme;
    const tables::InventoryModel& m_model;
    ThumbnailSource* m_thumbnails;
    int m_hovered = -1;
    int m_edited = -1;
    bool m_range = false;
    mutable TextCache m_texts;
    QModelIndex m_current;
    bool m_focused = false;
    bool m_rowTold = false;
    QString m_low;
    QString m_out;
    QString m_waiting;
    QString m_rejected;
    QString m_enter;
    QString m_saves;
};

} // namespace belanjain::ui
