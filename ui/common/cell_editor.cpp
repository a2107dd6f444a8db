// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/cell_editor.h"

#include "common/focus_ring.h"
#include "common/theme.h"

#include <QPainter>

namespace belanjain::ui {

namespace {
constexpr int Gap = 8;
}

CellEditor::CellEditor(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setProperty("cell", true);
    setProperty(FocusRing::OwnFocus, true);
    // The frame belongs to the style sheet; without this, rows would shine through while the editor opens.
    setAutoFillBackground(true);
    connect(&theme, &Theme::changed, this, &CellEditor::dress);
    dress();
}

void CellEditor::setNumeric(bool on)
{
    m_numeric = on;
    setAlignment((on ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    dress();
}

void CellEditor::setPreview(const QString& preview)
{
    if (m_preview == preview)
        return;
    m_preview = preview;
    setAccessibleDescription(preview);
    update();
}

void CellEditor::dress() { setFont(m_theme.tabularFont(m_numeric ? TextStyle::Bold : TextStyle::Body)); }

void CellEditor::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_preview.isEmpty())
        return;
    const NumberFont& numbers = m_theme.numbers(TextStyle::Body);
    const qreal typed = fontMetrics().horizontalAdvance(displayText());
    if (numbers.width(m_preview) + typed + 3 * Gap > width())
        return;
    QPainter painter(this);
    painter.setPen(m_theme.tokens().text2);
    numbers.paint(&painter, rect().adjusted(Gap, 0, 0, 0), Qt::AlignLeft, m_preview);
}

} // namespace belanjain::ui
