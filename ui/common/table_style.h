// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"
#include "common/paint.h"
#include "common/style.h"
#include "common/tokens.h"

#include <QPixmap>
#include <QRect>
#include <QString>

#include <optional>

class QPainter;

namespace belanjain::ui {

class Theme;

/// Painters for the cells of every table. A delegate calls paintRow first and then what the cell holds; the
/// rectangles are whole cells (option.rect), paddings are applied here. None of them changes the painter for
/// what comes after, and none allocates more than a string on a warm cache.

/// The ink of a cell's text.
enum class CellInk { Text, Secondary, Placeholder, Accent, Low, Out, Waiting, Done };

struct RowState
{
    bool selected = false;
    bool hovered = false;
    bool last = false; ///< no line below
};

/// Background and the line at the bottom of a cell.
void paintRow(QPainter* painter, const QRect& cell, const Theme& theme, const RowState& state);

enum class StateBar { None, Low, Out, Current, Waiting };
/// The 3 px bar at the left edge of a row's first cell. Current fills the row's height.
void paintStateBar(QPainter* painter, const QRect& cell, const Theme& theme, StateBar bar);

/// A 16 px check box in the middle of the cell.
void paintCheckCell(QPainter* painter, const QRect& cell, const Theme& theme, CheckState state);

/// The 28 px tile: the photo, or the category's icon when the pixmap is null.
void paintThumbnail(QPainter* painter, const QRect& cell, const Theme& theme, const QPixmap& photo, Icon category);
/// The same in a given square, for lists with larger tiles; corners stay 4.
void paintTile(QPainter* painter, const QRect& tile, const Theme& theme, const QPixmap& photo, Icon category,
               int iconPx);

/// One line, left-aligned, elided at a word.
void paintTextCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& text,
                   CellInk ink = CellInk::Text, TextStyle style = TextStyle::Body);
/// A name followed by a smaller secondary text on the same line (customer and city).
void paintTwoTextCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& text,
                      const QString& secondary, TextStyle style = TextStyle::Strong);
/// A number (already formatted), right-aligned with tabular figures. Empty text paints a quiet dash.
void paintNumberCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& number,
                     CellInk ink = CellInk::Text, TextStyle style = TextStyle::Body);
/// A number whose change has not reached the marketplace: clock before it, both in the waiting ink.
void paintWaitingNumberCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& number,
                            TextStyle style = TextStyle::Body);
/// An icon and words in a state's ink ("5 hours left", "Late by 29 hours").
void paintIconTextCell(QPainter* painter, const QRect& cell, const Theme& theme, Icon icon, const QString& text,
                       CellInk ink, TextStyle style = TextStyle::Header);

enum class StockLevel { Normal, Low, Out };
struct StockCell
{
    QString number = {};   ///< available, formatted
    QString word = {};     ///< "Low", "Out of stock"; not shown when normal
    StockLevel level = StockLevel::Normal;
    bool waiting = false;  ///< clock before the number
    bool rejected = false; ///< 1 px inset border and the octagon
};
/// Available stock: icon and word at the left when low or out, the number in 600 at the right.
void paintStockCell(QPainter* painter, const QRect& cell, const Theme& theme, const StockCell& stock);

/// The 1 px border of a cell whose change was rejected, for cells other than stock.
void paintRejectedBorder(QPainter* painter, const QRect& cell, const Theme& theme);

/// A chip, left-aligned with the column's text; outlined on a selected row.
void paintChipCell(QPainter* painter, const QRect& cell, const Theme& theme, ChipKind kind, const QString& text,
                   bool outlined = false);

/// A key and what it does ("Enter" saves), beside a cell that is being edited.
void paintKeyHintCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& key,
                      const QString& text);

/// The 2 px focus ring of the current cell.
void paintCellFocus(QPainter* painter, const QRect& cell, const Theme& theme);

struct HeaderSection
{
    QString text = {};
    Qt::Alignment alignment = Qt::AlignLeft;
    std::optional<Qt::SortOrder> sort = {}; ///< chevron after the text
    std::optional<CheckState> check = {};   ///< a check box instead of the text
    bool hovered = false;
};
/// One section of a table header, 32 high with a line below it.
void paintHeaderSection(QPainter* painter, const QRect& section, const Theme& theme, const HeaderSection& header);

/// The colour of a cell's ink in the theme in force.
QColor inkColor(const Theme& theme, CellInk ink);

} // namespace belanjain::ui
