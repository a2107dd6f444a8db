// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/numbers.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>

#include <cmath>

namespace belanjain::ui {

QFont withTabularFigures(const QFont& font)
{
    QFont tabular = font;
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    tabular.setFeature("tnum", 1);
#endif
    return tabular;
}

NumberFont::NumberFont(const QFont& font)
    : m_font(withTabularFigures(font))
{
#if QT_VERSION < QT_VERSION_CHECK(6, 7, 0)
    m_raw = QRawFont::fromFont(m_font);
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        m_digitAdvance = std::max(m_digitAdvance, glyph(digit).advance);
    m_digitAdvance = std::ceil(m_digitAdvance * 2) / 2;
    m_glyphs.clear();
#endif
}

NumberFont::Glyph NumberFont::glyph(QChar character) const
{
    if (const auto found = m_glyphs.constFind(character); found != m_glyphs.cend())
        return *found;
    Glyph glyph;
    if (const QList<quint32> indexes = m_raw.glyphIndexesForString(QString(character)); indexes.size() == 1) {
        glyph.index = indexes.first();
        const QList<QPointF> advances = m_raw.advancesForGlyphIndexes(indexes, QRawFont::KernedAdvances);
        glyph.advance = advances.isEmpty() ? 0 : advances.first().x();
        if (character >= u'0' && character <= u'9' && m_digitAdvance > 0) {
            glyph.offset = (m_digitAdvance - glyph.advance) / 2;
            glyph.advance = m_digitAdvance;
        }
    }
    m_glyphs.insert(character, glyph);
    return glyph;
}

bool NumberFont::layOut(const QString& text, QList<quint32>& glyphs, QList<QPointF>& positions,
                        qreal& width) const
{
    if (!m_raw.isValid())
        return false;
    glyphs.reserve(text.size());
    positions.reserve(text.size());
    width = 0;
    for (const QChar character : text) {
        const Glyph g = glyph(character);
        if (g.index == 0)
            return false;
        glyphs.append(g.index);
        positions.append(QPointF(width + g.offset, 0));
        width += g.advance;
    }
    return true;
}

qreal NumberFont::width(const QString& text) const
{
    QList<quint32> glyphs;
    QList<QPointF> positions;
    qreal width = 0;
    if (layOut(text, glyphs, positions, width))
        return width;
    return QFontMetricsF(m_font).horizontalAdvance(text);
}

void NumberFont::paint(QPainter* painter, const QRectF& rect, Qt::Alignment alignment,
                       const QString& text) const
{
    if (text.isEmpty())
        return;
    QGlyphRun run;
    QList<quint32> glyphs;
    QList<QPointF> positions;
    qreal width = 0;
    if (!layOut(text, glyphs, positions, width)) {
        painter->setFont(m_font);
        painter->drawText(rect, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine), text);
        return;
    }
    const QFontMetricsF metrics(m_font);
    qreal x = rect.left();
    if (alignment.testFlag(Qt::AlignRight))
        x = rect.right() - width;
    else if (alignment.testFlag(Qt::AlignHCenter))
        x = rect.center().x() - width / 2;
    // The baseline is where drawText with AlignVCenter puts it, so numbers and words of a row agree.
    const qreal baseline = std::round(rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent());
    run.setRawFont(m_raw);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    painter->drawGlyphRun(QPointF(std::round(x), baseline), run);
}

} // namespace belanjain::ui
