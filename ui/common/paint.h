// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QString>

#include <QRect>
#include <QSize>

class QPainter;
class QWidget;

namespace belanjain::ui {

class Theme;
enum class Icon;

/// `text` cut at a word so that it fits `width`, with an ellipsis; cut inside a word only when not even the
/// first word fits.
QString elideAtWord(const QString& text, const QFontMetricsF& metrics, qreal width);

/// Where a key's name is printed: on the page, on a filled button or on a toast.
enum class KeyCapLook { Quiet, OnAccent, OnInverse };

/// Size of the cap for a key such as "Ctrl N".
QSize keyCapSize(const QString& text, const Theme& theme);
/// Draws the cap right-aligned and vertically centred in `rect`.
void paintKeyCap(QPainter* painter, const QRect& rect, const QString& text, const Theme& theme,
                 KeyCapLook look = KeyCapLook::Quiet);

/// States that a chip can show; each has its icon, so that colour never speaks alone.
enum class ChipKind {
    New,
    Processing,
    Shipped,
    Done,
    Cancelled,
    Low,
    Out,
    Waiting,
    Rejected,
    Accent,  ///< a recommendation; no icon
    Neutral, ///< a value or a tag; no icon
    Late,    ///< past its time: warning on the out tint
    Offline  ///< low tint with the offline cloud
};

/// 22 high, as wide as its icon and text.
QSize chipSize(ChipKind kind, const QString& text, const Theme& theme);
/// Draws the chip left-aligned and vertically centred in `rect`, eliding when the rect is narrower. An outline keeps
/// it apart from a ground of its own tint, such as a selected row.
void paintChip(QPainter* painter, const QRect& rect, ChipKind kind, const QString& text, const Theme& theme,
               bool outlined = false);

/// A red pill with a count, right-aligned and centred in `rect` (the sidebar's "needs a decision").
void paintBadge(QPainter* painter, const QRect& rect, const QString& text, const Theme& theme);

/// 0 to 5 stars of `px` each, `rating` rounded to whole stars, from the left edge and centred in height.
void paintStars(QPainter* painter, const QRect& rect, int rating, const Theme& theme, int px = 14);

/// A 2 px ring in the focus colour inside `rect` (cells, rows); radius in logical pixels.
void paintInnerFocus(QPainter* painter, const QRect& rect, const Theme& theme, int radius = 4);

} // namespace belanjain::ui
