// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_style.h"

#include <QCache>
#include <QStaticText>

namespace belanjain::ui {

/// paintTextCell() for tables that scroll: remembers how a text was shaped and elided, which is most of the
/// work of painting it. Clear it when fonts change. GUI thread only.
class TextCache
{
public:
    /// One line, left-aligned, elided at a word.
    void paintTextCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& text,
                       CellInk ink = CellInk::Text, TextStyle style = TextStyle::Body);
    void clear() { m_texts.clear(); }

private:
    struct Key
    {
        QString text;
        TextStyle style;
        int width;
        bool operator==(const Key&) const = default;
    };
    friend size_t qHash(const Key& key, size_t seed)
    {
        return qHashMulti(seed, key.text, int(key.style), key.width);
    }

    QCache<Key, QStaticText> m_texts{4000};
};

} // namespace belanjain::ui
