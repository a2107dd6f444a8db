// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QRawFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace belanjain::ui {

/// Draws numbers whose digits all have one width, so that a column of them lines up.
///
/// From Qt 6.7 the font's own "tnum" figures are used. Before that Qt cannot ask for them, and Inter's
/// default figures are proportional, so each digit is set in a cell as wide as the widest one. That keeps
/// one typeface in the whole table, which switching to another family for numbers would not.
/// GUI thread only; made and kept by Theme (see Theme::numbers).
class NumberFont
{
public:
    explicit NumberFont(const QFont& font);

    const QFont& font() const { return m_font; }

    /// Advance width in logical pixels.
    qreal width(const QString& text) const;

    /// Draws one line in the painter's pen colour, aligned in `rect`; does not elide. Text with a character
    /// that the font lacks falls back to ordinary drawing.
    void paint(QPainter* painter, const QRectF& rect, Qt::Alignment alignment, const QString& text) const;

private:
    struct Glyph
    {
        quint32 index = 0;
        qreal advance = 0;
        qreal offset = 0;
    };
    Glyph glyph(QChar character) const;
    bool layOut(const QString& text, QList<quint32>& glyphs, QList<QPointF>& positions, qreal& width) const;

    QFont m_font;
    QRawFont m_raw;
    qreal m_digitAdvance = 0;
    mutable QHash<QChar, Glyph> m_glyphs;
};

/// `font` with tabular figures where Qt can ask for them (6.7); unchanged before.
QFont withTabularFigures(const QFont& font);

} // namespace belanjain::ui
