// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text_cache.h"

#include "common/theme.h"

#include <QPainter>

#include <memory>

namespace belanjain::ui {

void TextCache::paintTextCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& text,
                              CellInk ink, TextStyle style)
{
    if (text.isEmpty())
        return;
    const QRect area = cell.adjusted(measure::CellPadding, 0, -measure::CellPadding, -1);
    const Key key{text, style, area.width()};
    const QFont font = theme.font(style);
    QStaticText* line = m_texts.object(key);
    if (!line) {
        auto made = std::make_unique<QStaticText>(elideAtWord(text, QFontMetricsF(font), area.width()));
        made->setTextFormat(Qt::PlainText);
        made->prepare({}, font);
        line = made.get();
        m_texts.insert(key, made.release());
    }
    painter->setFont(font);
    painter->setPen(inkColor(theme, ink));
    // Rounded down, as QPainter::drawText does, so that words and numbers share a base line.
    const int y = area.top() + qFloor((area.height() - line->size().height()) / 2);
    painter->drawStaticText(QPoint(area.left(), y), *line);
}

} // namespace belanjain::ui
